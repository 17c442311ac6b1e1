import YinzhuModel

/// The record of a citation on the page, folded away.
enum RecordEntry {
  /// Below this, a reader should look whether the fields are right.
  private static let doubtfulConfidence = 0.5

  /// - Parameter ordinal: Its number among the citations of its note, where there are several.
  static func write(_ item: CitationItem, ordinal: Int?, to html: inout HTMLBuffer) {
    guard let reference = item.reference else { return }
    let percent = Int((item.parse.confidence * 100).rounded())
    let isDoubtful = item.parse.confidence < doubtfulConfidence
    html.markup("<details class=\"record\(isDoubtful ? " doubtful" : "")\" lang=\"en\">\n<summary>")
    if let ordinal { html.markup("\(ordinal) · ") }
    html.text(reference.type.rawValue.replacing("-", with: " "))
    if item.form == .short { html.markup(", short form") }
    if let quoted = item.quotedIn { html.markup(", quoted in \(quoted + 1)") }
    if isImported(reference) {
      html.markup(" · from the record in the document")
    } else {
      html.markup(isDoubtful ? " · <b>please check, \(percent)%</b>" : " · \(percent)%")
    }
    html.markup("</summary>\n<dl lang=\"\">\n")
    row("signal", item.prefix, &html)
    for field in RecordFields.rows(reference) { row(field.name, field.value, &html) }
    row("cited", item.locator.map { "\($0.label.rawValue) \($0.value)" }, &html)
    html.markup("</dl>\n</details>\n")
  }

  private static func isImported(_ reference: Reference) -> Bool {
    if case .imported = reference[.title]?.provenance { true } else { false }
  }

  private static func row(_ name: String, _ value: String?, _ html: inout HTMLBuffer) {
    guard let value, !value.isEmpty else { return }
    html.markup("<div><dt lang=\"en\">")
    html.text(name)
    html.markup("</dt><dd>")
    html.text(value)
    html.markup("</dd></div>\n")
  }
}

import YinzhuModel
import YinzhuText

/// Writes RIS: two letters, two spaces, a dash, a space and the value; lines end with CR LF, as the format says.
///
/// Whatever the format can't hold is reported (rule F020), never left out in silence.
public struct RISWriter: Sendable {
  /// What `ID` says of each record.
  public let keys: CitationKeys

  /// A writer.
  public init(keys: CitationKeys) { self.keys = keys }

  /// The file, and what it doesn't hold: one diagnostic a value, at the place that the value came from.
  public func write(_ references: [Reference]) -> (text: String, diagnostics: [Diagnostic]) {
    let made = keys.make(for: references)
    var records: [String] = []
    records.reserveCapacity(references.count)
    var diagnostics = made.diagnostics
    for (reference, key) in zip(references, made.keys) {
      var record = RISRecord(reference, key: key)
      records.append(record.write())
      diagnostics.append(contentsOf: record.losses.diagnostics)
    }
    return (records.joined(separator: "\r\n"), diagnostics)
  }
}

/// One record as lines.
struct RISRecord {
  private let reference: Reference
  private(set) var losses: LossReport
  private var out = ""
  /// The variable that filled a tag.
  private var filled: [String: Variable] = [:]

  init(_ reference: Reference, key: String) {
    self.reference = reference
    losses = LossReport(format: "RIS", key: key)
  }

  mutating func write() -> String {
    writeType()
    put("ID", losses.key)
    var written: Set<Variable> = [.citationKey]
    for row in RISMapping.fields {
      guard let field = reference[row.variable], row.holds(for: reference.type), !written.contains(row.variable)
      else { continue }
      written.insert(row.variable)
      write(field, row)
    }
    // Most records have no such field; those that have are reported in the order of the data model.
    let rest = reference.fields.keys.filter { !written.contains($0) }
    for variable in Variable.allCases where rest.contains(variable) {
      guard let field = reference[variable] else { continue }
      if variable == .pageFirst, let first = field.plainText, reference.text(.page)?.hasPrefix(first) == true {
        continue
      }
      losses.add(variable, field, LossReport.reasonForNoField(variable))
    }
    for field in reference.foreign {
      if field.format == "ris", let text = field.value.scalarText, Self.isTag(field.key) {
        if field.key != "TY" { put(field.key, text) }
      } else {
        losses.add(field, "it is a key of \(field.format) that the format doesn't have")
      }
    }
    losses.addCustom(of: reference)
    put("ER", "")
    return out
  }

  private static func isTag(_ text: String) -> Bool {
    text.utf8.count == 2 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
  }

  private mutating func writeType() {
    let tag = RISMapping.types.first { $0.type == reference.type }?.tag ?? "GEN"
    if reference.type == .document,
      let own = reference.foreign.first(where: { $0.format == "ris" && $0.key == "TY" })?.value.string
    {
      return put("TY", own)
    }
    put("TY", tag)
    if RISMapping.types.first(where: { $0.tag == tag })?.type != reference.type {
      losses.add("type", reference.type.rawValue, "\(tag) stands for other types too", reference.span)
    }
  }

  /// Values are one line; a line break inside becomes a space.
  private mutating func put(_ tag: String, _ value: String) {
    out += "\(tag)  - "
    for scalar in value.unicodeScalars {
      out.unicodeScalars.append(CharacterClass.isLineBreak(scalar.value) ? " " : scalar)
    }
    out += "\r\n"
  }

  private mutating func write(_ field: Field, _ row: RISMapping.FieldRow) {
    let span = field.provenance.spans.first
    if let other = filled[row.tag] { return losses.add(row.variable, field, "\(row.tag) holds the \(other.rawValue)") }
    filled[row.tag] = row.variable
    switch field.value {
    case .names(let list):
      for name in list.names { put(row.tag, Self.string(name)) }
      losses.addNames(list, row.variable, span)
      if list.hasOthers {
        losses.add("\(row.variable.rawValue)/others", "et al.", "a list of names can't be marked as cut short", span)
      }
    case .date(let date): write(date, row, span)
    case .number(let text): write(text, row)
    case .text(let text):
      write(text.plain, row)
      if text.markup != text.plain {
        losses.add(row.variable.rawValue, text.markup, "only the text is written; the format has no markup", span)
      }
    }
  }

  private mutating func write(_ text: String, _ row: RISMapping.FieldRow) {
    switch row.variable {
    case .page: writePages(text)
    case .keyword:
      for word in text.split(whereSeparator: { ",;，；".contains($0) }) {
        put(row.tag, String(word.drop { $0 == " " }))
      }
    case .note:
      for line in text.split(whereSeparator: \.isNewline) { put(row.tag, String(line)) }
    default: put(row.tag, text)
    }
  }

  /// `SP` and `EP` for one range; anything else stands in `SP` as it is.
  private mutating func writePages(_ text: String) {
    let pieces = PageRanges.doubleDashed(text).split(separator: "--", omittingEmptySubsequences: false)
    guard pieces.count == 2, !text.contains(",") else { return put("SP", text) }
    put("SP", String(pieces[0]))
    put("EP", String(pieces[1]))
  }

  /// `PY` is the year; `DA` (and `Y2`) are `year/month/day/other`, where other is the season or the words.
  private mutating func write(_ date: DateValue, _ row: RISMapping.FieldRow, _ span: SourceSpan?) {
    let words = date.literal ?? date.raw
    let seasons = ["spring", "summer", "autumn", "winter"]
    let season = date.season.flatMap { seasons.indices.contains($0 &- 1) ? seasons[$0 &- 1] : String($0) }
    let other = [season, words].compactMap { $0 }.joined(separator: " ")
    let parts = date.start ?? date.end
    func padded(_ number: Int?) -> String { number.map { $0 < 10 && $0 >= 0 ? "0\($0)" : String($0) } ?? "" }
    let year = parts.map { String($0.year) } ?? ""
    let full = [year, padded(parts?.month), padded(parts?.day), other].joined(separator: "/")
    let isMore = parts?.month != nil || !other.isEmpty
    if row.variable == .issued {
      if !year.isEmpty { put("PY", year) }
      if isMore { put("DA", other.isEmpty ? String(full.dropLast()) : full) }
    } else if isMore || !year.isEmpty {
      put(row.tag, other.isEmpty ? String(full.dropLast()) : full)
    }
    if date.start != nil, date.end != nil || date.isOpenEnded {
      losses.add(row.variable.rawValue, EDTF.string(date) ?? "", "only the start of a range is written", span)
    }
    if date.circa {
      losses.add("\(row.variable.rawValue)/circa", "circa", "the format can't say that a date is approximate", span)
    }
  }

  /// `Family, Given, Suffix`; a name without parts as it is.
  private static func string(_ name: Name) -> String {
    if let literal = name.literal { return literal }
    let family = [name.droppingParticle, name.nonDroppingParticle, name.family].compactMap { $0 }
      .joined(separator: " ")
    return [family, name.given ?? "", name.suffix ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

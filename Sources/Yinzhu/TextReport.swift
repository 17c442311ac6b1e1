import YinzhuModel
import YinzhuText

/// The report that a scholar reads on a terminal: what was found, what it says, what is lost and where.
public struct TextReport: Sendable {
  /// Whether to use colour and bold (a terminal).
  public var isColoured: Bool
  /// Whether to say what decided each link, and which pattern read each citation.
  public var explains: Bool

  /// Columns of the terminal; longer lines are wrapped.
  public var width: Int

  /// A report in plain text of 80 columns unless said otherwise.
  public init(isColoured: Bool = false, explains: Bool = false, width: Int = 80) {
    self.width = width
    self.isColoured = isColoured
    self.explains = explains
  }

  /// The report of one document.
  public func text(_ extraction: Extraction, file: String) -> String {
    var out = heading(extraction, file: file)
    var page = 0
    for entry in extraction.entries {
      if entry.note.page != page {
        page = entry.note.page
        let printed = entry.note.printedPage.map { ", printed page \($0)" } ?? ""
        out += "\n" + bold("Page \(page) of the file" + printed) + "\n"
      }
      out += self.entry(entry)
    }
    if !extraction.inText.isEmpty {
      out += "\n" + bold("Citations in the text") + "\n"
      for item in extraction.inText {
        out += "  " + LineWrap.wrapped(item.text, indent: 2, width: width) + "\n" + citation(item)
      }
    }
    out += lost(extraction)
    return out
  }

  private func heading(_ extraction: Extraction, file: String) -> String {
    let entries = extraction.entries
    let texts = entries.count { $0.note.text != nil }
    let markers = entries.count { $0.note.marker != nil }
    let missing = entries.count { $0.note.link.name == "text-missing" }
    let orphans = entries.count { $0.note.link.name == "marker-missing" }
    let citations = extraction.items
    let explanations = entries.count { $0.citation?.kind == .explanation }
    var out = bold(file) + "\n"
    let pages = extraction.document.pages.count
    out +=
      "  \(count(pages, "page")), \(count(markers, "marker")), \(count(texts, "note text")), \(count(citations.count, "citation"))"
    out +=
      ", \(count(extraction.references.count, "work")) in the bibliography, \(count(explanations, "explanation"))\n"
    if missing + orphans > 0 {
      out += "  lost: \(count(missing, "marker")) without a note, \(count(orphans, "note")) without a marker\n"
    }
    return out
  }

  private func entry(_ entry: Extraction.Entry) -> String {
    let note = entry.note
    let label = note.label?.symbol ?? "?"
    var out = ""
    switch note.link {
    case .linked: out += printed(label, note)
    case .markerMissing: out += printed(label, note) + "      " + warn("its marker is missing") + "\n"
    case .textMissing: out += "  \(label) " + warn("the note is missing: \(note.evidence)") + "\n"
    case .ambiguous(let markers):
      out +=
        printed(label, note) + "      "
        + warn("could belong to \(markers.map(\.label.symbol).joined(separator: ", "))") + "\n"
    }
    if explains, !note.evidence.isEmpty { out += "      " + dim("linked because: \(note.evidence)") + "\n" }
    for item in entry.citation?.items ?? [] { out += citation(item) }
    if entry.citation?.kind == .explanation { out += "      " + dim("explanation") + "\n" }
    return out
  }

  private func printed(_ label: String, _ note: Note) -> String {
    let text = LineWrap.wrapped(note.text?.string ?? "", indent: 3 + LineWrap.columns(label), width: width)
    return "  \(label) \(text)\n"
  }

  private func citation(_ item: CitationItem) -> String {
    var out = ""
    if let target = item.target {
      out += "      " + dim("points to note \(target.note), and takes over its record") + "\n"
    }
    guard let reference = item.reference else {
      return out + "      " + dim("points to an earlier citation → nowhere") + "\n"
    }
    func row(_ name: String, _ value: String?) {
      guard let value, !value.isEmpty else { return }
      out +=
        "      " + dim(name.padded(to: 10)) + " "
        + LineWrap.wrapped(value, indent: 17, width: width) + "\n"
    }
    row("type", reference.type.rawValue + (item.form == .short ? " (short form)" : ""))
    row("signal", item.prefix)
    for (name, variable) in [("author", Variable.author), ("editor", .editor), ("translator", .translator)] {
      let names = reference.names(variable)
      let others = reference[variable]?.names?.hasOthers == true ? "、等" : ""
      row(name, names.map(\.displayed).joined(separator: "、") + (names.isEmpty ? "" : others))
    }
    for (name, variable) in [
      ("title", Variable.title), ("in", .containerTitle), ("series", .collectionTitle), ("edition", .edition),
      ("volume", .volume),
      ("issue", .issue), ("number", .number), ("place", .publisherPlace), ("publisher", .publisher), ("genre", .genre),
      ("pages", .page), ("archive", .archive), ("URL", .url), ("DOI", .doi),
    ] {
      row(name, reference.text(variable))
    }
    row("date", reference.date(.issued).map(RecordFields.date))
    row("accessed", reference.date(.accessed).map(RecordFields.date))
    row("cited", item.locator.map { "\($0.label.rawValue) \($0.value)" })
    if explains {
      row("pattern", "\(item.parse.pattern.rawValue), confidence \(Int((item.parse.confidence * 100).rounded()))%")
      if let rendering = item.parse.rendering {
        row("in style", "\(rendering.style): \(rendering.text)")
        for difference in rendering.differences {
          row("differs", "\(difference.place): here “\(difference.printed)”, in the style “\(difference.rendered)”")
        }
      }
    }
    return out
  }

  private func lost(_ extraction: Extraction) -> String {
    let missing = extraction.entries.filter { $0.note.link.name == "text-missing" }
    guard !missing.isEmpty else { return "" }
    var out = "\n" + bold("Lost") + ": these markers have no note in the file; look at the printed page\n"
    // Notes stand in the order of pages, so each page is one run of them.
    for page in missing.chunked(by: \.note.page) {
      guard let first = page.first?.note else { continue }
      let places = page.compactMap(\.note.marker).map { marker in
        "\(marker.label.symbol) in line \(extraction.document.source.position(of: marker.span.start).line)"
      }
      let printed = first.printedPage.map { " (printed \($0))" } ?? ""
      out += "  page \(first.page)\(printed): \(places.joined(separator: ", "))\n"
    }
    return out
  }

  private func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
  private func bold(_ text: String) -> String { isColoured ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
  private func dim(_ text: String) -> String { isColoured ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
  private func warn(_ text: String) -> String { isColoured ? "\u{1B}[33m\(text)\u{1B}[0m" : text }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    count < width ? self + String(repeating: " ", count: width - count) : self
  }
}

extension Array {
  /// Runs of neighbours that have the same value.
  fileprivate func chunked<Value: Equatable>(by value: (Element) -> Value) -> [ArraySlice<Element>] {
    var out: [ArraySlice<Element>] = []
    var start = startIndex
    for index in indices where index > start && value(self[index]) != value(self[index - 1]) {
      out.append(self[start..<index])
      start = index
    }
    if start < endIndex { out.append(self[start...]) }
    return out
  }
}

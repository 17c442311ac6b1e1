import YinzhuText

extension RecordFormat {
  /// The format of a file by its content and, where that leaves it open, its name.
  ///
  /// - Parameter takesLists: whether a text with codes of GB/T 7714 in it is a list of references; it may be an article too.
  public static func guessed(_ source: SourceText, takesLists: Bool = false) -> RecordFormat? {
    if let format = byContent(source.bytes) { return format }
    let name = source.name.lowercased()
    if let format = byEnding.first(where: { name.hasSuffix($0.ending) })?.format { return format }
    return takesLists && hasTypeCodes(source.bytes[...]) ? .list : nil
  }

  private static let byEnding: [(ending: String, format: RecordFormat)] = [
    (".json", .cslJSON), (".bib", .biblatex), (".bibtex", .bibtex), (".ris", .ris), (".enw", .enw), (".ref", .enw),
    (".net", .noteExpress), (".yaml", .cslYAML), (".yml", .cslYAML),
    (".nbib", .nbib), (".ciw", .webOfScience),
    (".isi", .webOfScience), (".csv", .csv), (".tsv", .tsv), (".tab", .tsv),
  ]

  /// Marks at the start of the file, then of its first lines.
  private static func byContent(_ bytes: [UInt8]) -> RecordFormat? {
    guard let start = bytes.firstIndex(where: { $0 > 0x20 }) else { return nil }
    if bytes[start...].starts(with: Array("{Reference Type}".utf8)) { return .noteExpress }
    if bytes[start] == UInt8(ascii: "{") { return .cslJSON }
    if bytes[start] == UInt8(ascii: "[") {
      // `[Fau86]` is no JSON.
      let next = bytes[(start + 1)...].first { $0 > 0x20 }
      if next.map({ "{[]\"".utf8.contains($0) }) ?? true { return .cslJSON }
    }
    if bytes[start] == UInt8(ascii: "<"), let format = byRoot(bytes[start...]) { return format }
    var lines = 0
    var index = start
    while index < bytes.count, lines < 400 {
      let line = bytes[index...].prefix { $0 != 0x0A && $0 != 0x0D }
      if let format = byLine(line, number: lines) { return format }
      index = line.endIndex + 1
      lines += 1
    }
    return isTagged(bytes[start...]) ? .ris : nil
  }

  /// A list by GB/T 7714: `[J]`, `[M]`, `[EB/OL]` in its lines.
  private static func hasTypeCodes(_ bytes: ArraySlice<UInt8>) -> Bool {
    let head = String(decoding: bytes.prefix(8192), as: UTF8.self)
    return ["[J]", "[J/OL]", "[M]", "[D]", "[N]", "[C]", "[S]", "[P]", "[R]", "[EB/OL]", "[M/OL]", "[N/OL]", "[Z]"]
      .contains { head.contains($0) }
  }

  /// RIS without a type: the first line has a tag and a dash, and so have others.
  private static func isTagged(_ bytes: ArraySlice<UInt8>) -> Bool {
    let lines = bytes.prefix(4096).split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).prefix(6)
    let tagged = lines.filter { line in
      line.count >= 5 && line.prefix(2).allSatisfy { (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) }
        && line.dropFirst(2).starts(with: "  -".utf8)
    }
    return tagged.count >= 3
  }

  /// The format of an XML file by the names and namespaces at its start.
  private static func byRoot(_ bytes: ArraySlice<UInt8>) -> RecordFormat? {
    let head = String(decoding: bytes.prefix(4096), as: UTF8.self)
    func has(_ text: String) -> Bool { head.contains(text) }
    if has("officeDocument/2006/bibliography") || has("<b:Sources") { return .word }
    if has("loc.gov/mods") || has("<mods") || has("<modsCollection") { return .mods }
    if has("<PubmedArticle") || has("<PubmedBookArticle") || has("<MedlineCitation") { return .pubMedXML }
    if has("MARC21/slim") || has("<datafield") || has("marcxml") || has("<leader>") { return .marcXML }
    if has("<records>") || (has("<xml>") && has("<record>")) || has("<ref-type") { return .endNoteXML }
    return nil
  }

  private static func byLine(_ line: ArraySlice<UInt8>, number: Int) -> RecordFormat? {
    func begins(_ text: String) -> Bool { line.starts(with: Array(text.utf8)) }
    if begins("TY  -") || begins("TY -") { return .ris }
    if begins("{Reference Type}") { return .noteExpress }
    // Front matter of an article may hold records too, further down.
    if number < 3, begins("references:") || begins("- id:") || begins("  - id:") || begins("- type:") {
      return .cslYAML
    }
    if begins("PMID-") || begins("PMCR-") || begins("FAU -") || begins("OWN -") || begins("STAT-") { return .nbib }
    if begins("FN ") || line.elementsEqual("PT J".utf8) || line.elementsEqual("PT B".utf8) { return .webOfScience }
    if begins("--AU--") || begins("--TI--") || begins("--RT--") { return .biblioscape }
    if begins("TI- ") { return .copac }
    if begins("Record"), String(decoding: line, as: UTF8.self).contains("INSPEC") { return .inspec }
    if number == 0, line.first == UInt8(ascii: "<"), line.count < 12,
      line.dropFirst().first.map({ (0x30...0x39).contains($0) }) ?? false
    {
      return .ovid
    }
    if begins("RT "), !begins("RT  -") { return .refWorks }
    if line.first == UInt8(ascii: "@"), line.contains(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "(") }) {
      return .biblatex
    }
    // `% comment` is BibTeX, `%0 Book` is Refer.
    if line.count >= 3, line.first == UInt8(ascii: "%") {
      let tag = line[line.startIndex + 1]
      let isTag = (0x30...0x5A).contains(tag) && line[line.startIndex + 2] == 0x20
      if isTag, begins("%0 ") || begins("%A ") || begins("%T ") || begins("%E ") { return .enw }
    }
    return nil
  }
}

import Foundation
import Testing
import YinzhuFormats
import YinzhuModel
import YinzhuText

/// The BibTeX and BibLaTeX files that citation.js tests with, and the records that it makes of them, read in place.
///
/// What differs is printed, file by file. Each difference has to have its reason here.
@Suite("BibLaTeX: records of citation.js")
struct CitationJSTests {
  /// Why a field differs, by the file and the variable; an empty file stands for all.
  private static let reasons: [(file: String, variable: Variable?, reason: String)] = [
    ("", .edition, "an edition in words is its number, as CSL wants"),
    ("", .keyword, "keywords stand as they are"),
    ("langid", .language, "babel's names are tags of BCP 47 in CSL"),
    ("a complete booklet", .publisher, "howpublished is no publisher"),
    ("a complete misc", .publisher, "howpublished is no publisher"),
    ("a complete inproceedings", .issue, "a number beside a series counts within it (BibLaTeX manual, 2.2.2)"),
    ("uppercase and", .publisherPlace, "beside an address, the location is the place of the conference"),
    ("commands", .title, "commands without a letter in Unicode stay, and math is left alone"),
    ("math", .title, "math is left alone"),
    ("rich text", .title, "math is left alone, and environments stay"),
    ("rich text", .containerTitle, "a @misc has no booktitle"),
    ("uri", .url, "addresses stand as they are"),
    ("string and preamble", .title, "a macro that isn't defined stands for its name"),
    ("nameparts", .author, "a part given twice has its last value, and particles begin with a small letter"),
    ("escaped and", .author, "a name in braces has no parts"),
    ("literals", .author, "a name in braces has no parts"),
    ("howpublished", .author, "a name in braces has no parts"),
    ("crossref", .containerTitle, "an article has the title of any parent as its title"),
    ("orcid", .author, "annotations without a place in CSL are kept as fields"),
  ]

  /// Types that citation.js takes otherwise.
  private static let types: [ReferenceType: ReferenceType] = [
    .pamphlet: .book, .book: .report, .paperConference: .book,
  ]

  @Test func records() throws {
    let folder = "formats/citation-js/plugin-bibtex"
    guard let input = SharedFormatsTests.files(folder, "input.json").first,
      let suites = try JSONReader.value(input.bytes).members
    else { return print("skipped: there is no \(SharedFormatsTests.shared)/\(folder)/input.json") }
    var compared = 0
    var unexplained: [String] = []
    for test in suites.first(where: { $0.key == "@biblatex/text" })?.value.members ?? [] {
      let name = test.key.hasPrefix("with ") ? String(test.key.dropFirst(5)) : test.key
      guard let file = SharedFormatsTests.files(folder + "/input", name + ".bib").first,
        let expected = test.value.array?.dropFirst().first
      else { continue }
      let wanted = CSLJSON.read(SourceText(name: name, bytes: JSONWriter.bytes(expected))).references
      let read = BibTeXReader().read(TextDecoder.decode(file.bytes, name: name).source).references
      #expect(read.count == wanted.count, "\(name)")
      for (a, b) in zip(wanted, read) {
        compared += 1
        for difference in Self.differences(a, b) {
          let reason = Self.reasons.first { ($0.file.isEmpty || $0.file == name) && $0.variable == difference.variable }
          let line = "\(name), \(b.id.rawValue): \(difference.text)"
          print("  \(line) (\(reason?.reason ?? "?"))")
          if reason == nil { unexplained.append(line) }
        }
      }
    }
    print("citation.js: \(compared) records, \(unexplained.count) differences without a reason")
    #expect(unexplained.isEmpty, "\(unexplained.joined(separator: "\n"))")
  }

  /// What the expected record has and ours has otherwise. Case in titles is left out: BibTeX leaves it to the style.
  private static func differences(_ a: Reference, _ b: Reference) -> [(variable: Variable?, text: String)] {
    var out: [(variable: Variable?, text: String)] = []
    if a.type != b.type, types[b.type] != a.type { out.append((nil, "type \(a.type) → \(b.type)")) }
    let (wanted, read) = (BibLaTeXRoundTripTests.bare(a), BibLaTeXRoundTripTests.bare(b))
    for variable in Variable.allCases {
      guard let value = wanted[variable] else { continue }
      let other = read[variable]
      if case .text(let text) = value {
        let plain = other.flatMap { if case .text(let text) = $0 { text.markup } else { nil } }
        if plain?.lowercased() != text.markup.lowercased() {
          out.append((variable, "\(variable.rawValue) \(text.markup) → \(plain ?? "–")"))
        }
      } else if value != other {
        out.append((variable, "\(variable.rawValue) \(shown(value)) → \(other.map(shown) ?? "–")"))
      }
    }
    return out
  }

  private static func shown(_ value: Field.Value) -> String {
    switch value {
    case .text(let text): text.markup
    case .number(let text): text
    case .date(let date): EDTFShown.string(date)
    case .names(let list): list.names.map(\.displayed).joined(separator: "; ")
    }
  }
}

private enum EDTFShown {
  static func string(_ date: DateValue) -> String {
    "\(date.start?.year ?? 0)-\(date.start?.month ?? 0)-\(date.start?.day ?? 0) \(date.literal ?? "")"
  }
}

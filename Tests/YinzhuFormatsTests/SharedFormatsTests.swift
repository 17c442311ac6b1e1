import Foundation
import Testing
import YinzhuFormats
import YinzhuModel
import YinzhuText

/// Files and records of other programs, read in place.
@Suite("Formats: files of other programs")
struct SharedFormatsTests {
  static let shared = ProcessInfo.processInfo.environment["YINZHU_SHARED"] ?? "../shared"

  static func files(_ folder: String, _ suffix: String) -> [(name: String, bytes: [UInt8])] {
    let path = "\(shared)/\(folder)"
    guard let names = FileManager.default.enumerator(atPath: path)?.compactMap({ $0 as? String }), !names.isEmpty
    else {
      print("skipped: \(path) is not there (set YINZHU_SHARED)")
      return []
    }
    return names.filter { $0.hasSuffix(suffix) }.sorted().compactMap { name in
      FileManager.default.contents(atPath: "\(path)/\(name)").map { ("\(folder)/\(name)", Array($0)) }
    }
  }

  /// The input sections of the CSL test suite.
  static func suiteInputs() -> [(name: String, bytes: [UInt8])] {
    files("csl-test-suite", ".txt").compactMap { name, bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      guard let start = text.range(of: "= INPUT ="), let open = text[start.upperBound...].range(of: "\n"),
        let end = text[open.upperBound...].range(of: "\n<<")
      else { return nil }
      return (name, Array(text[open.upperBound..<end.lowerBound].utf8))
    }
  }

  @Test func everyEntryGivesARecord() {
    var count = 0
    var faults = 0
    let files = Self.files("formats", ".bib") + Self.files("gbt7714", ".bib")
    for (name, bytes) in files {
      let source = TextDecoder.decode(bytes, name: name).source
      let (references, diagnostics) = BibTeXReader().read(source)
      count += references.count
      let broken = diagnostics.filter { $0.code == "F022" }
      faults += broken.count
      for fault in broken {
        print("\(name):\(source.position(of: fault.span?.start ?? 0)): \(fault.message)")
      }
      for diagnostic in diagnostics { #expect((diagnostic.span?.end ?? 0) <= bytes.count * 3) }
    }
    print("BibTeX files of other programs: \(files.count) files, \(count) records, \(faults) faults")
  }

  /// BibLaTeX is written from records and read again; what differs must have been reported as lost.
  @Test(arguments: BibTeXWriter.Dialect.allCases)
  func lossesAreReported(dialect: BibTeXWriter.Dialect) {
    let writer = BibTeXWriter(dialect: dialect, keys: CitationKeys(pattern: .hanzi))
    var records = 0
    var fields = 0
    var reported = 0
    var silent: [String] = []
    for (name, bytes) in Self.files("csl-zh/items", ".json") + Self.suiteInputs() {
      let references = CSLJSON.read(SourceText(name: name, bytes: bytes)).references
      let (text, losses) = writer.write(references)
      let back = BibTeXReader(dialect: dialect).read(SourceText(name: name, text: text))
      #expect(back.diagnostics.isEmpty)
      #expect(back.references.count == references.count)
      var lost: [String: Set<String>] = [:]
      for loss in losses {
        let parts = loss.message.split(separator: "“")
        let key = String(parts[1].prefix { $0 != "”" })
        let field = parts[1].drop { $0 != "”" }.dropFirst(3).prefix { $0 != "/" && $0 != " " }
        lost[key, default: []].insert(String(field))
      }
      for (before, after) in zip(references, back.references) {
        records += 1
        var was = BibLaTeXRoundTripTests.bare(before)
        let now = BibLaTeXRoundTripTests.bare(after)
        // The older name of event-title, and dates that say nothing.
        if was[.eventTitle] == nil { was[.eventTitle] = was.removeValue(forKey: .event) }
        for (variable, value) in was where value == .date(DateValue()) { was[variable] = nil }
        for (variable, value) in was where variable != .citationKey {
          fields += 1
          if lost[after.id.rawValue]?.contains(variable.rawValue) == true {
            reported += 1
          } else if now[variable].map(Self.folded) != Self.folded(value) {
            silent.append(
              "\(name) \(after.id.rawValue) \(variable.rawValue): \(value) → \(String(describing: now[variable]))")
          }
        }
        for variable in now.keys where was[variable] == nil && variable != .citationKey {
          silent.append("\(name) \(after.id.rawValue): \(variable.rawValue) was not there")
        }
        if before.type != after.type, lost[after.id.rawValue]?.contains("type") != true {
          silent.append("\(name) \(after.id.rawValue): type \(before.type) → \(after.type)")
        }
      }
    }
    print("\(dialect): \(records) records, \(fields) fields, \(reported) reported as lost, \(silent.count) silent")
    #expect(silent.isEmpty, "\(silent.prefix(20).joined(separator: "\n"))")
  }

  /// What LaTeX and BibTeX can't tell apart: kinds of dashes, runs of space, an empty given name and none.
  static func folded(_ value: Field.Value) -> Field.Value {
    func plain(_ text: String) -> String {
      text.replacing("--", with: "–").replacing("—", with: "-").replacing("–", with: "-").replacing("\u{A0}", with: " ")
        .split(separator: " ").joined(separator: " ")
    }
    switch value {
    case .text(let text): return .text(RichText(markup: plain(text.markup)))
    case .number(let text): return .number(plain(text))
    case .date(var date):
      date.literal = date.literal ?? date.raw
      date.raw = nil
      return .date(date)
    case .names(var list):
      for index in list.names.indices {
        let name = list.names[index]
        list.names[index].commaSuffix = false
        let given = name.given == "" ? nil : name.given
        list.names[index].given = given
        // A name of one part is whole.
        if name.literal == nil, name.suffix == nil, given == nil || name.family == nil {
          list.names[index] = Name(literal: name.family ?? given)
        }
      }
      return .names(list)
    }
  }
}

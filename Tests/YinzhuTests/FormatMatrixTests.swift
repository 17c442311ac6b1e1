import CitationCorpus
import FormatSuite
import Foundation
import Testing
import Yinzhu

/// Every format into every other, on a sample; `make matrix` takes 10,000 records.
struct FormatMatrixTests {
  static func records(_ count: Int, seed: UInt64) throws -> [Reference] {
    let root = PackageRoot.url.path
    let lists = try WordLists(
      folder: root + "/Sources/CitationCorpus/words", lexicons: root + "/Sources/CLexicons/lexicons")
    var stress = StressRecords(lists: lists, seed: seed)
    return stress.records(count)
  }

  @Test("No conversion loses a record, or a field in silence", arguments: Matrix.formats)
  func noSilentLoss(from: RecordFormat) throws {
    let matrix = Matrix(references: try Self.records(45, seed: 11))
    for cell in matrix.row(from) {
      #expect(cell.missing == 0, "\(cell.from) → \(cell.to)")
      #expect(cell.silent.isEmpty, "\(cell.silent.prefix(5).joined(separator: "\n"))")
      #expect(cell.fields > 100)
    }
  }

  @Test("CSL-JSON and CSL-YAML give back what they got", arguments: [RecordFormat.cslJSON, .cslYAML])
  func identity(format: RecordFormat) throws {
    let before = CSLJSON.read(
      SourceText(
        name: "a", text: String(decoding: CSLJSON.write(try Self.records(200, seed: 5)), as: UTF8.self))
    ).references
    let keys = CitationKeys(pattern: .hanzi)
    let (text, losses) = format.write(before, keys: keys)
    #expect(losses.isEmpty)
    let after = format.read(SourceText(name: "b", text: text))
    #expect(CSLJSON.write(after.references) == CSLJSON.write(before))
  }

  @Test("What a format has read, it writes without a loss", arguments: Matrix.formats)
  func readIsWritten(format: RecordFormat) throws {
    let keys = CitationKeys(pattern: .hanzi, own: .identifiers)
    let text = format.write(try Self.records(60, seed: 3), keys: keys).text
    let read = format.read(SourceText(name: "a", text: text)).references
    let (_, diagnostics) = format.write(read, keys: keys)
    let lost = diagnostics.compactMap(\.loss).map { "\($0.entry): \($0.field) “\($0.value)”: \($0.reason)" }
    #expect(lost.count <= read.count / 10, "\(lost.prefix(8).joined(separator: "\n"))")
  }

  @Test("Files of other programs are read with every record that is expected")
  func filesOfOtherPrograms() {
    let shared = ProcessInfo.processInfo.environment["YINZHU_SHARED"] ?? "../shared"
    let results = Conformance.run(folder: shared + "/formats")
    if results.isEmpty { print("skipped: \(shared)/formats is not there (set YINZHU_SHARED)") }
    for result in results where !result.name.hasSuffix(".bib") && result.format != nil {
      #expect(!result.isLost, "\(result.name): \(result.note ?? "")")
    }
  }

  @Test("The format of a file is guessed from its content", arguments: Matrix.formats)
  func guesses(format: RecordFormat) throws {
    let text = format.write(try Self.records(2, seed: 2), keys: CitationKeys(pattern: .hanzi)).text
    // A table has no mark of its own; BibTeX is read as BibLaTeX, which has more.
    let name = format == .csv ? "a.csv" : format == .tsv ? "a.tsv" : "a"
    #expect(RecordFormat.guessed(SourceText(name: name, text: text)) == (format == .bibtex ? .biblatex : format))
  }
}

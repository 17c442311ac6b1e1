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

/// Any bytes: files of every format, cut and broken.
struct BrokenFormatTests {
  /// A small file of each format that is read.
  static func files() throws -> [(format: RecordFormat, text: String)] {
    let records = try FormatMatrixTests.records(4, seed: 21)
    let keys = CitationKeys(pattern: .hanzi)
    let written = Matrix.formats.map { ($0, $0.write(records, keys: keys).text) }
    let others: [(RecordFormat, String)] = [
      (.nbib, "PMID- 1\nFAU - A, B\nTI  - t\n      u\nDP  - 2001 Jan-Feb\nLID - 10.1/x [doi]\n"),
      (.webOfScience, "PT J\nAU A, B\n   C, D\nPD FEB 21-23\nPY 2001\nER\n"),
      (.ovid, "<1>\nAuthor\n  A, B 1;  C, D 2\nTitle\n  t.[Review]\nSource\n  J. 1(2):3-4, May 2001.\n"),
      (.biblioscape, "--AU-- A, B; C\n--TI-- t\n--RT-- book\n------\n"),
      (.copac, "TI- t\nAU- A, B\nPY- 2001\n\nTI- u\n"),
      (.inspec, "Record.1 INSPEC\nTI ~ t\nAU ~ A, B\n"),
      (
        .marcXML,
        "<record><leader>00000nam a2200000 c 4500</leader><datafield tag=\"245\"><subfield code=\"a\">t /</subfield></datafield></record>"
      ),
      (
        .pubMedXML,
        "<PubmedArticle><MedlineCitation><PMID>1</PMID><ArticleTitle>a <i>b</i></ArticleTitle></MedlineCitation></PubmedArticle>"
      ),
    ]
    return written + others
  }

  @Test("A file cut at any byte, or with any byte changed, does no harm, and all places lie inside it")
  func brokenAnywhere() throws {
    for (format, text) in try Self.files() {
      let bytes = Array(text.utf8)
      let step = max(1, bytes.count / 60)
      for index in stride(from: 0, to: bytes.count, by: step) {
        for broken in [
          Array(bytes[..<index]), Self.changed(bytes, index, 0), Self.changed(bytes, index, 0xFF),
          Self.changed(bytes, index, 0x0A),
        ] {
          let source = TextDecoder.decode(broken, name: "x").source
          _ = RecordFormat.guessed(source)
          for diagnostic in format.read(source).diagnostics {
            #expect((diagnostic.span?.end ?? 0) <= source.bytes.count, "\(format) at \(index)")
          }
        }
      }
    }
  }

  private static func changed(_ bytes: [UInt8], _ index: Int, _ byte: UInt8) -> [UInt8] {
    var out = bytes
    out[index] = byte
    return out
  }

  @Test("Byte order marks, line ends of three kinds, GB18030 and Latin-1")
  func encodings() throws {
    let text = "TY  - BOOK\nAU  - 王力\nTI  - 中国语言学史\nPY  - 1981\nER  - \n"
    let utf16: [UInt8] = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let author: [UInt8] = [0xCD, 0xF5, 0xC1, 0xA6]
    let title: [UInt8] = [0xD6, 0xD0, 0xB9, 0xFA, 0xD3, 0xEF, 0xD1, 0xD4, 0xD1, 0xA7, 0xCA, 0xB7]
    var gb = Array("TY  - BOOK\nAU  - ".utf8) + author
    gb += Array("\nTI  - ".utf8) + title
    gb += Array("\nPY  - 1981\nER  - \n".utf8)
    var files: [[UInt8]] = [Array(text.utf8), gb]
    files.append([0xEF, 0xBB, 0xBF] + Array(text.utf8))
    files.append([0xFF, 0xFE] + utf16)
    files.append(Array(text.replacing("\n", with: "\r").utf8))
    files.append(Array(text.replacing("\n", with: "\r\n").utf8))
    for bytes in files {
      let source = TextDecoder.decode(bytes, name: "x").source
      let format = try #require(RecordFormat.guessed(source))
      #expect(format.read(source).references.map { $0.text(.title) } == ["中国语言学史"])
    }
  }
}

struct ReferenceListTests {
  @Test("Lists by GB/T 7714, with numbers and without")
  func list() throws {
    let text = """
      [1]王力.中国语言学史[J].中国语文,1963(03):12-20.
      费孝通.乡土中国[M].北京:三联书店,1985.

      2. 李四.某某研究[D].北京大学,2015.
      """
    let source = SourceText(name: "x.txt", text: text)
    #expect(RecordFormat.guessed(source, takesLists: true) == .list)
    #expect(RecordFormat.guessed(source) == nil)
    let references = RecordFormat.list.read(source).references
    #expect(references.map(\.type) == [.articleJournal, .book, .thesis])
    #expect(references.map { $0.names(.author).map(\.displayed) } == [["王力"], ["费孝通"], ["李四"]])
    #expect(references.allSatisfy { $0.names(.author).allSatisfy { $0.nationality == nil } })
  }

  @Test("Keys of a format that hold a file together can't be smuggled in by way of CSL-JSON", arguments: Matrix.formats)
  func structureIsKept(format: RecordFormat) {
    let names = [
      "ER", "TY", "%0", "RT", "Reference Type", "Source", "Tag", "record", "a/record", "xml", "mods", "ref-type", "id",
      "type", "", "a b", "entrytype", "}",
    ]
    var item = Reference(id: "x", type: .book)
    item.set(.title, text: "t")
    for name in names {
      item.foreign.append(
        Reference.ForeignField(
          format: format.mapping?.format ?? format.rawValue, key: name, value: .string("TY  - BOOK")))
    }
    let text = format.write([item, item], keys: CitationKeys(pattern: .hanzi)).text
    let back = format.read(SourceText(name: "y", text: text)).references
    #expect(back.map { $0.text(.title) } == ["t", "t"])
  }
}

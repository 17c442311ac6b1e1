import ArgumentParser
import CitationCorpus
import FormatSuite
import Foundation
import Yinzhu

/// A tool for ourselves: files of formats with the records expected, and every format into every other.
@main
struct FormatSuiteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "format-suite", abstract: "Compares what the formats give with what is expected.",
    subcommands: [ConformanceCommand.self, MatrixCommand.self])
}

struct ConformanceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conformance",
    abstract: "Reads every file of a folder, and compares it with the records that stand beside it.",
    discussion: "Beside x.ris stands x.bib; lines of cnki.jsonl hold an input and Zotero items.")

  @Argument(help: "The folder.")
  var folder: String

  @Flag(help: "Say every field that differs.")
  var verbose = false

  func run() throws {
    let results = Conformance.run(folder: folder)
    var files = 0
    var records = 0
    var equal = 0
    var different: [String: Int] = [:]
    for result in results {
      files += 1
      records += result.records
      equal += result.equal
      let note = result.note.map { "  \($0)" } ?? ""
      print(
        "\(result.name): \(result.format?.rawValue ?? "no format"), \(result.records) records, \(result.equal) fields equal, \(result.differences.count) differ\(note)"
      )
      for difference in result.differences {
        different[difference.field, default: 0] += 1
        if verbose {
          print(
            "    \(difference.field): expected “\(difference.before.prefix(160))”, is “\(difference.after.prefix(160))”"
          )
        }
      }
    }
    print(
      "fields that differ: "
        + different.sorted { $0.value > $1.value }.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
    print("\(files) files, \(records) records, \(equal) fields equal, \(different.values.reduce(0, +)) differ")
    if results.contains(where: { $0.isLost }) { throw ExitCode(1) }
  }
}

struct MatrixCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "matrix",
    abstract: "Converts records from every format into every other, and looks for silent losses.",
    discussion: "Prints the share of fields that come back, in percent; what is lost without a word ends with 1.")

  @Argument(help: "Files of records beside those of our own making.")
  var files: [String] = []

  @Option(help: "How many records are made.")
  var count = 10_000

  @Option(help: "The seed of the records.")
  var seed: UInt64 = 1

  @Option(help: "How many silent losses are shown for each conversion.")
  var show = 3

  func run() throws {
    let lists = try WordLists(folder: "Sources/CitationCorpus/words", lexicons: "Sources/CLexicons/lexicons")
    var stress = StressRecords(lists: lists, seed: seed)
    var references = stress.records(count)
    for path in files {
      guard let data = FileManager.default.contents(atPath: path) else {
        print("skipped: \(path) is not there")
        continue
      }
      let source = TextDecoder.decode(Array(data), name: path).source
      references += RecordFormat.guessed(source)?.read(source).references ?? []
    }
    print("\(references.count) records; fields that come back, in percent of those that the first format has")
    let matrix = Matrix(references: references)
    let width = 12
    func padded(_ text: String) -> String { String(repeating: " ", count: max(0, width - text.count)) + text }
    print(padded("from \\ to") + Matrix.formats.map { padded($0.rawValue) }.joined())
    var silent: [String] = []
    var missing = 0
    for from in Matrix.formats {
      let row = matrix.row(from)
      print(
        padded(from.rawValue)
          + row.map { cell in
            let lost = cell.reported + cell.silent.count
            let share = cell.fields == 0 ? 100 : 100 - Double(lost) * 100 / Double(cell.fields)
            return padded((share * 10).rounded() / 10 == 100 && lost > 0 ? "99.9" : String((share * 10).rounded() / 10))
          }.joined())
      for cell in row {
        missing += cell.missing
        if cell.missing > 0 {
          print("    \(cell.from.rawValue) → \(cell.to.rawValue): \(cell.missing) records are missing")
        }
        for line in cell.silent.prefix(show) { print("    silent: \(line)") }
        silent += cell.silent
      }
    }
    print("\(silent.count) fields lost in silence, \(missing) records missing")
    if !silent.isEmpty || missing > 0 { throw ExitCode(1) }
  }
}

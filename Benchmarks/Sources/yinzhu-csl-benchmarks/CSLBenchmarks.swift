import Foundation
import Yinzhu

/// `yinzhu-csl-benchmarks COMMAND BENCH STYLES DATA`: the CSL processor beside others, in one run.
///
/// BENCH is the folder with the peers' scripts and the generator of records, DATA a folder for what it makes.
@main
struct CSLBenchmarks {
  static let styles = [
    ("GB/T 7714 numeric", "china-national-standard-gb-t-7714-2015-numeric", 0.30),
    ("Chicago notes", "chicago-note-bibliography", 0.80), ("APA", "apa", 0.80),
  ]
  /// Peers that need longer are stopped.
  static let limit = 60.0

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 5 else {
      FileHandle.standardError.write(Data("usage: yinzhu-csl-benchmarks COMMAND BENCH STYLES DATA\n".utf8))
      exit(2)
    }
    let run = CSLBenchmarks(command: arguments[1], bench: arguments[2], styles: arguments[3], data: arguments[4])
    try run.whole()
    try run.inside()
  }

  let command: String
  let bench: String
  let styles: String
  let data: String

  private func records(_ count: Int) throws -> String {
    let folder = "\(data)/\(count)"
    if !FileManager.default.fileExists(atPath: folder + "/items.json") {
      let made = WholeProcess.run(["python3", bench + "/gen.py", String(count), folder], in: bench, limit: 300)
      guard made.end == .done else { throw Unmade(folder: folder) }
    }
    return folder
  }

  private struct Unmade: Error {
    var folder: String
  }

  private func yinzhu(_ folder: String, _ style: String) -> [String] {
    [command, "cite", folder + "/items.json", "--style", "\(styles)/\(style).csl", "--bibliography-only", "--quiet"]
  }

  // MARK: Whole processes

  private func whole() throws {
    let small = try records(5_000)
    let large = try records(50_000)
    let peers = Peers(bench: bench, data: small)
    print("5,000 records, whole process, bibliography only: seconds, most memory\n")
    print("| style | yinzhu | wanted | 50,000 records | " + Peers.names.joined(separator: " | ") + " |")
    print("|---|---|---|---|" + String(repeating: "---|", count: Peers.names.count))
    for (title, style, wanted) in Self.styles {
      let own = WholeProcess.median(5, yinzhu(small, style), in: small, limit: Self.limit)
      let tenfold = WholeProcess.median(1, yinzhu(large, style), in: large, limit: 10 * Self.limit)
      var row = "| \(title) | \(cell(own)) | ≤ \(String(format: "%.2f", wanted)) s, 150 MiB | \(cell(tenfold)), "
      row += String(format: "%.1f times (≤ 12)", tenfold.wall / max(own.wall, 1e-6)) + " |"
      for peer in Peers.names {
        switch peers.command(peer, style: "\(styles)/\(style).csl") {
        case .failure: row += " skipped |"
        case .success(let words):
          row += " \(cell(WholeProcess.median(3, words, in: small, limit: Self.limit))) |"
        }
      }
      print(row)
      fflush(nil)
    }
    print("")
    for peer in Peers.names {
      if case .failure(let absent) = peers.command(peer, style: styles) { print("\(peer) skipped: \(absent.reason)") }
    }
  }

  private func cell(_ run: WholeProcess) -> String {
    switch run.end {
    case .absent: "absent"
    case .failed: "refuses the style"
    case .stopped: "> \(Int(Self.limit)) s"
    case .done: String(format: "%.2f s, %d MiB", run.wall, run.memory >> 20)
    }
  }

  // MARK: One process

  private func inside() throws {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: try records(5_000) + "/items.json")))
    let records = CSLJSON.read(SourceText(name: "items.json", bytes: bytes)).references
    let inside = InProcess(styles: styles, records: records)
    print("\n| in one process | yinzhu | wanted |\n|---|---|---|")
    func row(_ what: String, _ value: Double, _ wanted: Int) {
      print("| \(what) | \(String(format: "%.1f", value)) ms | ≤ \(wanted) ms |")
    }
    row("a Chicago style of 243 KB compiles", try inside.compile(), 15)
    row("one record with 500 authors", try inside.manyAuthors(), 50)
    row("one citation more in 600, notes", try inside.insertion("chicago-note-bibliography"), 10)
    row("one citation more in 600, author-date", try inside.insertion("apa"), 10)
    row("one citation more in 600, numbers", try inside.insertion("china-national-standard-gb-t-7714-2015-numeric"), 10)
  }
}

import Foundation
import Yinzhu

/// `yinzhu-formats-benchmarks FILE.bib COMMAND`: reading BibLaTeX and writing CSL-JSON in the process, the whole command, and
/// other programs on the same file. Of several runs the fastest counts: other work on the machine only adds.
@main
enum FormatsBenchmarks {
  private static let clock = ContinuousClock()

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let data = FileManager.default.contents(atPath: arguments[1]) else {
      FileHandle.standardError.write(Data("usage: yinzhu-formats-benchmarks FILE.bib COMMAND\n".utf8))
      exit(2)
    }
    let (path, command) = (arguments[1], arguments[2])
    let megabytes = Double(data.count) / 1e6
    let cores = ProcessInfo.processInfo.activeProcessorCount
    print("| BibLaTeX of \(String(format: "%.1f", megabytes)) MB | time | MB/s |\n|---|---|---|")
    func row(_ what: String, _ seconds: Double) {
      print("| \(what) | \(String(format: "%.2f", seconds)) s | \(String(format: "%.0f", megabytes / seconds)) |")
    }

    let bytes = [UInt8](data)
    row("decoding", fastest { _ = TextDecoder.decode(bytes, name: path) })
    let source = TextDecoder.decode(bytes, name: path).source
    var references: [Reference] = []
    row("reading, one core", fastest { references = BibTeXReader().read(source).references })
    row("reading, \(cores) cores", fastest { references = BibTeXReader().read(source, jobs: cores).references })
    row("writing CSL-JSON, one core", fastest { _ = CSLJSON.write(references) })
    row("writing CSL-JSON, \(cores) cores", fastest { _ = CSLJSON.write(references, jobs: cores) })
    let file = BibTeXFile(source, dialect: .biblatex, jobs: cores)
    let keys = CitationKeys(pattern: .hanzi)
    row("writing the file again", fastest { _ = file.written(file.references, keys: keys) })
    references = []

    let out = FileManager.default.temporaryDirectory.appending(path: "bench-formats").path
    row(
      "yinzhu convert, whole command",
      try fastest { try run([command, "convert", path, "--to", "csl-json", "-o", out]) })
    let peers: [[String]] = [
      ["bibclean", path], ["bib2xml", path], ["pandoc", "-f", "biblatex", "-t", "csljson", path, "-o", out],
      ["bibtool", "-i", path, "-o", out],
    ]
    for peer in peers {
      guard isInstalled(peer[0]) else {
        print("| \(peer[0]) | skipped: not installed | |")
        continue
      }
      // They take up to a minute; once is enough.
      row(peer[0], try fastest(runs: 1) { try run(peer) })
    }
  }

  private static func fastest(runs: Int = 3, _ body: () throws -> Void) rethrows -> Double {
    var times: [Double] = []
    for _ in 0..<runs {
      let time = try clock.measure(body).components
      times.append(Double(time.seconds) + Double(time.attoseconds) * 1e-18)
    }
    return times.min() ?? .infinity
  }

  private static func isInstalled(_ program: String) -> Bool {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
    }
  }

  /// Runs a program to its end; what it prints goes nowhere.
  private static func run(_ words: [String]) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = words
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
  }
}

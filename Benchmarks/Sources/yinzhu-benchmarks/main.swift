import Foundation
import Yinzhu

/// `yinzhu-benchmarks ARTICLE COMMAND [FILE…]`: throughput of extract and parse in the process, on one core, the time that
/// the command takes to start, and what more files take (a PDF beside pdftotext alone). Of several runs the fastest counts: other work on the machine only adds.

let clock = ContinuousClock()

func seconds(_ duration: Duration) -> Double {
  Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
}

/// The shortest time of some runs, in seconds.
func fastest(runs: Int, _ body: () throws -> Void) rethrows -> Double {
  var times: [Double] = []
  for _ in 0..<runs { times.append(seconds(try clock.measure(body))) }
  return times.min() ?? .infinity
}

func row(_ what: String, _ value: Double, _ unit: String, digits: Int = 1) {
  print("| \(what) | \(String(format: "%.\(digits)f", value)) \(unit) |")
}

struct StartFailure: Error {
  var command: String
}

/// Runs a command to its end. Foundation's `Process` takes ten times as long as the command.
func start(_ command: String, _ words: String...) throws {
  var process = pid_t()
  var status: Int32 = 0
  var argv = ([command] + words).map { strdup($0) } + [nil]
  defer { for case let word? in argv { free(word) } }
  guard posix_spawnp(&process, command, nil, nil, &argv, environ) == 0, waitpid(process, &status, 0) == process,
    status == 0
  else { throw StartFailure(command: command) }
}

/// Reading a file, and all of extract.
func files(_ paths: [String], _ pipeline: Pipeline) throws {
  for path in paths {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
    let name = URL(filePath: path).lastPathComponent
    var count = 0
    let time = try fastest(runs: 7) { count = try pipeline.extract(bytes, name: name).entries.count }
    let read = try fastest(runs: 7) { _ = try DocumentReader.read(bytes, name: name) }
    row("extract, \(name) (\(count) notes)", time * 1000, "ms")
    row("  of it reading the document", read * 1000, "ms")
    guard name.hasSuffix(".pdf") else { continue }
    let tool = try fastest(runs: 7) { try start("pdftotext", "-bbox-layout", path, "/dev/null") }
    row("  pdftotext alone", tool * 1000, "ms")
  }
}

func run() throws {
  let arguments = CommandLine.arguments
  guard arguments.count >= 3 else {
    FileHandle.standardError.write(Data("usage: yinzhu-benchmarks ARTICLE COMMAND [FILE…]\n".utf8))
    exit(2)
  }
  let article = [UInt8](try Data(contentsOf: URL(filePath: arguments[1])))
  let pipeline = Pipeline()
  print("| what | result |\n|---|---|")

  // The article as it is, again and again: what a folder of articles costs.
  let repeats = 20
  var notes: [String] = []
  let time = try fastest(runs: 7) {
    for _ in 0..<repeats {
      let extraction = try pipeline.extract(article, name: "article")
      notes = extraction.entries.compactMap { $0.note.text?.string }
    }
  }
  row(
    "extract, one article (\(article.count / 1000) KB), \(repeats) times", Double(article.count * repeats) / time / 1e6,
    "MB/s")

  // The article many times in one file: time must grow with the length, not faster.
  let long = [UInt8]((0..<100).flatMap { _ in article })
  let longTime = try fastest(runs: 3) { _ = try pipeline.extract(long, name: "long") }
  row(
    "extract, the article 100 times in one file (\(long.count / 1_000_000) MB)", Double(long.count) / longTime / 1e6,
    "MB/s")

  // What extract is made of.
  let readTime = try fastest(runs: 7) {
    for _ in 0..<repeats { _ = try DocumentReader.read(article, name: "article") }
  }
  row("  of it reading the document", Double(article.count * repeats) / readTime / 1e6, "MB/s")
  let document = try DocumentReader.read(article, name: "article")
  let findTime = fastest(runs: 7) {
    for _ in 0..<repeats { _ = NoteFinder.find(in: document) }
  }
  row("  of it finding notes", Double(article.count * repeats) / findTime / 1e6, "MB/s")

  guard !notes.isEmpty else { return }
  let parses = 500
  let parseTime = fastest(runs: 5) {
    for _ in 0..<parses { for note in notes { _ = pipeline.parser.parse(note) } }
  }
  row("parse, the article's notes", Double(parses * notes.count) / parseTime, "notes/s", digits: 0)

  try files(Array(arguments.dropFirst(3)), pipeline)

  // The command's own output would stand in the table.
  fflush(nil)
  let output = dup(STDOUT_FILENO)
  let null = open("/dev/null", O_WRONLY)
  dup2(null, STDOUT_FILENO)
  defer { close(null) }
  let startTime = try fastest(runs: 41) { try start(arguments[2], "--version") }
  fflush(nil)
  dup2(output, STDOUT_FILENO)
  close(output)
  row("start of the command (`yinzhu --version`)", startTime * 1000, "ms")
}

do {
  try run()
} catch {
  FileHandle.standardError.write(Data("yinzhu-benchmarks: \(error)\n".utf8))
  exit(1)
}

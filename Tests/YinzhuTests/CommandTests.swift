import Foundation
import Testing

/// The command line as its users and scripts meet it: exit status, data on standard output, messages on standard error.
@Suite(.serialized)
struct CommandTests {
  static let note = "王力：《山海集》，山海出版社2001年，第3页。"
  static let article = "论山\n山是高的。①水是深的。\n\n① \(note)\n"

  // MARK: Unusable input: exit 1, and the file is named

  @Test(
    "Input that can't be used",
    arguments: [
      ("missing.txt", "missing.txt: error: there is no such file"),
      ("empty.txt", "[D001]"),
      ("binary.txt", "[D002]"),
      ("folder", "--recursive"),
    ])
  func unusable(path: String, message: String) throws {
    let files = ["empty.txt": "", "binary.txt": "\u{7F}ELF\u{0}\u{1}\u{2}", "folder/a.txt": Self.article]
    let run = try CommandRun(["extract", path], files: files)
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(run.errors.hasPrefix(path), "\(run.errors)")
  }

  @Test("One unusable file among others: the rest is done, exit 1")
  func partly() throws {
    let run = try CommandRun(["extract", "missing.txt", "a.txt", "--to", "csl-json"], files: ["a.txt": Self.article])
    #expect(run.status == 1)
    #expect(run.output.contains("山海集"))
  }

  @Test("A folder with --recursive, several files at a time, comes in the order of names")
  func recursive() throws {
    let files = ["folder/b.txt": Self.article, "folder/a/c.txt": Self.article, "folder/image.png": "x"]
    let run = try CommandRun(["extract", "folder", "--recursive", "--jobs", "2", "--to", "jsonl"], files: files)
    #expect(run.status == 0)
    let documents = run.output.split(separator: "\n").filter { $0.hasPrefix("{\"type\":\"document\"") }
    #expect(documents.count == 2)
    #expect(documents.first?.contains("folder/a/c.txt") == true)
  }

  // MARK: Wrong usage: exit 2

  @Test(
    "Wrong usage says what would be right",
    arguments: [
      (["extract", "a.txt", "--to", "bibtx"], "bibtex"),
      (["parse", "--to", "report"], "jsonl"),
      (["parse", "--from", "xml"], "lines or jsonl"),
      (["extract", "a.txt", "--jobs", "0"], "--jobs"),
      (["explain", "N00"], "N001"),
      (["cite", "refs.json", "--style", "gb-t-7714-2015-numerc"], "gb-t-7714-2015-numeric"),
      (["convert", "refs.json", "--to", "cls-json"], "csl-json"),
      (["extrct", "a.txt"], "extract"),
    ])
  func usage(arguments: [String], hint: String) throws {
    let run = try CommandRun(arguments, files: ["a.txt": Self.article, "refs.json": "[]"])
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(hint), "\(run.errors)")
  }

  @Test(
    "Every command explains itself with an example",
    arguments: [
      "extract", "parse", "convert", "cite", "explain", "styles", "formats",
    ])
  func help(command: String) throws {
    let run = try CommandRun([command, "--help"])
    #expect(run.status == 0)
    #expect(run.output.contains("yinzhu \(command)"))
    #expect(run.errors.isEmpty)
  }

  @Test("--version")
  func version() throws {
    let run = try CommandRun(["--version"])
    #expect(run.status == 0)
    #expect(run.output.split(separator: ".").count == 3)
  }

  // MARK: parse

  @Test("One line for each input, in order, also for broken ones; ids come back as they were given")
  func parseJSONLines() throws {
    let input = """
      {"id":"a","text":"\(Self.note)"}
      no JSON

      {"id":7,"text":"同上。"}
      {"id":"d"}
      """
    let run = try CommandRun(["parse", "--from", "jsonl"], input: input)
    let lines = run.output.split(separator: "\n")
    #expect(run.status == 1)
    #expect(lines.count == 4)
    #expect(lines.first?.hasPrefix("{\"id\":\"a\",\"kind\":\"citation\",\"citations\":[{") == true)
    #expect(lines.dropFirst().first?.hasPrefix("{\"id\":null,\"error\":") == true)
    #expect(lines.dropFirst(2).first?.hasPrefix("{\"id\":7,\"kind\":\"back-reference\"") == true)
    #expect(lines.last?.hasPrefix("{\"id\":\"d\",\"error\":") == true)
    #expect(run.errors.contains("<stdin>:2:1: error:"), "\(run.errors)")
  }

  @Test("Lines: blank ones are left out, the id is the number of the line")
  func parseLines() throws {
    let run = try CommandRun(["parse", "-"], input: "\n\(Self.note)\r\n\n\(Self.note)")
    #expect(run.status == 0)
    let ids = run.output.split(separator: "\n").map { $0.prefix(9) }
    #expect(ids == ["{\"id\":\"2\"", "{\"id\":\"4\""])
  }

  // MARK: Output

  @Test("-o writes the file and nothing else; a link stays a link, a folder can't be written")
  func outputFile() throws {
    let script = """
      echo old > real.json; ln -s real.json link.json
      "$YINZHU" parse a.txt -o link.json && test -L link.json && grep -q 山海集 real.json || exit 9
      mkdir folder; "$YINZHU" parse a.txt -o folder
      """
    let run = try CommandRun(script: script, files: ["a.txt": Self.note])
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("folder: error:"), "\(run.errors)")
  }

  @Test("A device is written to, not replaced")
  func outputDevice() throws {
    let script = "mkfifo p; cat p > copy & \"$YINZHU\" parse a.txt -o p; wait; test -p p && grep -c 山海集 copy"
    let run = try CommandRun(script: script, files: ["a.txt": Self.note])
    #expect(run.status == 0)
    #expect(run.output == "1\n")
  }

  @Test("Standard input that is closed is said; output that nobody reads ends in silence")
  func closed() throws {
    let input = try CommandRun(script: "\"$YINZHU\" extract <&-")
    #expect(input.status == 1)
    #expect(input.errors.hasPrefix("<stdin>: error: can't be read"), "\(input.errors)")
    let many = String(repeating: Self.note + "\n", count: 3000)
    let output = try CommandRun(script: "\"$YINZHU\" parse a.txt | head -n 1", files: ["a.txt": many])
    #expect(output.output.contains("\"id\":\"1\""))
    #expect(output.errors.isEmpty, "\(output.errors)")
  }

  @Test("A named pipe is read like a file")
  func pipe() throws {
    let run = try CommandRun(
      script: "mkfifo p; cat a.txt > p & \"$YINZHU\" extract p --to bibtex", files: ["a.txt": Self.article])
    #expect(run.status == 0)
    #expect(run.output.contains("@book{"))
  }

  @Test("--quiet says nothing but errors")
  func quiet() throws {
    let lost = "山是高的。①水是深的。②\n\n① \(Self.note)\n"
    let loud = try CommandRun(["extract", "a.txt", "--to", "bibtex"], files: ["a.txt": lost])
    #expect(loud.errors.hasPrefix("a.txt:1:"), "\(loud.errors)")
    #expect(loud.errors.contains(" warning: ") && loud.errors.contains("[N001]"))
    let quiet = try CommandRun(["extract", "a.txt", "--to", "bibtex", "--quiet"], files: ["a.txt": lost])
    #expect(quiet.errors.isEmpty)
    #expect(quiet.output == loud.output)
  }

  // MARK: Awkward sizes

  @Test("One line of a megabyte with thousands of markers that begin again: done, no trap")
  func longLine() throws {
    let text = String(repeating: Self.note + "①", count: 15_000)
    let run = try CommandRun(["extract", "a.txt", "--to", "bibtex", "--quiet"], files: ["a.txt": text])
    #expect(run.status == 0)
    #expect(run.errors.isEmpty, "\(run.errors.prefix(300))")
  }

  // MARK: Records

  @Test("extract → CSL-JSON → BibTeX → CSL-JSON → GB/T 7714 keeps the work")
  func chain() throws {
    let script = """
      "$YINZHU" extract a.txt --to csl-json -o 1.json && "$YINZHU" convert 1.json --to bibtex -o 2.bib &&
      "$YINZHU" convert 2.bib --from bibtex --to csl-json -o 3.json &&
      "$YINZHU" cite 3.json --style gb-t-7714-2015-numeric
      """
    let run = try CommandRun(script: script, files: ["a.txt": Self.article])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output == "[1] 王力. 山海集[M]. 山海出版社, 2001.\n")
  }
}

import Foundation
import Testing

/// What the command does with links, devices, pipes, folders and awkward sizes, and with mistyped words.
@Suite(.serialized)
struct CommandFilesTests {
  static let note = "王力：《山海集》，山海出版社2001年，第3页。"
  static let article = "论山\n山是高的。①水是深的。\n\n① \(note)\n"

  let command: BuiltCommand

  init() throws {
    command = try BuiltCommand()
    try command.write("a.txt", Self.article)
    try command.write("note.txt", Self.note)
  }

  @Test("-o into a link writes the file that it points to; a folder is refused")
  func outputLink() throws {
    try command.write("real.json", "old")
    let run = try command.run("ln -s real.json link.json; \"$yinzhu\" parse note.txt -o link.json && test -L link.json")
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
    #expect(command.read("real.json")?.contains("山海集") == true)
    let folder = try command.run("mkdir folder; \"$yinzhu\" parse note.txt -o folder")
    #expect(folder.status == 1)
    #expect(folder.errors.hasPrefix("folder: error:"), "\(folder.errors)")
  }

  @Test("-o into a pipe or device writes to it, and never puts a file in its place")
  func outputDevice() throws {
    let run = try command.run(
      "mkfifo p; cat p > copy & \"$yinzhu\" parse note.txt -o p; wait; test -p p && grep -c 山海集 copy")
    #expect(run.status == 0)
    #expect(run.output == "1\n")
  }

  @Test("A named pipe is read like a file")
  func inputPipe() throws {
    let run = try command.run("mkfifo p; cat a.txt > p & \"$yinzhu\" extract p --to bibtex")
    #expect(run.status == 0)
    #expect(run.output.contains("@book{"))
  }

  @Test("A folder with --recursive gives its text files, in the order of names")
  func recursive() throws {
    let run = try command.run(
      """
      mkdir -p f/a; cp a.txt f/b.txt; cp a.txt f/a/c.txt; cp a.txt f/picture.png
      "$yinzhu" extract f --recursive --jobs 2 --to jsonl
      """)
    #expect(run.status == 0)
    let documents = run.lines.filter { $0.hasPrefix("{\"type\":\"document\"") }
    #expect(documents.count == 2)
    #expect(documents.first?.contains("f/a/c.txt") == true)
  }

  @Test("--quiet says nothing but errors, and changes no data")
  func quiet() throws {
    try command.write("lost.txt", "山是高的。①水是深的。②\n\n① \(Self.note)\n")
    let loud = try command.run("\"$yinzhu\" extract lost.txt --to bibtex")
    #expect(loud.errors.hasPrefix("lost.txt:1:"), "\(loud.errors)")
    #expect(loud.errors.contains(": warning: ") && loud.errors.contains("[N001]"))
    let quiet = try command.run("\"$yinzhu\" extract lost.txt --to bibtex --quiet")
    #expect(quiet.errors.isEmpty)
    #expect(quiet.output == loud.output)
  }

  @Test("One line of a megabyte with thousands of markers that begin again: done, no trap")
  func restarts() throws {
    try command.write("long.txt", String(repeating: Self.note + "①", count: 15_000))
    let run = try command.run("\"$yinzhu\" extract long.txt --to bibtex --quiet")
    #expect(run.status == 0)
    #expect(run.errors.isEmpty, "\(run.errors.prefix(300))")
  }

  @Test(
    "Mistyped words are answered with the right ones, exit 2",
    arguments: [
      ("extrct a.txt", "extract"), ("explain N00", "N001"), ("convert refs.json --to cls-json", "csl-json"),
      ("cite refs.json --style gb-t-7714-2015-numerc", "gb-t-7714-2015-numeric"),
      ("parse --from xml", "lines or jsonl"),
    ])
  func mistyped(arguments: String, hint: String) throws {
    try command.write("refs.json", "[]")
    let run = try command.run("\"$yinzhu\" \(arguments)")
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(hint), "\(run.errors)")
  }

  @Test("extract → CSL-JSON → BibTeX → CSL-JSON → GB/T 7714 keeps the work")
  func chain() throws {
    let run = try command.run(
      """
      "$yinzhu" extract a.txt --to csl-json -o 1.json && "$yinzhu" convert 1.json --to bibtex -o 2.bib &&
      "$yinzhu" convert 2.bib --from bibtex --to csl-json -o 3.json &&
      "$yinzhu" cite 3.json --style gb-t-7714-2015-numeric
      """)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output == "[1] 王力. 山海集[M]. 山海出版社, 2001.\n")
  }
}

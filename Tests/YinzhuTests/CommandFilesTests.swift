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

  @Test("--output-directory gives a file for each input; one that can't be read doesn't stop the others")
  func outputDirectory() throws {
    let run = try command.run(
      """
      mkdir -p f/a; cp a.txt f/b.md; cp a.txt f/a/b.md; printf 'PK\\003\\004broken' > f/a/c.docx
      "$yinzhu" extract f a.txt missing.txt --recursive --jobs 3 --to jsonl --output-directory out
      """)
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("f/a/c.docx: error: ") && run.errors.contains("[D006]"), "\(run.errors)")
    #expect(run.errors.contains("missing.txt: error: "))
    let files = try command.run("cd out && find . -type f | sort")
    #expect(files.lines == ["./a.txt.jsonl", "./a/b.md.jsonl", "./b.md.jsonl"])
  }

  @Test("--resume leaves out what is done, and does again what was changed")
  func resume() throws {
    let run = try command.run(
      """
      cp a.txt b.txt
      "$yinzhu" extract a.txt b.txt --to bibtex --output-directory out --quiet
      echo kept > out/a.txt.bib; echo lost > out/b.txt.bib; touch -d '+1 minute' b.txt
      "$yinzhu" extract a.txt b.txt --to bibtex --output-directory out --resume --quiet
      cat out/a.txt.bib; grep -c '^@book' out/b.txt.bib
      """)
    #expect(run.lines == ["kept", "1"], "\(run.errors)")
    #expect(try command.run("\"$yinzhu\" extract a.txt --resume").status == 2)
  }

  @Test("The same article as text, Markdown, HTML and LaTeX gives the same works")
  func sameArticle() throws {
    let note = Self.note
    try command.write("s.txt", "山是高的。①\n\n① \(note)\n")
    try command.write("s.md", "山是高的。[^1]\n\n[^1]: \(note)\n")
    try command.write(
      "s.html", "<html><body><p>山是高的。<sup><a href='#a'>[1]</a></sup></p><ol><li id='a'>\(note)</li></ol></body></html>")
    try command.write("s.tex", "\\begin{document}山是高的。\\footnote{\(note)}\\end{document}\n")
    let works = try ["s.txt", "s.md", "s.html", "s.tex"].map { file in
      try command.run("\"$yinzhu\" extract \(file) --to csl-json --quiet").output
    }
    #expect(works.first?.contains("山海集") == true)
    #expect(Set(works.map(\.self)).count == 1, "\(works)")
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

  @Test(
    "A .bib file that becomes one again keeps comments, macros, capitals and braces",
    arguments: ["--to biblatex", "--to bibtex", "--to bibtex --from bibtex"])
  func keepsBibTeX(options: String) throws {
    let file = """
      % a comment of mine
      @string{p = {Sea Press}}
      @BOOK{lee,
        author    = "Lee, Ann and {Sea Group}",
        title     = {The Other {Side}},
        publisher = p,  year=1997,
        myfield   = {kept},
      }

      """
    try command.write("refs.bib", file)
    let kept = try command.run("\"$yinzhu\" convert refs.bib \(options)")
    #expect(kept.output == file)
    let named = try command.run("\"$yinzhu\" convert refs.bib \(options) --keys '{author}{year}'")
    #expect(named.output == file.replacing("@BOOK{lee,", with: "@BOOK{Lee1997,"))
  }

  @Test("A .bib file with fields of BibLaTeX is converted to BibTeX")
  func convertsBibLaTeX() throws {
    try command.write("refs.bib", "@book{a, title={X}, date={2001-02-03}, location={Rome}}")
    let run = try command.run("\"$yinzhu\" convert refs.bib --to bibtex")
    #expect(run.output.contains("year = {2001}") && run.output.contains("address = {Rome}"), "\(run.output)")
  }

  @Test("A .bib file becomes CSL-JSON piece by piece as it does as a whole")
  func streams() throws {
    try command.write("refs.bib", (1...9000).map { "@book{k\($0), title={T \($0)}, year=2001}\n" }.joined())
    let pieces = try command.run("\"$yinzhu\" convert refs.bib --to csl-json")
    let whole = try command.run("\"$yinzhu\" convert - --from biblatex --to csl-json < refs.bib")
    #expect(pieces.output == whole.output)
    #expect(pieces.output.contains("\"k9000\""))
  }

  @Test(
    "A broken record file: what is whole is written, exit 1",
    arguments: ["convert bad.bib --to csl-json", "cite bad.bib --style gb-t-7714-2015-numeric"])
  func broken(arguments: String) throws {
    try command.write("bad.bib", "@book{a, title={山海集}, author={王力}, year=2001}\n@book{b, title={河海")
    let run = try command.run("\"$yinzhu\" \(arguments)")
    #expect(run.status == 1)
    #expect(run.output.contains("山海集"))
    #expect(run.errors.contains("bad.bib:2:"), "\(run.errors)")
  }
}

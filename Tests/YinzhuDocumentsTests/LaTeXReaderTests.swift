import Testing
import YinzhuDocuments
import YinzhuModel
import YinzhuText

@Suite("LaTeX")
struct LaTeXReaderTests {
  func read(_ text: String, name: String = "a.tex") throws -> Document {
    try DocumentReader.read(Array(text.utf8), name: name)
  }

  @Test("footnotes with nested braces, comments and escapes")
  func footnotes() throws {
    let document = try read(
      """
      \\documentclass{article}
      \\newcommand{\\x}{\\footnote{not this}}
      \\begin{document}
      甲文\\footnote{费孝通：《\\emph{乡土 {中国}}》% a comment }
        ，第~12--14 页，50\\% \\& more.} % \\footnote{nor this}
      乙文\\footnote[7]{``Quoted'' Caf\\'e \\cite[12]{fei1948}.}丙文\\footnote{三}
      \\end{document}
      """)
    #expect(
      document.nativeNotes?.map { $0.text?.string } == [
        "费孝通：《乡土 中国》，第 12–14 页，50% & more.", "“Quoted” Cafe\u{301} \\cite[12]{fei1948}.", "三",
      ])
    #expect(document.nativeNotes?.map { $0.label?.number } == [1, 7, 2])
    #expect(document.nativeNotes?.first?.marker.map { document.source[$0.span] } == "\\footnote")
  }

  @Test("marks and their texts, endnotes beside them")
  func marks() throws {
    let document = try read(
      "甲\\footnotemark 乙\\endnote{尾}丙\\footnotemark[5]\\footnotetext{一}\\footnotetext[5]{五}丁\\footnotemark")
    let notes = try #require(document.nativeNotes)
    #expect(notes.map { $0.text?.string } == ["一", "尾", "五", nil])
    #expect(notes.map { $0.label?.number } == [1, 1, 5, 2])
    #expect(Set(notes.map(\.id)).count == 4)
  }

  @Test("numbers begin again in each chapter; circled where the author says so")
  func chapters() throws {
    let document = try read(
      "\\documentclass[a4]{ctexbook}\n\\renewcommand{\\thefootnote}{\\textcircled{\\arabic{footnote}}}\n\\begin{document}\\chapter{A}甲\\footnote{一}\\chapter{B}乙\\footnote{二}\\end{document}"
    )
    #expect(document.nativeNotes?.map { $0.label?.symbol } == ["①", "①"])
    #expect(document.nativeNotes?.map { $0.text?.string } == ["一", "二"])
  }

  @Test("verbatim text holds no notes")
  func verbatim() throws {
    let document = try read(
      "\\begin{verbatim}\\footnote{a}\\end{verbatim}\\verb|\\footnote{b}|甲\\footnote{c}")
    #expect(document.nativeNotes?.map { $0.text?.string } == ["c"])
  }

  @Test("text cut anywhere never traps; groups without end are text")
  func hostile() throws {
    let bytes = Array(
      "\\documentclass{book}\\begin{document}\\footnote[1]{a\\'{e}\\cite*[b]{c}\\verb|d|}\\footnotetext{\\\\}\\setcounter{footnote}{3}%"
        .utf8)
    for count in 1...bytes.count { _ = try DocumentReader.read(Array(bytes[..<count]), name: "a.tex") }
  }
}

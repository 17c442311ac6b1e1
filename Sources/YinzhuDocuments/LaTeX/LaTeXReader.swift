import YinzhuModel
import YinzhuText

/// Reads the notes of LaTeX: `\footnote`, `\footnotemark` with `\footnotetext`, `\endnote` and its kin, `\thanks`.
/// `\cite` and other citation commands stay in the text as they are: their keys name records elsewhere.
struct LaTeXReader {
  /// A series of notes that counts for itself.
  private struct Series {
    var prefix: String
    var count = 0
    var chapter = 0
    /// The last marker without text, as `\footnotetext` takes it.
    var last = 0
  }

  private let bytes: [UInt8]
  private var notes = SourceNotes(evidence: "the command holds the note")
  private var footnotes = Series(prefix: "f")
  private var endnotes = Series(prefix: "e")
  private var thanks = 0
  private var isCircled = false
  private var restart = NoteLabel.Restart.document

  /// Whether a text is LaTeX, by its commands.
  static func isLaTeX(_ source: SourceText) -> Bool {
    let head = Array(source.bytes.prefix(100_000))
    return find("\\documentclass", in: head, from: 0) != nil || find("\\begin{document}", in: head, from: 0) != nil
  }

  /// The notes; nil where there are none in this form.
  static func notes(_ source: SourceText) -> [Note]? {
    var reader = LaTeXReader(bytes: source.bytes)
    reader.run()
    return reader.notes.isEmpty ? nil : reader.notes.notes()
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private static func find(_ text: String, in bytes: [UInt8], from start: Int) -> Int? {
    let wanted = Array(text.utf8)
    guard start < bytes.count, let first = wanted.first else { return nil }
    return (start..<bytes.count).first { bytes[$0] == first && bytes[$0...].starts(with: wanted) }
  }

  private mutating func run() {
    var index = 0
    if let begin = LaTeXReader.find("\\begin{document}", in: bytes, from: 0) {
      readPreamble(Array(bytes[..<begin]))
      index = begin
    }
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "%"): index = LaTeXSyntax.afterComment(bytes, index)
      case UInt8(ascii: "\\"): index = command(at: index)
      default: index += 1
      }
    }
  }

  /// Numbers begin again in each chapter of a book, and are circled where the author said so.
  private mutating func readPreamble(_ preamble: [UInt8]) {
    if let at = LaTeXReader.find("\\documentclass", in: preamble, from: 0),
      let open = preamble[at...].firstIndex(of: UInt8(ascii: "{")), let group = LaTeXSyntax.group(preamble, open)
    {
      let name = String(decoding: preamble[group], as: UTF8.self)
      if name.hasSuffix("book") || name.hasSuffix("report") || name.hasSuffix("rep") { restart = .section }
    }
    if let at = LaTeXReader.find("\\thefootnote}", in: preamble, from: 0) {
      let rest = String(decoding: preamble[at...].prefix(120), as: UTF8.self)
      isCircled = rest.contains("circled") || rest.contains("\\ding")
    }
  }

  private mutating func command(at start: Int) -> Int {
    let range = LaTeXSyntax.name(bytes, start)
    let end = range.upperBound
    switch String(decoding: bytes[range], as: UTF8.self) {
    case "footnote": return note(start, end, \.footnotes)
    case "endnote": return note(start, end, \.endnotes)
    case "footnotemark": return mark(start, end, \.footnotes)
    case "endnotemark": return mark(start, end, \.endnotes)
    case "footnotetext": return text(start, end, \.footnotes)
    case "endnotetext": return text(start, end, \.endnotes)
    case "thanks": return thanksNote(start, end)
    case "chapter":
      if restart == .section, end < bytes.count, bytes[end] != UInt8(ascii: "*") {
        for series in [\LaTeXReader.footnotes, \LaTeXReader.endnotes] {
          self[keyPath: series].count = 0
          self[keyPath: series].chapter += 1
        }
      }
    case "setcounter":
      if let name = argument(end), let value = argument(name.upperBound + 1),
        bytes[name].elementsEqual("footnote".utf8), let number = number(value)
      {
        footnotes.count = number
        return value.upperBound + 1
      }
    case "verb": if let close = afterVerb(end) { return close }
    case "begin":
      if let name = argument(end) {
        let text = String(decoding: bytes[name], as: UTF8.self)
        if ["verbatim", "verbatim*", "lstlisting", "minted", "comment"].contains(text) {
          return LaTeXReader.find("\\end{\(text)}", in: bytes, from: name.upperBound) ?? bytes.count
        }
      }
    case "newcommand", "renewcommand", "def":
      // What a definition holds is not printed here.
      var at = LaTeXSyntax.skipSpace(bytes, end)
      if at < bytes.count, bytes[at] == UInt8(ascii: "\\") { at = LaTeXSyntax.name(bytes, at).upperBound }
      while at < bytes.count, let group = LaTeXSyntax.group(bytes, at) { at = group.upperBound + 1 }
      return at
    default: break
    }
    return end
  }

  // MARK: Notes

  private mutating func note(_ start: Int, _ end: Int, _ series: WritableKeyPath<LaTeXReader, Series>) -> Int {
    let (given, after) = option(end)
    guard let body = argument(after) else { return end }
    let number = step(given, series)
    let (key, label) = (key(number, series), label(number))
    let place = notes.hasBody(key) ? "\(key)@\(start)" : key
    notes.marker(place, label: label, span: SourceSpan(start: start, end: end))
    notes.body(place, labelSpan: nil, text: LaTeXInline.text(bytes, body))
    return body.upperBound + 1
  }

  private mutating func mark(_ start: Int, _ end: Int, _ series: WritableKeyPath<LaTeXReader, Series>) -> Int {
    let (given, after) = option(end)
    let number = step(given, series)
    self[keyPath: series].last = number
    notes.marker(
      key(number, series), label: label(number), span: SourceSpan(start: start, end: given == nil ? end : after))
    return after
  }

  /// The text of the last mark, or of the number that it names.
  private mutating func text(_ start: Int, _ end: Int, _ series: WritableKeyPath<LaTeXReader, Series>) -> Int {
    let (given, after) = option(end)
    guard let body = argument(after) else { return end }
    let number = given ?? self[keyPath: series].count
    notes.body(
      key(number, series), label: label(number), labelSpan: SourceSpan(start: start, end: end),
      text: LaTeXInline.text(bytes, body))
    return body.upperBound + 1
  }

  private mutating func thanksNote(_ start: Int, _ end: Int) -> Int {
    guard let body = argument(end) else { return end }
    thanks += 1
    let label = NoteLabel(
      number: nil, symbol: String(repeating: "*", count: min(thanks, 9)), form: .asterisk, restart: .document)
    notes.marker("t\(thanks)", label: label, span: SourceSpan(start: start, end: end))
    notes.body("t\(thanks)", text: LaTeXInline.text(bytes, body))
    return body.upperBound + 1
  }

  private mutating func step(_ given: Int?, _ series: WritableKeyPath<LaTeXReader, Series>) -> Int {
    if let given { return given }
    self[keyPath: series].count += 1
    return self[keyPath: series].count
  }

  private func key(_ number: Int, _ series: WritableKeyPath<LaTeXReader, Series>) -> String {
    let series = self[keyPath: series]
    return "\(series.prefix)\(series.chapter)-\(number)"
  }

  private func label(_ number: Int) -> NoteLabel {
    if isCircled, let sign = CircledNumber.scalar(number) {
      return NoteLabel(number: number, symbol: String(Character(sign)), form: .circled, restart: restart)
    }
    return NoteLabel(number: number, symbol: String(number), form: .superscript, restart: restart)
  }

  // MARK: Arguments

  private func argument(_ index: Int) -> Range<Int>? {
    let open = LaTeXSyntax.skipSpace(bytes, index)
    guard open < bytes.count, bytes[open] == UInt8(ascii: "{") else { return nil }
    return LaTeXSyntax.group(bytes, open)
  }

  private func option(_ index: Int) -> (number: Int?, after: Int) {
    guard index < bytes.count, bytes[index] == UInt8(ascii: "["), let group = LaTeXSyntax.group(bytes, index),
      let value = number(group)
    else { return (nil, index) }
    return (value, group.upperBound + 1)
  }

  private func number(_ range: Range<Int>) -> Int? {
    Int(String(decoding: bytes[range], as: UTF8.self)).flatMap { (0...1_000_000).contains($0) ? $0 : nil }
  }

  private func afterVerb(_ index: Int) -> Int? {
    let at = index < bytes.count && bytes[index] == UInt8(ascii: "*") ? index + 1 : index
    guard at < bytes.count else { return nil }
    return bytes[(at + 1)...].firstIndex(of: bytes[at]).map { $0 + 1 }
  }
}

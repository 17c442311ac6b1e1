import YinzhuModel
import YinzhuText

/// Reads the bytes of a file into a document: plain text, Markdown and LaTeX in the encodings of `TextEncoding`, DOCX,
/// PDF, HTML and EPUB. What a file is, its bytes say; the name decides only where they don't.
public enum DocumentReader {
  /// A document from the bytes of a file.
  ///
  /// - Parameters:
  ///   - bytes: The file as it is on disk.
  ///   - name: What messages call it.
  ///   - encoding: The encoding, where the user knows it; else it is found from the bytes.
  /// - Throws: `DocumentError` for files that are empty or no text. Bytes that can't be decoded are diagnostics.
  public static func read(
    _ bytes: [UInt8], name: String, id: SourceText.ID = SourceText.ID(0), encoding: TextEncoding? = nil
  ) throws(DocumentError) -> Document {
    if bytes.starts(with: "%PDF".utf8) { return try PDFReader.read(bytes, name: name, id: id) }
    if FileKind.isArchive(bytes) { return try readArchive(bytes, name: name, id: id) }
    if ["html", "htm", "xhtml"].contains(FileKind.type(name)) || WebReader.isHTML(bytes),
      bytes.contains(where: { $0 > 0x20 })
    {
      return try WebReader.read(bytes, name: name, id: id, encoding: encoding)
    }
    if FileKind.isEncryptedOffice(bytes) {
      throw DocumentError(
        DocumentRules.encrypted, "the document is protected by a password: take it off in Word first, and save it again"
      )
    }
    if let kind = FileKind.notText(bytes) {
      throw DocumentError(
        diagnostic: Diagnostic(
          DocumentRules.notText, "this is \(kind), not text: export it as plain text (UTF-8) first", span: nil))
    }
    let (source, problems) = TextDecoder.decode(bytes, name: name, id: id, encoding: encoding)
    if let binary = problems.first(where: { $0.kind == .binary }) {
      throw DocumentError(
        diagnostic: Diagnostic(
          DocumentRules.notText, "this is no text: a control character stands at byte \(binary.fileOffset)", span: nil))
    }
    guard source.bytes.contains(where: { $0 > 0x20 }) else {
      throw DocumentError(diagnostic: Diagnostic(DocumentRules.empty, "the file is empty", span: nil))
    }
    let page = Document.Page(ordinal: 1, span: SourceSpan(start: 0, end: source.bytes.count))
    return Document(
      source: source, pages: [page], nativeNotes: markedNotes(source), diagnostics: diagnostics(problems, source))
  }

  /// Notes that the text itself marks, in LaTeX or Markdown.
  private static func markedNotes(_ source: SourceText) -> [Note]? {
    let type = FileKind.type(source.name)
    if ["tex", "ltx", "latex"].contains(type) || LaTeXReader.isLaTeX(source) { return LaTeXReader.notes(source) }
    if ["md", "markdown", "mkd", "qmd", "rmd"].contains(type) || MarkdownReader.hasDefinitions(source) {
      return MarkdownReader.notes(source)
    }
    return nil
  }

  /// A document out of a ZIP archive, by what is in it: extensions of names lie.
  private static func readArchive(
    _ bytes: [UInt8], name: String, id: SourceText.ID
  ) throws(DocumentError) -> Document {
    let archive = try ZipArchive(bytes)
    if archive.names.contains(where: { $0.hasPrefix("word/") }) || archive.has("[Content_Types].xml") {
      return try WordReader.read(archive, name: name, id: id)
    }
    if archive.has("META-INF/container.xml") { return try WebReader.read(book: archive, name: name, id: id) }
    throw DocumentError(
      DocumentRules.notText, "this is a ZIP archive, and no DOCX or EPUB file: unpack it, or export it as DOCX first")
  }

  /// One diagnostic for each kind of problem: the first place, and how many.
  static func diagnostics(_ problems: [DecodingProblem], _ source: SourceText) -> [Diagnostic] {
    var out: [Diagnostic] = []
    let invalid = problems.filter { $0.kind == .invalidBytes || $0.kind == .brokenUTF16 }
    if let first = invalid.first {
      let count =
        invalid.count == 1 ? "1 place" : "\(invalid.count < 10_000 ? "" : "more than ")\(invalid.count) places"
      out.append(
        Diagnostic(
          DocumentRules.invalidBytes,
          "bytes that are not \(source.encoding.rawValue) in \(count), the first at byte \(first.fileOffset) of the file; shown as \u{FFFD}",
          span: first.span))
    }
    if let cut = problems.first(where: { $0.kind == .tooLong }) {
      out.append(
        Diagnostic(
          DocumentRules.tooLong, "only the first \(cut.fileOffset) bytes were read; split the file", span: cut.span))
    }
    if problems.contains(where: { $0.kind == .uncertainEncoding }) {
      out.append(
        Diagnostic(
          DocumentRules.uncertainEncoding,
          "read as \(source.encoding.rawValue), but another encoding fits nearly as well", span: nil))
    }
    return out
  }
}

/// Kinds of file that are known by their first bytes.
enum FileKind {
  /// A DOCX with a password is a compound file with a stream called EncryptedPackage, in UTF-16.
  static func isEncryptedOffice(_ bytes: [UInt8]) -> Bool {
    guard bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) else { return false }
    let name = "EncryptedPackage".utf8.flatMap { (byte: UInt8) -> [UInt8] in [byte, 0] }
    guard let first = name.first else { return false }
    return bytes.indices.contains { bytes[$0] == first && bytes[$0...].starts(with: name) }
  }

  /// What follows the last full stop of a name, in small letters.
  static func type(_ name: String) -> String {
    guard let dot = name.lastIndex(of: ".") else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }

  static func isArchive(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

  static func notText(_ bytes: [UInt8]) -> String? {
    let signatures: [(String, String)] = [
      ("\u{89}PNG", "a PNG image"),
      ("GIF8", "a GIF image"), ("\u{7F}ELF", "a program"), ("{\\rtf", "an RTF file"),
    ]
    for (signature, kind) in signatures
    where bytes.starts(with: signature.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }) {
      return kind
    }
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return "a JPEG image" }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return "an old Microsoft Office file (.doc)" }
    if bytes.starts(with: [0x1F, 0x8B]) { return "a gzip archive" }
    return nil
  }
}

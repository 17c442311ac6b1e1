import YinzhuModel

/// The rules of this stage.
public enum DocumentRules {
  /// D001
  public static let empty = DiagnosticRule(
    code: "D001", severity: .error, title: "The file is empty",
    explanation: """
      There is nothing to read: the file has no bytes, or only white space.

      What to do: check that the file was saved or downloaded completely.
      """)

  /// D002
  public static let notText = DiagnosticRule(
    code: "D002", severity: .error, title: "The file is not text",
    explanation: """
      The file is of a kind that can't be read here: an image, an archive, a program, or a document format that is not
      supported yet.

      What to do: export it as plain text (UTF-8) and give that.
      """)

  /// D003
  public static let invalidBytes = DiagnosticRule(
    code: "D003", severity: .warning, title: "Bytes that are no characters",
    explanation: """
      Some bytes of the file are not valid in its encoding (UTF-8, GB18030, Big5, UTF-16). Each is shown as �; the rest
      is read. The message gives the first byte of the file that is wrong, counted from 0, and how many there are.

      What to do: if there are many, the encoding was guessed wrong: give it with --encoding.
      """)

  /// D004
  public static let uncertainEncoding = DiagnosticRule(
    code: "D004", severity: .warning, title: "The encoding is a guess",
    explanation: """
      The file does not say its encoding, and two fit nearly as well.

      What to do: if the text looks wrong, give the encoding with --encoding (utf-8, gb18030, big5, utf-16le).
      """)

  /// D005
  public static let tooLong = DiagnosticRule(
    code: "D005", severity: .error, title: "The file is too long",
    explanation: """
      Places are counted in 32 bits, so a text beyond 2 GiB can't be read as a whole. What follows the place was not read.

      What to do: split the file.
      """)

  /// D006
  public static let damaged = DiagnosticRule(
    code: "D006", severity: .error, title: "The file is damaged",
    explanation: """
      A Word file or an EPUB is an archive of XML files; this one is cut off, or a part of it can't be unpacked or is not
      well formed. The message names the part and the line. A PDF file can be damaged in the same way.

      What to do: get the file again; or open it in the program that it is for and save it under another name.
      """)

  /// D007
  public static let unsafeArchive = DiagnosticRule(
    code: "D007", severity: .error, title: "The archive is not safe to unpack",
    explanation: """
      The archive unpacks to far more than an article can hold, has entries with names that lead outside of it, has two
      entries of one name, or its XML declares entities. Files of Word, LibreOffice or an EPUB editor never do; nothing of
      it was used.

      What to do: don't trust the file. If you know where it comes from, open it in its program and save it again.
      """)

  /// D008
  public static let encrypted = DiagnosticRule(
    code: "D008", severity: .error, title: "The file is encrypted",
    explanation: """
      The file can be opened with a password only, and passwords are never asked for here.

      What to do: open it in its program, take the protection off, and save it under another name.
      """)

  /// D009
  public static let noTextLayer = DiagnosticRule(
    code: "D009", severity: .error, title: "The pages are pictures without text",
    explanation: """
      The PDF holds scanned pages: there is no text in it that could be read. Where only some of the pages are scanned,
      the others are read, and this is a warning that names the pages.

      What to do: run OCR first, for example `ocrmypdf -l chi_sim in.pdf out.pdf`, and give the result.
      """)

  /// D016
  public static let toolMissing = DiagnosticRule(
    code: "D016", severity: .error, title: "A program that reads this format is missing",
    explanation: """
      PDF files are read by poppler's `pdftotext`, which runs as a program of its own.

      What to do: `apt install poppler-utils` (Debian, Ubuntu) or `brew install poppler` (macOS).
      """)

  /// D017
  public static let toolFailed = DiagnosticRule(
    code: "D017", severity: .error, title: "A file took too long or too much to read",
    explanation: """
      Reading a PDF is stopped after two minutes, beyond 2 GiB of memory, or beyond 512 MiB of text with places.

      What to do: split the file (`pdfseparate`, `qpdf --pages`) and read the parts.
      """)

  /// D018
  public static let embeddedDiffers = DiagnosticRule(
    code: "D018", severity: .warning, title: "A citation's record and its text differ",
    explanation: """
      A citation that Zotero, Mendeley, EndNote or Word itself put into the document carries its record. The title or
      the year of the record does not stand in the text of the citation: the text was edited by hand afterwards, or the
      style shortens titles. The record is taken as it is.

      What to do: compare the note with the record; refresh the citations in Word.
      """)

  /// D019
  public static let embeddedUnreadable = DiagnosticRule(
    code: "D019", severity: .warning, title: "A citation's record can't be read",
    explanation: """
      A citation field of the document says that it carries a record (CSL-JSON, or EndNote's XML), and what it carries is
      cut off; or it calls a source of Word's that the document doesn't have. The text of the citation is read as any
      other text.

      What to do: refresh the citations in Word with the program that made them.
      """)

  /// All rules of documents.
  public static let all: [DiagnosticRule] = [
    empty, notText, invalidBytes, uncertainEncoding, tooLong, damaged, unsafeArchive, encrypted, noTextLayer,
    toolMissing,
    toolFailed, embeddedDiffers, embeddedUnreadable,
  ]
}

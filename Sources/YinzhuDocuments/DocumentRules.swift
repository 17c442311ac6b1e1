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

  /// All rules of documents.
  public static let all: [DiagnosticRule] = [empty, notText, invalidBytes, uncertainEncoding, tooLong]
}

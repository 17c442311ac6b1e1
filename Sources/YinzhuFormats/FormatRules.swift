import YinzhuModel

/// The rules of the readers and writers of formats.
public enum FormatRules {
  /// A value that the target format can't hold.
  public static let loss = DiagnosticRule(
    code: "F020", severity: .warning, title: "a value that the format can't hold",
    explanation: """
      # F020: a value that the format can't hold

      **What it is.** The record holds something that the format being written has no place for. The message names the \
      entry, the field, the value and the reason. Everything else of the record is written.

      **Why it matters.** Who reads the file will not have this value. A dynasty, for instance, is printed before an old \
      author's name in Chinese styles, and BibTeX has no field for it.

      **Example.** BibTeX, entry “司马迁1959史记”: author/dynasty “汉” is not in the file: names of the format have no such \
      part (司马迁).

      **What to do.** Write CSL-JSON, which keeps everything, when the file is for another program of your own; BibLaTeX \
      holds more than BibTeX. If the value must be in this file, put it into the note.

      **Source.** BibTeX: `btxdoc`, section 3; BibLaTeX manual, section 2.2; RIS: field list of Research Information Systems.
      """)

  /// A citation key that had to be changed.
  public static let changedKey = DiagnosticRule(
    code: "F021", severity: .warning, title: "a citation key was changed",
    explanation: """
      # F021: a citation key was changed

      **What it is.** The record brings its own citation key, but the key holds characters that BibTeX, biber or LaTeX \
      don't take (spaces, commas, braces, `#%~\\"'()=`), or another record of the file has the same key. Keys that differ \
      only by capital letters count as the same.

      **Why it matters.** `\\cite` in a document that uses the old key no longer finds the entry.

      **Example.** `li, 2001` became `li2001`.

      **What to do.** Use the new key of the message in your document, or give the record another key.

      **Source.** `btxdoc`, section 2; BibLaTeX manual, section 2.2.1; biber refuses keys with these characters.
      """)

  /// Every rule of formats.
  public static let all: [DiagnosticRule] = [loss, changedKey]
}

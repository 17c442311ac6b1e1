import YinzhuModel

/// The rules of this stage.
public enum CitationRules {
  /// A back reference whose target can't be found.
  public static let unresolved = DiagnosticRule(
    code: "C001", severity: .warning, title: "A back reference points nowhere",
    explanation: """
      A note says 同上, 前注〔2〕, 前引书 or Ibid., and the document has no citation that it could mean: it is the first
      note, the note with that number is missing or only an explanation, or no earlier note cites that author.

      Example: the first note of an article is `同上，第35页。`

      What to do: look at the printed page. Either the numbers moved after an edit, or the note before was lost when the
      text was extracted. Write the citation out in full if in doubt.

      Source: CY/T 121—2015 学术出版规范·注释.
      """)

  /// Text of a note that no field covers.
  public static let remainder = DiagnosticRule(
    code: "C002", severity: .info, title: "Part of a citation was not understood",
    explanation: """
      The citation was read, but some of its characters belong to no field and to no fixed word of the pattern. They are
      kept in the text of the note and listed as remainder; they are not in the record.

      Example: `《山海集》（精装），…` where 精装 has no variable in CSL.

      What to do: check whether the words carry data that the record should hold.
      """)

  /// All rules of citations.
  public static let all: [DiagnosticRule] = [unresolved, remainder]
}

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

  /// A pointer to a note that cites nothing.
  public static let pointsAtExplanation = DiagnosticRule(
    code: "C003", severity: .warning, title: "A back reference points at an explanation",
    explanation: """
      A note says 同注③ or supra note 3, and note 3 is there, but it only explains something and cites no work.

      Example: note 3 is `例如，修这条路历时15年。`, note 5 is `同注③，第35页。`

      What to do: find the note that is meant. Numbers move when notes are put in or taken out after the pointer was
      written.

      Source: CY/T 121—2015 学术出版规范·注释.
      """)

  /// A pointer that more than one citation answers to.
  public static let ambiguous = DiagnosticRule(
    code: "C004", severity: .warning, title: "A back reference can mean several works",
    explanation: """
      A note says 前引书, 王力书, op. cit. or 前注〔2〕, and more than one work that is cited before answers to it: two
      books of that author, a note with several citations, or numbers that begin anew on each page. None is chosen.

      Example: `王力前引书，第3页。` after two books of 王力 were cited.

      What to do: add the title (`王力：《山海集》，第3页`), or the author after the number of the note.

      Source: CY/T 121—2015 学术出版规范·注释; 法学引注手册.
      """)

  /// All rules of citations.
  public static let all: [DiagnosticRule] = [unresolved, remainder, pointsAtExplanation, ambiguous] + slips
}

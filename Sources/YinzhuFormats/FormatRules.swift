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

  /// The file breaks the syntax of its format.
  public static let syntax = DiagnosticRule(
    code: "F022", severity: .error, title: "the syntax of the format is broken",
    explanation: """
      # F022: the syntax of the format is broken

      **What it is.** At the place shown, the file can't be read: a brace, a comma or a quotation mark is missing, or the \
      file was cut off.

      **Why it matters.** The fields of this entry after the place are not read. What stands before it, and all other \
      entries, are.

      **Example.** `title = {The {DNA of it},` lacks a closing brace.

      **What to do.** Go to the line and column of the message and mend the text.

      **Source.** `btxdoc`, section 2; BibLaTeX manual, section 2.
      """)

  /// A macro that the file doesn't define.
  public static let unknownMacro = DiagnosticRule(
    code: "F023", severity: .warning, title: "an abbreviation that the file doesn't define",
    explanation: """
      # F023: an abbreviation that the file doesn't define

      **What it is.** A value stands without braces, so it is the name of an abbreviation, but no `@string` of the file \
      defines it before this place, and it is no month.

      **Why it matters.** BibTeX would leave the value empty. Here the name itself is taken.

      **Example.** `journal = jas,` without `@string{jas = {Journal of Asian Studies}}`

      **What to do.** Put braces around the value, or add the `@string`.

      **Source.** `btxdoc`, section 2.
      """)

  /// A key or field that stands twice.
  public static let duplicate = DiagnosticRule(
    code: "F024", severity: .warning, title: "a key or a field stands twice",
    explanation: """
      # F024: a key or a field stands twice

      **What it is.** Two entries have the same key, or one entry has the same field two times; for BibTeX, capitals make \
      no difference.

      **Why it matters.** BibTeX takes the first entry and the first field and skips the other. Here both entries are kept; \
      of a field, the first counts, and the second is not kept.

      **Example.** `@book{li, title = {甲}, title = {乙}}`

      **What to do.** Give one of the entries another key; remove one of the fields.

      **Source.** `btxdoc`, section 2.
      """)

  /// A value that couldn't be understood.
  public static let unreadValue = DiagnosticRule(
    code: "F025", severity: .warning, title: "a value that this field can't hold",
    explanation: """
      # F025: a value that this field can't hold

      **What it is.** The field should hold a date, and its value is none.

      **Why it matters.** The words are kept, but styles can't print them as a date or sort by them.

      **Example.** `urldate = {last week}`

      **What to do.** Write `2020-01-05`, `2020-01` or `2020`.

      **Source.** BibLaTeX manual, section 2.3.8.
      """)

  /// An entry type that the format doesn't have.
  public static let unknownType = DiagnosticRule(
    code: "F026", severity: .warning, title: "an entry type that nobody knows",
    explanation: """
      # F026: an entry type that nobody knows

      **What it is.** The entry's type is none of BibTeX, BibLaTeX and the styles for GB/T 7714.

      **Why it matters.** The record is treated as `document`, the most general type. Written as BibTeX again, it has its \
      own type.

      **Example.** `@bok{li2001, …}`

      **What to do.** Correct the type if it is a slip.

      **Source.** BibLaTeX manual, section 2.1.
      """)

  /// A control character in a text.
  public static let controlCharacter = DiagnosticRule(
    code: "F040", severity: .warning, title: "a control character in a text",
    explanation: """
      # F040: a control character in a text

      **What it is.** A byte that is no character of any text (NUL, backspace, escape) stands at the place shown.

      **Why it matters.** Most programs stop there or cut the value off. Here the text is read without it.

      **Example.** A NUL byte inside a title, as broken databases export it.

      **What to do.** Export the file again, or remove the character.

      **Source.** Unicode, section 23.1; XML 1.0, section 2.2, forbids most of them.
      """)

  /// Two records of one work.
  public static let duplicateWork = DiagnosticRule(
    code: "F041", severity: .warning, title: "two records of one work",
    explanation: """
      # F041: two records of one work

      **What it is.** Two records of the inputs have the same DOI, ISBN or other identifier, or the same title, year and \
      first author. Capitals, punctuation and widths make no difference.

      **Why it matters.** A document that cites both has the work twice in its list. Nothing is left out: both records are \
      written.

      **Example.** `a.ris` and `b.bib` both hold 费孝通, 《乡土中国》, 1948.

      **What to do.** Remove one of them after comparing their fields.

      **Source.** No standard; the fields are those by which libraries match records.
      """)

  /// An entry that should give fields to another, and can't.
  public static let noParent = DiagnosticRule(
    code: "F027", severity: .warning, title: "an entry inherits from one that isn't there",
    explanation: """
      # F027: an entry inherits from one that isn't there

      **What it is.** `crossref` or `xdata` names a key that no entry of the file has, or entries inherit from each other in \
      a circle.

      **Why it matters.** The fields of the other entry are missing in the record: often the title of the book or the year.

      **Example.** `@inbook{li2001, crossref = {collected}}` in a file without `collected`.

      **What to do.** Add the entry, or correct the key.

      **Source.** `btxdoc`, section 2; BibLaTeX manual, sections 2.4.1, 3.13.6 and appendix B.
      """)

  /// Every rule of formats.
  public static let all: [DiagnosticRule] = [
    loss, changedKey, syntax, unknownMacro, duplicate, unreadValue, unknownType, noParent, controlCharacter,
    duplicateWork,
  ]
}

/// The rules of the CSL-JSON reader.
public enum CSLJSONRules {
  /// The text is no JSON at some place.
  public static let syntax = DiagnosticRule(
    code: "F001", severity: .error, title: "not valid JSON",
    explanation: """
      # F001: not valid JSON

      **What it is.** At the place shown, the file breaks the grammar of JSON: a comma or a bracket is missing, a quotation \
      mark inside a text isn't written `\\"`, or the file was cut off.

      **Why it matters.** The record at this place can't be read. All other records of the file are.

      **Example.** `{"id": "wang2001" "title": "史记"}` lacks the comma before `"title"`.

      **What to do.** Go to the line and column of the message and mend the text; if the file was exported by a program, \
      export it again.

      **Source.** RFC 8259; CSL 1.0.2, `csl-data.json`.
      """)

  /// An element of the list is no object.
  public static let notAnItem = DiagnosticRule(
    code: "F002", severity: .error, title: "an element is no record",
    explanation: """
      # F002: an element is no record

      **What it is.** CSL-JSON is a list of records, and each record stands in braces. Here stands something else: a \
      text, a number, a list.

      **Why it matters.** There is nothing to read a record from, so this element is left out.

      **Example.** `[{"id": "a", "type": "book"}, "b"]`: the second element is only a text.

      **What to do.** Check whether the file is CSL-JSON at all; other formats can be given with `--from`.

      **Source.** CSL 1.0.2, `csl-data.json`.
      """)

  /// A value that its variable can't hold.
  public static let malformedValue = DiagnosticRule(
    code: "F003", severity: .warning, title: "a value that this key can't hold",
    explanation: """
      # F003: a value that this key can't hold

      **What it is.** The key is known, but its value has the wrong form: a list where a text should stand, a text where \
      names should stand, a date that can't be read.

      **Why it matters.** Styles and other formats don't see the value. It is kept as it is and comes back when the record \
      is written as CSL-JSON. Where the meaning is plain (a name given as a text) it is read, and the message says how.

      **Example.** `"title": ["史记"]` is a list; `"title": "史记"` is right.

      **What to do.** Write the value as the message says.

      **Source.** CSL 1.0.2, `csl-data.json`.
      """)

  /// A type that CSL doesn't have.
  public static let unknownType = DiagnosticRule(
    code: "F004", severity: .warning, title: "a type that CSL doesn't have",
    explanation: """
      # F004: a type that CSL doesn't have

      **What it is.** The `type` of the record is missing, or none of the 45 types of CSL 1.0.2.

      **Why it matters.** Styles choose the form of an entry by its type. The record is treated as `document`, the most \
      general one; the type as written is kept and comes back on export.

      **Example.** `"type": "newspaper-article"` should be `"type": "article-newspaper"`.

      **What to do.** Choose a type of the list in the CSL specification, appendix III.

      **Source.** CSL 1.0.2, appendix III.
      """)

  /// A record without an id, or two with the same.
  public static let missingID = DiagnosticRule(
    code: "F005", severity: .warning, title: "a record without an id",
    explanation: """
      # F005: a record without an id

      **What it is.** Every record needs an `id`, a text or a number, by which citations name it. This one has none, or \
      something that is neither.

      **Why it matters.** Nothing can cite the record. It is called by its place in the file, `item-3`, from here on.

      **Example.** `{"type": "book", "title": "史记"}`

      **What to do.** Add an id: `{"id": "sima-shiji", …}`.

      **Source.** CSL 1.0.2, `csl-data.json` (`required`).
      """)

  /// A key that stands twice in one object.
  public static let duplicateKey = DiagnosticRule(
    code: "F006", severity: .warning, title: "a key stands twice",
    explanation: """
      # F006: a key stands twice

      **What it is.** One record, name or date has the same key two times.

      **Why it matters.** Programs differ in which one they take. Here the last one counts, as in browsers and Zotero; the \
      other one is not kept.

      **Example.** `{"id": "a", "title": "史记", "title": "汉书"}`

      **What to do.** Remove the one that is wrong.

      **Source.** RFC 8259, section 4.
      """)

  /// Half of a pair of `\\u` escapes.
  public static let loneSurrogate = DiagnosticRule(
    code: "F007", severity: .warning, title: "half a character",
    explanation: """
      # F007: half a character

      **What it is.** Rare characters (𠮷, emoji) are written in JSON as two escapes, `\\ud842\\udfb7`. Here one half stands \
      alone, so the character can't be known.

      **Why it matters.** The character is lost; `�` stands in its place.

      **Example.** `"\\ud842野家"`

      **What to do.** Write the character itself.

      **Source.** RFC 8259, section 7 and 8.2.
      """)

  /// A key beside `items` in a wrapper object.
  public static let wrapperKey = DiagnosticRule(
    code: "F008", severity: .info, title: "a key beside the list of records",
    explanation: """
      # F008: a key beside the list of records

      **What it is.** The records stand in a list called `items`, and other keys stand beside it, such as the name of the \
      program that wrote the file.

      **Why it matters.** These keys belong to no record, so they are not kept.

      **Example.** `{"generator": "…", "items": […]}`

      **What to do.** Nothing, if the key says nothing about the records.

      **Source.** CSL 1.0.2, `csl-data.json`, has no such keys.
      """)

  /// Every rule of the reader.
  public static let all: [DiagnosticRule] = [
    syntax, notAnItem, malformedValue, unknownType, missingID, duplicateKey, loneSurrogate, wrapperKey,
  ]
}

import YinzhuModel

/// What can be wrong with a style or locale, or with a record that a style prints.
public enum CSLRules {
  /// All rules of this part.
  public static let all: [DiagnosticRule] = [
    malformed, entity, encoding, structure, macroRing, unknownMacro, tooLarge, unknownName, unknownValue,
    unknownVariable, unknownTerm, impossibleDate, noPrintedForm,
  ]

  static let malformed = DiagnosticRule(
    code: "S001", severity: .error, title: "The style is not well-formed XML",
    explanation: """
      A CSL style is an XML file. Somewhere a tag isn't closed, an attribute lacks its quotation marks, or elements
      are nested deeper than 256. The file can't be used.

      Example: `<group><text value="x"></group>` never closes `<text>`.

      What to do: mend the place that is named. An editor that knows XML shows it too.

      Source: XML 1.0, well-formed documents.
      """)
  static let entity = DiagnosticRule(
    code: "S002", severity: .error, title: "The style declares entities",
    explanation: """
      An entity is a text that stands for another one. Styles never need their own, and a file of a few lines can use
      them to fill all memory. Such a file is refused.

      Example: `<!DOCTYPE style [<!ENTITY x "xx">]>`

      What to do: write the characters themselves and delete the declaration.

      Source: CSL 1.0.2, "File Types": styles are XML in UTF-8.
      """)
  static let encoding = DiagnosticRule(
    code: "S003", severity: .error, title: "The style is not in UTF-8",
    explanation: """
      The bytes at this place are no UTF-8, or the file's first line names another encoding.

      Example: a style with Chinese terms that was saved as GB18030.

      What to do: save the file as UTF-8.

      Source: CSL 1.0.2, "XML Declaration".
      """)
  static let structure = DiagnosticRule(
    code: "S004", severity: .error, title: "The file is no complete CSL style",
    explanation: """
      A style needs `<style>` with `class`, `<info>`, and `<citation>` with a `<layout>`; a `<layout>` also in
      `<bibliography>` where there is one; a locale file needs `<locale>`. Dependent styles, which only point to
      another one, can't print anything by themselves.

      What to do: add what is missing, or take the style that a dependent one points to.

      Source: CSL 1.0.2, "The Root Element" and the sections after it.
      """)
  static let macroRing = DiagnosticRule(
    code: "S005", severity: .error, title: "Macros call each other in a ring",
    explanation: """
      A macro that calls itself, directly or through others, would never end.

      Example: `<macro name="a"><text macro="b"/></macro><macro name="b"><text macro="a"/></macro>`

      What to do: take the call out of one of the macros that are named.

      Source: CSL 1.0.2, "Macro".
      """)
  static let unknownMacro = DiagnosticRule(
    code: "S006", severity: .warning, title: "A macro is called that the style doesn't have",
    explanation: """
      `<text macro="…">` or `<key macro="…">` names a macro, but there is no `<macro>` of that name. The call prints nothing; the
      rest of the style works.

      What to do: correct the spelling, or write the macro.

      Source: CSL 1.0.2, "Macro".
      """)
  static let tooLarge = DiagnosticRule(
    code: "S007", severity: .error, title: "The style is too large, nested too deeply, or expands too far",
    explanation: """
      Macros that call macros that call macros can make a small file print millions of elements, or nest deeper than
      any style in use (200 levels). Such a file is refused, and so is one of
      more than 8 MB.

      What to do: write the style with fewer calls.
      """)
  static let unknownName = DiagnosticRule(
    code: "S010", severity: .warning, title: "CSL doesn't know this element or attribute",
    explanation: """
      The element or attribute is left out; the style works without it. It may be misspelled, or belong to another
      program.

      Example: `<text variable="title" fontstyle="italic"/>`: the attribute is `font-style`.

      Source: CSL 1.0.2.
      """)
  static let unknownValue = DiagnosticRule(
    code: "S011", severity: .warning, title: "An attribute has a value that CSL doesn't know",
    explanation: """
      The attribute is read as if it weren't there.

      Example: `form="tiny"`.

      Source: CSL 1.0.2; the message lists the values.
      """)
  static let unknownVariable = DiagnosticRule(
    code: "S012", severity: .warning, title: "CSL has no such variable",
    explanation: """
      The variable is always empty. It may be misspelled, or an extension of another program.

      Example: `<text variable="titel"/>`.

      Source: CSL 1.0.2, appendix IV.
      """)
  static let unknownTerm = DiagnosticRule(
    code: "S013", severity: .warning, title: "There is no such term",
    explanation: """
      Neither CSL nor a `<locale>` of the style has a term of this name, so nothing is printed.

      Example: `<text term="acessed"/>`.

      Source: CSL 1.0.2, appendix II.
      """)
  static let impossibleDate = DiagnosticRule(
    code: "S020", severity: .warning, title: "A date has a month or day that the calendar doesn't have",
    explanation: """
      The date is printed as far as it makes sense: month 13 is left out with its day, day 32 alone.

      Example: `{"issued": {"date-parts": [[2020, 13]]}}`

      What to do: correct the record.

      Source: CSL 1.0.2, "Dates"; the Gregorian calendar.
      """)
  static let noPrintedForm = DiagnosticRule(
    code: "S021", severity: .warning, title: "The style prints nothing of a record",
    explanation: """
      The record has none of the fields that the style prints for its type, so it has no entry in the bibliography; in
      a numeric style the number is kept, with a note in the place of the entry.

      Example: a record with only `{"id": "a", "type": "book"}`.

      What to do: complete the record, or check its type.

      Source: our own rule, after citeproc-js.
      """)
}

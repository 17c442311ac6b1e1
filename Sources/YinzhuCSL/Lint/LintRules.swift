import YinzhuModel

/// What `yinzhu styles lint` finds beyond what stops or bends a style when it is used (`CSLRules`).
public enum LintRules {
  /// All rules of this part.
  public static let all: [DiagnosticRule] = [
    misplaced, incomplete, repeated, unusedMacro, duplicateMacro, info, `extension`, noLayout, unreachable, deprecated,
    empty, withoutEffect, wrongKind, severalSources, noParent,
  ]

  static let misplaced = DiagnosticRule(
    code: "S030", severity: .error, title: "An element or text stands where CSL doesn't allow it",
    explanation: """
      CSL knows the element, but not at this place; or there is text between elements. It is left out when the style
      is used, so what it should print is missing.

      Example: `<layout><if type="book">…</if></layout>`: `<if>` stands only in `<choose>`.

      What to do: move it to where the message says it belongs, or delete it.

      Source: CSL 1.0.2 and its schema, csl.rnc.
      """)
  static let incomplete = DiagnosticRule(
    code: "S031", severity: .error, title: "An element lacks what it needs",
    explanation: """
      Without it the element can't print anything: a variable for `<number>`, a condition for `<if>`, an `<if>` for
      `<choose>`.

      Example: `<names><name/></names>` doesn't say whose names.

      What to do: add what the message names.

      Source: CSL 1.0.2 and its schema, csl.rnc.
      """)
  static let repeated = DiagnosticRule(
    code: "S032", severity: .error, title: "Elements come twice or in the wrong order",
    explanation: """
      Of some elements there can be one only, and some must come first or last: `<citation>` once in a style, `<sort>`
      before `<layout>`, `<if>` before `<else-if>` before `<else>`, `<substitute>` last in `<names>`.

      Example: `<choose><else>…</else><if type="book">…</if></choose>`: the `<if>` is never asked.

      What to do: bring them into the order that the message names.

      Source: CSL 1.0.2 and its schema, csl.rnc.
      """)
  static let unusedMacro = DiagnosticRule(
    code: "S033", severity: .warning, title: "A macro is never called",
    explanation: """
      No layout and no sort key calls the macro, directly or through other macros. Either it is left over, or a call
      is misspelled.

      What to do: delete it, or call it.

      Source: CSL 1.0.2, "Macro".
      """)
  static let duplicateMacro = DiagnosticRule(
    code: "S034", severity: .error, title: "Two macros have the same name",
    explanation: """
      Programs differ in which of them they call.

      What to do: rename or delete one of them.

      Source: CSL 1.0.2, "Macro".
      """)
  static let info = DiagnosticRule(
    code: "S035", severity: .warning, title: "The style doesn't say enough about itself",
    explanation: """
      `<info>` needs an `<id>` (an address or another name that no other style has), a `<title>` and `<updated>` with
      a date and time. Programs list styles by them and update them.

      Example: `<updated>2024-05-01T12:00:00+08:00</updated>`

      Source: CSL 1.0.2, "Info".
      """)
  static let `extension` = DiagnosticRule(
    code: "S036", severity: .info, title: "Only CSL-M, or some programs, know this",
    explanation: """
      CSL 1.0.2 doesn't have it. Yinzhu and citeproc-js (Zotero) read CSL-M; other programs leave it out or refuse
      the style. Most Chinese styles need it: several `<layout locale="…">` print Chinese and foreign works each by
      their own rules.

      What to do: nothing, unless the style is meant for pandoc, Word or Typst too.

      Source: CSL 1.0.2; the manual of citeproc-js, "CSL-M".
      """)
  static let noLayout = DiagnosticRule(
    code: "S037", severity: .error, title: "There is no layout for some languages",
    explanation: """
      Every `<layout>` of this part has a `locale`, so works in any other language, or in none, have no layout of
      their own; or the style's own language (`default-locale`) is not among them.

      Example: `<layout locale="en">…</layout>` alone in a Chinese style.

      What to do: let the last `<layout>` have no `locale`: it takes all other works.

      Source: CSL-M, "layout".
      """)
  static let unreachable = DiagnosticRule(
    code: "S038", severity: .warning, title: "A layout or branch is never reached",
    explanation: """
      An earlier one takes everything that it would take: a `<layout>` after the one without `locale`, a second one for
      the same language, or an `<else-if>` with the same condition as a branch before it.

      What to do: delete it, or move it up.

      Source: CSL 1.0.2, "Choose"; CSL-M, "layout".
      """)
  static let deprecated = DiagnosticRule(
    code: "S039", severity: .warning, title: "CSL has a newer word for this",
    explanation: """
      It still works here, but other programs may not know it any longer.

      Example: the variable `event` is called `event-title` since CSL 1.0.2.

      What to do: write the word that the message names.

      Source: CSL 1.0.2, appendix IV, and its schema.
      """)
  static let empty = DiagnosticRule(
    code: "S040", severity: .warning, title: "An element prints nothing",
    explanation: """
      There is nothing inside it. Its prefix and suffix are not printed either: affixes belong to what they stand
      around.

      Example: `<group prefix="(" suffix=")"/>` prints no brackets.

      What to do: delete it; for fixed text write `<text value="…"/>`.

      Source: CSL 1.0.2, "Group" and "Affixes".
      """)
  static let withoutEffect = DiagnosticRule(
    code: "S041", severity: .warning, title: "An attribute has no effect",
    explanation: """
      It needs another one that is missing, or doesn't belong to what the element prints: `et-al-min` without
      `et-al-use-first`, `form` on `<text value="…">`, `year-suffix-delimiter` in a style that collapses nothing.

      What to do: add what is missing, or delete it.

      Source: CSL 1.0.2; the section of the attribute.
      """)
  static let wrongKind = DiagnosticRule(
    code: "S042", severity: .warning, title: "A variable is of another kind than the element prints",
    explanation: """
      Names are printed by `<names>`, dates by `<date>`, numbers by `<number>`, `<text>` and `<label>`, all else by
      `<text>`. In the wrong element a variable prints nothing, or not as it should.

      Example: `<text variable="author"/>`.

      What to do: take the element for the variable's kind.

      Source: CSL 1.0.2, appendix IV.
      """)
  static let severalSources = DiagnosticRule(
    code: "S043", severity: .error, title: "An element says twice what it prints",
    explanation: """
      `<text>` prints one of `variable`, `macro`, `term` and `value`; `<key>` sorts by one of `variable` and `macro`.
      Programs differ in which of two they take.

      What to do: make two elements of it.

      Source: CSL 1.0.2, "Text" and "Sorting".
      """)
  static let noParent = DiagnosticRule(
    code: "S044", severity: .error, title: "The style that this one points to isn't at hand",
    explanation: """
      A dependent style has no rules of its own; it names another one by
      `<link rel="independent-parent" href="…"/>`. That style was not found in any folder of styles.

      What to do: `yinzhu styles list` shows the folders' styles; put the parent into one of them.

      Source: CSL 1.0.2, "Dependent Styles".
      """)
}

import YinzhuModel
import YinzhuText

/// Reads CSL locale files, and `cs:locale` inside styles.
package enum LocaleReader {
  /// Reads a locale file; faults of detail are left to `warnings`.
  package static func read(_ bytes: [UInt8], name: String) throws(StyleError) -> Locale {
    let source = SourceText(name: name, bytes: bytes)
    let tree: XMLTree
    do { tree = try XMLTree.parse(bytes) } catch { throw StyleError(source: source, xml: error) }
    guard let root = tree.root, root.name == "locale" else {
      throw StyleError(
        source: source,
        diagnostics: [
          Diagnostic(
            CSLRules.structure, "This is no CSL locale: the root element is <\(tree.root?.name ?? "")>.",
            span: tree.root?.span)
        ])
    }
    var attributes = AttributeReader(tree: tree)
    return locale(root, in: tree, &attributes)
  }

  /// Compiles a `cs:locale` element.
  static func locale(_ element: XMLTree.Element, in tree: XMLTree, _ reader: inout AttributeReader) -> Locale {
    var locale = Locale(language: element[attribute: "lang"])
    for child in tree.children(of: element) {
      switch child.name {
      case "style-options":
        reader.check(child)
        locale.punctuationInQuote = reader.flag(child, "punctuation-in-quote")
        locale.limitDayOrdinalsToDay1 = reader.flag(child, "limit-day-ordinals-to-day-1")
      case "date":
        guard let format = dateFormat(child, in: tree, &reader) else { continue }
        locale.dateFormats[format.form] = format
      case "terms":
        for term in tree.children(of: child) where term.name == "term" { add(term, in: tree, to: &locale, &reader) }
      case "info":
        continue
      default:
        reader.unknownElement(child)
      }
    }
    return locale
  }

  private static func add(
    _ element: XMLTree.Element, in tree: XMLTree, to locale: inout Locale, _ reader: inout AttributeReader
  ) {
    reader.check(element)
    guard let name = element[attribute: "name"] else {
      reader.warn(CSLRules.unknownValue, "This term has no name.", element.span)
      return
    }
    let children = tree.children(of: element)
    let single = children.first { $0.name == "single" }?.text ?? element.text
    let multiple = children.first { $0.name == "multiple" }?.text ?? single
    let key = Term.Key(
      name: name, form: reader.value(element, "form", Term.Form.self) ?? .long,
      genderForm: reader.value(element, "gender-form", Term.Gender.self))
    let blank = !children.isEmpty && children.contains { $0.name == "single" || $0.name == "multiple" }
    locale.terms[key] = Term(
      single: filled(blank ? (children.first { $0.name == "single" }?.text ?? "") : element.text),
      multiple: filled(multiple),
      gender: reader.value(element, "gender", Term.Gender.self), match: reader.value(element, "match", Term.Match.self))
  }

  /// A term of line breaks and spaces is an empty one, written on two lines.
  private static func filled(_ text: String) -> String {
    text.utf8.contains(0x0A) && text.utf8.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
      ? "" : text
  }

  private static func dateFormat(
    _ element: XMLTree.Element, in tree: XMLTree, _ reader: inout AttributeReader
  ) -> DateFormat? {
    reader.check(element)
    guard let form = reader.value(element, "form", DateFormat.Form.self) else { return nil }
    var parts: [DatePart] = []
    for child in tree.children(of: element) {
      if let part = reader.datePart(child) { parts.append(part) }
    }
    return DateFormat(
      form: form, delimiter: element[attribute: "delimiter"] ?? "", decoration: reader.decoration(element),
      parts: parts)
  }
}

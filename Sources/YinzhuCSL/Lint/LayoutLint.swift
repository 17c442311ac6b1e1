import YinzhuModel
import YinzhuText

/// The parts of a style, and layouts for languages.
extension Linter {
  mutating func checkLayouts() {
    guard let root = tree.root else { return }
    let children = tree.children(of: root)
    for name in ["citation", "bibliography", "info"] {
      let same = children.filter { $0.name == name }
      if same.count > 1 { report(LintRules.repeated, "The style has <\(name)> twice.", same[1].span) }
    }
    guard isWhole, parent == nil else { return }
    if !children.contains(where: { $0.name == "citation" }) {
      report(CSLRules.structure, "The style has no <citation>.", root.span)
    }
    if root[attribute: "class"] == nil {
      report(LintRules.incomplete, "<style> lacks “class”: in-text or note.", root.span, severity: .warning)
    }
    if root[attribute: "version"] == nil {
      report(LintRules.incomplete, "<style> lacks “version”: 1.0.", root.span, severity: .warning)
    }
    for part in children where part.name == "citation" || part.name == "bibliography" {
      checkLayouts(of: part, root)
    }
  }

  private mutating func checkLayouts(of part: XMLTree.Element, _ root: XMLTree.Element) {
    let layouts = tree.children(of: part).filter { $0.name == "layout" }
    guard let last = layouts.last else {
      report(CSLRules.structure, "<\(part.name)> has no <layout>.", part.span)
      return
    }
    var seen: [String: SourceSpan] = [:]
    var fallback: SourceSpan?
    for layout in layouts {
      let languages = (layout[attribute: "locale"] ?? "").split { $0 == " " || $0 == "\n" }.map(String.init)
      if let fallback {
        report(
          LintRules.unreachable,
          languages.isEmpty
            ? "<\(part.name)> has a second <layout> without “locale”."
            : "This <layout> comes after the one without “locale”; other programs never reach it.", layout.span,
          related: [.init(message: "the one without locale", span: fallback)])
      }
      for language in languages {
        if !Linter.isLanguage(language) {
          report(
            CSLRules.unknownValue, "“\(language)” is no language tag, such as zh-CN.", layout.span(of: "locale"))
        }
        if let earlier = seen[language] {
          report(
            LintRules.unreachable, "There is an earlier <layout> for “\(language)”.", layout.span(of: "locale"),
            related: [.init(message: "the earlier one", span: earlier)])
        }
        seen[language] = layout.span
      }
      if languages.isEmpty, fallback == nil { fallback = layout.span }
    }
    guard fallback == nil else { return }
    let own = root[attribute: "default-locale"]
    let known = seen.keys.sorted().joined(separator: ", ")
    let hasOwn = own.map { tag in seen.keys.contains { LanguageTag.matches(tag, wanted: $0) } } ?? false
    let message =
      own.map { tag in
        hasOwn
          ? "<\(part.name)> has layouts for \(known) only; works in other languages have none."
          : "<\(part.name)> has layouts for \(known) only, and none for “\(tag)”, the style's own language."
      } ?? "<\(part.name)> has layouts for \(known) only; works in other languages have none."
    report(LintRules.noLayout, message, last.span, severity: hasOwn ? .warning : .error)
  }
}

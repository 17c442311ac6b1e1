import YinzhuModel
import YinzhuText

/// Calls of macros: undefined, unused, defined twice.
extension Linter {
  mutating func checkMacros() {
    guard let root = tree.root, parent == nil else { return }
    var macros: [String: SourceSpan] = [:]
    var calls: [String: Set<String>] = [:]
    var called: Set<String> = []
    for child in tree.children(of: root) {
      let uses = uses(in: child)
      if child.name == "macro" {
        guard let name = child[attribute: "name"] else { continue }
        if let first = macros[name] {
          report(
            LintRules.duplicateMacro, "There is a macro “\(name)” already; this one is never called.",
            child.span(of: "name"), related: [.init(message: "the first one", span: first)])
        } else {
          macros[name] = child.span(of: "name")
        }
        calls[name, default: []].formUnion(uses.map(\.name))
      } else {
        called.formUnion(uses.map(\.name))
      }
    }
    var open = Array(called)
    while let name = open.popLast() {
      for inner in calls[name] ?? [] where called.insert(inner).inserted { open.append(inner) }
    }
    for child in tree.children(of: root) {
      for use in uses(in: child) where macros[use.name] == nil {
        // What is never called is never missed; and broken XML may have swallowed the macro.
        let isReached = child.name != "macro" || child[attribute: "name"].map(called.contains) ?? false
        let hint = Linter.hint(use.name, among: macros.keys.sorted())
        report(
          CSLRules.unknownMacro, "The style has no macro “\(use.name)”\(hint.isEmpty ? "." : hint)", use.span,
          severity: isReached && isWhole ? .error : .warning)
      }
    }
    guard isWhole else { return }
    let unused = macros.filter { !called.contains($0.key) }
    let callers = calls.filter { unused[$0.key] != nil }
    for (name, span) in unused {
      let isCalled = callers.contains { $0.key != name && $0.value.contains(name) }
      report(
        LintRules.unusedMacro,
        isCalled
          ? "The macro “\(name)” is called only by macros that are never called."
          : "The macro “\(name)” is never called.", span)
    }
  }

  private func uses(in element: XMLTree.Element) -> [(name: String, span: SourceSpan)] {
    var out: [(name: String, span: SourceSpan)] = []
    var open = [element]
    while let next = open.popLast() {
      if next.name == "text" || next.name == "key", let name = next[attribute: "macro"] {
        out.append((name, next.span(of: "macro")))
      }
      open += tree.children(of: next)
    }
    return out
  }
}

import YinzhuModel
import YinzhuText

/// Finds everything that is wrong with a style, not only what stops it.
///
///     let report = StyleLint.check(bytes, name: "my-style.csl")
///     for diagnostic in report.diagnostics { print(diagnostic.message) }
public enum StyleLint {
  /// What was found, in the order of the file; spans point into `source`.
  public struct Report: Sendable {
    /// The file.
    public let source: SourceText
    /// Errors, warnings, and what only some programs know.
    public private(set) var diagnostics: [Diagnostic]
    /// The id of the style that a dependent style points to.
    public let parent: String?
    /// What the style uses beyond CSL 1.0.2: `<layout locale>`, `<if has-day>`, `variable dynasty`.
    public let extensions: [String]

    /// Adds that the style which a dependent one points to isn't at hand: only a library of styles can know.
    public mutating func add(missingParent parent: String) {
      diagnostics.append(
        Diagnostic(LintRules.noParent, "The style points to “\(parent)”, which is not at hand.", span: nil))
    }
  }

  /// Checks a style in UTF-8.
  public static func check(_ bytes: [UInt8], name: String) -> Report {
    let source = SourceText(name: name, bytes: bytes)
    let (tree, problems) = XMLTree.recovered(bytes)
    let broken = StyleError(source: source, xml: XMLError(problems: problems)).diagnostics
    guard let root = tree.root, root.name == "style" else {
      var diagnostics = broken
      if let root = tree.root {
        diagnostics.append(
          Diagnostic(
            CSLRules.structure, "This is no CSL style: the root element is <\(root.name)>.", span: root.span))
      }
      return Report(source: source, diagnostics: diagnostics, parent: nil, extensions: [])
    }
    var lint = Linter(tree: tree, isWhole: broken.isEmpty)
    lint.checkElements()
    lint.checkMacros()
    lint.checkLayouts()
    var diagnostics = broken + lint.diagnostics
    // Rings and excess are found where the style is compiled; the rest of what that says, this pass says better.
    if broken.isEmpty, lint.parent == nil {
      diagnostics += fatal(bytes, name: name)
    }
    return Report(
      source: source, diagnostics: sorted(diagnostics), parent: lint.parent, extensions: lint.extensions.sorted())
  }

  private static func fatal(_ bytes: [UInt8], name: String) -> [Diagnostic] {
    do throws(StyleError) {
      _ = try StyleReader.read(bytes, name: name)
      return []
    } catch {
      return error.diagnostics.filter {
        $0.code == CSLRules.macroRing.code || $0.code == CSLRules.tooLarge.code
      }
    }
  }

  private static func sorted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.enumerated().sorted {
      ($0.element.span?.start ?? 0, $0.offset) < ($1.element.span?.start ?? 0, $1.offset)
    }.map(\.element)
  }
}

/// One pass over a style; the checks are in extensions, one file for each matter.
struct Linter {
  let tree: XMLTree
  /// Whether the XML was well-formed: otherwise what is missing may only have been lost.
  let isWhole: Bool
  var diagnostics: [Diagnostic] = []
  /// What the style uses beyond CSL 1.0.2.
  var extensions: Set<String> = []
  /// What the style's own `cs:locale` adds.
  let ownTerms: Set<String>
  /// The style that a dependent one points to.
  let parent: String?

  init(tree: XMLTree, isWhole: Bool) {
    self.tree = tree
    self.isWhole = isWhole
    ownTerms = Set(tree.elements.filter { $0.name == "term" }.compactMap { $0[attribute: "name"] })
    let top = tree.root.map { tree.children(of: $0) } ?? []
    let isDependent = !top.contains { $0.name == "citation" }
    let links = top.filter { $0.name == "info" }.flatMap { tree.children(of: $0) }
    parent =
      isDependent ? links.first { $0[attribute: "rel"] == "independent-parent" }?[attribute: "href"] : nil
  }

  mutating func report(
    _ rule: DiagnosticRule, _ message: String, _ span: SourceSpan, severity: Severity? = nil,
    related: [Diagnostic.Related] = []
  ) {
    diagnostics.append(Diagnostic(rule, message, span: span, severity: severity, related: related))
  }

  mutating func reportExtension(_ what: String, _ message: String, _ span: SourceSpan) {
    extensions.insert(what)
    report(LintRules.extension, message, span)
  }

  /// “; did you mean “x”?” where a word is near one that is known.
  static func hint(_ word: String, among known: some Sequence<String>) -> String {
    guard let nearest = NearestWords.find(word, among: known).first else { return "" }
    return "; did you mean “\(nearest)”?"
  }
}

import YinzhuModel
import YinzhuText

/// Makes the keys by which documents cite entries: `习近平2018弘扬`, `Keohane1997Power`, `xijinping2018hongyang`.
///
/// A key is made by a pattern, most often the first author (or editor), the year, and the first word of the title. The
/// same list gives the same keys; records added at its end change none.
public struct CitationKeys: Sendable {
  /// Which keys that records bring are kept.
  public enum Own: Sendable, Hashable {
    /// Those of `citation-key`, as far as the formats take them.
    case citationKeys
    /// Those, and ids that can stand as keys as they are.
    case identifiers
    /// None: every record gets a key by the pattern.
    case none
  }

  /// How keys look.
  public let pattern: Pattern
  /// Which keys that records bring are kept.
  public let own: Own
  private let transliterate: @Sendable (String) -> String

  /// Keys of a pattern.
  ///
  /// - Parameter transliterate: Latin letters for text of any script, as ICU's `Any-Latin` gives them; marks and spaces
  ///   are taken away here. Surnames don't pass through it where their reading as a surname differs.
  public init(
    pattern: Pattern, own: Own = .citationKeys,
    transliterate: @escaping @Sendable (String) -> String = { $0 }
  ) {
    self.pattern = pattern
    self.own = own
    self.transliterate = transliterate
  }

  /// A key for each record, in their order, no two alike even but for case.
  public func keys(for references: [Reference]) -> [String] { make(for: references).keys }

  /// What the pattern gives for a record, without regard to other records: for sorting.
  public func text(for reference: Reference) -> String {
    KeyParts(pattern: pattern, transliterate: transliterate).text(reference)
  }

  func make(for references: [Reference]) -> (keys: [String], diagnostics: [Diagnostic]) {
    let made = KeyParts(pattern: pattern, transliterate: transliterate)
    var used: Set<String> = []
    var keys: [String] = []
    keys.reserveCapacity(references.count)
    var diagnostics: [Diagnostic] = []
    var next: [String: Int] = [:]
    for reference in references {
      let own = ownKey(reference)
      let base = own.isEmpty ? made.key(reference) : KeyCharacters.allowed(own)
      let start = base.isEmpty ? "entry" : base
      var key = start
      var number = next[start.lowercased()] ?? 0
      while !used.insert(key.lowercased()).inserted {
        key = start + Numeral.letters(number)
        number += 1
      }
      next[start.lowercased()] = number
      keys.append(key)
      if !own.isEmpty, key != own {
        diagnostics.append(
          Diagnostic(
            FormatRules.changedKey, "The citation key “\(own)” became “\(key)”.",
            span: reference[.citationKey]?.provenance.spans.first))
      }
    }
    return (keys, diagnostics)
  }

  private func ownKey(_ reference: Reference) -> String {
    if own == .none { return "" }
    if let key = reference.text(.citationKey), !key.isEmpty { return key }
    let id = reference.id.rawValue
    return own == .identifiers && Self.isKey(id) ? id : ""
  }

  /// Whether a reader made an id up for a record that brought none.
  public static func isMadeUp(_ id: String) -> Bool { id.hasPrefix("item-") && !isKey(id) }

  /// Whether an id can stand as a key: not an address, and not one that a reader made up (`item-3`).
  public static func isKey(_ id: String) -> Bool {
    guard !id.isEmpty, KeyCharacters.allowed(id) == id, !id.contains("/") else { return false }
    return !(id.hasPrefix("item-") && id.dropFirst(5).utf8.allSatisfy { (0x30...0x39).contains($0) })
  }
}

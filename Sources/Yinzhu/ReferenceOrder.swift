import YinzhuFormats
import YinzhuModel

/// The order of records in a file.
public struct ReferenceOrder: Sendable {
  /// What records are ordered by.
  public enum Key: String, Sendable, CaseIterable {
    case author, year, title, type, key
  }

  /// The keys, each perhaps from the last to the first.
  public let keys: [(key: Key, isDescending: Bool)]

  /// Why a text is no order.
  public struct Fault: Error, Sendable {
    /// One sentence for the user.
    public let message: String
  }

  /// The order of a text such as `author,-year`.
  public init(_ text: String) throws(Fault) {
    var keys: [(Key, Bool)] = []
    for word in text.split(separator: ",") {
      let name = word.hasPrefix("-") ? word.dropFirst() : word
      guard let key = Key(rawValue: String(name)) else {
        let known = Key.allCases.map(\.rawValue).joined(separator: ", ")
        throw Fault(message: "“\(name)” is no key to sort by. There are: \(known); a minus before it turns it round")
      }
      keys.append((key, word.hasPrefix("-")))
    }
    self.keys = keys
  }

  /// The records in order; those that are alike stay in theirs. Names and titles in Han script come first, by pinyin
  /// with surnames in their own readings.
  public func sorted(_ references: [Reference]) -> [Reference] {
    let values = references.map { reference in keys.map { value($0.key, reference) } }
    return references.indices.sorted { a, b in
      for (index, key) in keys.enumerated() where values[a][index] != values[b][index] {
        return (values[a][index] < values[b][index]) != key.isDescending
      }
      return a < b
    }.map { references[$0] }
  }

  private static let authors = try? CitationKeys.Pattern("{authors:pinyin:lower}")
  private static let title = try? CitationKeys.Pattern("{title:99:pinyin:lower}")

  private func value(_ key: Key, _ reference: Reference) -> SortValue {
    func text(_ pattern: CitationKeys.Pattern?, _ shown: String) -> SortValue {
      let keys = CitationKeys(pattern: pattern ?? .pinyin, transliterate: Pinyin.transliterate)
      return SortValue(number: shown.isEmpty ? 2 : isEastAsian(shown) ? 0 : 1, text: keys.text(for: reference))
    }
    switch key {
    case .author:
      let name = reference.names(.author).first ?? reference.names(.editor).first
      return text(Self.authors, name?.literal ?? name?.family ?? "")
    case .title: return text(Self.title, reference.text(.title) ?? "")
    case .year:
      let start = reference.date(.issued)?.start
      return SortValue(
        number: (start?.year).map { $0.multipliedReportingOverflow(by: 2000).partialValue } ?? .max, text: ""
      )
      .adding(start)
    case .type: return SortValue(number: 0, text: reference.type.rawValue)
    case .key: return SortValue(number: 0, text: reference.text(.citationKey) ?? reference.id.rawValue)
    }
  }

  private func isEastAsian(_ text: String) -> Bool {
    text.unicodeScalars.first { !$0.properties.isWhitespace && !"《〈“\"'[".unicodeScalars.contains($0) }
      .map { $0.value >= 0x2E80 } ?? false
  }
}

private struct SortValue: Comparable {
  var number: Int
  var text: String

  static func < (a: SortValue, b: SortValue) -> Bool { a.number == b.number ? a.text < b.text : a.number < b.number }

  /// The days of a year after its number.
  func adding(_ parts: DateValue.Parts?) -> SortValue {
    guard let parts, number != .max else { return self }
    let days = (parts.month ?? 0).clamped * 31 + (parts.day ?? 0).clamped
    return SortValue(number: number.addingReportingOverflow(days).partialValue, text: text)
  }
}

extension Int {
  /// Months and days of files may be any number.
  fileprivate var clamped: Int { Swift.max(0, Swift.min(self, 31)) }
}

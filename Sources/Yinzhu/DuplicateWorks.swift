import YinzhuFormats
import YinzhuModel
import YinzhuText

/// Finds records of one work in a list.
public enum DuplicateWorks {
  /// A record that another one before it means too: their indices, and what both have.
  public struct Pair: Sendable, Hashable {
    /// The first record's index.
    public var first: Int
    /// The later record's index.
    public var second: Int
    /// What is the same: `DOI 10.1000/1`, or title, year and author.
    public var sameness: String
  }

  /// The pairs, each later record with the first one of its work.
  public static func pairs(in references: [Reference]) -> [Pair] {
    var seen: [String: Int] = [:]
    var out: [Pair] = []
    for (index, reference) in references.enumerated() {
      var first: (index: Int, sameness: String)?
      let signs = Self.signs(reference)
      for sign in signs {
        if let before = seen[sign.key], first == nil { first = (before, sign.shown) }
      }
      for sign in signs where seen[sign.key] == nil { seen[sign.key] = first?.index ?? index }
      if let first { out.append(Pair(first: first.index, second: index, sameness: first.sameness)) }
    }
    return out
  }

  /// By what a work is known.
  private static func signs(_ reference: Reference) -> [(key: String, shown: String)] {
    var out: [(String, String)] = []
    for variable in [Variable.doi, .cstr, .pmid] {
      if let text = reference.text(variable), !text.isEmpty {
        out.append(("\(variable.rawValue) \(text.lowercased())", "\(variable.rawValue) \(text)"))
      }
    }
    // One book has many chapters.
    if reference.type == .book, let isbn = reference.text(.isbn) {
      let digits = isbn.filter(\.isNumber)
      if digits.count >= 9 { out.append(("isbn \(digits) \(reference.text(.volume) ?? "")", "ISBN \(isbn)")) }
    }
    if let title = reference.text(.title) {
      let name = (reference.names(.author) + reference.names(.editor)).first
      let year = reference.date(.issued)?.start.map { String($0.year) } ?? ""
      let parts = [title, name?.literal ?? name?.family ?? ""].map(letters)
      let others = [Variable.volume, .issue, .page, .edition, .containerTitle].map { letters(reference.text($0) ?? "") }
      if parts[0].count > 1, !year.isEmpty || !parts[1].isEmpty {
        let key = ([reference.type.rawValue, year] + parts + others).joined(separator: "|")
        out.append((key, "title, author and year"))
      }
    }
    return out
  }

  /// Letters and digits in one width and case.
  private static func letters(_ text: String) -> String {
    WidthFolding.fold(text).lowercased().filter { $0.isLetter || $0.isNumber }
  }
}

import YinzhuText

/// Names of a list in one text.
enum NameTexts {
  /// The names: between semicolons, and between commas where all is in Han script (`颜宏,石德成`).
  static func split(_ text: String, atSemicolons: Bool) -> [String] {
    if !atSemicolons, text.utf8.allSatisfy({ $0 < 0x80 }) {
      let name = DateText.trimmed(text)
      return name.isEmpty ? [] : [name]
    }
    let isEastAsian = text.unicodeScalars.contains { CharacterClass.isEastAsian($0.value) }
    let pieces =
      atSemicolons || isEastAsian
      ? text.split(whereSeparator: { $0 == ";" || $0 == "；" }).map(String.init) : [text]
    return pieces.flatMap { piece -> [String] in
      let parts = piece.split(whereSeparator: { $0 == "," || $0 == "，" || $0 == "、" })
      let areNames =
        parts.count > 1
        && parts.allSatisfy { part in
          let scalars = part.unicodeScalars.filter { $0 != " " }
          return scalars.count >= 2 && scalars.count <= 4
            && scalars.allSatisfy { CharacterClass.isHan($0.value) || $0 == "·" }
        }
      return areNames ? parts.map(String.init) : [piece]
    }.map(DateText.trimmed).filter { !$0.isEmpty }
  }
}

/// Page numbers as databases write them.
enum PageText {
  /// `1106-1111+1117` and `12~15` as records have them.
  static func read(_ text: String) -> String {
    let body = PageRanges.singleDashed(DateText.trimmed(text).replacing("~", with: "-").replacing("～", with: "-"))
    let pieces = body.split(whereSeparator: { $0 == "+" || $0 == "," || $0 == "，" })
      .map { DateText.trimmed(String($0)) }
    return pieces.isEmpty ? body : pieces.joined(separator: ", ")
  }

  /// `0012-0015` as `12-15`, `004` as 4; numbers of more than four digits keep their zeros.
  static func withoutZeros(_ text: String) -> String {
    guard text.utf8.first == 0x30 || text.utf8.contains(UInt8(ascii: "-")) else { return text }
    return text.split(separator: "-", omittingEmptySubsequences: false).map { piece in
      let digits = piece.utf8
      guard digits.count <= 4, digits.count > 1, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
        return String(piece)
      }
      let rest = piece.drop { $0 == "0" }
      return rest.isEmpty ? String(piece) : String(rest)
    }.joined(separator: "-")
  }
}

/// Identifiers without what stands around them.
enum Identifiers {
  /// `10.1000/1` of `doi: 10.1000/1` and `https://doi.org/10.1000/1`.
  static func doi(_ text: String) -> String {
    var body = DateText.trimmed(text)
    for prefix in ["https://", "http://", "dx.doi.org/", "doi.org/", "doi:", "DOI:", "doi ", "DOI "]
    where body.lowercased().hasPrefix(prefix.lowercased()) {
      body = DateText.trimmed(String(body.dropFirst(prefix.count)))
    }
    return body.hasPrefix("10.") ? body : DateText.trimmed(text)
  }

  /// The ISSN in a text such as `1532-1827 (Electronic) 0007-0920`; none where other numbers stand there too.
  static func issns(_ text: String) -> [String] {
    let words = text.split { $0.isWhitespace || ",;()（）；，:：".contains($0) }
    let numbers = words.filter { word in word.utf8.contains { (0x30...0x39).contains($0) } }
    return numbers.allSatisfy(isISSN) ? numbers.map(String.init) : []
  }

  private static func isISSN(_ word: Substring) -> Bool {
    let bytes = word.utf8.filter { $0 != UInt8(ascii: "-") }
    return bytes.count == 8 && word.utf8.count <= 9 && bytes.dropLast().allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Whether a text is an ISBN, or several: nine digits or more, and no other letters than those of marks around it.
  static func isISBN(_ text: String) -> Bool {
    let body = isbn(text)
    let digits = body.utf8.count { $0 >= 0x30 && $0 <= 0x39 }
    return digits >= 9 && issns(text).isEmpty
      && body.unicodeScalars.allSatisfy {
        CharacterClass.isDigit($0.value) || "-–— xX,;:()".unicodeScalars.contains($0)
      }
  }

  /// An ISBN without `ISBN:` before it and `(print)` behind it.
  static func isbn(_ text: String) -> String {
    var body = DateText.trimmed(text)
    if body.uppercased().hasPrefix("ISBN") {
      body = String(body.dropFirst(4).drop { $0 == ":" || $0 == " " || $0 == "：" })
    }
    if let open = body.firstIndex(of: "(") { body = DateText.trimmed(String(body[..<open])) }
    return body.isEmpty ? DateText.trimmed(text) : body
  }
}

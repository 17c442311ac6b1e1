extension CitationKeys {
  /// What keys are made of: text, and parts of the record in braces, `{author}{year}{title}`.
  ///
  /// Parts: `author`, `authors`, `editor`, `year`, `month`, `title`, `container`, `publisher`, `type`, `volume`,
  /// `issue`, `page`, `id`. Behind a colon: a number (of names, of words of a title — two characters of Han script
  /// count as one —, of digits of a year), `pinyin`, `initials`, `lower`, `upper`; `{authors:2:pinyin}`.
  public struct Pattern: Sendable, Hashable {
    /// A part of the record.
    enum Part: String, CaseIterable {
      case author, authors, editor, year, month, title, container, publisher, type, volume, issue, page, id
    }

    /// What is done with a part.
    enum Filter: Hashable {
      case count(Int)
      case pinyin, initials, lower, upper
    }

    enum Piece: Hashable {
      case text(String)
      case part(Part, [Filter])
    }

    let pieces: [Piece]
    /// The text of the pattern.
    public let text: String

    private init(pieces: [Piece], text: String) {
      self.pieces = pieces
      self.text = text
    }

    /// Chinese in its own script, Latin words capitalised: `习近平2018弘扬`, `Keohane1997Power`.
    public static let hanzi = Pattern(
      pieces: [.part(.author, []), .part(.year, []), .part(.title, [])], text: "hanzi")

    /// Chinese in pinyin without tones, all in small letters: `xijinping2018hongyang`.
    public static let pinyin = Pattern(
      pieces: [.part(.author, [.pinyin]), .part(.year, [.pinyin]), .part(.title, [.pinyin])], text: "pinyin")

    /// Why a text is no pattern.
    public struct Fault: Error, Sendable {
      /// One sentence for the user.
      public let message: String
    }

    /// The pattern of a text: `hanzi`, `pinyin`, or text with parts in braces.
    public init(_ text: String) throws(Fault) {
      if text == "hanzi" {
        self = .hanzi
      } else if text == "pinyin" {
        self = .pinyin
      } else {
        self = Pattern(pieces: try Pattern.pieces(text), text: text)
      }
    }

    private static func pieces(_ text: String) throws(Fault) -> [Piece] {
      var out: [Piece] = []
      var rest = text[...]
      while let open = rest.firstIndex(of: "{") {
        if open > rest.startIndex { out.append(.text(KeyCharacters.allowed(String(rest[..<open])))) }
        guard let close = rest[open...].firstIndex(of: "}") else {
          throw Fault(message: "a brace is not closed in “\(text)”")
        }
        out.append(try piece(rest[rest.index(after: open)..<close]))
        rest = rest[rest.index(after: close)...]
      }
      if !rest.isEmpty { out.append(.text(KeyCharacters.allowed(String(rest)))) }
      guard out.contains(where: { if case .part = $0 { true } else { false } }) else {
        throw Fault(
          message: "“\(text)” names no part of the record; write hanzi, pinyin, keep, or {author}{year}{title}")
      }
      return out
    }

    private static func piece(_ text: Substring) throws(Fault) -> Piece {
      let words = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      guard let name = words.first, let part = Part(rawValue: name) else {
        let known = Part.allCases.map(\.rawValue).joined(separator: ", ")
        throw Fault(message: "“{\(text)}” is no part of a key. There are: \(known)")
      }
      var filters: [Filter] = []
      for word in words.dropFirst() {
        switch word {
        case "pinyin": filters.append(.pinyin)
        case "initials": filters.append(.initials)
        case "lower": filters.append(.lower)
        case "upper": filters.append(.upper)
        default:
          guard let number = Int(word), (1...99).contains(number) else {
            throw Fault(message: "“\(word)” in “{\(text)}” is none of: a number, pinyin, initials, lower, upper")
          }
          filters.append(.count(number))
        }
      }
      return .part(part, filters)
    }
  }
}

extension [CitationKeys.Pattern.Filter] {
  /// The number among them.
  var count: Int? {
    for case .count(let number) in self { return number }
    return nil
  }
}

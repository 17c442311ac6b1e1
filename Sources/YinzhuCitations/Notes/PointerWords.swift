import YinzhuText

/// Where words stand that point to other notes (`pointers.tsv`), as a note's folded bytes have them.
struct PointerWords: Sendable {
  /// What a word says, alone and with what may follow it.
  enum Kind: String, Sendable {
    /// 同上, Ibid.: the last citation of the note before.
    case previous
    /// 上引书: with an author an earlier work of his, alone the last citation.
    case above
    /// 前注: with a number that note, with an author an earlier work of his, alone the last citation.
    case earlier
    /// 前引书, op. cit.: an earlier work; with a number that note.
    case work
    /// 注释, supra note: a number must follow.
    case note
    /// 同, n: as `note`, but too common a word to count where anything else stands beside it.
    case same
    /// 后注, infra note: a number must follow, of a note further on.
    case later
    /// idem: the author of the last citation; with nothing but pages the work too.
    case author
  }

  struct Hit {
    var start: Int
    var end: Int
    var kind: Kind
  }

  private struct Entry {
    var scalars: [UInt32]
    var kind: Kind
    var isHan: Bool
  }

  private let entries: [UInt32: [Entry]]

  init(rows: [[String]]) {
    var entries: [UInt32: [Entry]] = [:]
    for row in rows where row.count > 1 {
      let scalars = row[0].unicodeScalars.map(\.value).filter { $0 != 0x20 }
      guard let kind = Kind(rawValue: row[1]), let first = scalars.first else { continue }
      entries[first, default: []].append(Entry(scalars: scalars, kind: kind, isHan: CharacterClass.isEastAsian(first)))
    }
    self.entries = entries.mapValues { list in
      list.sorted { $0.scalars.count > $1.scalars.count }
    }
  }

  /// The hits of a note, from left to right, the longest word where several begin.
  func hits(in bytes: [UInt8]) -> [Hit] {
    var out: [Hit] = []
    var index = 0
    var afterLetter = false
    while index < bytes.count {
      let (scalar, length) = UTF8Bytes.decode(bytes, at: index)
      let first = PointerWords.lowercased(scalar)
      if let list = entries[first], let hit = longest(list, bytes, at: index, afterLetter: afterLetter) {
        out.append(hit)
        index = hit.end
        afterLetter = false
        continue
      }
      afterLetter = CharacterClass.isAlphabetic(scalar) || CharacterClass.isDigit(scalar)
      index += length
    }
    return out
  }

  private func longest(_ list: [Entry], _ bytes: [UInt8], at start: Int, afterLetter: Bool) -> Hit? {
    for entry in list where entry.isHan || !afterLetter {
      if let end = end(of: entry, bytes, at: start) { return Hit(start: start, end: end, kind: entry.kind) }
    }
    return nil
  }

  /// The end of a word that begins at a place. Spaces may stand between its letters where the dump has put them; in
  /// alphabets also the points of abbreviations.
  private func end(of entry: Entry, _ bytes: [UInt8], at start: Int) -> Int? {
    var index = start
    for (position, expected) in entry.scalars.enumerated() {
      if position > 0 { index = skip(bytes, index, periods: !entry.isHan) }
      guard index < bytes.count else { return nil }
      let (scalar, length) = UTF8Bytes.decode(bytes, at: index)
      guard PointerWords.lowercased(scalar) == expected else { return nil }
      index += length
    }
    guard !entry.isHan else { return index }
    if index < bytes.count, CharacterClass.isAlphabetic(UTF8Bytes.decode(bytes, at: index).scalar) { return nil }
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") { index += 1 }
    return index
  }

  private func skip(_ bytes: [UInt8], _ from: Int, periods: Bool) -> Int {
    var index = from
    while index < bytes.count {
      let (scalar, length) = UTF8Bytes.decode(bytes, at: index)
      guard CharacterClass.isSpace(scalar) || CharacterClass.isLineBreak(scalar) || (periods && scalar == 0x2E) else {
        break
      }
      index += length
    }
    return index
  }

  private static func lowercased(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x41...0x5A, 0x410...0x42F: scalar + 0x20
    default: scalar
    }
  }
}

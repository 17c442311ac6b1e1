import YinzhuModel
import YinzhuText

/// The common forms of names, read without copies: `Last, First` and names in Han script, joined by ` and `. A list with
/// braces, commands or options in it, and single names with particles, are left to `BibTeXNameReader`, which gives the same
/// for these.
enum BibTeXPlainNames {
  /// The list; nil when it isn't of these forms.
  static func list(_ source: String, spans: [SourceSpan]) -> NameList? {
    var source = source
    return source.withUTF8 { bytes in
      guard bytes.allSatisfy({ plain[Int($0)] }) else { return nil }
      var list = NameList([])
      var start = 0
      while start < bytes.count {
        let end = self.end(bytes, from: start)
        let piece = UnsafeBufferPointer(rebasing: trimmed(bytes[start..<end]))
        // `a and and b`: the space after one separator may begin the next.
        start = end + 4
        if piece.elementsEqual("others".utf8) || piece.elementsEqual("等".utf8) {
          list.hasOthers = true
          continue
        }
        if piece.isEmpty { continue }
        if let name = name(piece, spans) {
          list.names.append(name)
          continue
        }
        let text = String(decoding: piece, as: UTF8.self)
        if text.hasSuffix(" 等") { return nil }
        var name = BibTeXNameReader.name(text)
        if name == Name() { continue }
        name.spans = spans
        list.names.append(name)
      }
      return bytes.isEmpty ? nil : list
    }
  }

  private static func trimmed(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Slice<UnsafeBufferPointer<UInt8>> {
    var bytes = bytes
    while bytes.first == 0x20 { bytes.removeFirst() }
    while bytes.last == 0x20 { bytes.removeLast() }
    return bytes
  }

  /// Where the next ` and ` stands, or the end.
  private static func end(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var at = start
    while at + 5 <= bytes.count {
      if bytes[at] == 0x20, bytes[at + 1] | 0x20 == UInt8(ascii: "a"), bytes[at + 2] | 0x20 == UInt8(ascii: "n"),
        bytes[at + 3] | 0x20 == UInt8(ascii: "d"), bytes[at + 4] == 0x20
      {
        return at
      }
      at += 1
    }
    return bytes.count
  }

  private static func name(_ piece: UnsafeBufferPointer<UInt8>, _ spans: [SourceSpan]) -> Name? {
    guard let first = piece.first, first != 0x20, piece.last != 0x20 else { return nil }
    guard let comma = piece.firstIndex(of: UInt8(ascii: ",")) else {
      // A whole name in Han script; 等 means others.
      guard first >= 0xE3, !piece.contains(0x20), piece.count > 3 else { return nil }
      let text = String(decoding: piece, as: UTF8.self)
      guard text.unicodeScalars.allSatisfy({ CharacterClass.isEastAsian($0.value) }) else { return nil }
      return Name(literal: text, spans: spans)
    }
    // A capital letter or a Han character begins a surname; all else may be a particle.
    guard (0x41...0x5A).contains(first) || (0xE3...0xE9).contains(first), comma + 2 < piece.count,
      piece[comma + 1] == 0x20, piece[comma + 2] != 0x20
    else { return nil }
    let family = piece[..<comma]
    let given = piece[(comma + 2)...]
    guard family.last != 0x20, !given.contains(UInt8(ascii: ",")), !hasPairs(piece) else { return nil }
    return Name(
      family: String(decoding: family, as: UTF8.self), given: String(decoding: given, as: UTF8.self), spans: spans)
  }

  /// Two spaces are one, and two hyphens are a dash.
  private static func hasPairs(_ piece: UnsafeBufferPointer<UInt8>) -> Bool {
    var previous: UInt8 = 0
    for byte in piece {
      if byte == previous, byte == 0x20 || byte == UInt8(ascii: "-") { return true }
      previous = byte
    }
    return false
  }

  /// Bytes without meaning to LaTeX and to the syntax of names.
  private static let plain: [Bool] = (0..<256).map { byte in
    byte >= 0x20 && !"\\{}~$`'\"=".utf8.contains(UInt8(byte))
  }
}

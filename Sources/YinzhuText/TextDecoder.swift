import Foundation

/// What decoding found wrong, with the byte of the *file* where it stands.
public struct DecodingProblem: Sendable, Hashable {
  /// Kinds of problem.
  public enum Kind: Sendable, Hashable {
    /// Bytes that the encoding does not allow; each was replaced by U+FFFD.
    case invalidBytes
    /// A lone half of a UTF-16 pair, or an odd last byte.
    case brokenUTF16
    /// The text is longer than places can name; what follows was not read.
    case tooLong
    /// NUL bytes or control characters in such number that this is no text.
    case binary
    /// The encoding had to be guessed from the bytes, and another is nearly as likely.
    case uncertainEncoding
  }
  /// What is wrong.
  public let kind: Kind
  /// Offset of the first offending byte in the file as it is on disk.
  public let fileOffset: Int
  /// The same place in the decoded text.
  public let span: SourceSpan
}

extension [DecodingProblem] {
  /// Keeps the list short on input that is wrong throughout; the first places are what people need.
  fileprivate mutating func report(_ problem: DecodingProblem) {
    if count < 10_000 { append(problem) }
  }
}

/// Turns the bytes of a file into UTF-8, and says what it could not read.
///
/// A byte order mark decides; else valid UTF-8 is UTF-8; else GB18030 and Big5 are tried and the one that gives
/// more common Chinese text wins. Nothing stops the reading: what cannot be decoded becomes U+FFFD and a problem.
public enum TextDecoder {
  /// Decodes `bytes`; `encoding` overrides the guess.
  public static func decode(
    _ bytes: [UInt8], name: String, id: SourceText.ID = SourceText.ID(0), encoding: TextEncoding? = nil
  ) -> (source: SourceText, problems: [DecodingProblem]) {
    let (mark, markLength) = byteOrderMark(bytes)
    var chosen = encoding ?? mark
    var problems: [DecodingProblem] = []
    if chosen == nil {
      if let fault = firstInvalidUTF8(bytes, from: 0) {
        let guess = guessLegacy(bytes, firstFault: fault)
        chosen = guess.encoding
        if guess.uncertain {
          problems.append(
            DecodingProblem(kind: .uncertainEncoding, fileOffset: fault, span: SourceSpan(start: fault, end: fault)))
        }
      } else {
        chosen = .utf8
      }
    }
    let used = chosen ?? .utf8
    let skip = mark == used ? markLength : 0
    let body = skip == 0 ? bytes : Array(bytes[skip...])
    var decoded: [UInt8]
    switch used {
    case .utf8: decoded = repairUTF8(body, fileOffset: skip, problems: &problems)
    case .utf16LittleEndian: decoded = decodeUTF16(body, bigEndian: false, fileOffset: skip, problems: &problems)
    case .utf16BigEndian: decoded = decodeUTF16(body, bigEndian: true, fileOffset: skip, problems: &problems)
    case .latin1: decoded = decodeLatin1(body)
    case .gb18030, .big5: decoded = decodeLegacy(body, used, fileOffset: skip, problems: &problems)
    }
    if decoded.count > SourceText.maximumCount {
      var end = SourceText.maximumCount
      while end > 0, decoded[end] & 0xC0 == 0x80 { end -= 1 }
      decoded.removeLast(decoded.count - end)
      problems.append(DecodingProblem(kind: .tooLong, fileOffset: end, span: SourceSpan(start: end, end: end)))
    }
    if let offset = binaryOffset(decoded) {
      problems.append(DecodingProblem(kind: .binary, fileOffset: offset, span: SourceSpan(start: offset, end: offset)))
    }
    return (SourceText(id: id, name: name, bytes: decoded, encoding: used), problems)
  }

  private static func byteOrderMark(_ bytes: [UInt8]) -> (TextEncoding?, Int) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    // Without a mark, UTF-16 shows by zero bytes that stand nearly all on one side: those of Latin letters, digits, spaces
    // and line breaks. A few on the other side are Han characters such as 一 (U+4E00) and the ideographic space.
    let sample = bytes.prefix(4096)
    if sample.count >= 4, sample.count % 2 == 0 || bytes.count > 4096 {
      var even = 0
      var odd = 0
      for (index, byte) in sample.enumerated() where byte == 0 {
        if index % 2 == 0 { even += 1 } else { odd += 1 }
      }
      let enough = max(2, sample.count / 64)
      if odd >= enough, odd > even * 2 { return (.utf16LittleEndian, 0) }
      if even >= enough, even > odd * 2 { return (.utf16BigEndian, 0) }
    }
    return (nil, 0)
  }

  // MARK: UTF-8

  private static func firstInvalidUTF8(_ bytes: [UInt8], from start: Int) -> Int? {
    var index = start
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index += 1
        continue
      }
      let length = UTF8Bytes.validLength(bytes, at: index)
      if length == 0 { return index }
      index += length
    }
    return nil
  }

  private static func repairUTF8(_ bytes: [UInt8], fileOffset: Int, problems: inout [DecodingProblem]) -> [UInt8] {
    guard var fault = firstInvalidUTF8(bytes, from: 0) else { return bytes }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + 16)
    var copied = 0
    while true {
      out.append(contentsOf: bytes[copied..<fault])
      let at = out.count
      out.append(contentsOf: UTF8Bytes.replacement)
      problems.report(
        DecodingProblem(
          kind: .invalidBytes, fileOffset: fault + fileOffset, span: SourceSpan(start: at, end: out.count)))
      copied = fault + 1
      // One replacement for a run of bytes that no character can begin with.
      while copied < bytes.count, bytes[copied] & 0xC0 == 0x80 { copied += 1 }
      guard let next = firstInvalidUTF8(bytes, from: copied) else { break }
      fault = next
    }
    out.append(contentsOf: bytes[copied...])
    return out
  }

  // MARK: UTF-16 and Latin-1

  private static func decodeUTF16(
    _ bytes: [UInt8], bigEndian: Bool, fileOffset: Int, problems: inout [DecodingProblem]
  ) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count * 3 / 2)
    func unit(_ index: Int) -> UInt32 {
      bigEndian
        ? UInt32(bytes[index]) << 8 | UInt32(bytes[index + 1]) : UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index])
    }
    func report(_ index: Int) {
      let at = out.count
      out.append(contentsOf: UTF8Bytes.replacement)
      problems.report(
        DecodingProblem(
          kind: .brokenUTF16, fileOffset: index + fileOffset, span: SourceSpan(start: at, end: out.count)))
    }
    var index = 0
    while index + 1 < bytes.count {
      let first = unit(index)
      if first & 0xFC00 == 0xD800, index + 3 < bytes.count, unit(index + 2) & 0xFC00 == 0xDC00 {
        UTF8Bytes.append(0x10000 + ((first & 0x3FF) << 10 | (unit(index + 2) & 0x3FF)), to: &out)
        index += 4
        continue
      }
      if first & 0xF800 == 0xD800 { report(index) } else { UTF8Bytes.append(first, to: &out) }
      index += 2
    }
    if index < bytes.count { report(index) }
    return out
  }

  private static func decodeLatin1(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes { UTF8Bytes.append(UInt32(byte), to: &out) }
    return out
  }

  // MARK: GB18030 and Big5

  private static func foundationEncoding(_ encoding: TextEncoding) -> String.Encoding? {
    switch encoding {
    case .gb18030: String.Encoding(rawValue: 0x8000_0000 | 0x0632)
    case .big5: String.Encoding(rawValue: 0x8000_0000 | 0x0A06)
    case .utf8, .utf16LittleEndian, .utf16BigEndian, .latin1: nil
    }
  }

  /// Foundation decodes all or nothing, so the text goes to it in runs between ASCII line breaks; a run that fails
  /// is halved at character borders until the broken bytes stand alone.
  private static func decodeLegacy(
    _ bytes: [UInt8], _ encoding: TextEncoding, fileOffset: Int, problems: inout [DecodingProblem]
  ) -> [UInt8] {
    guard let foundation = foundationEncoding(encoding) else { return bytes }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count * 3 / 2)
    if let whole = String(bytes: bytes, encoding: foundation) { return Array(whole.utf8) }
    var index = 0
    while index < bytes.count {
      var end = index
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      if end < bytes.count { end += 1 }
      if let line = String(bytes: bytes[index..<end], encoding: foundation) {
        out.append(contentsOf: line.utf8)
      } else {
        var at = index
        while at < end {
          let length = min(legacyLength(bytes, at: at, encoding), end - at)
          if let character = String(bytes: bytes[at..<(at + length)], encoding: foundation), !character.isEmpty {
            out.append(contentsOf: character.utf8)
            at += length
          } else {
            let place = out.count
            out.append(contentsOf: UTF8Bytes.replacement)
            problems.report(
              DecodingProblem(
                kind: .invalidBytes, fileOffset: at + fileOffset, span: SourceSpan(start: place, end: out.count)))
            at += 1
          }
        }
      }
      index = end
    }
    return out
  }

  /// Length in bytes of the character that begins here by the form of the encoding.
  private static func legacyLength(_ bytes: [UInt8], at index: Int, _ encoding: TextEncoding) -> Int {
    guard bytes[index] >= 0x81, index + 1 < bytes.count else { return 1 }
    if encoding == .gb18030, (0x30...0x39).contains(bytes[index + 1]) { return 4 }
    return bytes[index + 1] >= 0x40 ? 2 : 1
  }

  private static func guessLegacy(_ bytes: [UInt8], firstFault: Int) -> (encoding: TextEncoding, uncertain: Bool) {
    // A sample around the first high bytes is enough, and keeps a 50 MB file cheap.
    let start = max(0, firstFault - 64)
    let sample = Array(bytes[start..<min(bytes.count, start + 65536)])
    let utf8 = utf8Fitness(sample)
    let gb = pairFitness(sample, lead: 0xB0...0xD7, second: { $0 >= 0xA1 && $0 <= 0xFE }, encoding: .gb18030)
    let big5 = pairFitness(
      sample, lead: 0xA4...0xC6, second: { ($0 >= 0x40 && $0 <= 0x7E) || ($0 >= 0xA1 && $0 <= 0xFE) }, encoding: .big5)
    if utf8 >= 0.9 { return (.utf8, false) }
    if let named = namedEncoding(bytes) { return (named, false) }
    // `Söderström`: a high byte between ASCII letters is no part of a pair that others follow.
    if isolatedShare(sample) > 0.6, utf8 < 0.5 { return (.latin1, true) }
    if gb < 0.2, big5 < 0.2 {
      // Few pairs of common characters: Western text, where single high bytes stand between letters.
      return (utf8 > 0.5 ? .utf8 : .latin1, true)
    }
    return gb >= big5 ? (.gb18030, gb - big5 < 0.05) : (.big5, big5 - gb < 0.05)
  }

  /// The encoding of several bytes a character, or Latin-1, that the first lines name: `% Encoding: GBK` as JabRef writes it,
  /// `-*- coding: latin-1 -*-` as Emacs does.
  private static func namedEncoding(_ bytes: [UInt8]) -> TextEncoding? {
    let start = Array(bytes.prefix(512).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 })
    let mark = Array("coding:".utf8)
    guard let at = start.indices.first(where: { start[$0...].starts(with: mark) }) else { return nil }
    let name = start[(at + mark.count)...].drop { $0 == 0x20 }.prefix {
      $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ";")
    }
    var text = String(decoding: name, as: UTF8.self)
    for ending in ["-unix", "-dos", "-mac"] where text.hasSuffix(ending) { text.removeLast(ending.count) }
    switch TextEncoding(name: text) {
    case .gb18030?: return .gb18030
    case .big5?: return .big5
    case .latin1?: return .latin1
    case .utf8?, .utf16LittleEndian?, .utf16BigEndian?, nil: return nil
    }
  }

  /// Share of the bytes above ASCII that stand alone between ASCII bytes.
  private static func isolatedShare(_ bytes: [UInt8]) -> Double {
    var alone = 0
    var high = 0
    for (index, byte) in bytes.enumerated() where byte >= 0x80 {
      high += 1
      let before = index > 0 ? bytes[index - 1] : 0x20
      let after = index + 1 < bytes.count ? bytes[index + 1] : 0x20
      if before < 0x80, after < 0x80 { alone += 1 }
    }
    return high == 0 ? 0 : Double(alone) / Double(high)
  }

  /// Share of the bytes above ASCII that stand in valid UTF-8 characters.
  private static func utf8Fitness(_ bytes: [UInt8]) -> Double {
    var good = 0
    var bad = 0
    var index = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index += 1
        continue
      }
      let length = UTF8Bytes.validLength(bytes, at: index)
      if length == 0 {
        bad += 1
        index += 1
      } else {
        good += length
        index += length
      }
    }
    return good + bad == 0 ? 1 : Double(good) / Double(good + bad)
  }

  /// Share of the bytes above ASCII that stand in pairs from the rows of common characters.
  private static func pairFitness(
    _ bytes: [UInt8], lead: ClosedRange<UInt8>, second: (UInt8) -> Bool, encoding: TextEncoding
  ) -> Double {
    var good = 0
    var high = 0
    var index = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index += 1
        continue
      }
      let length = min(legacyLength(bytes, at: index, encoding), bytes.count - index)
      high += length
      if length == 2, lead.contains(bytes[index]), second(bytes[index + 1]) { good += 2 }
      index += length
    }
    return high == 0 ? 0 : Double(good) / Double(high)
  }

  /// Where control characters show that this is no text: a NUL, or more than one control character in a hundred.
  private static func binaryOffset(_ bytes: [UInt8]) -> Int? {
    var controls = 0
    var first: Int?
    let sample = bytes.prefix(8192)
    for (index, byte) in sample.enumerated() {
      if byte == 0 { return index }
      if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D, byte != 0x0C, byte != 0x0B, byte != 0x1B {
        controls += 1
        if first == nil { first = index }
      }
    }
    return controls * 100 > sample.count && controls > 3 ? first : nil
  }
}

import YinzhuText

/// How a format of tags and lines looks.
enum TaggedSyntax: Sendable, Hashable {
  /// `TY  - BOOK` … `ER  - `
  case ris
  /// `%0 Book`
  case refer
  /// `{Reference Type}: Book`
  case noteExpress
  /// `RT Book, Whole`
  case refWorks
  /// `PMID- 123`, lines that go on begin with six spaces.
  case medline
  /// `PT J`, lines that go on begin with three spaces; `ER`.
  case webOfScience
  /// `--TI-- Text` … `------`
  case biblioscape
  /// `TI- Text`; an empty line ends a record.
  case copac
  /// `Record.*INSPEC.*`, then `TI ~ Text`
  case inspec
  /// `<8>`, then names of fields in lines of their own, and indented values.
  case ovid

  /// The tag that says the type, and begins a record where `beginsRecord` says so.
  var typeTag: String {
    switch self {
    case .ris: "TY"
    case .refer: "%0"
    case .noteExpress: "Reference Type"
    case .refWorks: "RT"
    case .medline: "PMID"
    case .webOfScience: "PT"
    case .biblioscape: "RT"
    case .copac: "BOOK"
    case .inspec: "RT"
    case .ovid: "<>"
    }
  }

  /// The tag that ends a record.
  var endTag: String? {
    switch self {
    case .ris, .webOfScience: "ER"
    case .biblioscape: "------"
    case .refer, .noteExpress, .refWorks, .medline, .copac, .inspec, .ovid: nil
    }
  }

  /// Whether an empty line ends a record.
  var endsAtBlankLine: Bool { self == .medline || self == .copac }

  /// Whether the tag of the type begins a record; in others it stands anywhere.
  var beginsAtType: Bool { self != .biblioscape && self != .inspec }

  /// Whether a record without a type is nothing to speak of.
  var isTypeOptional: Bool {
    switch self {
    case .refer, .medline, .biblioscape, .copac, .inspec, .ovid: true
    case .ris, .noteExpress, .refWorks, .webOfScience: false
    }
  }

  /// Whether lines without a tag are values of their own behind the tag before.
  func isOneValueALine(_ tag: String) -> Bool {
    self == .webOfScience && ["AU", "AF", "BA", "BF", "BE", "ED", "GP", "CA"].contains(tag)
  }

  /// The tag of a line and where its value begins; nil for lines that go on, and for anything else.
  func tag(_ line: ArraySlice<UInt8>) -> (tag: String, value: Int)? {
    switch self {
    case .ris: dashed(line, widths: 2...2)
    case .medline: dashed(line, widths: 2...4)
    case .refer: percent(line)
    case .noteExpress: braced(line)
    case .refWorks: refWorks(line)
    case .webOfScience: spaced(line)
    case .biblioscape: doubleDashed(line)
    case .copac: marked(line, "- ")
    case .inspec: inspec(line)
    case .ovid: ovid(line)
    }
  }

  /// One record as lines of the format; the last line has its end.
  func text(_ record: TaggedRecord, keyTag: String?) -> String {
    let lineEnd = self == .ris ? "\r\n" : "\n"
    var out = ""
    func put(_ tag: String, _ value: String) {
      let line =
        switch self {
        case .ris: "\(tag)  - "
        case .refer, .refWorks, .webOfScience, .biblioscape, .copac, .inspec, .ovid: "\(tag) "
        case .noteExpress: "{\(tag)}: "
        case .medline: tag + String(repeating: " ", count: max(0, 4 - tag.utf8.count)) + "- "
        }
      // A key that another format had need not be a tag of this one.
      guard self.tag(Array(line.utf8)[...])?.tag == tag else { return }
      out += line + Self.oneLine(value) + lineEnd
    }
    if let type = record.type { put(typeTag, type) }
    if let keyTag, let key = record.key { put(keyTag, key) }
    for value in record.values where isTag(value.tag) { put(value.tag, value.text) }
    if let endTag { put(endTag, "") }
    return out
  }

  private func isTag(_ tag: String) -> Bool {
    if tag == typeTag || tag == endTag { return false }
    return switch self {
    case .noteExpress: !tag.isEmpty && !tag.utf8.contains { $0 == UInt8(ascii: "}") || $0 < 0x20 }
    case .refer: tag.utf8.count == 2 && tag.hasPrefix("%")
    case .biblioscape, .copac, .inspec, .ovid: false
    case .ris, .refWorks, .webOfScience, .medline:
      tag.utf8.count >= 2 && tag.utf8.count <= 4 && tag.utf8.allSatisfy { Self.isTagByte($0) }
        && (self == .medline || tag.utf8.count == 2)
    }
  }

  /// Values are one line: a line break inside becomes a space.
  private static func oneLine(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0xC2 || $0 == 0xE2 }) else { return text }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if CharacterClass.isLineBreak(scalar.value) || scalar == "\t" {
        out.append(" ")
      } else if scalar.value >= 0x20 {
        out.append(scalar)
      }
    }
    return String(out)
  }

  // MARK: Tags

  private static func isTagByte(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte) }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// `TY  - `, with as many spaces before the dash as programs write.
  private func dashed(_ line: ArraySlice<UInt8>, widths: ClosedRange<Int>) -> (tag: String, value: Int)? {
    let tag = line.prefix(widths.upperBound).prefix(while: Self.isTagByte)
    guard widths.contains(tag.count), tag.first.map({ $0 >= 0x41 }) ?? false else { return nil }
    var index = tag.endIndex
    var spaces = 0
    while index < line.endIndex, Self.isSpace(line[index]), spaces < 4 {
      index += 1
      spaces += 1
    }
    guard index < line.endIndex, line[index] == UInt8(ascii: "-"), spaces > 0 || tag.count == 4 else { return nil }
    index += 1
    if index < line.endIndex, Self.isSpace(line[index]) { index += 1 }
    return (String(decoding: tag, as: UTF8.self), index)
  }

  /// `%A Name`
  private func percent(_ line: ArraySlice<UInt8>) -> (tag: String, value: Int)? {
    // CNKI's line without a tag.
    let pageCount = Array("PageCount-页码 ".utf8)
    if line.starts(with: pageCount) { return (ReferMapping.pageCount, line.startIndex + pageCount.count) }
    guard line.first == UInt8(ascii: "%"), line.count >= 2 else { return nil }
    let byte = line[line.startIndex + 1]
    guard byte > 0x20, byte < 0x7F else { return nil }
    let value = line.startIndex + 2
    guard value < line.endIndex else { return (String(decoding: line[..<value], as: UTF8.self), value) }
    guard Self.isSpace(line[value]) || line[value] >= 0x80 else { return nil }
    return (
      String(decoding: line[..<value], as: UTF8.self), Self.isSpace(line[value]) ? value + 1 : value
    )
  }

  /// `{Title}: Text`
  private func braced(_ line: ArraySlice<UInt8>) -> (tag: String, value: Int)? {
    guard line.first == UInt8(ascii: "{"), let close = line.prefix(64).firstIndex(of: UInt8(ascii: "}")) else {
      return nil
    }
    var index = close + 1
    while index < line.endIndex, Self.isSpace(line[index]) { index += 1 }
    if index < line.endIndex, line[index] == UInt8(ascii: ":") {
      index += 1
    } else if line[index...].starts(with: [0xEF, 0xBC, 0x9A]) {
      index += 3
    } else {
      return nil
    }
    while index < line.endIndex, Self.isSpace(line[index]) { index += 1 }
    let name = DateText.trimmed(String(decoding: line[(line.startIndex + 1)..<close], as: UTF8.self))
    return name.isEmpty ? nil : (name, index)
  }

  /// `T1 Text`, and `A1辛宁` and `vo 49` as CNKI writes them.
  private func refWorks(_ line: ArraySlice<UInt8>) -> (tag: String, value: Int)? {
    guard line.count >= 2 else { return nil }
    if line.starts(with: Array("URL ".utf8)) { return ("UL", line.startIndex + 4) }
    let value = line.startIndex + 2
    let tag = String(decoding: line[..<value], as: UTF8.self)
    let upper = tag.uppercased()
    guard RefWorksMapping.tags.contains(upper) else { return nil }
    guard value < line.endIndex else { return (upper, value) }
    if Self.isSpace(line[value]) {
      // A line of an abstract may begin with `is` or `no`.
      let next = value + 1 < line.endIndex ? line[value + 1] : 0
      guard tag == upper || (0x30...0x39).contains(next) else { return nil }
      return (upper, value + 1)
    }
    return line[value] >= 0x80 && tag == upper ? (upper, value) : nil
  }

  /// `AU Name`
  private func spaced(_ line: ArraySlice<UInt8>) -> (tag: String, value: Int)? {
    guard line.count >= 2, line.prefix(2).allSatisfy(Self.isTagByte), line.first.map({ $0 >= 0x41 }) ?? false else {
      return nil
    }
    let value = line.startIndex + 2
    guard value < line.endIndex else { return (String(decoding: line, as: UTF8.self), value) }
    guard Self.isSpace(line[value]) else { return nil }
    return (String(decoding: line[..<value], as: UTF8.self), value + 1)
  }

  /// `--TI-- Text`, and `------` between records.
  private func doubleDashed(_ line: ArraySlice<UInt8>) -> (tag: String, value: Int)? {
    if line.starts(with: "------".utf8) { return ("------", line.endIndex) }
    guard line.count >= 6, line.starts(with: "--".utf8), line.dropFirst(2).prefix(2).allSatisfy(Self.isTagByte),
      line.dropFirst(4).starts(with: "--".utf8)
    else { return nil }
    let value = line.startIndex + 6
    return (
      String(decoding: line.dropFirst(2).prefix(2), as: UTF8.self),
      value < line.endIndex && Self.isSpace(line[value]) ? value + 1 : value
    )
  }

  /// Two letters and a mark.
  private func marked(_ line: ArraySlice<UInt8>, _ mark: String) -> (tag: String, value: Int)? {
    guard line.count > 2, line.prefix(2).allSatisfy(Self.isTagByte), line.dropFirst(2).starts(with: mark.utf8) else {
      return nil
    }
    return (String(decoding: line.prefix(2), as: UTF8.self), line.startIndex + 2 + mark.utf8.count)
  }

  private func inspec(_ line: ArraySlice<UInt8>) -> (tag: String, value: Int)? {
    if line.starts(with: "Record".utf8), String(decoding: line, as: UTF8.self).contains("INSPEC") {
      return (Self.recordStart, line.endIndex)
    }
    return marked(line, " ~ ")
  }

  /// The tag of a line that only begins a record.
  static let recordStart = "\u{0}"

  private func ovid(_ line: ArraySlice<UInt8>) -> (tag: String, value: Int)? {
    if line.first == UInt8(ascii: "<") {
      let digits = line.dropFirst().prefix { (0x30...0x39).contains($0) }
      if !digits.isEmpty, digits.endIndex < line.endIndex, line[digits.endIndex] == UInt8(ascii: ">") {
        return (Self.recordStart, line.endIndex)
      }
    }
    guard let first = line.first, (0x41...0x5A).contains(first), line.count <= 48 else { return nil }
    return (DateText.trimmed(String(decoding: line, as: UTF8.self)), line.endIndex)
  }
}

import YinzhuModel
import YinzhuText

/// Names in the three forms of BibTeX (btxdoc, section 4) and BibLaTeX's extended form `family=…, given=…`.
enum BibTeXNameReader {
  /// The list of a field's source.
  static func list(_ source: String, spans: [SourceSpan]) -> NameList {
    if let list = BibTeXPlainNames.list(source, spans: spans) { return list }
    var names: [Name] = []
    var hasOthers = false
    for piece in split(source, at: " and ") {
      if piece == "others" || piece == "等" {
        hasOthers = true
      } else if !piece.isEmpty, !isOption(piece) {
        // 孔子 and 老子 等
        let isCut = piece.hasSuffix(" 等")
        hasOthers = hasOthers || isCut
        var name = name(isCut ? String(piece.dropLast(2)) : piece)
        if name == Name() { continue }
        name.spans = spans
        names.append(name)
      }
    }
    return NameList(names, hasOthers: hasOthers)
  }

  /// `useprefix=false and …`: an option of the whole list (BibLaTeX manual, section 3.4), no name.
  private static func isOption(_ piece: String) -> Bool {
    guard let equals = piece.firstIndex(of: "="), !piece.contains(",") else { return false }
    return options.contains(String(piece[..<equals].filter { $0 != " " }))
  }

  private static let options: Set<String> = [
    "useprefix", "sortingnamekeytemplatename", "labelalphanametemplatename", "uniquenametemplatename", "uniquename",
    "uniquelist", "nohashothers", "nosortothers",
  ]

  static func name(_ source: String) -> Name {
    if isOneGroup(source) { return Name(literal: plain(String(source.dropFirst().dropLast()))) }
    let parts = split(source, at: ",")
    if let extended = extended(parts) { return extended }
    guard parts.count > 1 else { return firstVonLast(source) }
    var name = vonLast(words(parts[0]))
    if parts.count > 2, !parts[1].isEmpty {
      let suffix = plain(parts[1])
      name.suffix = suffix
      name.commaSuffix = hasComma(suffix)
    }
    let given = parts.count > 2 ? parts[2...].joined(separator: ", ") : parts[1]
    if !given.isEmpty { name.given = plain(given) }
    return name
  }

  /// `King, Jr.` and `Louis XIV`: BibTeX doesn't tell which; the custom of English does.
  private static func hasComma(_ suffix: String?) -> Bool {
    suffix?.hasPrefix("Jr") == true || suffix?.hasPrefix("Sr") == true
  }

  private static func firstVonLast(_ source: String) -> Name {
    let words = words(source)
    guard words.count > 1 else {
      let text = plain(source)
      let isEastAsian = text.unicodeScalars.contains { CharacterClass.isEastAsian($0.value) }
      // An item that should have been replaced (`xdata=key-author-9`) is no surname.
      return isEastAsian || text.utf8.contains(UInt8(ascii: "=")) ? Name(literal: text) : Name(family: text)
    }
    // 王 力: names in Han script have no parts, however they are spaced.
    if words.allSatisfy({ $0.unicodeScalars.first.map { CharacterClass.isEastAsian($0.value) } ?? false }) {
      return Name(literal: plain(source))
    }
    let last = words.count - 1
    let von = words[..<last].firstIndex(where: isSmall) ?? last
    var name = vonLast(Array(words[von...]))
    if von > 0 { name.given = words[..<von].map(plain).joined(separator: " ") }
    return name
  }

  /// The particle is what stands before the last small word that isn't the last word.
  private static func vonLast(_ words: [String]) -> Name {
    guard let last = words.last else { return Name() }
    guard let end = words.dropLast().lastIndex(where: isSmall), words.first.map(isSmall) == true else {
      return Name(family: words.count == 1 ? plain(last) : words.map(plain).joined(separator: " "))
    }
    return Name(
      family: words[(end + 1)...].map(plain).joined(separator: " "),
      nonDroppingParticle: words[...end].map(plain).joined(separator: " "))
  }

  private static func extended(_ parts: [String]) -> Name? {
    var name = Name()
    var isExtended = false
    var isDropped = false
    for part in parts {
      guard let equals = part.firstIndex(of: "=") else { return nil }
      let key = part[..<equals].filter { $0 != " " }
      var value = String(part[part.index(after: equals)...].drop { $0 == " " })
      while value.hasSuffix(" ") { value.removeLast() }
      if value.count > 1, value.hasPrefix("\""), value.hasSuffix("\"") { value = String(value.dropFirst().dropLast()) }
      switch key {
      case "family": name.family = plain(value)
      case "given": name.given = plain(value)
      case "prefix": name.nonDroppingParticle = plain(value)
      case "suffix":
        name.suffix = plain(value)
        name.commaSuffix = hasComma(name.suffix)
      case "useprefix": isDropped = value == "false"
      // Parts and options that styles define have no place in the data model.
      default: break
      }
      isExtended = isExtended || key == "family" || key == "given"
    }
    if isDropped { swap(&name.droppingParticle, &name.nonDroppingParticle) }
    return isExtended ? name : nil
  }

  // MARK: Source text

  private static func plain(_ source: String) -> String { LaTeXReader.text(source).plain }

  private static func isSmall(_ word: String) -> Bool {
    guard !word.hasPrefix("{"),
      let first = plain(word).unicodeScalars.first(where: { CharacterClass.isAlphabetic($0.value) })
    else { return false }
    return first.properties.isLowercase
  }

  private static func isOneGroup(_ source: String) -> Bool {
    guard source.hasPrefix("{"), source.hasSuffix("}") else { return false }
    var depth = 0
    let last = source.utf8.count - 1
    for (offset, byte) in source.utf8.enumerated() {
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      if depth == 0, offset < last { return false }
    }
    return depth == 0
  }

  private static func words(_ source: String) -> [String] {
    split(source, at: " ").filter { !$0.isEmpty }
  }

  /// Whether ` and ` may stand in a source: its letters do, in whatever space.
  static func mayJoin(_ source: String) -> Bool {
    var source = source
    return source.withUTF8 { bytes in
      guard bytes.count > 4 else { return false }
      for index in 1..<(bytes.count - 3)
      where bytes[index] | 0x20 == UInt8(ascii: "a") && bytes[index - 1] <= 0x20 && bytes[index + 3] <= 0x20
        && bytes[index + 1] | 0x20 == UInt8(ascii: "n") && bytes[index + 2] | 0x20 == UInt8(ascii: "d")
      {
        return true
      }
      return false
    }
  }

  /// Pieces between separators outside braces, without space around; white space of any kind is a space.
  static func split(_ source: String, at separator: String) -> [String] {
    let bytes = source.utf8.map { $0 == 0x0A || $0 == 0x0D || $0 == 0x09 ? 0x20 : $0 }
    let mark = Array(separator.utf8)
    var out: [String] = []
    var depth = 0
    var start = 0
    var at = 0
    func piece(_ end: Int) -> String {
      var low = start
      var high = end
      while low < high, bytes[low] == 0x20 { low += 1 }
      while high > low, bytes[high - 1] == 0x20 { high -= 1 }
      return String(decoding: bytes[low..<high], as: UTF8.self)
    }
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "{") { depth += 1 }
      if bytes[at] == UInt8(ascii: "}") { depth -= 1 }
      let isMark =
        depth == 0 && bytes[at] == mark[0] && at + mark.count <= bytes.count
        && zip(bytes[at..<(at + mark.count)], mark).allSatisfy { byte, wanted in
          byte == wanted || (0x41...0x5A).contains(byte) && byte | 0x20 == wanted
        }
      if isMark {
        out.append(piece(at))
        at += mark.count
        start = at
        // `a and and b`, `a  and b`: the space after one separator may begin the next.
        if mark.count > 1 {
          start -= 1
          at -= 1
        }
      } else {
        at += 1
      }
    }
    out.append(piece(bytes.count))
    return out
  }
}

import YinzhuModel
import YinzhuText

/// Formats one name (CSL 1.0.2 "Name", "Name-part Order").
struct NameFormatter {
  let options: NameOptions
  let name: Element.Name?
  let style: Style.Options
  let isSorting: Bool

  func format(_ name: Name, _ variable: Variable, _ index: Int, isInverted: Bool) -> OutputNode {
    let tag = OutputNode.Tag.name(variable, index)
    if let literal = name.literal, !literal.isEmpty {
      return OutputNode(tag, children: [OutputNode(.familyName, markup: literal)])
    }
    let parts = NameParts(name)
    if parts.given == nil || (parts.family?.isEmpty ?? true) {
      // Only one part: nothing to order.
      let whole = parts.family ?? parts.given ?? ""
      let text = [parts.droppingParticle, parts.nonDroppingParticle].compactMap { $0 }.reduce(into: "") {
        $0 = NameParts.joined($0, $1)
      }
      var nodes = [family(NameParts.joined(text, whole))]
      appendSuffix(parts, to: &nodes, separator: parts.commaSuffix || isInverted ? ", " : " ")
      return OutputNode(tag, children: nodes)
    }
    if parts.isEastAsian { return eastAsian(parts, tag) }
    if options.form == .short, !isSorting {
      return OutputNode(tag, children: [family(NameParts.joined(parts.nonDroppingParticle ?? "", parts.family ?? ""))])
    }
    return OutputNode(tag, children: isInverted || name.staticOrdering ? inverted(parts) : displayed(parts))
  }

  /// Names in Han, kana and hangul: family name first, no space.
  private func eastAsian(_ parts: NameParts, _ tag: OutputNode.Tag) -> OutputNode {
    if options.form == .short, !isSorting { return OutputNode(tag, children: [family(parts.family ?? "")]) }
    return OutputNode(tag, children: [family(parts.family ?? ""), given(parts.given ?? "")])
  }

  /// `Jean de La Fontaine III`
  private func displayed(_ parts: NameParts) -> [OutputNode] {
    var nodes: [OutputNode] = []
    var first = initials(parts.given ?? "")
    if let particle = parts.droppingParticle { first = NameParts.joined(first, particle) }
    nodes.append(given(first))
    let last = NameParts.joined(parts.nonDroppingParticle ?? "", parts.family ?? "")
    // A particle that ends with an apostrophe touches the name.
    if let end = parts.droppingParticle?.unicodeScalars.last, NameParts.touches(end) {
      nodes.append(family(last))
    } else {
      nodes.append(OutputNode(.plain, text: " "))
      nodes.append(family(last))
    }
    appendSuffix(parts, to: &nodes, separator: parts.commaSuffix ? ", " : " ")
    return nodes
  }

  /// `La Fontaine, Jean de, III`, or `Fontaine, Jean de La, III` with the particle demoted.
  private func inverted(_ parts: NameParts) -> [OutputNode] {
    let demotes =
      switch style.demoteNonDroppingParticle {
      case .never: false
      case .sortOnly: isSorting
      case .displayAndSort: true
      }
    let separator = options.sortSeparator ?? ", "
    var nodes: [OutputNode] = []
    var first = options.form == .short ? "" : initials(parts.given ?? "")
    if let particle = parts.droppingParticle { first = NameParts.joined(first, particle) }
    if demotes {
      if let particle = parts.nonDroppingParticle { first = NameParts.joined(first, particle) }
      nodes.append(family(parts.family ?? ""))
    } else {
      nodes.append(family(NameParts.joined(parts.nonDroppingParticle ?? "", parts.family ?? "")))
    }
    if !first.isEmpty {
      nodes.append(OutputNode(.plain, text: separator))
      nodes.append(given(first))
    }
    appendSuffix(parts, to: &nodes, separator: separator)
    return nodes
  }

  private func appendSuffix(_ parts: NameParts, to nodes: inout [OutputNode], separator: String) {
    guard var suffix = parts.suffix, !suffix.isEmpty else { return }
    // Where initials have no full stop, `Jr.` has none either.
    if let mark = options.initializeWith, !mark.contains(".") { suffix.removeAll { $0 == "." } }
    nodes.append(OutputNode(.plain, text: separator + suffix))
  }

  private func family(_ text: String) -> OutputNode { part(.familyName, text, name?.family) }

  private func given(_ text: String) -> OutputNode { part(.givenName, text, name?.given) }

  private func part(_ tag: OutputNode.Tag, _ text: String, _ decoration: Decoration?) -> OutputNode {
    let node = OutputNode(tag, markup: text)
    guard let decoration, !text.isEmpty else { return node }
    return node.decorated(decoration)
  }

  private func initials(_ given: String) -> String {
    guard let with = options.initializeWith else { return given }
    return Initials.of(
      given, with: with, shortens: options.initialize ?? true, keepsHyphen: style.initializeWithHyphen)
  }
}

/// The parts of a name, particles taken out of family and given names where the record left them there.
struct NameParts {
  var family: String?
  var given: String?
  var droppingParticle: String?
  var nonDroppingParticle: String?
  var suffix: String?
  var commaSuffix: Bool

  init(_ name: Name) {
    family = name.family
    given = name.given
    droppingParticle = name.droppingParticle
    nonDroppingParticle = name.nonDroppingParticle
    suffix = name.suffix
    commaSuffix = name.commaSuffix
    if suffix == nil { splitSuffix() }
    if nonDroppingParticle == nil, droppingParticle == nil { splitParticles() }
  }

  /// `John, III`: a suffix behind given names; `John,! Jr.` asks for a comma before it.
  private mutating func splitSuffix() {
    guard let whole = given, let comma = whole.firstIndex(of: ",") else { return }
    var rest = whole[whole.index(after: comma)...]
    let asksForComma = rest.first == "!"
    if asksForComma { rest.removeFirst() }
    while rest.first == " " { rest.removeFirst() }
    guard !rest.isEmpty, comma > whole.startIndex else { return }
    // A particle in lower case behind a comma stays with the given names.
    if rest.first?.isLowercase == true { return }
    given = String(whole[..<comma])
    suffix = String(rest)
    commaSuffix = asksForComma
  }

  /// Lower-case words before a family name are a particle that stays, those after given names one that drops.
  private mutating func splitParticles() {
    if let whole = family {
      if whole.count > 1, whole.hasPrefix("\""), whole.hasSuffix("\"") {
        family = String(whole.dropFirst().dropLast())
      } else {
        let words = whole.split(separator: " ")
        let lower = words.prefix(while: NameParts.isLower)
        if !lower.isEmpty, lower.count < words.count {
          nonDroppingParticle = lower.joined(separator: " ")
          family = words.dropFirst(lower.count).joined(separator: " ")
        }
      }
    }
    if let whole = given {
      let words = whole.split(separator: " ")
      let lower = words.reversed().prefix(while: NameParts.isLower).count
      if lower > 0, lower < words.count {
        droppingParticle = words.suffix(lower).joined(separator: " ")
        given = words.dropLast(lower).joined(separator: " ")
      }
    }
  }

  private static func isLower(_ word: Substring) -> Bool {
    guard let first = word.first else { return false }
    return first.isLowercase && first.isLetter && !word.contains { $0.isUppercase || $0 == "." }
  }

  /// Whether the name is in a script that is written without spaces. Initials behind a family name in Han script
  /// (昂温 G) are those of a Western name.
  var isEastAsian: Bool {
    let text = (given ?? "").isEmpty ? family ?? "" : given ?? ""
    return text.unicodeScalars.contains { CharacterClass.isEastAsian($0.value) }
  }

  static func touches(_ scalar: UnicodeScalar) -> Bool { scalar == "'" || scalar == "’" || scalar == "-" }

  /// Two parts with a space, unless the first ends with an apostrophe or hyphen.
  static func joined(_ first: String, _ second: String) -> String {
    guard let last = first.unicodeScalars.last else { return second }
    guard !second.isEmpty else { return first }
    return touches(last) ? first + second : first + " " + second
  }
}

/// Initials of given names (CSL 1.0.2 "Name", `initialize-with`).
enum Initials {
  private enum Piece {
    /// A word, perhaps with the hyphen before it.
    case word(String)
    /// What is an initial already: `J.` or a lone letter.
    case initial(String)
  }

  static func of(_ given: String, with mark: String, shortens: Bool, keepsHyphen: Bool) -> String {
    var out = ""
    for piece in pieces(given) {
      switch piece {
      case .initial(let text):
        let letters = text.filter { $0 != "." }
        append(keepsHyphen ? letters : letters.filter { $0 != "-" }, mark, to: &out)
      case .word(let text):
        if shortens, let initial = initial(text, keepsHyphen: keepsHyphen) {
          append(initial, mark, to: &out)
        } else if shortens, text.hasPrefix("-") {
          continue
        } else {
          if let last = out.last, last != " ", !text.hasPrefix("-") { out += " " }
          if text.hasPrefix("-"), out.last == " " { out.removeLast() }
          out += text + (shortens ? " " : "")
          if !shortens { out += " " }
        }
      }
    }
    while out.last == " " { out.removeLast() }
    return out
  }

  private static func append(_ initial: String, _ mark: String, to out: inout String) {
    guard !initial.isEmpty else { return }
    if initial.hasPrefix("-") { while out.last == " " { out.removeLast() } }
    out += initial + mark
  }

  /// The first letter; nil for words in lower case, which stay, or drop after a hyphen.
  private static func initial(_ word: String, keepsHyphen: Bool) -> String? {
    let hyphen = word.hasPrefix("-")
    let letters = hyphen ? String(word.dropFirst()) : word
    guard let first = letters.first, first.isUppercase || !first.isLowercase else { return nil }
    return (hyphen && keepsHyphen ? "-" : "") + String(first)
  }

  private static func pieces(_ given: String) -> [Piece] {
    var out: [Piece] = []
    var word = ""
    func flush(_ out: inout [Piece]) {
      guard !word.isEmpty, word != "-" else { return }
      let letters = word.hasPrefix("-") ? word.dropFirst() : Substring(word)
      if letters.count == 1 || word.hasSuffix(".") { out.append(.initial(word)) } else { out.append(.word(word)) }
      word = ""
    }
    for character in given {
      switch character {
      case " ", "\u{A0}":
        flush(&out)
        word = ""
      case ".":
        if !word.isEmpty { word.append(".") }
        flush(&out)
        word = ""
      case "-", "‐", "–":
        flush(&out)
        word = "-"
      default: word.append(character)
      }
    }
    flush(&out)
    return out
  }
}

import YinzhuModel

/// The parts of a name, particles and suffixes taken out of family and given names where the record left them there.
struct NameParts {
  var family: String
  var given: String
  var droppingParticle: String
  var nonDroppingParticle: String
  var suffix: String
  var commaSuffix: Bool
  /// Whether the given names end with `, et al.`
  var hasOthers = false

  init(_ name: Name) {
    family = name.family ?? ""
    given = name.given ?? ""
    droppingParticle = name.droppingParticle ?? ""
    nonDroppingParticle = name.nonDroppingParticle ?? ""
    suffix = name.suffix ?? ""
    commaSuffix = name.commaSuffix
    if family.utf8.count > 1, family.hasPrefix("\""), family.hasSuffix("\"") {
      // Quotation marks say that no particle is meant.
      family = String(family.dropFirst().dropLast())
      return
    }
    guard nonDroppingParticle.isEmpty, !family.isEmpty, !given.isEmpty else { return }
    splitFamily()
    if suffix.isEmpty { splitSuffix() }
    splitGiven()
  }

  /// `John, III`: a suffix behind given names; `John,! Jr.` asks for a comma before it.
  private mutating func splitSuffix() {
    guard let comma = given.firstIndex(of: ",") else { return }
    var rest = given[given.index(after: comma)...]
    let asksForComma = rest.first == "!"
    if asksForComma { rest.removeFirst() }
    while rest.first == " " { rest.removeFirst() }
    var before = given[..<comma]
    while before.last == " " { before.removeLast() }
    if rest.filter({ $0 != "." }) == "et al", droppingParticle.isEmpty {
      hasOthers = true
    } else {
      suffix = String(rest)
      if asksForComma { commaSuffix = true }
    }
    given = String(before)
  }

  /// Words in small letters before a family name, also those that touch it: `van der`, `d’`, `al-`.
  private mutating func splitFamily() {
    var rest = Substring(family)
    while let end = NameParts.particleEnd(rest), NameParts.startsSmall(rest) { rest = rest[end...] }
    guard rest.startIndex > family.startIndex else { return }
    var particle = family[..<rest.startIndex]
    let endsWithSpace = particle.last == " "
    while particle.last == " " { particle.removeLast() }
    nonDroppingParticle = String(particle)
    // An apostrophe with a space behind it keeps the space.
    if endsWithSpace, let last = particle.last, last == "'" || last == "’" { nonDroppingParticle += " " }
    family = String(rest)
  }

  /// Where the first word ends that something follows, spaces included.
  private static func particleEnd(_ text: Substring) -> Substring.Index? {
    var index = text.startIndex
    var mark: Substring.Index?
    while index < text.endIndex, text[index] != " " {
      let next = text.index(after: index)
      if index > text.startIndex, next < text.endIndex, isMark(text[index]) { mark = next }
      index = next
    }
    guard index < text.endIndex else { return mark }
    while index < text.endIndex, text[index] == " " { index = text.index(after: index) }
    return index < text.endIndex ? index : nil
  }

  private static func isMark(_ character: Character) -> Bool {
    character == "-" || character == "'" || character == "’" || character == "ʻ"
  }

  private static func startsSmall(_ text: Substring) -> Bool {
    guard let first = text.first(where: { !isMark($0) && $0 != " " }) else { return false }
    return first.isLowercase
  }

  /// Words in small letters behind given names; one word stays.
  private mutating func splitGiven() {
    var rest = Substring(given)
    while let space = rest.lastIndex(of: " ") {
      let word = rest[rest.index(after: space)...]
      guard NameParts.startsSmall(word), space > rest.startIndex else { break }
      rest = rest[..<space]
    }
    guard rest.endIndex < given.endIndex else { return }
    droppingParticle = given[rest.endIndex...].drop { $0 == " " }.description
    given = String(rest)
  }

  /// Whether a particle touches what follows.
  static func touches(_ text: String) -> Bool {
    guard let last = text.unicodeScalars.last else { return false }
    return last == "'" || last == "’" || last == "-" || last == " "
  }
}

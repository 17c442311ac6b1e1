/// Spaces that open the first block of an entry or close its last one.
enum EdgeSpaces {
  static func moveOut(_ tokens: inout [Token]) {
    if case .openDisplay(.leftMargin)? = tokens.first, let place = tokens.firstIndex(where: isText),
      case .text(let text) = tokens[place], text.utf8.first == 0x20
    {
      tokens[place] = .text(String(text.dropFirst()))
      tokens.insert(.text(" "), at: 0)
    }
    if case .closeDisplay? = tokens.last, let place = tokens.lastIndex(where: isText),
      case .text(let text) = tokens[place], text.utf8.last == 0x20
    {
      tokens[place] = .text(String(text.dropLast()))
      tokens.append(.text(" "))
    }
  }

  private static func isText(_ token: Token) -> Bool {
    switch token {
    case .text, .body: true
    default: false
    }
  }
}

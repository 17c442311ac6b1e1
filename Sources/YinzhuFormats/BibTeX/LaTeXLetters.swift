/// Letters beyond ASCII as LaTeX's commands: the tables of the reader (`LaTeXCommands`), the other way round.
enum LaTeXLetters {
  /// LaTeX source with commands for the letters that have some, each in braces of its own, so that BibTeX counts it as one
  /// letter. Letters without a command stay.
  static func commands(_ source: String) -> String {
    guard source.utf8.contains(where: { $0 >= 0x80 }) else { return source }
    var out = ""
    var isMath = false
    var previous: Character?
    for character in source {
      if character == "$", previous != "\\" { isMath.toggle() }
      previous = character
      if !isMath, !character.isASCII, let command = table[character] { out += command } else { out.append(character) }
    }
    return out
  }

  private static let table: [Character: String] = {
    var out: [Character: String] = [:]
    for (name, accent) in LaTeXCommands.accents.sorted(by: { $0.key < $1.key }) where !name.hasPrefix("text") {
      for (base, letter) in accent.composed {
        guard let letter = letter.first else { continue }
        let isWord = name.first?.isLetter == true
        // The dots of i and j give way to the accent.
        let under = base == "i" && !"cdkb".contains(name) ? "\\i" : base == "j" ? "\\j" : base
        out[letter] = isWord ? "{\\\(name){\(under)}}" : "{\\\(name)\(under.hasPrefix("\\") ? "{\(under)}" : under)}"
      }
    }
    // Of several names of a letter, the shortest is the oldest.
    for (name, symbol) in LaTeXCommands.symbols.sorted(by: { ($0.key.count, $0.key) < ($1.key.count, $1.key) }) {
      guard symbol.count == 1, let letter = symbol.first, !letter.isASCII, out[letter] == nil else { continue }
      out[letter] = "{\\\(name)}"
    }
    out["\u{A0}"] = nil
    out["–"] = "--"
    out["—"] = "---"
    // In text they are ligatures, which all fonts have.
    out["“"] = "``"
    out["”"] = "''"
    return out
  }()
}

/// Initials of given names (CSL 1.0.2 "Name", `initialize-with`); details follow citeproc-js.
enum Initials {
  private struct Word {
    /// Markup before the letters, and behind them.
    var lead = ""
    var core: [UnicodeScalar] = []
    var trail = ""
    /// What stands between this word and the next: a hyphen or a space.
    var separator = ""
  }

  /// - Parameter shortens: false (`initialize="false"`) keeps whole names and only dresses what is an initial already.
  static func of(_ given: String, with mark: String, shortens: Bool, keepsHyphen: Bool) -> String {
    guard given != "Lord", given != "Lady", startsWithLetter(given) else { return given }
    var words = words(given, keepsHyphen: keepsHyphen)
    if shortens {
      for index in words.indices { shorten(&words[index], mark, isLast: index == words.count - 1) }
    } else {
      dress(&words, mark)
    }
    return text(words)
  }

  private static func startsWithLetter(_ given: String) -> Bool {
    var isTag = false
    for scalar in given.unicodeScalars {
      if scalar == "<" { isTag = true }
      if !isTag { return Romanesque.isLetter(scalar) || scalar == "&" }
      if scalar == ">" { isTag = false }
    }
    return false
  }

  // MARK: Words

  private static func words(_ given: String, keepsHyphen: Bool) -> [Word] {
    var out: [Word] = []
    var word = Word()
    func close(_ separator: String) {
      guard !word.core.isEmpty else {
        if separator == "-", let last = out.indices.last { out[last].separator = "-" }
        return
      }
      word.separator = separator
      out.append(word)
      word = Word()
    }
    let scalars = Array(given.unicodeScalars)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      switch scalar {
      case "<":
        guard let end = scalars[index...].firstIndex(of: ">") else {
          word.core.append(scalar)
          break
        }
        let tag = scalars[index...end].reduce(into: "") { $0.unicodeScalars.append($1) }
        if word.core.isEmpty, next != "/" {
          word.lead += tag
        } else if word.core.isEmpty, let last = out.indices.last {
          out[last].trail += tag
        } else {
          word.trail += tag
        }
        index = end
      case " ", "\u{A0}", "\t", "\n": close(" ")
      case "-":
        // A small letter behind a hyphen is no name of its own: Jean-baptiste.
        if !keepsHyphen {
          close(" ")
        } else if let next, ("a"..."z").contains(next) {
          word.core.append(scalar)
        } else {
          close("-")
        }
      case ".":
        if !word.core.isEmpty {
          word.core.append(scalar)
          if let next, !isSeparator(next), next != "<" { close(" ") }
        }
      default: word.core.append(scalar)
      }
      index += 1
    }
    close("")
    if let last = out.indices.last { out[last].separator = "" }
    return out
  }

  private static func isSeparator(_ scalar: UnicodeScalar) -> Bool {
    scalar == " " || scalar == "-" || scalar == "\u{A0}" || scalar == "."
  }

  // MARK: Shortening

  private static func shorten(_ word: inout Word, _ mark: String, isLast: Bool) {
    guard let first = word.core.first else { return }
    guard Romanesque.isLetter(first), Romanesque.isUpper(first) else {
      // Words in small letters stay whole.
      if word.core.contains(where: Romanesque.isLetter) { word.core.insert(" ", at: 0) }
      return
    }
    if word.core.count > 2, word.core.last == "." {
      // An abbreviation stays as it is: `Ph.`
      word.core.removeLast()
      end(&word, mark)
      return
    }
    var extra: [UnicodeScalar] = []
    let letters = word.core.dropFirst().prefix(while: Romanesque.isLetter)
    // `IJsbrand` gives `Ij`: capitals before small letters belong to the initial.
    let capitals = letters.prefix(while: Romanesque.isUpper)
    if capitals.count < letters.count {
      for scalar in capitals { extra.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars) }
    }
    word.core = [first] + extra
    end(&word, mark)
  }

  private static func end(_ word: inout Word, _ mark: String) {
    if word.trail.isEmpty {
      word.core.append(contentsOf: mark.unicodeScalars)
      if word.separator != "-" { word.separator = "" }
    } else {
      let (visible, space) = split(mark)
      word.core.append(contentsOf: visible.unicodeScalars)
      if word.separator != "-" { word.separator = space }
    }
  }

  /// A mark and the space at its end.
  private static func split(_ mark: String) -> (String, String) {
    var visible = mark.unicodeScalars
    var space = ""
    while let last = visible.last, last == " " || last == "\u{A0}" || last == "\u{FEFF}" {
      space = String(last) + space
      visible.removeLast()
    }
    return (String(visible), space)
  }

  /// Full stops of initials and abbreviations give way to the mark; other words stay.
  private static func dress(_ words: inout [Word], _ mark: String) {
    var isInitial: [Bool] = []
    for index in words.indices {
      if words[index].core.count > 1, words[index].core.last == "." {
        words[index].core.removeLast()
        isInitial.append(true)
      } else {
        isInitial.append(words[index].core.count == 1 && words[index].core.first.map(Romanesque.isUpper) == true)
      }
    }
    for index in words.indices where isInitial[index] {
      guard index + 1 < words.count else {
        words[index].core.append(contentsOf: mark.unicodeScalars)
        continue
      }
      let isWord = !isInitial[index + 1]
      let isHyphen = words[index].separator == "-"
      words[index].separator =
        (mark.isEmpty || !mark.hasSuffix(" ")) && isWord && words[index].core.allSatisfy(Romanesque.isLetter) ? " " : ""
      if isHyphen { words[index].separator = "-" }
      words[index].core.append(
        contentsOf: (isWord ? split(mark).0 : mark).unicodeScalars)
      if isWord, mark.hasSuffix(" "), !isHyphen { words[index].separator = " " }
    }
  }

  private static func text(_ words: [Word]) -> String {
    var out = ""
    for word in words {
      var core = word.core
      // Spaces beside a hyphen or another space go.
      if core.first == " ", out.isEmpty || out.hasSuffix(" ") || out.hasSuffix("-") { core.removeFirst() }
      if word.separator == "-" { while let last = core.last, last == " " { core.removeLast() } }
      out += word.lead
      out.unicodeScalars.append(contentsOf: core)
      out += word.trail
      if word.separator != " " || !out.hasSuffix(" ") { out += word.separator }
    }
    while let last = out.unicodeScalars.last, last == " " || last == "\u{A0}" || last == "\u{FEFF}" {
      out.unicodeScalars.removeLast()
    }
    return out
  }
}

/// An entry with a type code: the code divides it into who wrote what, and where it appeared
/// (GB/T 7714—2015 4, GB/T 7714—2025 8).
///
/// The standard fixes the order and the marks of what follows the code. Where an entry keeps to them its labels follow
/// from them, whatever the words look like; where it does not, the labels of the model stay.
struct CodedEntry {
  let chain: WordChain
  /// The letters of the code before the slash: `M`, `EB`.
  let code: String
  /// The first word behind the code.
  let body: Int

  var text: TokenizedText { chain.text }

  /// Nil where the entry has no code, or nothing stands on one side of it.
  init?(_ chain: WordChain) {
    guard let token = chain.codeToken, let body = chain.links.firstIndex(where: { $0.followsCode }), body > 0 else {
      return nil
    }
    self.chain = chain
    self.body = body
    code = chain.text.string(token..<(token + 1))
  }

  /// The labels put right.
  func corrected(_ labels: [FieldLabel]) -> [FieldLabel] {
    var out = labels
    CodedHead(entry: self).correct(&out)
    switch code {
    case "J" where !CodedSerial(entry: self).correct(&out): CodedArticle(entry: self).correct(&out)
    case "N": CodedArticle(entry: self).correctNewspaper(&out)
    case "J": break
    default: CodedImprint(entry: self).correct(&out)
    }
    correctTail(&out)
    return out
  }

  // MARK: Words and the marks between them

  var count: Int { chain.count }

  func marks(before word: Int) -> Range<Int> { chain.marks(before: word) }

  func has(_ mark: Marks, before word: Int) -> Bool {
    marks(before: word).contains { text.isMark($0, mark) }
  }

  func isHost(_ word: Int) -> Bool { chain.isHost(word) }

  /// Whether a field ends before a word: at a full stop that no other mark follows, at `//`, at a second code.
  func endsField(before word: Int) -> Bool {
    if isHost(word) || chain.links[word].gapClass == .code { return true }
    let marks = marks(before: word)
    guard let period = marks.first(where: { text.isMark($0, [.period, .stop]) }) else { return false }
    // `D.C.: `, `Co., `: the stop of an abbreviation, before the mark that counts.
    if marks.contains(where: { $0 > period && text.isMark($0, [.comma, .colon, .semicolon]) }) { return false }
    guard word > 0 else { return true }
    let before = chain.links[word - 1].token
    let after = chain.links[word].token
    // `1.0`, `v.1`
    if text.tokens[after].kind == .digits, !text.tokens[after].spaced, text.tokens[before].kind != .han { return false }
    // `D.C.`, `Vol. 4`, `Rev. ed.`
    if text.isLatin(before), text.isLatin(after), !text.tokens[after].spaced, text.length(after..<(after + 1)) == 1 {
      return false
    }
    return text.tokens[after].word != .editionWord && text.tokens[before].word != .volumeWord
      && text.tokens[before].word != .issueWord
  }

  func isYear(_ word: Int) -> Bool {
    guard chain.links.indices.contains(word) else { return false }
    let token = text.tokens[chain.links[word].token]
    // `c1980`, the year of copyright (GB/T 7714—2015 8.4.3.2).
    if token.kind == .latin, token.end - token.start == 5 {
      let bytes = text.text(chain.links[word].token)
      return bytes.first == UInt8(ascii: "c") && bytes.dropFirst().allSatisfy { (48...57).contains($0) }
    }
    return token.kind == .digits && token.end - token.start == 4 && (1000...2100).contains(token.value)
  }

  func isNumber(_ word: Int) -> Bool {
    guard chain.links.indices.contains(word) else { return false }
    let kind = text.tokens[chain.links[word].token].kind
    return kind == .digits
  }

  func isInside(_ word: Int, _ bracket: Bracket) -> Bool {
    chain.links[word].inside & (1 << UInt32(bracket.rawValue)) != 0
  }

  func isAddress(_ word: Int) -> Bool { text.tokens[chain.links[word].token].kind == .url }

  /// Whether a word stands in neither kind of bracket.
  func isOpen(_ word: Int) -> Bool { !isInside(word, .round) && !isInside(word, .square) }

  /// The words of a stretch, as printed.
  func string(_ words: Range<Int>) -> String {
    guard let first = words.first, let last = words.last else { return "" }
    return text.string(chain.links[first].token..<(chain.links[last].token + 1))
  }

  /// Whether the words behind a colon are the number or name of a volume: `第1册`, `一部`, `2011年卷`, `Vol. 3`, `上`.
  func isVolume(_ words: Range<Int>) -> Bool {
    guard let first = words.first, let last = words.last, words.count <= 5 else { return false }
    if text.tokens[chain.links[first].token].word == .volumeWord { return words.count <= 3 }
    // `v.1`
    if words.count == 2, isNumber(last), text.text(chain.links[first].token).elementsEqual("v".utf8) { return true }
    let isCounted =
      isNumber(first) || [.ordinal, .volume].contains(text.tokens[chain.links[first].token].word)
      || text.tokens[chain.links[first].token].kind == .hanDigits
    if text.tokens[chain.links[last].token].word == .volume, isCounted { return true }
    // `卷 5`
    if text.tokens[chain.links[first].token].word == .volume, words.count == 2, isNumber(last) { return true }
    let name = string(words)
    guard let end = name.last else { return false }
    return "卷册冊部辑輯".contains(end) && name.count <= 4 || ["上", "中", "下"].contains(name)
  }

  // MARK: The end

  /// `(2008-05-04)[2013-03-08]. http://…`: the date of access stands in square brackets, that of issue in round ones.
  private func correctTail(_ labels: inout [FieldLabel]) {
    for word in body..<count where isInside(word, .square) && chain.links[word].gapClass != .code {
      if isNumber(word) { labels[word] = .accessed }
    }
  }
}

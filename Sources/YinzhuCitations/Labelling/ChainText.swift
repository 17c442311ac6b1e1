import YinzhuText

/// A citation as its chain of words, with the place of each word in the text as given: what training works on.
package struct ChainText: Sendable {
  package let chain: WordChain
  /// UTF-8 bytes of the text.
  package let places: [Range<Int>]
  /// Whether each word is one that says what stands beside it: `eds.`, 主编, `trans.`
  package let isRole: [Bool]

  package init(_ text: String, lexicons: Lexicons = .builtIn) {
    let folded = WidthFolding.fold(Array(text.utf8))
    let tokens = Tokenizer.tokenize(folded.bytes, lexicons: lexicons)
    chain = WordChainReader.read(tokens, range: 0..<tokens.count, lexicons: lexicons)
    var places: [Range<Int>] = []
    var isRole: [Bool] = []
    for index in 0..<chain.count {
      places.append(folded.sourceRange(of: chain.bytes(of: index)))
      switch tokens.tokens[chain.links[index].token].word {
      case .role, .editorWord, .translatorWord: isRole.append(true)
      default: isRole.append(false)
      }
    }
    self.places = places
    self.isRole = isRole
  }

  /// The class of the gap before a word.
  package func gap(_ index: Int) -> Int { Int(chain.links[index].gapClass.rawValue) }
}

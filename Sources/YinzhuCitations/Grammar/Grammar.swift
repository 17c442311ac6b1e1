import YinzhuModel

/// The grammar of one kind of citation, as a value: it can be listed, checked, explained and compiled.
///
/// There are no loops in it: lists (of names, of pages) are inside the shapes of slots.
indirect enum Grammar: Sendable {
  /// One of some words, of a class in `anchors.tsv`.
  case word([Word])
  /// One of some marks, of any width.
  case mark(Marks)
  /// Any bracket of a kind, opening.
  case open(Bracket)
  /// Its end.
  case close(Bracket)
  /// A field.
  case slot(Slot)
  /// One after the other.
  case sequence([Grammar])
  /// One of several.
  case choice([Grammar])
  /// May be absent.
  case optional(Grammar)
}

/// A place in a pattern that a field fills.
struct Slot: Sendable, Hashable {
  /// What it looks like.
  let shape: Shape
  /// The variable that it fills; nil where the shape fills several of its own (creators, volumes, locators).
  let variable: Variable?
}

/// What a field looks like. Each shape knows where it can end and how much it looks like what it should be.
enum Shape: UInt8, Sendable, Hashable, CaseIterable {
  /// `[美]维维恩·施密特`, `陈寿著、裴松之注`: names with roles before a title.
  case creators
  /// `姜其煌、濮阳翔译`: names that end in a role, after a title.
  case contributors
  /// `包伟民、刘后滨主编`: names of the host's editors, before its title.
  case hostEditors
  /// `《…》`
  case bookTitle
  /// `“…”`, `「…」`
  case quotedTitle
  /// `（第8版上卷）`, `（第六辑）`, `（增订版）`
  case parenthetical
  /// `第1卷`, `卷九`, `上册`, `第三辑`
  case volume
  /// `第2版`, `修订版`, `影印本`
  case edition
  /// A publisher.
  case publisher
  /// A publisher that ends in a word such as 出版社, or that the lexicon knows: the only kind that stands without a year.
  case knownPublisher
  /// A place of publication.
  case place
  /// A school.
  case school
  /// Any Han text of moderate length.
  case phrase
  /// `2001`, `二〇〇一`
  case year
  /// `2001年6月26日`, `2001-06-26`, `January 30, 2004`
  case date
  /// `1991年秋季`, `光绪三年`
  case eraDate
  /// A number: `6`, `三`, `03`, `1/2`, `3-4`
  case number
  /// `第7页，第14-15页`
  case locator
  /// `45-62`, `168-181+245`
  case pageRange
  /// `B1`, `第8版`
  case newspaperPage
  /// `甲公司与乙公司合同纠纷案`
  case caseTitle
  /// `增刊`, `增刊1`
  case supplement
  /// `第二届山海论坛` before 会议论文
  case eventTitle
  /// `12` as a volume, without a word that says so
  case bareVolume
  /// `Ph.D. Dissertation`
  case westernDegree
  /// `（2016）最高法民再61号`, `〔2015〕3号`
  case caseNumber
  /// `博士学位论文`
  case degree
  /// `会议论文`
  case conference
  /// A web address.
  case url
  /// A DOI.
  case doi
  /// Names in Western scripts: `Robert O. Keohane and Joseph S. Nye`, `Soifer, H., & Vom Hau, M.`
  case westernNames
  /// `John Baylis and Steve Smith, eds.`
  case westernEditors
  /// `n.d.`, `不详`
  case noDate
  /// A title in Western script without marks.
  case westernTitle
  /// A periodical's name in Western script.
  case westernPeriodical
  /// A publisher in Western script.
  case westernPublisher
  /// A place in Western script: `Cambridge, Mass.`
  case westernPlace
  /// `2nd ed.`, `4. Aufl.`, `6th edn`
  case westernEdition
  /// `pp. 4–5`, `§ 15 Rn. 19`
  case westernLocator
}

/// A pattern: the grammar of one kind of citation, with the type that it makes and an example that selects it.
struct Pattern: Sendable {
  let id: PatternID
  let type: ReferenceType
  /// A citation, made up, that this pattern must win.
  let example: String
  /// Bias for or against the pattern where two read the same text equally well.
  let prior: Float
  /// Words of which one must stand in the text; empty where none must.
  let requiresAnyWord: [Word]
  /// Whether the pattern reads Western notes.
  let isWestern: Bool
  let grammar: Grammar

  init(
    _ id: String, _ type: ReferenceType, example: String, prior: Float = 0, requiresAnyWord: [Word] = [],
    isWestern: Bool = false, _ grammar: [Grammar]
  ) {
    self.id = PatternID(rawValue: id)
    self.type = type
    self.example = example
    self.prior = prior
    self.requiresAnyWord = requiresAnyWord
    self.isWestern = isWestern
    self.grammar = .sequence(grammar)
  }
}

// Short spellings for the tables of patterns.
extension Grammar {
  static func slot(_ shape: Shape, _ variable: Variable? = nil) -> Grammar {
    .slot(Slot(shape: shape, variable: variable))
  }

  static func maybe(_ parts: Grammar...) -> Grammar { .optional(.sequence(parts)) }
  static func any(_ parts: Grammar...) -> Grammar { .choice(parts) }
  static func all(_ parts: Grammar...) -> Grammar { .sequence(parts) }
  static func word(_ words: Word...) -> Grammar { .word(words) }

  static let comma = Grammar.mark([.comma])
  static let optionalComma = Grammar.optional(.mark([.comma]))
  static let colon = Grammar.mark([.colon])
  /// The mark between author and title, as journals and their authors print it.
  static let headMark = Grammar.optional(.mark([.colon, .comma, .period]))
}

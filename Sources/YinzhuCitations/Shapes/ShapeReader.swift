/// A place where a slot can end, and how much the tokens up to there look like what the slot wants.
struct Candidate: Sendable {
  var end: Int
  var score: Float
}

/// Says where each shape can end. One file of this folder for each family of shapes.
struct ShapeReader: Sendable {
  let text: TokenizedText
  let lexicons: Lexicons

  /// Slots longer than this many tokens are no field.
  static let longest = 160

  /// All ends of a shape that begins at `from`, none past `limit`.
  func candidates(_ shape: Shape, from: Int, limit: Int) -> [Candidate] {
    let limit = min(limit, from + ShapeReader.longest)
    guard from < limit else { return [] }
    switch shape {
    case .creators: return creators(from, limit)
    case .contributors: return contributors(from, limit)
    case .hostEditors: return hostEditors(from, limit)
    case .noDate: return noDate(from, limit)
    case .bookTitle: return bookTitle(from, limit)
    case .quotedTitle: return quotedTitle(from, limit)
    case .parenthetical: return group(from, limit, [.round, .square], score: 0.5)
    case .volume: return volume(from, limit)
    case .edition: return edition(from, limit)
    case .publisher: return publisher(from, limit)
    case .place: return place(from, limit)
    case .school: return school(from, limit)
    case .phrase: return phrase(from, limit)
    case .year: return year(from, limit)
    case .date: return date(from, limit)
    case .eraDate: return eraDate(from, limit)
    case .number: return number(from, limit)
    case .locator: return locator(from, limit)
    case .pageRange: return pageRange(from, limit)
    case .newspaperPage: return newspaperPage(from, limit)
    case .knownPublisher: return publisher(from, limit).filter { $0.score > 1 }
    case .caseTitle: return caseTitle(from, limit)
    case .supplement: return supplement(from, limit)
    case .eventTitle: return eventTitle(from, limit)
    case .bareVolume: return bareVolume(from, limit)
    case .westernDegree: return westernDegree(from, limit)
    case .caseNumber: return caseNumber(from, limit)
    case .degree: return text.isWord(from, .degree) ? [Candidate(end: from + 1, score: 1)] : []
    case .conference: return text.isWord(from, .conference) ? [Candidate(end: from + 1, score: 1)] : []
    case .url: return address(from, limit, doi: false)
    case .doi: return address(from, limit, doi: true)
    case .westernNames: return westernNames(from, limit)
    case .westernEditors: return westernEditors(from, limit)
    case .westernTitle: return westernTitle(from, limit)
    case .westernPeriodical: return westernPeriodical(from, limit)
    case .westernPublisher: return westernPublisher(from, limit)
    case .westernPlace: return westernPlace(from, limit)
    case .westernEdition: return westernEdition(from, limit)
    case .westernLocator: return westernLocator(from, limit)
    }
  }

  func group(_ from: Int, _ limit: Int, _ brackets: [Bracket], score: Float) -> [Candidate] {
    let token = text.tokens[from]
    guard token.kind == .open, brackets.contains(token.bracket), Int(token.partner) < limit else { return [] }
    return [Candidate(end: Int(token.partner) + 1, score: score)]
  }

  func address(_ from: Int, _ limit: Int, doi: Bool) -> [Candidate] {
    guard text.tokens[from].kind == .url else { return [] }
    let isDOI = text.text(from).starts(with: "10.".utf8)
    return isDOI == doi ? [Candidate(end: from + 1, score: 3)] : []
  }
}

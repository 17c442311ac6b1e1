extension ShapeReader {
  func bookTitle(_ from: Int, _ limit: Int) -> [Candidate] {
    let token = text.tokens[from]
    guard token.kind == .open, Int(token.partner) < limit, Int(token.partner) > from + 1 else { return [] }
    let end = Int(token.partner) + 1
    switch token.bracket {
    case .title: return [Candidate(end: end, score: 3)]
    case .corner: return [Candidate(end: end, score: 2)]
    case .innerTitle: return [Candidate(end: end, score: 1.5)]
    case .none, .quote, .single, .round, .square: return []
    }
  }

  func quotedTitle(_ from: Int, _ limit: Int) -> [Candidate] {
    let token = text.tokens[from]
    guard token.kind == .open, Int(token.partner) < limit, Int(token.partner) > from + 1 else { return [] }
    let end = Int(token.partner) + 1
    switch token.bracket {
    case .quote: return [Candidate(end: end, score: 2.5)]
    case .corner, .single: return [Candidate(end: end, score: 2)]
    case .none, .title, .innerTitle, .round, .square: return []
    }
  }

  /// `[J]`, `［EB/OL］`, `〔M〕`: capitals of GB/T 7714 Annex B in square brackets, perhaps with a carrier.
  func isTypeCode(_ index: Int) -> Bool {
    let token = text.tokens[index]
    guard token.kind == .open, token.bracket == .square else { return false }
    let close = Int(token.partner)
    guard close == index + 2 || close == index + 4, text.isLatin(index + 1) else { return false }
    let code = text.text(index + 1)
    guard code.count <= 2, code.allSatisfy({ $0 >= 0x41 && $0 <= 0x5A }) else { return false }
    if close == index + 2 { return true }
    guard text.isMark(index + 2, .slash), text.isLatin(index + 3) else { return false }
    return text.text(index + 3).allSatisfy { $0 >= 0x41 && $0 <= 0x5A }
  }
}

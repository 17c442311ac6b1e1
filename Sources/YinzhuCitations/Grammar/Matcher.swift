/// What a slot was filled with.
struct Filled: Sendable {
  let slot: Slot
  /// Tokens.
  let range: Range<Int>
  let score: Float
}

/// One way to read a stretch of tokens by one pattern.
struct Match: Sendable {
  let pattern: Pattern
  var score: Float
  let filled: [Filled]
  /// Index after the last token that was read.
  let end: Int
}

/// Finds the best reading of a stretch by a pattern: dynamic programming over steps and tokens.
///
/// Programs have no loops, so the depth is bounded by the pattern; every pair of step and token is scored once.
struct Matcher {
  private static let impossible: Float = -.infinity

  private struct Cell {
    var score: Float
    /// Where the best way goes on: the end of the slot, or 1 for "other branch".
    var choice: Int32
    var generation: UInt32
  }

  private let text: TokenizedText
  private let shapes: ShapeReader
  private var cells: [Cell] = []
  private var generation: UInt32 = 0
  private var limit = 0
  private var start = 0
  private var width = 0
  /// What each shape can be at each token, for the limit at hand: patterns ask the same of the same place.
  private var known: [[Candidate]] = []
  /// Index into `known` by token and shape; below 0 where nobody has asked.
  private var asked: [Int32] = []
  private var askedLimit = -1
  /// Cells for the longest program, so that they are made once a note.
  private static let longest = Patterns.programs.map(\.steps.count).max() ?? 0

  init(text: TokenizedText, lexicons: Lexicons) {
    self.text = text
    shapes = ShapeReader(text: text, lexicons: lexicons)
  }

  /// The best reading of exactly the tokens of `range`; nil when the pattern can't read them.
  mutating func match(_ program: Program, range: Range<Int>) -> Match? {
    start = range.lowerBound
    limit = range.upperBound
    width = limit - start + 1
    if askedLimit != limit {
      known.removeAll(keepingCapacity: true)
      asked = Array(repeating: -1, count: limit * Shape.allCases.count)
      askedLimit = limit
    }
    generation &+= 1
    let needed = max(program.steps.count, Matcher.longest) * width
    if cells.count < needed {
      cells = Array(repeating: Cell(score: 0, choice: 0, generation: 0), count: needed)
      generation = 1
    }
    let best = score(program, step: 0, at: start)
    guard best > Matcher.impossible else { return nil }
    var filled: [Filled] = []
    var step = 0
    var at = start
    trace: while true {
      let choice = Int(cells[step * width + at - start].choice)
      switch program.steps[step] {
      case .word, .mark, .open, .close:
        at += 1
        step += 1
      case .slot(let slot, let shape):
        let own = candidates(shape, at).first { $0.end == choice }
        filled.append(Filled(slot: program.slots[slot], range: at..<choice, score: own?.score ?? 0))
        at = choice
        step += 1
      case .split(let other): step = choice == 1 ? other : step + 1
      case .jump(let target): step = target
      case .accept: break trace
      }
    }
    return Match(pattern: program.pattern, score: best + program.pattern.prior, filled: filled, end: at)
  }

  private mutating func candidates(_ shape: Shape, _ at: Int) -> [Candidate] {
    let key = at * Shape.allCases.count + Int(shape.rawValue)
    guard asked.indices.contains(key) else { return shapes.candidates(shape, from: at, limit: limit) }
    if asked[key] >= 0 { return known[Int(asked[key])] }
    let found = shapes.candidates(shape, from: at, limit: limit)
    asked[key] = Int32(clamping: known.count)
    known.append(found)
    return found
  }

  private mutating func score(_ program: Program, step: Int, at: Int) -> Float {
    let cell = step * width + at - start
    if cells[cell].generation == generation { return cells[cell].score }
    var best = Matcher.impossible
    var choice: Int32 = 0
    switch program.steps[step] {
    case .word(let words):
      if at < limit, text.tokens[at].word != .none, words >> UInt128(text.tokens[at].word.rawValue) & 1 == 1 {
        best = 0.5 + score(program, step: step + 1, at: at + 1)
      }
    case .mark(let marks):
      if at < limit, text.tokens[at].kind == .mark, !text.tokens[at].marks.isDisjoint(with: marks) {
        best = 0.25 + score(program, step: step + 1, at: at + 1)
      }
    case .open(let bracket):
      if at < limit, text.tokens[at].kind == .open, text.tokens[at].bracket == bracket {
        best = 0.25 + score(program, step: step + 1, at: at + 1)
      }
    case .close(let bracket):
      if at < limit, text.tokens[at].kind == .close, text.tokens[at].bracket == bracket {
        best = 0.25 + score(program, step: step + 1, at: at + 1)
      }
    case .slot(_, let shape):
      if at < limit {
        for candidate in candidates(shape, at) {
          let rest = score(program, step: step + 1, at: candidate.end)
          if rest > Matcher.impossible, rest + candidate.score > best {
            best = rest + candidate.score
            choice = Int32(clamping: candidate.end)
          }
        }
      }
    case .split(let other):
      best = score(program, step: step + 1, at: at)
      let without = score(program, step: other, at: at)
      if without > best {
        best = without
        choice = 1
      }
    case .jump(let target): best = score(program, step: target, at: at)
    case .accept: best = at == limit ? 0 : Matcher.impossible
    }
    cells[cell] = Cell(score: best, choice: choice, generation: generation)
    return best
  }
}

/// A pattern compiled to a flat list of steps without loops, for the matcher.
struct Program: Sendable {
  enum Step: Sendable {
    case word([Word])
    case mark(Marks)
    case open(Bracket)
    case close(Bracket)
    case slot(Slot)
    /// Try the next step and the one at the index.
    case split(Int)
    case jump(Int)
    case accept
  }

  let pattern: Pattern
  let steps: [Step]

  init(_ pattern: Pattern) {
    self.pattern = pattern
    var steps: [Step] = []
    Program.compile(pattern.grammar, into: &steps)
    steps.append(.accept)
    self.steps = steps
  }

  private static func compile(_ grammar: Grammar, into steps: inout [Step]) {
    switch grammar {
    case .word(let words): steps.append(.word(words))
    case .mark(let marks): steps.append(.mark(marks))
    case .open(let bracket): steps.append(.open(bracket))
    case .close(let bracket): steps.append(.close(bracket))
    case .slot(let slot): steps.append(.slot(slot))
    case .sequence(let parts):
      for part in parts { compile(part, into: &steps) }
    case .optional(let part):
      let at = steps.count
      steps.append(.split(0))
      compile(part, into: &steps)
      steps[at] = .split(steps.count)
    case .choice(let parts):
      var jumps: [Int] = []
      for (index, part) in parts.enumerated() {
        let at = steps.count
        let isLast = index == parts.count - 1
        if !isLast { steps.append(.split(0)) }
        compile(part, into: &steps)
        if !isLast {
          jumps.append(steps.count)
          steps.append(.jump(0))
          steps[at] = .split(steps.count)
        }
      }
      for jump in jumps { steps[jump] = .jump(steps.count) }
    }
  }
}

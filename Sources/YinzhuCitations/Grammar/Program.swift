/// A pattern compiled to a flat list of steps without loops, for the matcher.
struct Program: Sendable {
  /// Plain numbers only: the matcher reads steps in its innermost loop, and nothing there may be counted.
  enum Step: Sendable {
    /// One bit for each class of words.
    case word(UInt128)
    case mark(Marks)
    case open(Bracket)
    case close(Bracket)
    /// Index into `slots`.
    case slot(Int, Shape)
    /// Try the next step and the one at the index.
    case split(Int)
    case jump(Int)
    case accept
  }

  let pattern: Pattern
  let steps: [Step]
  let slots: [Slot]

  init(_ pattern: Pattern) {
    self.pattern = pattern
    var steps: [Step] = []
    var slots: [Slot] = []
    Program.compile(pattern.grammar, into: &steps, &slots)
    steps.append(.accept)
    self.steps = steps
    self.slots = slots
  }

  private static func compile(_ grammar: Grammar, into steps: inout [Step], _ slots: inout [Slot]) {
    switch grammar {
    case .word(let words): steps.append(.word(words.reduce(0) { $0 | 1 << UInt128($1.rawValue) }))
    case .mark(let marks): steps.append(.mark(marks))
    case .open(let bracket): steps.append(.open(bracket))
    case .close(let bracket): steps.append(.close(bracket))
    case .slot(let slot):
      steps.append(.slot(slots.count, slot.shape))
      slots.append(slot)
    case .sequence(let parts):
      for part in parts { compile(part, into: &steps, &slots) }
    case .optional(let part):
      let at = steps.count
      steps.append(.split(0))
      compile(part, into: &steps, &slots)
      steps[at] = .split(steps.count)
    case .choice(let parts):
      var jumps: [Int] = []
      for (index, part) in parts.enumerated() {
        let at = steps.count
        let isLast = index == parts.count - 1
        if !isLast { steps.append(.split(0)) }
        compile(part, into: &steps, &slots)
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

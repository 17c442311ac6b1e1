import YinzhuModel

/// The cheapest way from a citation's signs to those of its rendering, and what it says.
struct TextAlignment {
  /// From 0 to 1.
  private(set) var agreement: Double
  private(set) var differences: [Rendering.Difference] = []

  /// Longer texts are compared at their beginnings: a note of a megabyte must stay cheap.
  private static let longest = 600

  /// Costs in tenths: letters of a field 10, letters of labels and terms 6, marks 4; one mark for another 3.
  private static func cost(_ sign: ComparedText.Sign) -> Int32 {
    sign.isMark ? 4 : sign.variable == nil ? 6 : 10
  }

  init(_ printed: ComparedText, _ rendered: ComparedText) {
    let a = printed.signs.prefix(Self.longest)
    let b = rendered.signs.prefix(Self.longest)
    let width = b.count + 1
    var table = [Int32](repeating: 0, count: (a.count + 1) * width)
    for j in b.indices { table[j + 1] = table[j] + Self.cost(b[j]) }
    for i in a.indices {
      let row = (i + 1) * width
      table[row] = table[row - width] + Self.cost(a[i])
      for j in b.indices {
        let removed = table[row - width + j + 1] + Self.cost(a[i])
        let added = table[row + j] + Self.cost(b[j])
        var best = min(removed, added)
        if let change = Self.change(a[i], b[j]) { best = min(best, table[row - width + j] + change) }
        table[row + j + 1] = best
      }
    }
    let total = a.reduce(0) { $0 + Self.cost($1) } + b.reduce(0) { $0 + Self.cost($1) }
    let cost = table[table.count - 1]
    agreement = total == 0 ? 0 : max(0, 1 - Double(cost) * 2 / Double(total))
    trace(a, b, table, width)
  }

  /// What it costs to print one sign for another; nil where they have nothing in common.
  private static func change(_ a: ComparedText.Sign, _ b: ComparedText.Sign) -> Int32? {
    if a.scalar == b.scalar { return 0 }
    return a.isMark && b.isMark ? 3 : nil
  }

  /// Goes back through the table and gathers the stretches that differ.
  private mutating func trace(
    _ a: ArraySlice<ComparedText.Sign>, _ b: ArraySlice<ComparedText.Sign>, _ table: [Int32], _ width: Int
  ) {
    var i = a.count
    var j = b.count
    var steps: [(a: Int, b: Int)] = []
    var found: [(a: Range<Int>, b: Range<Int>)] = []
    func close() {
      guard let last = steps.last, let first = steps.first else { return }
      found.append((last.a..<first.a, last.b..<first.b))
      steps = []
    }
    while i > 0 || j > 0 {
      let here = table[i * width + j]
      if i > 0, j > 0, let change = Self.change(a[i - 1], b[j - 1]),
        table[(i - 1) * width + j - 1] + change == here
      {
        if change == 0 { close() } else { steps.append((i, j)) }
        i -= 1
        j -= 1
        if change > 0 { steps.append((i, j)) }
        continue
      }
      steps.append((i, j))
      if i > 0, table[(i - 1) * width + j] + Self.cost(a[i - 1]) == here { i -= 1 } else { j -= 1 }
      steps.append((i, j))
    }
    close()
    differences = found.reversed().map { stretch in
      Rendering.Difference(
        place: Self.place(stretch.a, a, stretch.b, b), printed: ComparedText.string(a[stretch.a]),
        rendered: ComparedText.string(b[stretch.b]))
    }
  }

  private static func place(
    _ inA: Range<Int>, _ a: ArraySlice<ComparedText.Sign>, _ inB: Range<Int>, _ b: ArraySlice<ComparedText.Sign>
  ) -> Rendering.Difference.Place {
    // The letters of a variable are worth naming; otherwise what stands on both sides.
    if let variable =
      (a[inA].first { !$0.isMark && $0.variable != nil } ?? b[inB].first { !$0.isMark && $0.variable != nil })?
      .variable
    {
      return .variable(variable)
    }
    let before = a[..<inA.lowerBound].last { $0.variable != nil }?.variable
    let after = a[inA.upperBound...].first { $0.variable != nil }?.variable
    return .between(before, after)
  }
}

extension PageLayout {
  /// The rows as a reader sees them: the tool breaks one at raised labels and wide spaces, and puts the pieces in other
  /// places. Pieces at the same height that nearly touch are one row; it stands where its largest piece came first.
  func rows(size: Float) -> [Line] {
    let pieces = lines.filter { !$0.words.isEmpty }
    // Every piece is held against every other; no article has as many on a page.
    guard pieces.count < 2_000 else { return pieces }
    var group = Array(pieces.indices)
    func top(_ index: Int) -> Int {
      var at = index
      while group[at] != at { at = group[at] }
      return at
    }
    for first in pieces.indices {
      for second in pieces.indices where second > first && PageLayout.touch(pieces[first], pieces[second], size) {
        let (a, b) = (top(first), top(second))
        if a != b { group[max(a, b)] = min(a, b) }
      }
    }
    var members: [Int: [Int]] = [:]
    for index in pieces.indices { members[top(index), default: []].append(index) }
    let rows = members.values.map { indices -> (order: Int, line: Line) in
      let parts = indices.map { pieces[$0] }
      let size = parts.map(\.size).max() ?? 0
      let order = indices.first { pieces[$0].size >= 0.9 * size } ?? 0
      var box = parts[0].box
      for part in parts {
        box.left = min(box.left, part.box.left)
        box.right = max(box.right, part.box.right)
        box.top = min(box.top, part.box.top)
        box.bottom = max(box.bottom, part.box.bottom)
      }
      let words = parts.flatMap(\.words).enumerated().sorted {
        ($0.element.box.left, $0.offset) < ($1.element.box.left, $1.offset)
      }
      return (order, Line(box: box, words: words.map(\.element)))
    }
    return rows.sorted { $0.order < $1.order }.map(\.line)
  }

  private static func touch(_ a: Line, _ b: Line, _ size: Float) -> Bool {
    let shared = min(a.box.bottom, b.box.bottom) - max(a.box.top, b.box.top)
    guard shared > 0.5 * min(a.box.height, b.box.height) else { return false }
    return max(a.box.left, b.box.left) - min(a.box.right, b.box.right) < 1.2 * size
  }

  /// Rows of notes from top to bottom, column by column: a row belongs to the column where its left edge is.
  static func inColumns(_ rows: [Line]) -> [Line] {
    let left = rows.map(\.box.left).min() ?? 0
    let right = rows.map(\.box.right).max() ?? 0
    let middle = (left + right) / 2
    // One row that crosses the middle: there is one column.
    let isOne = rows.contains {
      $0.box.left < middle - 0.1 * (right - left) && $0.box.right > middle + 0.1 * (right - left)
    }
    func column(_ row: Line) -> Int { !isOne && row.box.left >= middle ? 1 : 0 }
    return rows.enumerated().sorted {
      let (a, b) = ($0.element, $1.element)
      return (column(a), a.box.bottom, $0.offset) < (column(b), b.box.bottom, $1.offset)
    }.map(\.element)
  }
}

/// Two texts as a unified diff, as `patch` takes it.
public enum UnifiedDiff {
  /// Lines of context around a change.
  private static let context = 3

  /// The diff; empty where the texts are equal.
  public static func text(_ old: [UInt8], _ new: [UInt8], name: String) -> String {
    let (a, b) = (lines(old), lines(new))
    let hunks = hunks(a, b)
    guard !hunks.isEmpty else { return "" }
    var out = "--- a/\(name)\n+++ b/\(name)\n"
    for hunk in hunks { out += hunk.text(a, b) }
    return out
  }

  /// Lines with their ends.
  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var out: [ArraySlice<UInt8>] = []
    var start = 0
    while let end = bytes[start...].firstIndex(of: 0x0A) {
      out.append(bytes[start...end])
      start = end + 1
    }
    if start < bytes.count { out.append(bytes[start...]) }
    return out
  }

  /// A stretch of both texts: rows of ` `, `-`, `+` with the line's index in its text.
  private struct Hunk {
    var old: Range<Int>
    var new: Range<Int>
    var rows: [(sign: Character, index: Int)]

    func text(_ a: [ArraySlice<UInt8>], _ b: [ArraySlice<UInt8>]) -> String {
      func range(_ range: Range<Int>) -> String {
        // An empty range names the line before it.
        let start = range.isEmpty ? range.lowerBound : range.lowerBound + 1
        return range.count == 1 ? "\(start)" : "\(start),\(range.count)"
      }
      var out = "@@ -\(range(old)) +\(range(new)) @@\n"
      for (sign, index) in rows {
        let line = sign == "+" ? b[index] : a[index]
        out += String(sign) + String(decoding: line, as: UTF8.self)
        if line.last != 0x0A { out += "\n\\ No newline at end of file\n" }
      }
      return out
    }
  }

  private static func hunks(_ a: [ArraySlice<UInt8>], _ b: [ArraySlice<UInt8>]) -> [Hunk] {
    // Fixes change lines here and there: what is equal at both ends needs no search.
    var first = 0
    while first < a.count, first < b.count, a[first] == b[first] { first += 1 }
    var (endA, endB) = (a.count, b.count)
    while endA > first, endB > first, a[endA - 1] == b[endB - 1] {
      endA -= 1
      endB -= 1
    }
    guard first < endA || first < endB else { return [] }
    let difference = Array(b[first..<endB]).difference(from: Array(a[first..<endA]))
    let removed = Set(difference.removals.map { change in index(change) + first })
    let inserted = Set(difference.insertions.map { change in index(change) + first })
    var rows: [(sign: Character, a: Int, b: Int)] = []
    var (x, y) = (max(0, first - context), max(0, first - context))
    let (lastA, lastB) = (min(a.count, endA + context), min(b.count, endB + context))
    while x < lastA || y < lastB {
      if x < lastA, removed.contains(x) {
        rows.append(("-", x, y))
        x += 1
      } else if y < lastB, inserted.contains(y) {
        rows.append(("+", x, y))
        y += 1
      } else if x < lastA, y < lastB {
        rows.append((" ", x, y))
        x += 1
        y += 1
      } else {
        break
      }
    }
    return gathered(rows)
  }

  private static func index(_ change: CollectionDifference<ArraySlice<UInt8>>.Change) -> Int {
    switch change {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }

  /// Changes with their context; those whose contexts meet share a hunk.
  private static func gathered(_ rows: [(sign: Character, a: Int, b: Int)]) -> [Hunk] {
    var out: [Hunk] = []
    var at = 0
    while let change = rows[at...].firstIndex(where: { $0.sign != " " }) {
      let start = max(at, change - context)
      var last = change
      while let next = rows[(last + 1)...].firstIndex(where: { $0.sign != " " }), next - last <= context * 2 {
        last = next
      }
      let end = min(rows.count, last + context + 1)
      let part = rows[start..<end]
      guard let head = part.first else { break }
      out.append(
        Hunk(
          old: head.a..<head.a + part.count { $0.sign != "+" }, new: head.b..<head.b + part.count { $0.sign != "-" },
          rows: part.map { ($0.sign, $0.sign == "+" ? $0.b : $0.a) }))
      at = end
    }
    return out
  }
}

import YinzhuModel
import YinzhuText

/// Makes sure that every evaluation of a style ends: no rings of macros, no depth and no size beyond bounds.
enum MacroCheck {
  /// Nesting of elements, calls included.
  static let maximumDepth = 200
  /// Elements that one layout may evaluate at most.
  static let maximumSize = 2_000_000

  private struct Weight {
    var depth: Int
    var size: Int
  }

  /// Reports rings and excess as errors of the compiler.
  static func check(_ style: Style, _ compiler: inout ElementCompiler) {
    var walk = Walk(style: style)
    for index in style.macros.indices { _ = walk.weight(macro: index, depth: 0) }
    for (ring, place) in walk.rings {
      let names = ring.map { "“\(style.macros[$0].name)”" }.joined(separator: " → ")
      compiler.fail(CSLRules.macroRing, "Macros call each other in a ring: \(names).", style.macros[place].span)
    }
    guard walk.rings.isEmpty else { return }
    for part in [style.citation] + (style.bibliography.map { [$0] } ?? []) {
      for layout in part.layouts {
        let weight = walk.weight(layout.children, depth: 0)
        guard weight.depth > maximumDepth || weight.size > maximumSize else { continue }
        let span = layout.children.first.map { style.elements[$0.rawValue].span } ?? .init(start: 0, end: 0)
        compiler.fail(
          CSLRules.tooLarge, "The layout is nested \(weight.depth) deep and expands to \(weight.size) elements.", span)
      }
    }
  }

  private struct Walk {
    let style: Style
    var done: [Int: Weight] = [:]
    var path: [Int] = []
    var rings: [(ring: [Int], place: Int)] = []

    init(style: Style) { self.style = style }

    /// The weight of a macro that is called `depth` levels down.
    mutating func weight(macro index: Int, depth: Int) -> Weight {
      if let known = done[index] { return known }
      if let start = path.firstIndex(of: index) {
        rings.append((Array(path[start...]) + [index], index))
        done[index] = Weight(depth: 0, size: 0)
        return Weight(depth: 0, size: 0)
      }
      path.append(index)
      let weight = weight(style.macros[index].children, depth: depth)
      path.removeLast()
      if done[index] == nil { done[index] = weight }
      return weight
    }

    mutating func weight(_ children: [ElementIndex], depth: Int) -> Weight {
      // What lies this deep is too deep anyway; going on would only use up the stack.
      guard depth <= maximumDepth else { return Weight(depth: maximumDepth + 1, size: 1) }
      var out = Weight(depth: 0, size: 0)
      for child in children {
        let inner = weight(style.elements[child.rawValue], depth: depth + 1)
        out.depth = max(out.depth, inner.depth)
        out.size = min(maximumSize + 1, out.size + inner.size)
      }
      return Weight(depth: out.depth + 1, size: min(maximumSize + 1, out.size + 1))
    }

    private mutating func weight(_ element: Element, depth: Int) -> Weight {
      switch element.kind {
      case .text(.macro(let index)): return weight(macro: index.rawValue, depth: depth)
      case .group(_, let children): return weight(children, depth: depth)
      case .choose(let branches): return weight(branches.flatMap(\.children), depth: depth)
      case .names(let names): return weight(names.substitute, depth: depth)
      case .text, .number, .date, .label: return Weight(depth: 1, size: 1)
      }
    }
  }
}

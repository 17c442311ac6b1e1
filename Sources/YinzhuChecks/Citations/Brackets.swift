import YinzhuModel
import YinzhuText

extension CheckRules {
  /// C006, found in every note: the parser finds it only where it reads a citation.
  static let brackets = CheckRule(
    DiagnosticRule(code: "C006", severity: .warning, title: "", explanation: ""), chinese: "括号、引号或书名号不成对",
    .note { note, findings in
      for slip in PairedMarks.slips(ScalarText(note.text.bytes)) {
        let text = ScalarText(note.text.bytes)
        let mark = text.string(slip.index..<slip.index + 1)
        let span = note.span(text.bytes(slip.index..<slip.index + 1))
        switch slip.kind {
        case .unclosed:
          findings.add("“\(mark)” is opened and never closed", "“\(mark)”有前半无后半", at: span)
        case .unopened:
          findings.add("“\(mark)” closes what was never opened", "“\(mark)”有后半无前半", at: span)
        case .mismatched(let open):
          findings.add("“\(open)” is closed by “\(mark)”", "“\(open)”与“\(mark)”不成对", at: span)
        }
      }
    })
}

/// Marks that come in pairs.
enum PairedMarks {
  enum Kind: Hashable {
    case unclosed
    case unopened
    case mismatched(String)
  }

  struct Slip: Hashable {
    var index: Int
    var kind: Kind
  }

  /// Closing marks by opening ones; both widths of a bracket close each other.
  private static let closers: [UInt32: Set<UInt32>] = [
    0x300A: [0x300B], 0x3008: [0x3009], 0x201C: [0x201D], 0xFF08: [0xFF09, 0x29], 0x28: [0x29, 0xFF09],
    0x5B: [0x5D, 0xFF3D], 0xFF3B: [0xFF3D, 0x5D], 0x3010: [0x3011], 0x3014: [0x3015], 0x300C: [0x300D],
    0x300E: [0x300F],
  ]
  private static let closing = Set(closers.values.flatMap { $0 })
  private static let deepest = 64

  static func slips(_ text: ScalarText) -> [Slip] {
    var open: [Int] = []
    var out: [Slip] = []
    for index in text.indices {
      guard let scalar = text[index] else { continue }
      if closers[scalar] != nil {
        guard open.count < deepest else { return out }
        open.append(index)
      } else if closing.contains(scalar) {
        guard let last = open.last, let opener = text[last] else {
          // `1)` counts, it closes nothing.
          if !isCounting(text, index) { out.append(Slip(index: index, kind: .unopened)) }
          continue
        }
        if closers[opener]?.contains(scalar) == true {
          open.removeLast()
        } else if let place = open.lastIndex(where: { text[$0].flatMap { closers[$0] }?.contains(scalar) == true }) {
          // What was opened in between stays open.
          for lost in open[(place + 1)...] { out.append(Slip(index: lost, kind: .unclosed)) }
          open.removeSubrange(place...)
        } else if isCounting(text, index) {
          continue
        } else {
          out.append(Slip(index: index, kind: .mismatched(text.string(last..<last + 1))))
          open.removeLast()
        }
      }
    }
    out += open.map { Slip(index: $0, kind: .unclosed) }
    return out.sorted { $0.index < $1.index }
  }

  private static func isCounting(_ text: ScalarText, _ index: Int) -> Bool {
    guard text[index] == 0x29 || text[index] == 0xFF09, let before = text[index - 1] else { return false }
    return ScalarText.digit(before) != nil || (index < 3 && CharacterClass.isLatin(before))
  }
}

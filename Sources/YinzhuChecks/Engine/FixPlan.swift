import YinzhuModel
import YinzhuText

/// The fixes of some findings, chosen so that no two of their edits overlap.
public struct FixPlan: Sendable {
  /// Edits in the order of the text.
  public private(set) var edits: [Diagnostic.Fix.Edit] = []
  /// Findings whose fix is applied.
  public private(set) var applied: [Finding] = []
  /// Findings whose fix overlaps with an earlier one; another run applies it.
  public private(set) var left: [Finding] = []

  /// - Parameters:
  ///   - findings: In the order of the text.
  ///   - allowsUnsafe: Whether fixes that a person should look at are applied too.
  ///   - count: Bytes of the source; edits outside are refused.
  public init(_ findings: [Finding], allowsUnsafe: Bool, sourceCount count: Int) {
    var end = -1
    for finding in findings {
      guard let fix = finding.fix, let first = fix.edits.first?.span, let last = fix.edits.last?.span,
        fix.applicability == .safe || allowsUnsafe && fix.applicability == .unsafe
      else { continue }
      // Two insertions at one place have no order, so touching counts where one of the two is empty.
      let isFree = first.start > end || first.start == end && !first.isEmpty && edits.last?.span.isEmpty == false
      guard isFree, last.end <= count, Self.isOrdered(fix.edits) else {
        left.append(finding)
        continue
      }
      applied.append(finding)
      edits += fix.edits
      end = last.end
    }
  }

  private static func isOrdered(_ edits: [Diagnostic.Fix.Edit]) -> Bool {
    zip(edits, edits.dropFirst()).allSatisfy { $0.span.end <= $1.span.start }
  }

  /// The text with the edits made; all other bytes stay as they are.
  public func applied(to bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + 64)
    var at = 0
    for edit in edits where edit.span.start >= at && edit.span.end <= bytes.count {
      out += bytes[at..<edit.span.start]
      out += edit.text.utf8
      at = edit.span.end
    }
    out += bytes[at...]
    return out
  }
}

/// A half-open range of bytes in the decoded source: every place that Yinzhu reports is one of these.
///
/// Offsets are UTF-8 bytes of `SourceText.bytes`, 32 bits wide (sources beyond 4 GiB are refused when they are read).
public struct SourceSpan: Hashable, Sendable, Comparable, CustomStringConvertible {
  private let low: UInt32
  private let high: UInt32

  /// First byte.
  public var start: Int { Int(low) }
  /// One past the last byte.
  public var end: Int { Int(high) }
  /// Length in bytes.
  public var count: Int { Int(high) - Int(low) }
  /// Whether no byte is covered; an empty span still marks a place.
  public var isEmpty: Bool { low == high }

  /// Bounds are clamped to `0 ... UInt32.max` and put in order, so that no input can make this trap.
  public init(start: Int, end: Int) {
    let first = max(0, min(start, Int(UInt32.max)))
    let last = max(0, min(end, Int(UInt32.max)))
    low = UInt32(min(first, last))
    high = UInt32(max(first, last))
  }

  /// The span of a range of byte offsets.
  public init(_ range: Range<Int>) {
    self.init(start: range.lowerBound, end: range.upperBound)
  }

  /// The same bytes as a range of offsets.
  public var range: Range<Int> { start..<end }

  /// Whether `other` lies wholly inside.
  public func contains(_ other: SourceSpan) -> Bool {
    start <= other.start && other.end <= end
  }

  /// Whether the two share a byte.
  public func overlaps(_ other: SourceSpan) -> Bool {
    start < other.end && other.start < end
  }

  /// By start, then by end.
  public static func < (a: SourceSpan, b: SourceSpan) -> Bool {
    (a.low, a.high) < (b.low, b.high)
  }

  /// `start..<end`
  public var description: String { "\(start)..<\(end)" }
}

extension [SourceSpan] {
  /// The same places with neighbours that touch made one; the order is kept.
  public func merged() -> [SourceSpan] {
    var out: [SourceSpan] = []
    for span in self {
      if let last = out.last, last.end == span.start {
        out[out.count - 1] = SourceSpan(start: last.start, end: span.end)
      } else {
        out.append(span)
      }
    }
    return out
  }
}

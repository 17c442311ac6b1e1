/// Text that was joined or folded, with the way back: any range of it maps to an ordered list of source spans.
///
/// A dump breaks notes over lines and pages and prints digits in full width. Stages work on what a reader would
/// read; this type keeps the places true. A stage may change text only through it.
public struct MappedText: Sendable, Hashable {
  /// A run of characters that came from one stretch of the source, unit by unit.
  struct Piece: Sendable, Hashable {
    var start: Int32
    var sourceStart: Int32
    /// Number of units.
    var count: Int32
    /// Bytes of one unit here and in the source: 1 and 1 for a copy, 1 and 3 for folded digits.
    var unit: Int32
    var sourceUnit: Int32

    var end: Int32 { start + count * unit }
  }

  /// The text as UTF-8.
  public private(set) var bytes: [UInt8]
  private(set) var pieces: [Piece]

  /// Empty text.
  public init() {
    bytes = []
    pieces = []
  }

  /// A stretch of a source, unchanged.
  public init(_ source: [UInt8], range: Range<Int>) {
    let start = max(0, min(range.lowerBound, source.count))
    let end = max(start, min(range.upperBound, source.count))
    bytes = Array(source[start..<end])
    pieces =
      end > start
      ? [
        Piece(
          start: 0, sourceStart: Int32(clamping: start), count: Int32(clamping: end - start), unit: 1, sourceUnit: 1)
      ]
      : []
  }

  /// A whole text that is its own source.
  public init(_ text: String) {
    let utf8 = Array(text.utf8)
    self.init(utf8, range: 0..<utf8.count)
  }

  /// The text as a string.
  public var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Number of bytes.
  public var count: Int { bytes.count }

  /// Whether there is no text.
  public var isEmpty: Bool { bytes.isEmpty }

  /// The text of a range, clamped to what there is.
  public subscript(range: Range<Int>) -> String {
    let start = max(0, min(range.lowerBound, bytes.count))
    return String(decoding: bytes[start..<max(start, min(range.upperBound, bytes.count))], as: UTF8.self)
  }

  /// All source bytes that the text came from, in order.
  public var spans: [SourceSpan] { spans(of: 0..<bytes.count) }

  /// Where a range of this text stands in the source: ordered, neighbours that touch joined.
  ///
  /// Text that stands for no source bytes (it can be put in between two of them) gives an empty span; a range inside a folded character gives the
  /// whole character.
  public func spans(of range: Range<Int>) -> [SourceSpan] {
    guard range.lowerBound < range.upperBound else { return [] }
    var out: [SourceSpan] = []
    var index = firstPiece(endingAfter: range.lowerBound)
    while index < pieces.count, Int(pieces[index].start) < range.upperBound {
      let piece = pieces[index]
      let from = max(range.lowerBound, Int(piece.start)) - Int(piece.start)
      let to = min(range.upperBound, Int(piece.end)) - Int(piece.start)
      let unit = Int(piece.unit)
      let first = from / unit
      let last = (to + unit - 1) / unit
      let start = Int(piece.sourceStart) + first * Int(piece.sourceUnit)
      let end = Int(piece.sourceStart) + last * Int(piece.sourceUnit)
      if let previous = out.last, previous.end == start {
        out[out.count - 1] = SourceSpan(start: previous.start, end: end)
      } else {
        out.append(SourceSpan(start: start, end: end))
      }
      index += 1
    }
    return out
  }

  /// The range from the first to the last source byte of a range of this text.
  /// For text of one line this is what `spans(of:)` gives as its only span.
  public func sourceRange(of range: Range<Int>) -> Range<Int> {
    let found = spans(of: range)
    guard let first = found.first, let last = found.last else {
      let at = sourceOffset(of: range.lowerBound)
      return at..<at
    }
    return first.start..<max(first.start, last.end)
  }

  /// Source offset of the byte at `offset`; the end of the text gives the end of the last piece.
  public func sourceOffset(of offset: Int) -> Int {
    let index = firstPiece(endingAfter: offset)
    if index < pieces.count {
      let piece = pieces[index]
      let from = max(0, offset - Int(piece.start))
      return Int(piece.sourceStart) + from / Int(piece.unit) * Int(piece.sourceUnit)
    }
    guard let last = pieces.last else { return 0 }
    return Int(last.sourceStart) + Int(last.count) * Int(last.sourceUnit)
  }

  private func firstPiece(endingAfter offset: Int) -> Int {
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if Int(pieces[middle].end) <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  // MARK: Building

  /// Appends bytes that stand in the source at `sourceStart`, unchanged.
  public mutating func append(_ source: ArraySlice<UInt8>, sourceStart: Int) {
    guard !source.isEmpty else { return }
    add(source.count, unit: 1, sourceStart: sourceStart, sourceUnit: 1)
    bytes.append(contentsOf: source)
  }

  /// Appends a replacement for `source` (a folded character, a space for a line break). Nothing is appended for
  /// an empty replacement: its source is then covered by no piece.
  public mutating func append(_ replacement: [UInt8], replacing source: Range<Int>) {
    guard !replacement.isEmpty else { return }
    add(1, unit: replacement.count, sourceStart: source.lowerBound, sourceUnit: max(0, source.count))
    bytes.append(contentsOf: replacement)
  }

  /// Appends one byte that stands for `source`.
  @inline(__always)
  public mutating func append(_ byte: UInt8, replacing source: Range<Int>) {
    add(1, unit: 1, sourceStart: source.lowerBound, sourceUnit: max(0, source.count))
    bytes.append(byte)
  }

  /// Appends a stretch of another mapped text of the same source.
  public mutating func append(_ other: MappedText, range: Range<Int>) {
    guard !range.isEmpty else { return }
    var index = other.firstPiece(endingAfter: range.lowerBound)
    while index < other.pieces.count, Int(other.pieces[index].start) < range.upperBound {
      let piece = other.pieces[index]
      let unit = Int(piece.unit)
      let from = (max(range.lowerBound, Int(piece.start)) - Int(piece.start)) / unit
      let to = (min(range.upperBound, Int(piece.end)) - Int(piece.start) + unit - 1) / unit
      let start = Int(piece.start) + from * unit
      add(
        to - from, unit: unit, sourceStart: Int(piece.sourceStart) + from * Int(piece.sourceUnit),
        sourceUnit: Int(piece.sourceUnit))
      bytes.append(contentsOf: other.bytes[start..<(start + (to - from) * unit)])
      index += 1
    }
  }

  /// A stretch of this text as a text of its own, with the same source.
  public func slice(_ range: Range<Int>) -> MappedText {
    var out = MappedText()
    out.append(self, range: range)
    return out
  }

  private mutating func add(_ count: Int, unit: Int, sourceStart: Int, sourceUnit: Int) {
    guard count > 0 else { return }
    if let last = pieces.last, Int(last.unit) == unit, Int(last.sourceUnit) == sourceUnit, sourceUnit > 0,
      Int(last.sourceStart) + Int(last.count) * sourceUnit == sourceStart
    {
      pieces[pieces.count - 1].count += Int32(clamping: count)
      return
    }
    pieces.append(
      Piece(
        start: Int32(clamping: bytes.count), sourceStart: Int32(clamping: sourceStart), count: Int32(clamping: count),
        unit: Int32(clamping: unit), sourceUnit: Int32(clamping: sourceUnit)))
  }
}

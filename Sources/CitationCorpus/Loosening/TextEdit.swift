import YinzhuModel

/// One change of a text: bytes replaced by others.
struct TextEdit: Sendable, Hashable {
  var range: Range<Int>
  var text: String

  init(_ range: Range<Int>, _ text: String) {
    self.range = range
    self.text = text
  }
}

extension LabelledCitation {
  /// Makes changes and moves the fields along. What is put in at the border of a field stands outside of it; fields
  /// with nothing left are gone. A change that overlaps the one before it is left out.
  mutating func apply(_ edits: [TextEdit]) {
    guard !edits.isEmpty else { return }
    var moves: [(range: Range<Int>, start: Int, end: Int)] = []
    let bytes = Array(text.utf8)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + 16)
    var at = 0
    for edit in edits.sorted(by: {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    })
    where edit.range.lowerBound >= at && edit.range.upperBound <= bytes.count {
      out += bytes[at..<edit.range.lowerBound]
      let start = out.count
      out += Array(edit.text.utf8)
      moves.append((edit.range, start, out.count))
      at = edit.range.upperBound
    }
    out += bytes[at...]
    text = String(decoding: out, as: UTF8.self)
    fields = fields.compactMap { field in
      let start = LabelledCitation.moved(field.range.lowerBound, isStart: true, moves)
      let end = LabelledCitation.moved(field.range.upperBound, isStart: false, moves)
      return start < end ? LabelledField(variable: field.variable, range: start..<end) : nil
    }
  }

  private static func moved(
    _ place: Int, isStart: Bool, _ moves: [(range: Range<Int>, start: Int, end: Int)]
  ) -> Int {
    var delta = 0
    for move in moves {
      if move.range.lowerBound < place, place < move.range.upperBound { return isStart ? move.end : move.start }
      let isBefore =
        move.range.upperBound < place || (move.range.upperBound == place && (isStart || !move.range.isEmpty))
      guard isBefore else { break }
      delta = move.end - move.range.upperBound
    }
    return place + delta
  }
}

/// A letter or mark of a citation, with its place.
struct PlacedScalar: Sendable {
  var scalar: Unicode.Scalar
  var range: Range<Int>
  /// The field that it stands in.
  var variable: Variable?

  var isAddress: Bool { variable == .url || variable == .doi || variable == .isbn }
}

extension LabelledCitation {
  var scalars: [PlacedScalar] {
    var out: [PlacedScalar] = []
    out.reserveCapacity(text.utf8.count)
    var at = 0
    var next = 0
    for scalar in text.unicodeScalars {
      let end = at + UTF8.width(scalar)
      while next < fields.count, fields[next].range.upperBound <= at { next += 1 }
      let isInside = next < fields.count && fields[next].range.contains(at)
      out.append(PlacedScalar(scalar: scalar, range: at..<end, variable: isInside ? fields[next].variable : nil))
      at = end
    }
    return out
  }

  func bytes(_ range: Range<Int>) -> String {
    String(decoding: Array(text.utf8)[range.clamped(to: 0..<text.utf8.count)], as: UTF8.self)
  }

  /// The text between the field before a field and the field itself.
  func lead(of index: Int) -> Range<Int> {
    let start = index > 0 ? fields[index - 1].range.upperBound : 0
    return min(start, fields[index].range.lowerBound)..<fields[index].range.lowerBound
  }
}

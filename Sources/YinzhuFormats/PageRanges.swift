/// Page numbers as records have them.
enum PageRanges {
  /// `426-427` with any one dash as `426--427`; anything else as it is.
  static func doubleDashed(_ text: String) -> String {
    text.split(separator: ",", omittingEmptySubsequences: false).map { piece in
      let dashes = piece.unicodeScalars.indices.filter {
        let scalar = piece.unicodeScalars[$0].value
        return scalar == 0x2D || (0x2010...0x2015).contains(scalar)
      }
      guard dashes.count == 1, let dash = dashes.first else { return String(piece) }
      let before = piece[..<dash]
      let after = piece[piece.unicodeScalars.index(after: dash)...]
      return before.isEmpty || after.isEmpty ? String(piece) : before + "--" + after
    }.joined(separator: ",")
  }

  /// `426--427`, or with an en dash, as `426-427`.
  static func singleDashed(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    var afterDash = false
    for scalar in text.unicodeScalars {
      let isDash = scalar.value == 0x2D || (0x2010...0x2015).contains(scalar.value)
      if !isDash { out.append(scalar) } else if !afterDash { out.append("-") }
      afterDash = isDash
    }
    return String(out)
  }
}

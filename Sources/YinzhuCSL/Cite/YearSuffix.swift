/// Letters that tell references of one year apart: a … z, aa … (CSL 1.0.2 "Disambiguation").
enum YearSuffix {
  /// - Parameter index: from 0.
  static func letters(_ index: Int) -> String {
    var rest = index
    var out: [UInt8] = []
    while rest >= 0 {
      out.append(UInt8(ascii: "a") + UInt8(rest % 26))
      rest = rest / 26 - 1
    }
    return String(decoding: out.reversed(), as: UTF8.self)
  }
}

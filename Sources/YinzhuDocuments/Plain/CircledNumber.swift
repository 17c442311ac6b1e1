/// ⓪ ① … ㊿.
enum CircledNumber {
  static func scalar(_ number: Int) -> Unicode.Scalar? {
    switch number {
    case 0: Unicode.Scalar(0x24EA as UInt32)
    case 1...20: Unicode.Scalar(0x245F + UInt32(number))
    case 21...35: Unicode.Scalar(0x323C + UInt32(number))
    case 36...50: Unicode.Scalar(0x328D + UInt32(number))
    default: nil
    }
  }
}

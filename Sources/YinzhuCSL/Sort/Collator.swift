import CICU
import YinzhuText

/// ICU's collation of one language: pinyin for zh, strokes for `zh-u-co-stroke`.
struct Collator: ~Copyable {
  private let collator: OpaquePointer?

  /// Falls back to byte order where ICU has no collation at all.
  init(language: String) { collator = yz_collator_open(language) }

  deinit { if let collator { yz_collator_close(collator) } }

  /// Bytes that sort as the text does.
  func key(_ text: String) -> [UInt8] {
    guard let collator else { return Array(text.utf8) }
    let units = Array(text.utf16)
    guard units.count < Int(Int32.max) / 8 else { return Array(text.utf8) }
    return units.withUnsafeBufferPointer { source in
      let length = yz_collator_key(collator, source.baseAddress, Int32(source.count), nil, 0)
      guard length > 0 else { return [] }
      return [UInt8](unsafeUninitializedCapacity: Int(length)) { buffer, count in
        count = Int(
          min(length, yz_collator_key(collator, source.baseAddress, Int32(source.count), buffer.baseAddress, length)))
      }
    }
  }
}

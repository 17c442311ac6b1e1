import CZip
import Foundation

/// Makes ZIP archives from text, sound or broken as a test needs them.
enum ZipFile {
  /// An archive whose entries are stored as they are; `flags` 1 says that they are encrypted.
  static func stored(_ entries: [(name: String, text: String)], flags: UInt16 = 0) -> [UInt8] {
    var out: [UInt8] = []
    var table: [UInt8] = []
    for (name, text) in entries {
      let data = Array(text.utf8)
      let offset = out.count
      let common =
        little(20, 2) + little(Int(flags), 2) + little(0, 2) + little(0, 4) + little(Int(checksum(data)), 4)
        + little(data.count, 4) + little(data.count, 4) + little(name.utf8.count, 2) + little(0, 2)
      out += little(0x0403_4B50, 4) + common + Array(name.utf8) + data
      table +=
        little(0x0201_4B50, 4) + little(20, 2) + common + little(0, 2) + little(0, 2) + little(0, 2) + little(0, 4)
        + little(offset, 4) + Array(name.utf8)
    }
    let start = out.count
    return out + table + little(0x0605_4B50, 4) + little(0, 4) + little(entries.count, 2) + little(entries.count, 2)
      + little(table.count, 4) + little(start, 4) + little(0, 2)
  }

  /// An archive with packed entries, by libzip.
  static func packed(_ entries: [(name: String, bytes: [UInt8])]) throws -> [UInt8] {
    let url = FileManager.default.temporaryDirectory.appending(path: "yinzhu-\(UUID().uuidString).zip")
    defer { try? FileManager.default.removeItem(at: url) }
    var code: Int32 = 0
    guard let archive = zip_open(url.path, ZIP_CREATE | ZIP_TRUNCATE, &code) else {
      throw CocoaError(.fileWriteUnknown)
    }
    for (name, bytes) in entries {
      let copy = malloc(max(1, bytes.count))
      bytes.withUnsafeBytes { if let base = $0.baseAddress { copy?.copyMemory(from: base, byteCount: $0.count) } }
      let source = zip_source_buffer(archive, copy, zip_uint64_t(bytes.count), 1)
      zip_file_add(archive, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
    }
    guard zip_close(archive) == 0 else { throw CocoaError(.fileWriteUnknown) }
    return Array(try Data(contentsOf: url))
  }

  private static func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var out: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      out ^= UInt32(byte)
      for _ in 0..<8 { out = out & 1 == 1 ? (out >> 1) ^ 0xEDB8_8320 : out >> 1 }
    }
    return ~out
  }
}

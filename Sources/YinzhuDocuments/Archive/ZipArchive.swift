import CZip
import YinzhuModel

/// Reads entries of a ZIP archive in memory: what DOCX and EPUB files are.
///
/// An archive comes from anywhere, so nothing that it says of itself is trusted: names that lead outside, encrypted
/// entries and entries that unpack to more than the limits are refused before their bytes are used.
struct ZipArchive {
  /// How much is unpacked at most.
  struct Limits: Sendable {
    /// Number of entries in the archive.
    var entries = 20_000
    /// Bytes of one entry, unpacked.
    var entry = 128 << 20
    /// Bytes of all entries that are read.
    var total = 384 << 20
    /// Unpacked bytes for one packed byte; text packs to a tenth, a bomb to a thousandth.
    var ratio = 250
    /// Below this many bytes the ratio doesn't matter.
    var smallest = 8 << 20
  }

  let limits: Limits
  private(set) var names: [String] = []
  private let bytes: [UInt8]
  private var indices: [String: UInt64] = [:]
  private var unpacked = 0

  /// Opens an archive and reads its table.
  init(_ bytes: [UInt8], limits: Limits = Limits()) throws(DocumentError) {
    self.bytes = bytes
    self.limits = limits
    let table = try ZipArchive.withArchive(bytes) { archive throws(DocumentError) -> [(String, UInt64)] in
      let count = zip_get_num_entries(archive, 0)
      guard count >= 0, count <= limits.entries else {
        throw DocumentError(
          DocumentRules.unsafeArchive, "the archive has \(count) entries; more than \(limits.entries) are refused")
      }
      var out: [(String, UInt64)] = []
      for index in 0..<UInt64(count) {
        guard let name = zip_get_name(archive, index, zip_flags_t(ZIP_FL_ENC_GUESS)) else { continue }
        out.append((String(cString: name), index))
      }
      return out
    }
    for (name, index) in table {
      guard ZipArchive.isInside(name) else {
        throw DocumentError(
          DocumentRules.unsafeArchive,
          "the archive has an entry outside of itself, “\(name.prefix(80))”; make the file again with the program that it is for"
        )
      }
      guard indices[name] == nil else {
        throw DocumentError(
          DocumentRules.unsafeArchive,
          "the archive has two entries of the name “\(name.prefix(80))”; open the file in its program and save it again"
        )
      }
      indices[name] = index
      names.append(name)
    }
  }

  /// Whether there is an entry of that name.
  func has(_ name: String) -> Bool { indices[name] != nil }

  /// The bytes of an entry; nil where there is none of that name.
  mutating func entry(_ name: String) throws(DocumentError) -> [UInt8]? {
    guard let index = indices[name] else { return nil }
    let left = min(limits.entry, limits.total - unpacked)
    let limits = limits
    let out = try ZipArchive.withArchive(bytes) { archive throws(DocumentError) -> [UInt8] in
      try ZipArchive.read(archive, index, name: name, limit: left, limits: limits)
    }
    unpacked += out.count
    return out
  }

  /// Absolute names, drives, and steps upwards lead outside.
  private static func isInside(_ name: String) -> Bool {
    if name.isEmpty || name.hasPrefix("/") || name.hasPrefix("\\") { return false }
    if name.utf8.contains(0) || name.utf8.dropFirst().first == UInt8(ascii: ":") { return false }
    return !name.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "/" || $0 == "\\" }).contains("..")
  }

  private static func read(
    _ archive: OpaquePointer, _ index: UInt64, name: String, limit: Int, limits: Limits
  ) throws(DocumentError) -> [UInt8] {
    var status = zip_stat_t()
    zip_stat_init(&status)
    guard zip_stat_index(archive, index, 0, &status) == 0 else { throw damaged(name) }
    if status.encryption_method != UInt16(ZIP_EM_NONE) {
      throw DocumentError(
        DocumentRules.encrypted, "“\(name)” in the archive is encrypted: take the password off in its program first")
    }
    guard let file = zip_fopen_index(archive, index, 0) else { throw damaged(name) }
    defer { zip_fclose(file) }
    let packed = Int(clamping: status.comp_size)
    var out: [UInt8] = []
    out.reserveCapacity(min(Int(clamping: status.size), 1 << 22))
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = buffer.withUnsafeMutableBytes { Int(zip_fread(file, $0.baseAddress, zip_uint64_t($0.count))) }
      if count == 0 { return out }
      guard count > 0, count <= buffer.count else { throw damaged(name) }
      out.append(contentsOf: buffer[0..<count])
      if out.count > limit || (out.count > limits.smallest && out.count / limits.ratio > packed) {
        throw DocumentError(
          DocumentRules.unsafeArchive,
          "“\(name)” in the archive unpacks to more than \(out.count >> 20) MiB from \(packed) bytes, which no article does; it is refused"
        )
      }
    }
  }

  private static func damaged(_ name: String) -> DocumentError {
    DocumentError(
      DocumentRules.damaged,
      "“\(name)” in the archive is damaged or cut off: get the file again, or open it in its program and save it anew")
  }

  private static func withArchive<Value>(
    _ bytes: [UInt8], _ body: (OpaquePointer) throws(DocumentError) -> Value
  ) throws(DocumentError) -> Value {
    let result = bytes.withUnsafeBytes { raw -> Result<Value, DocumentError> in
      var error = zip_error_t()
      zip_error_init(&error)
      defer { zip_error_fini(&error) }
      guard let source = zip_source_buffer_create(raw.baseAddress, zip_uint64_t(raw.count), 0, &error) else {
        return .failure(unreadable(&error))
      }
      guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
        zip_source_free(source)
        return .failure(unreadable(&error))
      }
      defer { zip_discard(archive) }
      do throws(DocumentError) {
        return .success(try body(archive))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private static func unreadable(_ error: inout zip_error_t) -> DocumentError {
    let reason = zip_error_strerror(&error).map { String(cString: $0).lowercased() } ?? "unknown error"
    return DocumentError(
      DocumentRules.damaged,
      "the archive can't be opened (\(reason)): the file is cut off or damaged; get it again, or save it anew")
  }
}

import Foundation
import Yinzhu

/// Why a file gave no bytes.
struct FileError: Error {
  var diagnostic: Diagnostic

  init(_ rule: DiagnosticRule, _ message: String) {
    diagnostic = Diagnostic(rule, message, span: nil)
  }
}

/// Reads whole files by the system's own calls: Foundation refuses pipes, traps on a closed standard input, and its
/// messages hide the reason.
enum FileBytes {
  /// Sources beyond this are refused: places are 32 bits wide.
  private static let largest = 1 << 31

  /// The bytes of a file; `-` is standard input.
  static func read(_ path: String) throws(FileError) -> [UInt8] {
    guard path != "-" else { return try read(descriptor: 0, expected: 0) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let code = errno
      if code == ENOENT || code == ENOTDIR { throw FileError(FileRules.missing, "there is no such file") }
      throw unreadable(code)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw unreadable(errno) }
    if status.st_mode & S_IFMT == S_IFDIR {
      throw FileError(FileRules.folder, "this is a folder; give --recursive to read the files in it")
    }
    return try read(descriptor: descriptor, expected: max(0, min(Int(status.st_size), largest)))
  }

  private static func read(descriptor: Int32, expected: Int) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(expected + 1)
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = buffer.withUnsafeMutableBytes { Foundation.read(descriptor, $0.baseAddress, $0.count) }
      if count == 0 { return bytes }
      guard count > 0 else {
        if errno == EINTR { continue }
        throw unreadable(errno)
      }
      bytes.append(contentsOf: buffer[0..<min(count, buffer.count)])
      if bytes.count >= largest { throw FileError(FileRules.tooLarge, "2 GiB or more; split the file") }
    }
  }

  private static func unreadable(_ code: Int32) -> FileError {
    FileError(FileRules.unreadable, "can't be read: \(String(cString: strerror(code)).lowercased())")
  }
}

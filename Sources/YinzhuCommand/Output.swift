import ArgumentParser
import Foundation
import Yinzhu

/// Where data and messages go.
enum Output {
  /// Writes data to standard output.
  static func standard(_ text: String) {
    standard(Array(text.utf8))
  }

  static func standard(_ bytes: [UInt8]) {
    write(bytes, to: 1)
  }

  /// Writes a message to standard error.
  static func message(_ text: String) {
    write(Array((text + "\n").utf8), to: 2)
  }

  /// Writes everything; a closed pipe ends the program in silence.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count {
        guard let base = buffer.baseAddress else { return }
        let written = Foundation.write(descriptor, base + offset, buffer.count - offset)
        if written > 0 {
          offset += written
        } else if errno == EAGAIN {
          // Somebody else made the pipe non-blocking: wait until it takes more.
          var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          _ = poll(&waiting, 1, -1)
        } else if errno != EINTR {
          // Messages that nobody can read must not cost the data.
          if descriptor == 2 { return }
          exit(errno == EPIPE ? 0 : 1)
        }
      }
    }
  }

  /// Whether standard output is a terminal that shows colour.
  static var isColoured: Bool {
    isatty(1) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
  }

  /// Writes data to a file, whole or not at all, or to standard output.
  static func write(_ text: String, to path: String?) throws {
    try write(Array(text.utf8), to: path)
  }

  static func write(_ bytes: [UInt8], to path: String?) throws {
    guard let path, path != "-" else {
      standard(bytes)
      return
    }
    // A link stays a link; a device or pipe is written to, never replaced.
    let url = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    do {
      if isSpecial(url.path) {
        let file = try FileHandle(forWritingTo: url)
        try file.write(contentsOf: Data(bytes))
        try file.close()
      } else {
        try Data(bytes).write(to: url, options: .atomic)
      }
    } catch {
      let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
      let reason =
        FileManager.default.fileExists(atPath: folder)
        ? (FileManager.default.isWritableFile(atPath: folder) ? error.localizedDescription : "permission denied")
        : "there is no folder \(folder)"
      let diagnostic = Diagnostic(FileRules.unwritable, "can't be written: \(reason)", span: nil)
      DiagnosticPrinter(isQuiet: false).print(diagnostic, source: nil, name: path)
      throw ExitCode(1)
    }
  }

  /// Whether something other than a file stands at the path.
  private static func isSpecial(_ path: String) -> Bool {
    let type = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
    return type.map { $0 != .typeRegular } ?? false
  }
}

/// Diagnostics as `file:line:column: severity: message [CODE]`.
struct DiagnosticPrinter {
  var isQuiet: Bool

  func print(_ diagnostics: [Diagnostic], source: SourceText) {
    for diagnostic in diagnostics { print(diagnostic, source: source, name: source.name) }
  }

  func print(_ diagnostic: Diagnostic, source: SourceText?, name: String) {
    guard !isQuiet || diagnostic.severity == .error else { return }
    var place = name
    if let span = diagnostic.span, let source { place += ":\(source.position(of: span.start))" }
    Output.message("\(place): \(diagnostic.severity.rawValue): \(diagnostic.message) [\(diagnostic.code)]")
  }
}

import YinzhuModel

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Runs poppler's `pdftotext -bbox-layout` as a program of its own: its licence (GPL) is not ours, and a file that
/// brings it down does not bring us down. Time, memory and output are bounded.
package struct TextTool {
  /// Seconds, by the clock and of processor time.
  private let seconds: Int
  /// Bytes of what the tool prints.
  private let largestOutput: Int
  /// What is run.
  private let program: String

  /// The tool with its limits. A book of 5,000 pages takes 4 s and prints 60 MB.
  package init(seconds: Int = 120, largestOutput: Int = 512 << 20, program: String = "pdftotext") {
    self.seconds = seconds
    self.largestOutput = largestOutput
    self.program = program
  }

  /// The shell sets the limits (KiB of memory, seconds of processor time) and becomes the tool.
  private static let script =
    "ulimit -v 2097152 2>/dev/null; ulimit -t \"$3\" 2>/dev/null; exec \"$2\" -bbox-layout -enc UTF-8 \"$1\" -"

  /// The pages of a PDF as the tool prints them.
  package func layout(_ pdf: [UInt8]) throws(DocumentError) -> [UInt8] {
    var path = Array("\(getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp")/yinzhu-XXXXXX".utf8CString)
    let file = mkstemp(&path)
    guard file >= 0 else { throw failed("no temporary file can be made: \(String(cString: strerror(errno)))") }
    let name = path.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    defer { unlink(name) }
    let isWritten = write(pdf, to: file)
    close(file)
    guard isWritten else { throw failed("the temporary folder is full") }
    let result = run(name)
    return try judged(result)
  }

  private struct Result {
    var output: [UInt8] = []
    var messages: [UInt8] = []
    var status: Int32 = -1
    var isTooLong = false
    var isTooLarge = false
    var isStarted = false
  }

  private func failed(_ message: String) -> DocumentError {
    DocumentError(DocumentRules.toolFailed, "the PDF can't be read: \(message)")
  }

  private func judged(_ result: Result) throws(DocumentError) -> [UInt8] {
    guard result.isStarted else { throw failed("no program can be started") }
    if result.isTooLong { throw failed("it took more than \(seconds) s; split the file") }
    if result.isTooLarge { throw failed("it gave more than \(largestOutput >> 20) MiB of text; split the file") }
    let messages = String(decoding: result.messages.prefix(4096), as: UTF8.self)
    let isSignalled = result.status & 0x7F != 0
    let code = (result.status >> 8) & 0xFF
    if !isSignalled, code == 0 { return result.output }
    if code == 127 {
      throw DocumentError(
        DocumentRules.toolMissing, "pdftotext, which reads PDF files, is not installed: apt install poppler-utils")
    }
    if code == 3 || messages.contains("password") || messages.contains("ncrypt") {
      throw DocumentError(
        DocumentRules.encrypted, "the PDF is protected by a password: take it off first (qpdf --decrypt)")
    }
    if isSignalled || messages.contains("memory") { throw failed("it needs too much time or memory; split the file") }
    throw DocumentError(
      DocumentRules.damaged, "the PDF is damaged or cut off: get it again, or repair it (qpdf in.pdf out.pdf)")
  }

  private func write(_ bytes: [UInt8], to file: Int32) -> Bool {
    bytes.withUnsafeBytes { raw in
      var offset = 0
      while offset < raw.count, let base = raw.baseAddress {
        let count = TextTool.systemWrite(file, base + offset, raw.count - offset)
        if count > 0 { offset += count } else if errno != EINTR { return false }
      }
      return true
    }
  }

  private static func systemWrite(_ file: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
    #if canImport(Darwin)
      Darwin.write(file, bytes, count)
    #else
      Glibc.write(file, bytes, count)
    #endif
  }

  private func run(_ path: String) -> Result {
    var result = Result()
    guard let (output, outputEnd) = TextTool.makePipe() else { return result }
    guard let (messages, messagesEnd) = TextTool.makePipe() else {
      close(output)
      close(outputEnd)
      return result
    }
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, outputEnd, 1)
    posix_spawn_file_actions_adddup2(&actions, messagesEnd, 2)
    var arguments: [UnsafeMutablePointer<CChar>?] = ["sh", "-c", TextTool.script, "sh", path, program, String(seconds)]
      .map { (text: String) in strdup(text) }
    arguments.append(nil)
    var child: pid_t = 0
    result.isStarted = posix_spawn(&child, "/bin/sh", &actions, nil, arguments, environ) == 0
    for argument in arguments { free(argument) }
    posix_spawn_file_actions_destroy(&actions)
    close(outputEnd)
    close(messagesEnd)
    if result.isStarted {
      read(output, messages, child, &result)
      while waitpid(child, &result.status, 0) < 0, errno == EINTR {}
    }
    close(output)
    close(messages)
    return result
  }

  private static func makePipe() -> (Int32, Int32)? {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0, let first = ends.first, let last = ends.last else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (first, last)
  }

  /// Reads both pipes to their ends; a child that takes too long or says too much is ended.
  private func read(_ output: Int32, _ messages: Int32, _ child: pid_t, _ result: inout Result) {
    var waiting = [
      pollfd(fd: output, events: Int16(POLLIN), revents: 0), pollfd(fd: messages, events: Int16(POLLIN), revents: 0),
    ]
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let begin = time(nil)
    while waiting.contains(where: { $0.fd >= 0 }) {
      let left = seconds - (time(nil) - begin)
      let count = left > 0 ? poll(&waiting, nfds_t(waiting.count), Int32(left) * 1000) : 0
      if count < 0, errno == EINTR { continue }
      if count <= 0 {
        result.isTooLong = true
        kill(child, SIGKILL)
        return
      }
      for index in waiting.indices where waiting[index].fd >= 0 && waiting[index].revents != 0 {
        let file = waiting[index].fd
        let size = buffer.withUnsafeMutableBytes { TextTool.systemRead(file, $0.baseAddress, $0.count) }
        if size < 0, errno == EINTR { continue }
        guard size > 0 else {
          waiting[index].fd = -1
          continue
        }
        if index == 0 {
          result.output.append(contentsOf: buffer[0..<size])
        } else if result.messages.count < 1 << 16 {
          result.messages.append(contentsOf: buffer[0..<size])
        }
      }
      if result.output.count > largestOutput {
        result.isTooLarge = true
        kill(child, SIGKILL)
        return
      }
    }
  }

  private static func systemRead(_ file: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    #if canImport(Darwin)
      Darwin.read(file, buffer, count)
    #else
      Glibc.read(file, buffer, count)
    #endif
  }
}

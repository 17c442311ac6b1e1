import ArgumentParser
import Foundation
import Yinzhu

/// Reading what the user names.
enum Input {
  /// Sources beyond this are refused: places are 32 bits wide.
  static let largest = 1 << 31

  /// The bytes of a file; `-` is standard input. What can't be read is said on standard error, and gives nil.
  ///
  /// Reads with `read(2)`: Foundation refuses pipes and named pipes, and traps where standard input is closed.
  static func bytes(_ path: String) -> [UInt8]? {
    if path == "-" { return bytes(descriptor: 0, name: name(path)) }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      Output.message("\(path): error: there is no such file")
      return nil
    }
    if isFolder.boolValue {
      Output.message("\(path): error: this is a folder; give --recursive to read the files in it")
      return nil
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      Output.message("\(path): error: can't be read: \(systemError())")
      return nil
    }
    defer { close(descriptor) }
    return bytes(descriptor: descriptor, name: path)
  }

  private static func bytes(descriptor: Int32, name: String) -> [UInt8]? {
    var out: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        Output.message("\(name): error: can't be read: \(systemError())")
        return nil
      }
      if count == 0 { return out }
      guard out.count + count < largest else {
        Output.message("\(name): error: larger than 2 GiB; split the file")
        return nil
      }
      out.append(contentsOf: buffer[..<count])
    }
  }

  /// What the system says of the last failed call.
  static func systemError() -> String { String(cString: strerror(errno)).lowercased() }

  /// What messages call a file.
  static func name(_ path: String) -> String { path == "-" ? "<stdin>" : path }

  /// The files of the arguments; folders give the files in them when `recursive`.
  static func files(_ paths: [String], recursive: Bool) -> [String] {
    guard !paths.isEmpty else { return ["-"] }
    guard recursive else { return paths }
    return paths.flatMap { path -> [String] in
      var isFolder: ObjCBool = false
      guard path != "-", FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
        return [path]
      }
      let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
      return names.sorted().map { "\(path)/\($0)" }.filter { file in
        let type = file.split(separator: ".").last?.lowercased() ?? ""
        return ["txt", "md", "markdown", "text"].contains(type)
      }
    }
  }

  /// A source as text; bytes that can't be decoded are said.
  static func source(_ path: String, encoding: TextEncoding?) -> SourceText? {
    guard let bytes = bytes(path) else { return nil }
    let (source, problems) = TextDecoder.decode(bytes, name: name(path), encoding: encoding)
    if let first = problems.first(where: { $0.kind == .invalidBytes || $0.kind == .brokenUTF16 }) {
      Output.message(
        "\(source.name): warning: bytes that are not \(source.encoding.rawValue), the first at byte \(first.fileOffset); read as \u{FFFD} [D003]"
      )
    }
    return source
  }
}

/// Options that several commands share.
struct SharedOptions: ParsableArguments {
  @Option(
    name: [.short, .customLong("output")], help: "Write to this file instead of standard output, whole or not at all.")
  var output: String?

  @Flag(name: .shortAndLong, help: "Say nothing but errors.")
  var quiet = false

  @Option(
    help: ArgumentHelp(
      "The encoding of the input where it is guessed wrong: utf-8, gb18030, big5, utf-16le, utf-16be.",
      valueName: "name"))
  var encoding: TextEncoding?

  @Option(help: ArgumentHelp("Citation keys: hanzi (习近平2018弘扬) or pinyin (xijinping2018hongyang).", valueName: "form"))
  var keys: CitationKeys.Pattern = .hanzi

  var citationKeys: CitationKeys { CitationKeys(pattern: keys, transliterate: Pinyin.transliterate) }
  var printer: DiagnosticPrinter { DiagnosticPrinter(isQuiet: quiet) }
}

extension TextEncoding: ExpressibleByArgument {
  public init?(argument: String) { self.init(name: argument) }
}

extension CitationKeys.Pattern: ExpressibleByArgument {}

/// What data commands can write.
enum Target: String, ExpressibleByArgument, CaseIterable {
  case report, jsonl, cslJSON = "csl-json", bibtex, biblatex, ris, gbt7714, text, html

  var record: RecordFormat? { RecordFormat(rawValue: rawValue) }

  /// The target of a name, or a usage error that names the nearest ones.
  static func named(_ name: String, among allowed: [Target]) throws -> Target {
    if let target = Target(rawValue: name), allowed.contains(target) { return target }
    let names = allowed.map(\.rawValue)
    let nearest = Nearest.words(to: name, among: names)
    let hint = nearest.isEmpty ? "" : " Did you mean \(nearest.joined(separator: ", "))?"
    throw ValidationError("“\(name)” is no format to write here.\(hint) There are: \(names.joined(separator: ", ")).")
  }
}

import ArgumentParser
import Foundation
import Yinzhu

/// Reading what the user names.
enum Input {
  /// The bytes of a file; `-` is standard input. What can't be read is said on standard error, and gives nil.
  static func bytes(_ path: String) -> [UInt8]? {
    do throws(FileError) {
      return try FileBytes.read(path)
    } catch {
      DiagnosticPrinter(isQuiet: false).print(error.diagnostic, source: nil, name: name(path))
      return nil
    }
  }

  /// What messages call a file.
  static func name(_ path: String) -> String { path == "-" ? "<stdin>" : path }

  /// Types of files that folders are searched for.
  static let types: Set<String> = [
    "txt", "text", "md", "markdown", "qmd", "rmd", "tex", "ltx", "docx", "pdf", "html", "htm", "xhtml", "epub",
  ]

  /// The files of the arguments; folders give the files in them when `recursive`, in the order of their names.
  static func files(_ paths: [String], recursive: Bool, types: Set<String> = Input.types) -> [InputFile] {
    guard !paths.isEmpty else { return [InputFile("-")] }
    guard recursive else { return paths.map { InputFile($0) } }
    return paths.flatMap { path -> [InputFile] in
      var isFolder: ObjCBool = false
      guard path != "-", FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
        return [InputFile(path)]
      }
      let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
      return names.sorted().filter { name in
        // `~$x.docx` is what Word leaves beside an open file.
        guard let file = name.split(separator: "/").last, !file.hasPrefix("~$"), let dot = file.lastIndex(of: ".")
        else {
          return false
        }
        return types.contains(file[file.index(after: dot)...].lowercased())
      }.map { InputFile("\(path)/\($0)", relative: $0) }
    }
  }

  /// A source as text; bytes that can't be decoded are said.
  static func source(_ path: String, encoding: TextEncoding?) -> SourceText? {
    guard let bytes = bytes(path) else { return nil }
    let (source, problems) = TextDecoder.decode(bytes, name: name(path), encoding: encoding)
    if let first = problems.first(where: { $0.kind == .invalidBytes || $0.kind == .brokenUTF16 }) {
      let message =
        "bytes that are not \(source.encoding.rawValue), the first at byte \(first.fileOffset); read as \u{FFFD}"
      DiagnosticPrinter(isQuiet: false).print(
        Diagnostic(DocumentRules.invalidBytes, message, span: first.span), source: source, name: source.name)
    }
    return source
  }
}

/// A file that the arguments name.
struct InputFile: Sendable {
  /// Its path, or `-`.
  var path: String
  /// Its name, or its path below the folder that was given.
  var relative: String

  init(_ path: String, relative: String? = nil) {
    self.path = path
    self.relative = relative ?? String(path.split(separator: "/").last ?? "file")
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

  @Option(
    help: ArgumentHelp(
      "Citation keys: hanzi (习近平2018弘扬), pinyin (xijinping2018hongyang), keep, or a pattern such as {author}{year}.",
      valueName: "pattern"), transform: KeyOption.init)
  var keys: KeyOption?

  @Option(
    help: ArgumentHelp(
      "The width of commas, colons and round brackets in a style: style (as it says), half, full.", valueName: "form"))
  var width = WidthOption.style

  var citationKeys: CitationKeys {
    CitationKeys(
      pattern: keys?.pattern ?? .hanzi, own: keys?.pattern == nil && keys != nil ? .identifiers : .citationKeys,
      transliterate: Pinyin.transliterate)
  }
  var printer: DiagnosticPrinter { DiagnosticPrinter(isQuiet: quiet) }
}

extension TextEncoding: ExpressibleByArgument {
  /// The encoding of a name on the command line.
  public init?(argument: String) { self.init(name: argument) }
}

/// What `--keys` says.
enum KeyOption: Equatable {
  /// Keys and ids stay as they are.
  case keep
  /// Keys are made.
  case made(CitationKeys.Pattern)

  init(_ text: String) throws {
    if text == "keep" {
      self = .keep
      return
    }
    do throws(CitationKeys.Pattern.Fault) {
      self = .made(try CitationKeys.Pattern(text))
    } catch {
      throw ValidationError(error.message)
    }
  }

  var pattern: CitationKeys.Pattern? {
    if case .made(let pattern) = self { pattern } else { nil }
  }
}

/// What data commands can write.
enum Target: String, ExpressibleByArgument, CaseIterable {
  case report, jsonl, cslJSON = "csl-json", bibtex, biblatex, ris, enw, noteExpress = "noteexpress",
    refWorks = "refworks", cslYAML = "csl-yaml", endNoteXML = "endnote-xml", word = "word", mods = "mods", hayagriva,
    csv, tsv,
    gbt7714, text, html, markdown, latex, rtf, typst

  var record: RecordFormat? { RecordFormat(rawValue: rawValue) }

  /// The type of a file that holds it.
  var fileType: String {
    switch self {
    case .report, .gbt7714, .text, .noteExpress, .refWorks: "txt"
    case .enw: "enw"
    case .cslYAML, .hayagriva: "yaml"
    case .endNoteXML: "xml"
    case .word: "xml"
    case .mods: "xml"
    case .csv: "csv"
    case .tsv: "tsv"
    case .jsonl: "jsonl"
    case .cslJSON: "json"
    case .bibtex, .biblatex: "bib"
    case .ris: "ris"
    case .html: "html"
    case .markdown: "md"
    case .latex: "tex"
    case .rtf: "rtf"
    case .typst: "typ"
    }
  }

  /// The formats of records.
  static let records = allCases.filter { $0.record?.isWritten == true }

  /// What needs a style.
  static let styled = allCases.filter { $0 != .gbt7714 && $0.output != nil }

  /// The form that a style's text is written in.
  var output: OutputFormat? { self == .gbt7714 ? .text : OutputFormat(rawValue: rawValue) }

  /// The target of a name, or a usage error that names the nearest ones.
  static func named(_ name: String, among allowed: [Target]) throws -> Target {
    if let target = Target(rawValue: name), allowed.contains(target) { return target }
    let names = allowed.map(\.rawValue)
    let nearest = Nearest.words(to: name, among: names)
    let hint = nearest.isEmpty ? "" : " Did you mean \(nearest.joined(separator: ", "))?"
    throw ValidationError("“\(name)” is no format to write here.\(hint) There are: \(names.joined(separator: ", ")).")
  }
}

import ArgumentParser
import Foundation
import Yinzhu

/// A folder that takes one file for each input: `folder/article.docx` becomes `DIR/article.docx.jsonl`.
struct OutputFolder {
  /// The files to write, in the order of the inputs.
  let paths: [String]

  /// Names keep their place below a folder that was given with `--recursive`; names that are taken get a number.
  init(_ folder: String, inputs: [InputFile], type: String) {
    var used: [String: Int] = [:]
    paths = inputs.map { input in
      let name = input.path == "-" ? "stdin" : input.relative
      let count = used[name, default: 0] + 1
      used[name] = count
      return "\(folder)/\(name)\(count > 1 ? "-\(count)" : "").\(type)"
    }
  }

  /// Whether an output is there and no older than its input. Outputs are written whole or not at all.
  static func isDone(_ output: String, input: String) -> Bool {
    guard let written = modified(output), let changed = modified(input) else { return false }
    return written >= changed
  }

  /// Makes the folders above a file.
  static func prepare(_ path: String) throws {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      let diagnostic = Diagnostic(
        FileRules.unwritable, "can't be made: \(error.localizedDescription)", span: nil)
      DiagnosticPrinter(isQuiet: false).print(diagnostic, source: nil, name: folder.path)
      throw ExitCode(1)
    }
  }

  private static func modified(_ path: String) -> Date? {
    (try? FileManager.default.attributesOfItem(atPath: path))?[.modificationDate] as? Date
  }
}

/// How far a batch is, on a terminal: one line that is written over.
struct ProgressLine {
  private let count: Int
  private let isShown: Bool
  private let begin = Date()
  private var shown = Date.distantPast

  init(count: Int, isQuiet: Bool, writesToTerminal: Bool) {
    self.count = count
    isShown = count > 1 && !isQuiet && isatty(2) == 1 && !writesToTerminal
  }

  mutating func step(_ done: Int) {
    guard isShown, done == count || Date().timeIntervalSince(shown) > 0.1 else { return }
    shown = Date()
    let passed = shown.timeIntervalSince(begin)
    let left = Int((passed / Double(max(1, done)) * Double(count - done)).rounded(.up))
    let width = 30
    let filled = done * width / max(1, count)
    let bar = String(repeating: "█", count: filled) + String(repeating: "·", count: width - filled)
    let rest = done == count ? "" : "  \(left / 60):\(left % 60 < 10 ? "0" : "")\(left % 60) left"
    FileHandle.standardError.write(Data("\r\u{1B}[K\(bar) \(done)/\(count)\(rest)\(done == count ? "\n" : "")".utf8))
  }
}

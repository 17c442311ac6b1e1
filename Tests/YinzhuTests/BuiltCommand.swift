import Foundation
import Testing

/// The built `yinzhu`, run from outside as a user runs it.
struct BuiltCommand {
  struct Outcome {
    var status: Int32
    var output: String
    var errors: String
    var lines: [Substring] { output.split(separator: "\n") }
  }

  /// The command stands beside the test bundle.
  static let path: String? = {
    let beside = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    let candidates = [
      beside.appendingPathComponent("yinzhu"), PackageRoot.url.appending(path: ".build/debug/yinzhu"),
    ]
    return candidates.map(\.path).first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  /// A folder of its own for the files of one test; it is left to the system to clear.
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("yinzhu-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// Writes a file into the folder.
  func write(_ name: String, _ bytes: [UInt8]) throws {
    try Data(bytes).write(to: folder.appendingPathComponent(name))
  }

  func write(_ name: String, _ text: String) throws { try write(name, Array(text.utf8)) }

  /// The text of a file of the folder; nil when there is none.
  func read(_ name: String) -> String? {
    (try? Data(contentsOf: folder.appendingPathComponent(name))).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Runs a line of shell in the folder; `$yinzhu` is the command, `$seed` the article.
  func run(_ line: String) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "( \(line)\n) >.stdout 2>.stderr"]
    process.currentDirectoryURL = folder
    var environment = ProcessInfo.processInfo.environment
    let built: String = try #require(Self.path, "the command isn't built: swift build --product yinzhu")
    environment["yinzhu"] = built
    environment["seed"] = PackageRoot.seed.path
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Outcome(status: process.terminationStatus, output: read(".stdout") ?? "", errors: read(".stderr") ?? "")
  }
}

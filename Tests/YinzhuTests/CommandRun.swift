import Foundation
import Testing

/// A run of the built `yinzhu` command, from outside.
struct CommandRun {
  var status: Int32
  var output: String
  var errors: String

  /// The command beside the test bundle; nil where only the tests were built.
  static let command: String? = {
    var folders = [Bundle.main.executableURL, Bundle.main.bundleURL].compactMap { $0?.deletingLastPathComponent() }
    folders += Bundle.allBundles.map { $0.bundleURL.deletingLastPathComponent() }
    folders.append(PackageRoot.url.appending(path: ".build/debug"))
    return folders.map { $0.appending(path: "yinzhu").path }.first(where: FileManager.default.isExecutableFile)
  }()

  /// Runs `yinzhu` with arguments, in a folder of its own that holds `files`.
  init(_ arguments: [String], files: [String: String] = [:], input: String = "") throws {
    let command = try #require(Self.command, "the command is not built; run `swift build` first")
    try self.init(executable: command, arguments, files: files, input: input)
  }

  /// Runs a shell script in which `$YINZHU` is the command.
  init(script: String, files: [String: String] = [:]) throws {
    let command = try #require(Self.command, "the command is not built; run `swift build` first")
    try self.init(executable: "/bin/sh", ["-c", "YINZHU='\(command)'; \(script)"], files: files, input: "")
  }

  private init(executable: String, _ arguments: [String], files: [String: String], input: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "yinzhu-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
      let file = folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    // Files, not pipes: a full pipe would stop the command.
    func file(_ name: String, _ text: String) throws -> URL {
      let url = folder.appending(path: name)
      try Data(text.utf8).write(to: url)
      return url
    }
    let output = try file(".output", "")
    let errors = try file(".errors", "")
    let process = Process()
    process.executableURL = URL(filePath: executable)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardInput = try FileHandle(forReadingFrom: file(".input", input))
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    status = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    self.output = try String(contentsOf: output, encoding: .utf8)
    self.errors = try String(contentsOf: errors, encoding: .utf8)
  }
}

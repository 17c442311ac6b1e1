import ArgumentParser
import Foundation
import Yinzhu

/// Finds the settings of files: the nearest `.yinzhu.toml` from a file's folder upwards, each read once.
struct CheckSettingsFinder {
  /// Settings and the folder that they were found in.
  struct Found {
    var settings: CheckSettings
    var folder: String
  }

  private var byFolder: [String: Found] = [:]

  /// The settings of a file; standard input has those of the current folder.
  mutating func settings(of path: String) throws -> Found {
    let current = FileManager.default.currentDirectoryPath
    let folder =
      path == "-" ? current : URL(fileURLWithPath: path).resolvingSymlinksInPath().deletingLastPathComponent().path
    if let known = byFolder[folder] { return known }
    var at = URL(fileURLWithPath: folder, isDirectory: true)
    var found = Found(settings: CheckSettings(), folder: folder)
    while true {
      let file = at.appendingPathComponent(CheckSettings.fileName).path
      if FileManager.default.fileExists(atPath: file) {
        found = Found(settings: try Self.read(file), folder: at.path)
        break
      }
      let parent = at.deletingLastPathComponent().standardizedFileURL
      if parent.path == at.path || at.path == "/" { break }
      at = parent
    }
    byFolder[folder] = found
    return found
  }

  private static func read(_ file: String) throws -> CheckSettings {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try FileBytes.read(file)
    } catch {
      throw ValidationError("\(file): \(error.diagnostic.message)")
    }
    do throws(CheckSettingsError) {
      return try CheckSettings(TextDecoder.decode(bytes, name: file).source)
    } catch {
      let place = error.position.map { ":\($0)" } ?? ""
      throw ValidationError("\(file)\(place): \(error.message)")
    }
  }
}

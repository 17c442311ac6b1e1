import Foundation

/// A command run to its end: time on the clock, processor time, and the most memory that it held.
struct WholeProcess {
  var wall = 0.0
  var processor = 0.0
  /// Bytes.
  var memory = 0
  var end = End.done

  enum End: Equatable { case done, failed, stopped, absent }

  /// Runs a command in a folder; its output goes nowhere. After `limit` seconds it is stopped.
  static func run(_ words: [String], in folder: String, limit: Double) -> WholeProcess {
    var out = WholeProcess()
    guard let command = words.first, let path = executable(command) else {
      out.end = .absent
      return out
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    // The shell goes to the folder and becomes the command.
    let line = ["sh", "-c", "cd \"$0\" && exec \"$@\"", folder, path] + words.dropFirst()
    var argv: [UnsafeMutablePointer<CChar>?] = line.map { strdup($0) } + [nil]
    defer { for word in argv { free(word) } }
    var process = pid_t()
    let clock = ContinuousClock()
    let start = clock.now
    guard posix_spawn(&process, "/bin/sh", &actions, nil, &argv, environ) == 0 else {
      out.end = .absent
      return out
    }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, WNOHANG, &usage) == 0 {
      if seconds(clock.now - start) > limit {
        kill(process, SIGKILL)
        out.end = .stopped
      }
      usleep(500)
    }
    out.wall = seconds(clock.now - start)
    out.processor = time(usage.ru_utime) + time(usage.ru_stime)
    #if os(Linux)
      out.memory = Int(usage.ru_maxrss) * 1024
    #else
      out.memory = Int(usage.ru_maxrss)
    #endif
    if status != 0, out.end == .done { out.end = .failed }
    return out
  }

  /// The run that took the middle time.
  static func median(_ runs: Int, _ words: [String], in folder: String, limit: Double) -> WholeProcess {
    var all: [WholeProcess] = []
    for _ in 0..<runs {
      all.append(run(words, in: folder, limit: limit))
      // What takes long or fails once does so again.
      if let last = all.last, last.end != .done || last.wall > 8 { break }
    }
    return all.sorted { $0.wall < $1.wall }[all.count / 2]
  }

  static func executable(_ command: String) -> String? {
    if command.contains("/") { return access(command, X_OK) == 0 ? command : nil }
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { "\($0)/\(command)" }.first { access($0, X_OK) == 0 }
  }

  private static func time(_ value: timeval) -> Double { Double(value.tv_sec) + Double(value.tv_usec) * 1e-6 }
}

func seconds(_ duration: Duration) -> Double {
  Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
}

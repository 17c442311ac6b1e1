import YinzhuText

/// Writes a file of CSL-JSON piece by piece, so that neither all records nor the whole file need be in memory.
public struct CSLJSONStream: Sendable {
  private let jobs: Int
  private var bytes: [UInt8] = []
  private var isEmpty = true

  /// A file without records.
  ///
  /// - Parameter jobs: how many cores may work on it.
  public init(jobs: Int = 1) { self.jobs = max(1, jobs) }

  /// Appends records.
  public mutating func append(_ references: [Reference]) {
    let size = 1024
    let batch = size * jobs * 4
    for start in stride(from: 0, to: references.count, by: batch) {
      let end = min(references.count, start + batch)
      let opens = isEmpty
      let parts = Parallel.map((end - start + size - 1) / size, jobs: jobs) { part in
        var text = CSLJSONItemText()
        text.out.reserveCapacity(size * 700)
        for index in start + part * size..<min(end, start + (part + 1) * size) {
          text.out.append(contentsOf: (opens && index == start ? "[\n  " : ",\n  ").utf8)
          text.append(references[index])
        }
        return text.out
      }
      isEmpty = false
      // By the size of the first records the others are foreseen: growing by doubling would hold half as much again.
      if start == 0, end < references.count {
        let written = parts.reduce(0) { $0 + $1.count }
        bytes.reserveCapacity(bytes.count + written / end * references.count + written / 8)
      }
      for part in parts { bytes.append(contentsOf: part) }
    }
  }

  /// What was written since the last call, as UTF-8.
  public mutating func take() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  /// The end of the file, with what was written since the last call.
  public mutating func finish() -> [UInt8] {
    bytes.append(contentsOf: (isEmpty ? "[]\n" : "\n]\n").utf8)
    return take()
  }
}

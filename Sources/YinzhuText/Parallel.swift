import Dispatch
import Synchronization

/// Work on several cores with results in order.
package enum Parallel {
  /// What `body` gives for each index, in the order of the indices; at most `jobs` run at the same time.
  package static func map<Result: Sendable>(
    _ count: Int, jobs: Int, _ body: @escaping @Sendable (Int) -> Result
  ) -> [Result] {
    let workers = min(count, max(1, jobs))
    guard workers > 1 else { return (0..<max(0, count)).map(body) }
    let next = Atomic<Int>(0)
    let done = Mutex<[(index: Int, result: Result)]>([])
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < count else { return }
        let result = body(index)
        done.withLock { $0.append((index, result)) }
      }
    }
    return done.withLock { $0.sorted { $0.index < $1.index }.map(\.result) }
  }

  /// What `body` gives for each part of a row, put together in order; `jobs` parts of the same length run at the same
  /// time. Short rows aren't divided.
  package static func flatMap<Result: Sendable>(
    _ count: Int, jobs: Int, _ body: @escaping @Sendable (Range<Int>) -> [Result]
  ) -> [Result] {
    // A few parts for each job, so that one long part doesn't hold up the rest.
    let parts = min(jobs > 1 ? jobs * 4 : 1, count / 64)
    guard parts > 1 else { return body(0..<count) }
    return map(parts, jobs: jobs) { part in body(count * part / parts..<count * (part + 1) / parts) }.flatMap { $0 }
  }
}

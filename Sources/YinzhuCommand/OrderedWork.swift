import Foundation

/// Does work on several threads and hands over the results in order, as they come. Not more than a few results wait
/// for an earlier one, so memory doesn't grow with the number of files.
final class OrderedWork<Value: Sendable>: @unchecked Sendable {
  private let count: Int
  private let ahead: Int
  private let condition = NSCondition()
  private var next = 0
  private var done: [Int: Value] = [:]
  private var handedOver = 0
  private var isStopped = false

  private init(count: Int, jobs: Int) {
    self.count = count
    ahead = jobs * 4
  }

  /// `work` runs on `jobs` threads; `take` on this one, in the order of the indices.
  static func run(
    count: Int, jobs: Int, work: @escaping @Sendable (Int) -> Value, take: (Int, Value) throws -> Void
  ) rethrows {
    let jobs = min(jobs, count)
    guard jobs > 1 else {
      for index in 0..<max(0, count) { try take(index, work(index)) }
      return
    }
    let shared = OrderedWork(count: count, jobs: jobs)
    defer { shared.stop() }
    for _ in 0..<jobs {
      let thread = Thread { while let index = shared.claim() { shared.finish(index, work(index)) } }
      // Documents nest, and the threads of Foundation are small.
      thread.stackSize = 8 << 20
      thread.start()
    }
    for index in 0..<count { try take(index, shared.result(index)) }
  }

  private func claim() -> Int? {
    condition.lock()
    defer { condition.unlock() }
    while !isStopped, next < count, next >= handedOver + ahead { condition.wait() }
    guard !isStopped, next < count else { return nil }
    next += 1
    return next - 1
  }

  private func finish(_ index: Int, _ value: Value) {
    condition.lock()
    done[index] = value
    condition.broadcast()
    condition.unlock()
  }

  private func result(_ index: Int) -> Value {
    condition.lock()
    defer { condition.unlock() }
    while true {
      if let value = done.removeValue(forKey: index) {
        handedOver = index + 1
        condition.broadcast()
        return value
      }
      condition.wait()
    }
  }

  private func stop() {
    condition.lock()
    isStopped = true
    condition.broadcast()
    condition.unlock()
  }
}

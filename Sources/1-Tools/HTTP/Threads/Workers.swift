import CMicrohttpd
import Glibc

/// A few threads for work that would hold up a thread of the server.
final class Workers: Sendable {
  private let queue = Monitor(Queue())
  private let capacity: Int

  /// - Parameter capacity: how much work may wait before more is turned away.
  init(_ count: Int, capacity: Int = 256) {
    self.capacity = capacity
    for _ in 0..<count { Thread.start { [queue] in Workers.work(off: queue) } }
  }

  /// Does `job` on the next free thread; false where too much is waiting already.
  func run(_ job: @escaping @Sendable () -> Void) -> Bool {
    queue.with { queue in
      guard queue.jobs.count < capacity, !queue.isClosed else { return false }
      queue.jobs.append(job)
      return true
    }
  }

  /// Lets the threads end when they have done what they are at.
  func close() { queue.with { $0.isClosed = true } }

  private static func work(off queue: Monitor<Queue>) {
    while let job = queue.wait({ $0.next }) { job() }
  }

  private struct Queue {
    var jobs: [@Sendable () -> Void] = []
    var isClosed = false

    /// Nil to wait, a nil job to end.
    var next: (@Sendable () -> Void)?? {
      mutating get { jobs.isEmpty ? (isClosed ? .some(nil) : nil) : .some(jobs.removeFirst()) }
    }
  }
}

/// A thread of the system.
enum Thread {
  /// Runs `body` on a new thread; false where the system gives none.
  @discardableResult
  static func start(_ body: @escaping @Sendable () -> Void) -> Bool {
    let box = Unmanaged.passRetained(Box(body))
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    var thread = pthread_t()
    let result = pthread_create(&thread, &attributes, { Thread.run($0) }, box.toOpaque())
    if result != 0 { box.release() }
    return result == 0
  }

  private static func run(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context else { return nil }
    Unmanaged<Box>.fromOpaque(context).takeRetainedValue().body()
    return nil
  }

  private final class Box: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
}

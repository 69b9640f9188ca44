import Glibc
import Synchronization

/// A thread that looks again and again for what has changed, until it is told to end.
final class Follower: Sendable {
  private let state = Mutex(State())
  private let look: @Sendable () -> Void

  private struct State {
    var isEnding = false
    var thread: pthread_t?
  }

  /// - Parameter look: what is done once a second, and once more whenever something was written here.
  init(_ look: @escaping @Sendable () -> Void) { self.look = look }

  func begin() {
    let own = Unmanaged.passRetained(self)
    var thread = pthread_t()
    let failed = pthread_create(
      &thread, nil,
      { context in
        guard let context else { return nil }
        Unmanaged<Follower>.fromOpaque(context).takeRetainedValue().run()
        return nil
      }, own.toOpaque())
    if failed == 0 { state.withLock { $0.thread = thread } } else { own.release() }
  }

  func end() {
    let thread = state.withLock { state in
      state.isEnding = true
      return state.thread.take()
    }
    if let thread { pthread_join(thread, nil) }
  }

  private func run() {
    while !state.withLock({ $0.isEnding }) {
      look()
      // In small steps, so that ending does not wait.
      for _ in 0..<10 where !state.withLock({ $0.isEnding }) { usleep(100_000) }
    }
  }
}

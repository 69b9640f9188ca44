import SQL
import Storage
import Synchronization

/// Something made of what the database holds, and brought up to date by the numbers of its changes before it is used.
final class Derived<Content: Sendable>: Sendable {
  private let state = Mutex(State.nothing)
  private let make: @Sendable (any Session) throws -> Content
  private let renew: @Sendable (inout Content, Set<String>, any Session) throws -> Void

  private enum State {
    case nothing
    /// Another thread makes it: that may take a while where there is much.
    case making
    /// The content, and the last change that it knows of.
    case kept(Content, Int)
  }

  /// With more changes than these it is quicker to begin anew.
  private static var most: Int { 2000 }

  /// - Parameters:
  ///   - make: makes it anew.
  ///   - renew: brings in whatever the changed subjects are now.
  init(
    make: @escaping @Sendable (any Session) throws -> Content,
    renew: @escaping @Sendable (inout Content, Set<String>, any Session) throws -> Void
  ) {
    (self.make, self.renew) = (make, renew)
  }

  /// The content as the database is now; nil while it is being made for the first time by someone else.
  func content(_ session: any Session) throws -> Content? {
    let latest = try session.changes.latest()
    let ready: Content?? = try state.withLock { state in
      switch state {
      case .making: return .some(nil)
      case .nothing: break
      case .kept(var content, let number):
        // Taken out while it changes, so that what is not shared is not copied.
        state = .nothing
        if try bring(&content, from: number, to: latest, session) {
          state = .kept(content, latest)
          return content
        }
      }
      state = .making
      return .none
    }
    if let ready { return ready }
    do {
      let made = try make(session)
      state.withLock { $0 = .kept(made, latest) }
      return made
    } catch {
      state.withLock { $0 = .nothing }
      throw error
    }
  }

  /// - Returns: false where it is to be made anew.
  private func bring(
    _ content: inout Content, from number: Int, to latest: Int, _ session: any Session
  ) throws -> Bool {
    if latest == number { return true }
    guard latest > number, latest - number <= Self.most, try session.changes.reachesBack(to: number) else {
      return false
    }
    try renew(&content, Set(session.changes.since(number, limit: Self.most).map(\.subject)), session)
    return true
  }
}

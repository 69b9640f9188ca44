import Addresses
import Cooperation
import Glibc
import HTTP
import SQL
import Storage
import Synchronization

extension Site {
  /// Says when something has happened in a room, and nothing else: what it was is read from the room's page.
  func followRoom(_ visit: Visit, _ id: Exchange.ID) throws -> any Answer {
    let (room, standing) = try room(id, visit)
    // 204 tells a browser not to ask again.
    guard case .running = room.exchange.stage, standing != .reader else { return Response(204) }
    let seen = visit.request.headers["last-event-id"].flatMap { Int($0) } ?? room.exchange.count
    let events = RoomEvents(of: id, after: seen, in: self)
    return Response(
      200, headers: [.init("Content-Type", "text/event-stream"), .init("Cache-Control", "no-store")],
      body: .events { events.next() })
  }
}

/// Waits for a journal to grow: at once where this process wrote, within a second where another did.
final class RoomEvents: Sendable {
  private let id: Exchange.ID
  private let site: Site
  private let state: Mutex<State>

  private struct State {
    var seen: Int
    var writes: UInt64
    var calls = 0
  }

  /// How many times `next` is answered before the browser has to ask again, and show that it still may: ten minutes.
  private static let most = 200
  /// How often it looks in one call, and how long it waits in between, in microseconds: three seconds in all.
  private static let looks = 30, pause: UInt32 = 100_000

  init(of id: Exchange.ID, after seen: Int, in site: Site) {
    (self.id, self.site) = (id, site)
    state = Mutex(State(seen: seen, writes: 0))
  }

  /// One small event where the journal grew; nothing where it did not for a while; nil when it is time to ask again.
  func next() -> [UInt8]? {
    let calls = state.withLock { state in
      state.calls += 1
      return state.calls
    }
    if calls == 1 { return Array("retry: 2000\n\n".utf8) }
    if calls > Self.most { return nil }
    for look in 0..<Self.looks {
      let writes = site.kept.writes
      let isDue = state.withLock { $0.writes != writes } || look % 10 == 0
      if isDue, let count = try? steps() {
        let isNew = state.withLock { state in
          state.writes = writes
          defer { state.seen = count }
          return state.seen != count
        }
        if isNew { return Array("id: \(count)\ndata: \(count)\n\n".utf8) }
      }
      usleep(Self.pause)
    }
    return []
  }

  private func steps() throws -> Int? { try site.database.read { session in try session.exchanges.steps(of: id) } }
}

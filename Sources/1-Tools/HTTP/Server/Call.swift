import CMicrohttpd
import Glibc
import Synchronization

/// One request under way, from its first line to the last byte of its answer. Only its connection's thread touches it.
final class Call {
  let number: UInt64
  let connection: Connection
  let began = Moment.microseconds
  /// Path and query as they came.
  let target: [UInt8]
  /// Where the target ended in the library's memory.
  let targetEnd: UnsafePointer<CChar>
  var verb = ""
  var request: Request?
  var upload: Upload?
  /// What the bytes that are being sent belong to.
  var held: Response.Cached?
  /// An answer that is being worked out on another thread.
  var late: Late?
  var status = 0
  /// Bytes of the body that go, or went, to the client.
  var sent = 0
  var ending = Server.Ending.cut

  init(_ number: UInt64, _ connection: Connection, target: UnsafePointer<CChar>) {
    (self.number, self.connection) = (number, connection)
    let bytes = UnsafeRawBufferPointer(start: target, count: strlen(target))
    self.target = Array(bytes)
    targetEnd = target + bytes.count
  }

  var access: Server.Access {
    let path = request?.path ?? String(decoding: target.prefix { $0 != UInt8(ascii: "?") }, as: UTF8.self)
    return Server.Access(
      number: number, verb: verb, path: path, status: status, bytes: sent,
      microseconds: Int(Moment.microseconds - began), client: request?.client ?? connection.client,
      agent: request?.headers["user-agent"] ?? "", ending: ending)
  }
}

/// An answer that comes later, from another thread.
final class Late: Sendable {
  private let pause: Pause
  private let answer = Mutex<Response?>(nil)

  init(_ pause: Pause) { self.pause = pause }

  /// Called by the daemon's thread; false where there is nothing to wait for.
  func wait() -> Bool { pause.begin() }

  var response: Response? { answer.withLock { $0 } }

  func give(_ response: Response) {
    answer.withLock { $0 = response }
    pause.end()
  }
}

import Glibc
import HTTP
import Synchronization

/// A server for one test, and what it logged.
final class TestServer: Sendable {
  let server: Server
  let log: AccessLog

  init(
    _ change: (inout Server.Settings) -> Void = { _ in }, answer: @escaping @Sendable (Request) -> Response
  ) throws {
    var settings = Server.Settings(port: 0)
    change(&settings)
    let log = AccessLog()
    self.log = log
    server = try Server(settings, answer: answer) { log.add($0) }
  }

  var client: HTTPClient { HTTPClient(of: self) }
}

final class AccessLog: Sendable {
  private let records = Mutex<[Server.Access]>([])
  func add(_ record: Server.Access) { records.withLock { $0.append(record) } }
  var all: [Server.Access] { records.withLock { $0 } }
}

/// Says what it was asked.
func echo(_ request: Request) -> Response {
  var said = "\(request.verb.rawValue) \(request.path) " + request.query.all.map { "\($0.name)=\($0.value)" }.joined()
  switch request.body {
  case .none: break
  case .bytes(let bytes): said += " " + String(decoding: bytes, as: UTF8.self)
  case .file(let path, let size): said += " file of \(size) at \(path)"
  }
  return Response(200, "text/plain", Array(said.utf8))
}

/// Whether it comes true within two seconds.
func soon(_ condition: () -> Bool) -> Bool {
  for _ in 0..<200 {
    if condition() { return true }
    usleep(10_000)
  }
  return condition()
}

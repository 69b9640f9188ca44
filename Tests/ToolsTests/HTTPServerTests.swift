import HTTP
import Synchronization
import Testing

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

  var client: HTTPClient { HTTPClient(port: server.port) }
}

final class AccessLog: Sendable {
  private let records = Mutex<[Server.Access]>([])
  func add(_ record: Server.Access) { records.withLock { $0.append(record) } }
  var all: [Server.Access] { records.withLock { $0 } }
}

private func echo(_ request: Request) -> Response {
  var said = "\(request.verb.rawValue) \(request.path) " + request.query.all.map { "\($0.name)=\($0.value)" }.joined()
  switch request.body {
  case .none: break
  case .bytes(let bytes): said += " " + String(decoding: bytes, as: UTF8.self)
  case .file(_, let size): said += " file of \(size)"
  }
  return Response(200, "text/plain", Array(said.utf8))
}

@Suite("The server") struct HTTPServerTests {
  @Test("answers one request after another on a connection")
  func keepsAlive() throws {
    let test = try TestServer(answer: echo)
    let client = test.client
    for number in 1...3 {
      let answer = try #require(client.ask("GET /needs/n%C3%A9d?a=\(number)%20+x").answer())
      #expect(answer.status == 200)
      #expect(answer.text == "GET /needs/néd a=\(number)  x")
      #expect(answer.fields["date"]?.hasSuffix("GMT") == true)
      #expect(answer.fields["server"] == nil)
    }
    #expect(test.server.connections == 1)
  }
}

import Glibc
import HTTP
import Testing

@Suite("A body in chunks") struct HTTPChunkTests {
  @Test(
    "is refused, and never half read, where its chunks cannot be told apart",
    arguments: [
      "zz\r\nab\r\n0\r\n\r\n", "-1\r\nab\r\n0\r\n\r\n", "2\r\nabc\r\n0\r\n\r\n", "FFFFFFFFFFFFFFFFF\r\nab\r\n0\r\n\r\n",
      "0x2\r\nab\r\n0\r\n\r\n", "\r\n\r\n",
    ])
  func bad(_ body: String) throws {
    let test = try TestServer(answer: echo)
    let client = test.client
    client.ask("POST /", "Transfer-Encoding: chunked").send(body)
    let status = client.answer()?.status
    #expect(status == nil || status == 400 || status == 413, "\(status ?? 0)")
    #expect(client.ask("GET /smuggled").answer() == nil)
    #expect(!test.log.all.contains { $0.status == 200 })
  }

  @Test("may have extensions and trailers, which are passed over")
  func extensions() throws {
    let client = try TestServer(answer: echo).client
    client.ask("POST /", "Transfer-Encoding: chunked").send("2;a=b\r\nab\r\n0\r\nX-A: b\r\n\r\n")
    #expect(client.answer()?.text == "POST /  ab")
    #expect(client.ask("GET /next").answer()?.text == "GET /next ")
  }

  @Test("that never ends is given up when the client falls silent")
  func silent() throws {
    let test = try TestServer({ $0.limits.idle = 1 }, answer: echo)
    let client = test.client
    client.ask("POST /", "Transfer-Encoding: chunked").send("5\r\nab")
    #expect(client.isClosed(within: 4000))
    #expect(soon { test.server.connections == 0 })
  }
}

@Suite("A server with many clients") struct HTTPCrowdTests {
  @Test("takes no more connections than it may, and takes them again when others leave")
  func connections() throws {
    let test = try TestServer({ $0.limits.connections = 4 }, answer: echo)
    var clients = (0..<4).map { _ in test.client }
    for client in clients { #expect(client.ask("GET /").answer()?.status == 200) }
    let late = test.client
    late.ask("GET /late")
    #expect(late.isClosed(within: 300) || test.server.connections <= 4)
    clients.removeLast(2)
    #expect(soon { test.server.connections <= 3 })
    #expect(soon { test.client.ask("GET /again").answer()?.status == 200 })
  }

  @Test("answers everything that it has taken when it is told to end in the middle of a crowd")
  func ends() throws {
    let test = try TestServer { request in
      usleep(20_000)
      return echo(request)
    }
    let clients = (0..<24).map { _ in test.client }
    for client in clients { client.ask("GET /a") }
    #expect(soon { test.server.connections == 24 })
    usleep(30_000)
    test.server.drain(within: 10)
    for client in clients { #expect(client.answer()?.status == 200) }
    #expect(test.server.connections == 0)
  }
}

import Glibc
import HTTP
import Streams
import Testing

@Suite("The server") struct HTTPServerTests {
  @Test("answers one request after another on a connection, and logs each without its query")
  func keepsAlive() throws {
    let test = try TestServer(answer: echo)
    let client = test.client
    for number in 1...3 {
      let answer = try #require(client.ask("GET /needs/n%C3%A9d?a=\(number)%20+x", "User-Agent: me").answer())
      #expect(answer.status == 200)
      #expect(answer.text == "GET /needs/néd a=\(number)  x")
      #expect(answer.fields["date"]?.hasSuffix("GMT") == true)
      #expect(answer.fields["server"] == nil)
    }
    #expect(test.server.connections == 1)
    #expect(soon { test.log.all.count == 3 })
    let log = test.log.all
    #expect(Set(log.map(\.number)).count == 3)
    for record in log {
      #expect(record.verb == "GET" && record.path == "/needs/néd" && record.status == 200 && record.bytes == 22)
      #expect(record.client == "127.0.0.1" && record.agent == "me" && record.ending == .sent)
    }
  }

  @Test("answers requests that were sent without waiting, in their order") func pipeline() throws {
    let test = try TestServer(answer: echo)
    let client = test.client
    let request = "GET /%d HTTP/1.1\r\nHost: a\r\nX-Long: \(String(repeating: "x", count: 3000))\r\n\r\n"
    client.send((1...20).map { request.split(separator: "%d").joined(separator: "\($0)") }.joined())
    for number in 1...20 { #expect(client.answer()?.text == "GET /\(number) ") }
  }

  @Test("takes a head that comes byte by byte, in up to a hundred fields") func dripped() throws {
    let test = try TestServer(answer: { Response(200, "text/plain", Array("\($0.headers.count)".utf8)) })
    let client = test.client
    let fields = (1...99).map { "X-\($0):\t\(String(repeating: "y", count: $0 * 2 % 120)) \r\n" }.joined()
    for byte in ("GET / HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n").utf8 { client.send([byte]) }
    #expect(client.answer()?.text == "100")
    #expect(client.ask("GET /").answer()?.text == "1")
    client.ask(
      "GET /?a=" + String(repeating: "b", count: 3900), "X-Long: " + String(repeating: "c", count: 7000),
      "Cookie: d=" + String(repeating: "e", count: 500))
    #expect(client.answer()?.text == "3")
  }

  @Test("answers HEAD with the head of the same GET, and nothing after it") func head() throws {
    let page = Array(String(repeating: "abc ", count: 1000).utf8)
    let test = try TestServer { request in
      request.path == "/stream" ? Response(200, body: .stream { try $0(page) }) : Response(200, "text/html", page)
    }
    let client = test.client
    for field in ["Accept: */*", "Accept-Encoding: gzip"] {
      let get = try #require(client.ask("GET /", field).answer())
      let head = try #require(client.ask("HEAD /", field).answer(toHead: true))
      #expect(head.status == get.status)
      #expect(head.fields.filter { $0.key != "date" } == get.fields.filter { $0.key != "date" })
    }
    #expect(client.ask("HEAD /stream").answer(toHead: true)?.status == 200)
    #expect(client.isClosed(within: 2000))
    #expect(client.take(1) == nil)
  }

  @Test("reads a body by its length and in chunks") func bodies() throws {
    let test = try TestServer(answer: echo)
    let client = test.client
    #expect(client.ask("POST /", "Content-Length: 5").send("a=b&c").answer()?.text == "POST /  a=b&c")
    client.ask("PUT /x", "Transfer-Encoding: chunked").send("3\r\nabc\r\n").send("a;x=y\r\n0123456789\r\n0\r\n\r\n")
    #expect(client.answer()?.text == "PUT /x  abc0123456789")
    #expect(client.ask("DELETE /x", "Content-Length: 0").answer()?.text == "DELETE /x ")
    #expect(client.ask("PATCH /x", "Content-Length: 1").send("a").answer()?.text == "PATCH /x  a")
  }

  @Test("says 100 to who asks before sending") func expect() throws {
    let client = try TestServer(answer: echo).client
    client.ask("POST /", "Content-Length: 3", "Expect: 100-continue")
    #expect(client.answer()?.status == 100)
    #expect(client.send("abc").answer()?.text == "POST /  abc")
  }

  @Test("keeps a large body in a file that goes away with the request") func spool() throws {
    let size = 2_500_000
    let test = try TestServer({ $0.isLarge = { $0.path == "/imports" && $0.verb == .post } }, answer: echo)
    let client = test.client
    client.ask("POST /imports", "Content-Length: \(size)").send([UInt8](repeating: 65, count: size))
    let said = try #require(client.answer()).text
    #expect(said.hasPrefix("POST /imports  file of 2500000 at /tmp/copolis-"))
    let path = String(said.split(separator: " ").last ?? "")
    #expect(soon { access(path, F_OK) != 0 })
    let refused = client.ask("POST /other", "Content-Length: \(size)").answer()
    #expect(refused?.status == 413)
  }

  @Test("believes a proxy on this machine about the client, when it is told to") func proxy() throws {
    let who: @Sendable (Request) -> Response = { Response(200, "text/plain", Array($0.client.utf8)) }
    let open = try TestServer({ $0.proxy = .onThisMachine }, answer: who)
    #expect(open.client.ask("GET /", "X-Forwarded-For: 6.6.6.6, 2001:db8::1").answer()?.text == "2001:db8::1")
    #expect(open.client.ask("GET /", "X-Forwarded-For: <script>").answer()?.text == "127.0.0.1")
    let closed = try TestServer(answer: who)
    #expect(closed.client.ask("GET /", "X-Forwarded-For: 6.6.6.6").answer()?.text == "127.0.0.1")
  }

  @Test("turns away a client with too many connections") func connectionsOfOne() throws {
    let test = try TestServer({ $0.limits.connectionsOfOneClient = 2 }, answer: echo)
    let (first, second) = (test.client, test.client)
    #expect(first.ask("GET /").answer() != nil && second.ask("GET /").answer() != nil)
    #expect(test.client.ask("GET /").answer() == nil)
    #expect(first.ask("GET /").answer() != nil)
  }

  @Test("says where it cannot listen") func taken() throws {
    let test = try TestServer(answer: echo)
    let error = try #require(throws: Server.CannotListen.self) {
      try Server(Server.Settings(port: test.server.port), answer: echo)
    }
    #expect(error.reason == "Address already in use")
    #expect(throws: Server.CannotListen.self) { try Server(Server.Settings(host: "no.such.invalid"), answer: echo) }
  }
}

@Suite("What the server sends") struct HTTPCompressionTests {
  private static let page = Array(String(repeating: "<p>Cities learn from each other.</p>", count: 100).utf8)
  private static let cached = Response.Cached(plain: page, gzipped: Gzip.compress(page))

  private static func answer(_ request: Request) -> Response {
    switch request.path {
    case "/cached":
      Response(200, headers: [.init("Content-Type", "text/html")], body: .cached(cached)).with("ETag", "\"v1\"")
    case "/page": Response(200, "text/html", page).with("ETag", "W/\"v1\"")
    case "/stream":
      Response(
        200, headers: [.init("Content-Type", "text/csv")],
        body: .stream { write in
          for start in stride(from: 0, to: page.count, by: 100) { try write(Array(page[start...].prefix(100))) }
        }
      ).with("etag", "\"v1\"")
    case "/small": Response(200, "text/html", Array(page.prefix(100)))
    case "/image": Response(200, "image/png", page)
    case "/split": Response(200, "text/html", page).with("X-A", "a\r\nSet-Cookie: b")
    default: Response(304).with("ETag", "\"v1\"")
    }
  }

  private func unzip(_ bytes: [UInt8]) throws -> [UInt8] {
    let source = ByteSource(bytes).inflated()
    var all: [UInt8] = []
    while let piece = try source.next() { all += piece }
    return all
  }

  @Test(
    "is compressed for a client that takes gzip, under a mark of its own",
    arguments: ["/cached", "/page", "/stream"])
  func gzip(_ path: String) throws {
    let client = try TestServer(answer: Self.answer).client
    for field in ["gzip, deflate, br", "br;q=1, *;q=0.1", "GZIP"] {
      let answer = try #require(client.ask("GET \(path)", "Accept-Encoding: \(field)").answer())
      #expect(answer.fields["content-encoding"] == "gzip")
      #expect(answer.fields["vary"] == "Accept-Encoding")
      #expect(answer.fields["etag"]?.hasSuffix("\"v1-gz\"") == true)
      #expect(answer.body.count < 500)
      #expect(try unzip(answer.body) == Self.page)
    }
    for field in ["identity", "gzip;q=0, *", "br"] {
      let answer = try #require(client.ask("GET \(path)", "Accept-Encoding: \(field)").answer())
      #expect(answer.fields["content-encoding"] == nil)
      #expect(answer.fields["vary"] == "Accept-Encoding")
      #expect(answer.fields["etag"]?.hasSuffix("\"v1\"") == true)
      #expect(answer.body == Self.page)
    }
  }

  @Test("is left as it is where it is short or no text", arguments: ["/small", "/image"]) func plain(_ path: String)
    throws
  {
    let answer = try #require(
      try TestServer(answer: Self.answer).client.ask("GET \(path)", "Accept-Encoding: gzip").answer())
    #expect(answer.fields["content-encoding"] == nil)
    #expect(answer.fields["vary"] == nil)
    #expect(answer.fields["content-length"] == "\(answer.body.count)")
  }

  @Test("has no body where nothing changed, and cannot be split by a value with a line break") func others() throws {
    let client = try TestServer(answer: Self.answer).client
    let same = try #require(client.ask("GET /same").answer())
    #expect(same.status == 304)
    #expect(same.fields["etag"] == "\"v1\"")
    #expect(client.ask("GET /small").answer()?.status == 200)
    let split = try #require(client.ask("GET /split").answer())
    #expect(split.status == 500 && split.fields["set-cookie"] == nil)
  }
}

import Glibc
import HTTP
import Testing

@Suite("A request that cannot be trusted") struct HTTPRefusalTests {
  struct Bad: Sendable, CustomTestStringConvertible {
    let what: String
    let request: String
    let status: Int
    var testDescription: String { what }

    init(_ what: String, _ request: String, _ status: Int) {
      (self.what, self.request, self.status) = (what, request, status)
    }

    static func fields(_ what: String, _ fields: String, _ status: Int = 400) -> Bad {
      Bad(what, "GET / HTTP/1.1\r\nHost: a\r\n\(fields)\r\n\r\n", status)
    }

    static func path(_ what: String, _ path: String, _ status: Int = 400) -> Bad {
      Bad(what, "GET \(path) HTTP/1.1\r\nHost: a\r\n\r\n", status)
    }
  }

  private static let heads: [Bad] = [
    .fields("two Hosts", "Host: a"),
    .fields("a Host that is none", "Host: a b"),
    .fields("two Content-Lengths", "Content-Length: 1\r\nContent-Length: 1\r\n\r\na"),
    .fields("length and coding", "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n"),
    .fields("an unknown coding", "Transfer-Encoding: xchunked", 501),
    .fields("two codings", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked", 501),
    .fields("a list of codings", "Transfer-Encoding: gzip, chunked", 501),
    .fields("an unknown expectation", "Expect: tea", 417),
    .fields("a blank before the colon", "X-A : b"),
    .fields("a name that is none", "X(A): b"),
    .fields("a control character", "X-A: b\u{1}c"),
    .fields("a delete character", "X-A: b\u{7F}c"),
    .fields("a NUL", "X-A: b\0c\r\nX-B: d"),
    .fields("a NUL in the last field", "X-A: b\r\nX-B: d\0e"),
    .fields("a NUL in a name", "X-A\0b: c\r\nX-B: d"),
    .fields("a field in two lines", "X-A: b\r\n c\r\nX-B: d"),
    .fields("a last field in two lines", "X-A: b\r\n\tc"),
    .fields("a lone carriage return", "X-A: b\rX-B: c"),
    .fields("a hundred and one fields", (1...100).map { "X-\($0): a" }.joined(separator: "\r\n"), 431),
    .fields("too long a field", "X-A: " + String(repeating: "b", count: 17_000), 431),
    .fields("far too long a field", "X-A: " + String(repeating: "b", count: 100_000), 431),
    Bad("an old request with a coding", "GET / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400),
    Bad("no Host", "GET / HTTP/1.1\r\nX-A: b\r\n\r\n", 400),
    Bad("an empty Host", "GET / HTTP/1.1\r\nHost:\r\n\r\n", 400),
    Bad("an unknown verb", "BREW / HTTP/1.1\r\nHost: a\r\n\r\n", 501),
    Bad("OPTIONS", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", 501),
    Bad("a length that is none", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1x\r\n\r\na", 400),
    Bad("a length with a sign", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: +1\r\n\r\na", 400),
    Bad("too large a body", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1048577\r\n\r\na", 413),
    Bad("far too large a body", "PATCH / HTTP/1.1\r\nHost: a\r\nContent-Length: 9223372036854775807\r\n\r\na", 413),
    Bad(
      "a body nobody asked for yet",
      "PUT / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2000000\r\n\r\n", 413),
  ]

  private static let paths: [Bad] = [
    .path("half a percent sign", "/a%2"), .path("a percent sign with other letters", "/%zz"),
    .path("a path that is not UTF-8", "/%ff"), .path("an overlong path", "/%c0%ae"),
    .path("dots", "/a/../b"), .path("escaped dots", "/a/%2e%2E/b"), .path("one dot", "/./a"),
    .path("last dots", "/a/.."),
    .path("two slashes", "/a//b"), .path("two slashes at first", "//a"), .path("an escaped slash", "/a%2Fb"),
    .path("a backslash", "/a\\b"), .path("an escaped NUL", "/a%00"), .path("an escaped line break", "/a%0d%0ab"),
    .path("a NUL", "/a\0b"), .path("a control character", "/a\u{2}"),
    .path("no slash", "a"), .path("another scheme", "ftp://a/b"), .path("a bad query", "/a?b=%f"),
    .path("a query that is not UTF-8", "/a?b=%ff"),
    .path("too long an address", "/" + String(repeating: "a", count: 9000), 414),
    .path("far too long an address", "/" + String(repeating: "a", count: 100_000), 414),
  ]

  @Test("is refused for its head, and its connection closed", arguments: heads) func head(_ bad: Bad) throws {
    try refused(bad)
  }

  @Test("is refused for its path, and its connection closed", arguments: paths) func path(_ bad: Bad) throws {
    try refused(bad)
  }

  private func refused(_ bad: Bad) throws {
    let test = try TestServer(answer: echo)
    let client = test.client
    let answer = client.send(bad.request).answer()
    #expect(answer?.status == bad.status)
    #expect(client.ask("GET /").answer() == nil)
    #expect(!test.log.all.contains { $0.status == 200 })
  }

  @Test("has its connection closed without a word where its first line has four words") func blank() throws {
    let client = try TestServer(answer: echo).client.send("GET /a b HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(client.isClosed(within: 2000))
  }

  @Test("is told why as a problem") func problem() throws {
    let test = try TestServer(answer: echo)
    let answer = try #require(test.client.ask("GET /a/../b").answer())
    #expect(answer.fields["content-type"] == "application/problem+json")
    #expect(answer.fields["connection"] == "close")
    #expect(answer.text.contains(#""type":"/problems/bad-path""#))
    #expect(answer.text.contains(#""detail":"It holds a segment of dots.""#))
    #expect(soon { test.log.all.count == 1 })
    #expect(test.log.all.first?.ending == .refused)
    #expect(test.log.all.first?.status == 400)
  }

  @Test("with a body in chunks is refused when it grows too large, and the client can read why")
  func grows() throws {
    let client = try TestServer(answer: echo).client
    client.ask("POST /", "Transfer-Encoding: chunked")
    let chunk = Array("40000\r\n".utf8) + [UInt8](repeating: 65, count: 0x40000) + [13, 10]
    for _ in 0..<12 { client.send(chunk) }
    #expect(client.answer()?.status == 413)
  }

  @Test("with a huge body is refused before it has come") func early() throws {
    let client = try TestServer(answer: echo).client
    client.ask("PUT /", "Content-Length: 100000000")
    for _ in 0..<16 { client.send([UInt8](repeating: 65, count: 0x40000)) }
    #expect(client.answer()?.status == 413)
  }

  @Test("of HTTP/1.0 needs no Host, and may say a whole address") func accepted() throws {
    let test = try TestServer(answer: echo)
    #expect(test.client.send("GET / HTTP/1.0\r\n\r\n").answer()?.status == 200)
    #expect(test.client.ask("GET http://a.example/b?c=d").answer()?.text == "GET /b c=d")
  }
}

@Suite("A slow client") struct HTTPSlowTests {
  @Test("is closed, whichever part of its request drips in, or if it falls silent or does not read")
  func slow() throws {
    let test = try TestServer({ settings in
      settings.limits.head = 1
      settings.limits.slow = 1
      settings.limits.idle = 2
    }) { request in
      request.path == "/large" ? Response(200, "image/png", [UInt8](repeating: 1, count: 20 << 20)) : echo(request)
    }
    let head = test.client.send("GET / HTTP/1.1\r\nHost: a\r\nX-")
    let (laterHead, laterLine, silent) = (test.client, test.client, test.client)
    for client in [laterHead, laterLine, silent] { #expect(client.ask("GET /").answer()?.status == 200) }
    laterHead.send("GET / HTTP/1.1\r\nHost: a\r\nX-")
    laterLine.send("GET /")
    let body = test.client.ask("POST /", "Content-Length: 1000")
    let reader = test.client.ask("GET /large")
    #expect(reader.take(1000) != nil)
    let dripping = [head, laterHead, laterLine, body]
    for _ in 0..<60 where test.server.connections > 0 {
      for client in dripping where !client.isClosed(within: 0) { client.send("a") }
      #expect(reader.take(1) != nil)
      usleep(100_000)
    }
    for client in dripping { #expect(client.answer()?.status == 408) }
    #expect(silent.isClosed(within: 0))
    #expect(test.server.connections == 0)
    #expect(test.log.all.contains { $0.path == "/large" && $0.ending == .cut })
  }
}

import Glibc
import HTTP
import Synchronization
import Testing

/// What the other side of a connection has noticed.
private final class Notes: Sendable {
  let pieces = Atomic<Int>(0)
  let ended = Atomic<Int>(0)
  let open = Atomic(false)

  func wait() {
    while !open.load(ordering: .relaxed) { usleep(1000) }
  }
}

private let piece = [UInt8](repeating: UInt8(ascii: "x"), count: 10_000)

@Suite("An answer written while it is sent") struct HTTPStreamTests {
  @Test("arrives whole, whatever its length, and the connection is used again") func whole() throws {
    let test = try TestServer { request in
      Response(
        200, headers: [.init("Content-Type", "text/csv")],
        body: .stream { write in
          for _ in 0..<(Int(request.query["n"] ?? "") ?? 0) { try write(piece) }
        })
    }
    let client = test.client
    for count in [0, 1, 3, 2000] {
      let answer = try #require(client.ask("GET /?n=\(count)").answer())
      #expect(answer.body.count == count * piece.count)
      #expect(answer.fields["transfer-encoding"] == "chunked")
    }
    #expect(soon { test.log.all.last?.bytes == 2000 * piece.count })
    #expect(client.send("GET /?n=2 HTTP/1.0\r\n\r\n").head()?.contains("chunked") == false)
    #expect(client.take(20_000)?.count == 20_000)
    #expect(client.isClosed(within: 1000))
  }

  @Test("waits for a client that reads slowly, and ends when it leaves") func slow() throws {
    let notes = Notes()
    let test = try TestServer { _ in
      Response(
        200,
        body: .stream { write in
          defer { notes.ended.store(1, ordering: .relaxed) }
          for _ in 0..<10_000 {
            try write(piece)
            notes.pieces.add(1, ordering: .relaxed)
          }
        })
    }
    do {
      let client = test.client.ask("GET /")
      #expect(client.head() != nil)
      usleep(300_000)
      #expect(notes.pieces.load(ordering: .relaxed) < 1500)
      #expect(notes.ended.load(ordering: .relaxed) == 0)
    }
    #expect(soon { notes.ended.load(ordering: .relaxed) == 1 })
    #expect(soon { test.log.all.first?.ending == .cut })
    #expect(soon { test.server.connections == 0 })
  }

  @Test("is cut, and not ended, where it cannot be finished") func broken() throws {
    let test = try TestServer { _ in
      Response(
        200,
        body: .stream { write in
          try write(piece)
          throw ClientLeft()
        })
    }
    #expect(test.client.ask("GET /").answer() == nil)
    #expect(soon { test.log.all.first?.ending == .cut })
  }

  @Test("is put off where too many are written at once") func many() throws {
    let notes = Notes()
    let test = try TestServer({ $0.limits.streams = 1 }) { _ in
      Response(
        200,
        body: .stream { write in
          try write(piece)
          notes.wait()
        })
    }
    let first = test.client.ask("GET /")
    #expect(soon { test.server.connections == 1 })
    usleep(50_000)
    let second = try #require(test.client.ask("GET /").answer())
    #expect(second.status == 503)
    #expect(second.fields["retry-after"] != nil)
    notes.open.store(true, ordering: .relaxed)
    #expect(first.answer()?.body.count == piece.count)
  }

  @Test("tells events as they happen, and notices that nobody listens any more") func events() throws {
    let notes = Notes()
    let test = try TestServer({ $0.threads = 1 }) { _ in
      Response(
        200, headers: [.init("Content-Type", "text/event-stream")],
        body: .events {
          let number = notes.pieces.wrappingAdd(1, ordering: .relaxed).newValue
          if number <= 2 { return Array("data: \(number)\n\n".utf8) }
          usleep(20_000)
          return notes.open.load(ordering: .relaxed) ? nil : []
        })
    }
    let one = test.client.ask("GET /")
    #expect(one.head()?.contains("text/event-stream") == true)
    #expect(one.chunk()?.hasPrefix("data: 1\n\n") == true)
    #expect(soon { test.server.connections == 1 })
    do { #expect(test.client.ask("GET /").head() != nil) }
    #expect(soon { test.server.connections == 1 })
    notes.open.store(true, ordering: .relaxed)
    #expect(test.client.ask("GET /").answer() != nil)
    #expect(soon { test.log.all.filter { $0.ending == .cut }.count == 1 })
  }
}

@Suite("An answer that comes later") struct HTTPLaterTests {
  @Test("holds up nobody else, and may itself be of any kind") func later() throws {
    let notes = Notes()
    let test = try TestServer({ $0.threads = 1 }) { request in
      guard request.path == "/slow" else { return echo(request) }
      return Response(
        200,
        body: .later {
          notes.wait()
          return Response(200, body: .later { Response(201, body: .stream { try $0(piece) }) })
        })
    }
    let (slow, quick) = (test.client.ask("GET /slow"), test.client)
    for _ in 0..<3 { #expect(quick.ask("GET /").answer()?.status == 200) }
    notes.open.store(true, ordering: .relaxed)
    let answer = try #require(slow.answer())
    #expect(answer.status == 201 && answer.body == piece)
    #expect(slow.ask("GET /a").answer()?.text == "GET /a ")
  }

  @Test("is dropped when nobody waits for it") func left() throws {
    let notes = Notes()
    let test = try TestServer { request in
      guard request.path == "/slow" else { return echo(request) }
      return Response(
        200,
        body: .later {
          notes.wait()
          notes.ended.add(1, ordering: .relaxed)
          return Response(200)
        })
    }
    do { for _ in 0..<3 { test.client.ask("GET /slow") } }
    #expect(soon { test.log.all.filter { $0.ending == .cut }.count == 3 })
    #expect(soon { test.server.connections == 0 })
    notes.open.store(true, ordering: .relaxed)
    #expect(soon { notes.ended.load(ordering: .relaxed) == 3 })
    #expect(test.client.ask("GET /").answer()?.status == 200)
  }
}

@Suite("A server that ends") struct HTTPDrainTests {
  private func server(_ notes: Notes) throws -> TestServer {
    try TestServer { request in
      switch request.path {
      case "/later":
        Response(
          200,
          body: .later {
            notes.wait()
            return Response(200, "text/plain", [65])
          })
      case "/stream":
        Response(
          200,
          body: .stream { write in
            try write(piece)
            notes.wait()
            try write(piece)
          })
      default: echo(request)
      }
    }
  }

  @Test("finishes what is under way, closes what is idle and takes nothing new") func graceful() throws {
    let notes = Notes()
    let test = try server(notes)
    let (idle, unused, later, stream) = (test.client, test.client, test.client, test.client)
    #expect(idle.ask("GET /").answer()?.status == 200)
    later.ask("GET /later")
    #expect(stream.ask("GET /stream").head() != nil)
    usleep(50_000)
    let drained = Notes()
    let server = test.server
    startThread {
      server.drain(within: 5)
      drained.ended.store(1, ordering: .relaxed)
    }
    #expect(idle.isClosed(within: 1000))
    #expect(unused.isClosed(within: 1000))
    #expect(test.client.ask("GET /").answer() == nil)
    #expect(drained.ended.load(ordering: .relaxed) == 0)
    notes.open.store(true, ordering: .relaxed)
    let answer = later.answer()
    #expect(answer?.text == "A")
    #expect(answer?.fields["connection"] == "close")
    #expect(stream.chunk() != nil)
    #expect(soon { drained.ended.load(ordering: .relaxed) == 1 })
    #expect(test.server.connections == 0)
  }

  @Test("does not wait for ever, and leaves nothing behind") func forced() throws {
    let notes = Notes()
    let test = try server(notes)
    let clients = (0..<4).map { test.client.ask($0 % 2 == 0 ? "GET /later" : "GET /stream") }
    #expect(soon { test.server.connections == 4 })
    usleep(50_000)
    test.server.drain(within: 0)
    for client in clients { #expect(client.isClosed(within: 1000)) }
    #expect(test.server.connections == 0)
    #expect(test.log.all.filter { $0.ending == .cut }.count == 4)
    test.server.drain(within: 0)
    notes.open.store(true, ordering: .relaxed)
    usleep(50_000)
  }
}

private final class Job: Sendable {
  let body: @Sendable () -> Void
  init(_ body: @escaping @Sendable () -> Void) { self.body = body }
}

private func startThread(_ body: @escaping @Sendable () -> Void) {
  var thread = pthread_t()
  pthread_create(
    &thread, nil,
    { context in
      context.map { Unmanaged<Job>.fromOpaque($0).takeRetainedValue().body() }
      return nil
    }, Unmanaged.passRetained(Job(body)).toOpaque())
  pthread_detach(thread)
}

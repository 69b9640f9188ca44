import CMicrohttpd
import Glibc
import Synchronization

extension Service {
  /// Gives an answer to the library.
  func send(_ response: Response, for call: Call, on connection: OpaquePointer) -> MHD_Result {
    switch response.body {
    case .later(let work): return later(work, for: call, on: connection)
    case .stream(let write) where response.isText:
      let zips = call.request?.acceptsGzip ?? false
      return stream(response, for: call, on: connection, zips ? .zipped : .plain) { pipe in
        guard zips else { return try write(pipe.write) }
        let gzip = GzipStream()
        try write { try pipe.write(gzip.take($0)) }
        try pipe.write(gzip.finish())
      }
    case .stream(let write):
      return stream(response, for: call, on: connection, .fixed) { pipe in try write(pipe.write) }
    case .events(let next):
      return stream(response, for: call, on: connection, .fixed, waitingFor: 1) { pipe in
        while !pipe.isLeft, let event = next() { try pipe.write(event) }
      }
    case .none, .bytes, .cached: return whole(response, for: call, on: connection)
    }
  }

  private func whole(_ response: Response, for call: Call, on connection: OpaquePointer) -> MHD_Result {
    if case .cached(let cached) = response.body, !isDraining.load(ordering: .relaxed) {
      let form = Packed.Form(of: cached, acceptsGzip: call.request?.acceptsGzip ?? false)
      if let answer = cached.prepared.answer(form, response.headers, cached[form]) {
        (call.held, call.status) = (cached, response.status)
        if call.request?.verb != .head { call.sent = cached[form].count }
        return MHD_queue_response(connection, UInt32(response.status), answer)
      }
    }
    let body = Packed(response, acceptsGzip: call.request?.acceptsGzip ?? false, compressors)
    guard let answer = body.answer else { return .NO }
    if call.request?.verb != .head { call.sent = body.size }
    return queue(answer, response, body.form, for: call, on: connection)
  }

  private func later(
    _ work: @escaping @Sendable () -> Response, for call: Call, on connection: OpaquePointer
  ) -> MHD_Result {
    let late = Late(Pause(connection, call.connection, among: pauses))
    call.late = late
    guard late.wait() else { return .NO }
    if !workers.run({ late.give(work().now) }) { late.give(Service.busy) }
    return .YES
  }

  private func stream(
    _ response: Response, for call: Call, on connection: OpaquePointer, _ form: Packed.Form,
    waitingFor least: Int = 16 << 10, _ write: @escaping @Sendable (Pipe) throws -> Void
  ) -> MHD_Result {
    let pipe = Pipe(Pause(connection, call.connection, among: pauses), waitingFor: least)
    let isHead = call.request?.verb == .head
    guard isHead || run(write, into: pipe) else { return send(Service.busy, for: call, on: connection) }
    let flow = Unmanaged.passRetained(Flow(pipe, call))
    guard
      let answer = MHD_create_response_from_callback(
        UInt64.max, 32 << 10, readPiece, flow.toOpaque(), leavePipe)
    else {
      pipe.leave()
      flow.release()
      return .NO
    }
    if isHead { copolis_mhd_end_by_closing(answer) }
    return queue(answer, response, form, for: call, on: connection)
  }

  /// Runs `write` on a thread of its own; false where there are too many already.
  private func run(_ write: @escaping @Sendable (Pipe) throws -> Void, into pipe: Pipe) -> Bool {
    guard streams.wrappingAdd(1, ordering: .relaxed).newValue <= settings.limits.streams,
      Thread.start({ [self] in
        do {
          try write(pipe)
          pipe.finish(.whole)
        } catch {
          pipe.finish(.broken)
        }
        streams.wrappingSubtract(1, ordering: .relaxed)
      })
    else {
      streams.wrappingSubtract(1, ordering: .relaxed)
      return false
    }
    return true
  }

  private func queue(
    _ answer: OpaquePointer, _ response: Response, _ form: Packed.Form, for call: Call, on connection: OpaquePointer
  ) -> MHD_Result {
    defer { MHD_destroy_response(answer) }
    guard response.headers.written(to: answer, form) else {
      return refuse(Problem("bad-header", 500, "The answer could not be written."), to: call)
    }
    if isDraining.load(ordering: .relaxed) { MHD_add_response_header(answer, "Connection", "close") }
    call.status = response.status
    return MHD_queue_response(connection, UInt32(response.status), answer)
  }

  private static let busy = Response(
    503, headers: [Response.Header("Retry-After", "5"), Response.Header("Content-Type", "application/problem+json")],
    body: Problem("busy", 503, "Too much is being worked on at once.").response.body)
}

extension Response {
  /// The answer itself, where it was to come later.
  fileprivate var now: Response {
    var response = self
    while case .later(let work) = response.body { response = work() }
    return response
  }
}

/// An answer on its way from a pipe to a connection.
private final class Flow {
  let pipe: Pipe
  let call: Call
  init(_ pipe: Pipe, _ call: Call) { (self.pipe, self.call) = (pipe, call) }
}

private func readPiece(
  _ context: UnsafeMutableRawPointer?, _ place: UInt64, _ room: UnsafeMutablePointer<CChar>?, _ size: Int
) -> Int {
  guard let context else { return -2 }
  let flow = Unmanaged<Flow>.fromOpaque(context).takeUnretainedValue()
  switch flow.pipe.read(into: UnsafeMutableRawBufferPointer(start: room, count: size)) {
  case .bytes(let count):
    flow.call.sent += count
    return count
  case .end(.whole): return -1
  case .end(.broken): return -2
  }
}

private func leavePipe(_ context: UnsafeMutableRawPointer?) {
  guard let context else { return }
  Unmanaged<Flow>.fromOpaque(context).takeRetainedValue().pipe.leave()
}

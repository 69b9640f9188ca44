import CMicrohttpd
import Glibc
import Synchronization

/// What the callbacks of a daemon need, and do.
final class Service: Sendable {
  let settings: Server.Settings
  let watch: Watch
  let pauses = Pauses()
  let workers: Workers
  let compressors = Compressors()
  let streams = Atomic<Int>(0)
  let isDraining = Atomic(false)
  private let answer: @Sendable (Request) -> Response
  private let log: @Sendable (Server.Access) -> Void
  private let numbers = Atomic<UInt64>(0)
  /// Whether the library leaves header fields where they were read.
  private let keepsOrder = String(cString: MHD_get_version()).hasPrefix("0.9.7")

  init(
    _ settings: Server.Settings, answer: @escaping @Sendable (Request) -> Response,
    log: @escaping @Sendable (Server.Access) -> Void
  ) {
    (self.settings, self.answer, self.log) = (settings, answer, log)
    watch = Watch(settings.limits, pauses)
    workers = Workers(settings.workers)
  }

  /// The first line of a request has come.
  func begin(_ target: UnsafePointer<CChar>, on connection: Connection) -> Call {
    let clock = connection.now
    if clock.stage != .head { connection.enter(.head) }
    return Call(numbers.wrappingAdd(1, ordering: .relaxed).newValue, connection, target: target)
  }

  /// The head has come.
  ///
  /// - Throws: what is wrong with it.
  func readHead(
    of call: Call, _ verb: UnsafePointer<CChar>, _ version: UnsafePointer<CChar>, from connection: OpaquePointer
  ) throws(Problem) {
    call.verb = String(cString: verb)
    guard call.target.count <= settings.limits.targetBytes else {
      throw Problem("target-too-long", 414, "The address is too long.")
    }
    if keepsOrder, version - call.targetEnd != 1 { throw Problem("bad-path", 400, "The path holds a NUL or a blank.") }
    var head = Head(settings.limits, keepsOrder: keepsOrder)
    withUnsafeMutablePointer(to: &head) { head in
      _ = MHD_get_connection_values_n(connection, .HEADER_KIND, takeField, head)
    }
    try head.check(version: version)
    guard let verb = Request.Verb(rawValue: call.verb) else {
      throw Problem("unknown-verb", 501, "There is no such verb here.")
    }
    let target = try Target(call.target)
    let request = Request(
      verb, target.path, query: target.query, headers: head.headers, client: client(of: call, head.headers),
      number: call.number)
    call.request = request
    try expect(head.length(), of: call, request)
  }

  private func expect(_ length: Int?, of call: Call, _ request: Request) throws(Problem) {
    call.connection.enter(.body)
    guard length != nil || request.headers.contains("transfer-encoding") else { return }
    let limits = settings.limits
    let most = length == 0 ? 0 : settings.isLarge(request) ? limits.largeBody : limits.body
    if let length, length > most { throw Upload.tooLarge(most) }
    call.upload = Upload(most: most, inMemory: limits.body, folder: settings.spool)
  }

  /// A part of the body has come.
  func take(_ piece: UnsafeRawBufferPointer, for call: Call) throws(Problem) {
    call.connection.receive(piece.count)
    try call.upload?.take(piece)
  }

  /// All has come, or an answer that was to come later has.
  func respond(to call: Call, on connection: OpaquePointer) -> MHD_Result {
    if let late = call.late {
      if let response = late.response { return send(response, for: call, on: connection) }
      return late.wait() ? .YES : .NO
    }
    guard var request = call.request else { return .NO }
    call.connection.enter(.answer)
    if let upload = call.upload { request.body = upload.body }
    return send(answer(request), for: call, on: connection)
  }

  /// Answers past the library, and closes the connection.
  func refuse(_ problem: Problem, to call: Call) -> MHD_Result {
    call.status = problem.status
    call.ending = .refused
    call.connection.lingers = true
    call.connection.send(problem.refusal(withBody: call.verb != "HEAD"))
    return .NO
  }

  func end(_ call: Call, whole: Bool) {
    if whole { call.ending = .sent }
    // The library refused it before it was a request.
    if whole, call.status == 0 { (call.status, call.ending) = (400, .refused) }
    call.connection.enter(.idle)
    log(call.access)
  }

  private func client(of call: Call, _ headers: Headers) -> String {
    guard case .onThisMachine = settings.proxy, call.connection.isLocal,
      let last = headers.values("x-forwarded-for").last?.split(separator: ",").last
    else { return call.connection.client }
    let address = last.drop { $0 == " " }.prefix { $0 != " " }
    let isAddress = address.utf8.count <= 45 && address.allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." }
    return isAddress && !address.isEmpty ? String(address) : call.connection.client
  }
}

private func takeField(
  _ head: UnsafeMutableRawPointer?, _ kind: MHD_ValueKind, _ name: UnsafePointer<CChar>?, _ nameSize: Int,
  _ value: UnsafePointer<CChar>?, _ valueSize: Int
) -> MHD_Result {
  guard let head = head?.assumingMemoryBound(to: Head.self), let name else { return .NO }
  let taken = name.withMemoryRebound(to: UInt8.self, capacity: nameSize) { name in
    let name = UnsafeBufferPointer(start: name, count: nameSize)
    guard let value else { return head.pointee.take(name, UnsafeBufferPointer(start: nil, count: 0)) }
    return value.withMemoryRebound(to: UInt8.self, capacity: valueSize) { value in
      head.pointee.take(name, UnsafeBufferPointer(start: value, count: valueSize))
    }
  }
  return taken ? .YES : .NO
}

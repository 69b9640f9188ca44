import Glibc
import HTTP

/// A client that says exactly what it is told to, byte for byte, and waits five seconds at most for anything.
final class HTTPClient {
  let socket: Int32
  private let test: TestServer
  private var unread: [UInt8] = []

  init(of test: TestServer) {
    self.test = test
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var patience = timeval(tv_sec: 5, tv_usec: 0)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = test.server.port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    withUnsafePointer(to: &address) { address in
      _ = address.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
  }

  deinit { close(socket) }

  @discardableResult
  func send(_ text: String) -> HTTPClient { send(Array(text.utf8)) }

  @discardableResult
  func send(_ bytes: [UInt8]) -> HTTPClient {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      if count <= 0 { break }
      sent += count
    }
    return self
  }

  /// Sends a head with a Host, made of these lines.
  @discardableResult
  func ask(_ first: String, _ fields: String...) -> HTTPClient {
    send(([first + " HTTP/1.1", "Host: a"] + fields).joined(separator: "\r\n") + "\r\n\r\n")
  }

  struct Answer {
    var status: Int
    var fields: [String: String]
    var body: [UInt8]
    var text: String { String(decoding: body, as: UTF8.self) }
  }

  /// The next answer; nil where the connection was closed before it was whole.
  func answer(toHead isHead: Bool = false) -> Answer? {
    guard let head = line(before: [13, 10, 13, 10]) else { return nil }
    let lines = String(decoding: head, as: UTF8.self).split(separator: "\r\n")
    guard let first = lines.first?.split(separator: " "), first.count > 1, let status = Int(first[1]) else {
      return nil
    }
    var fields: [String: String] = [:]
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      fields[parts[0].lowercased(), default: ""] += parts[1].drop { $0 == " " }
    }
    var answer = Answer(status: status, fields: fields, body: [])
    if isHead || status == 304 || status < 200 { return answer }
    if fields["transfer-encoding"] == "chunked" {
      while let size = line(before: [13, 10]), let count = Int(String(decoding: size, as: UTF8.self), radix: 16) {
        guard let chunk = take(count), take(2) != nil else { return nil }
        if count == 0 { return answer }
        answer.body += chunk
      }
      return nil
    }
    guard let body = take(fields["content-length"].flatMap { Int($0) } ?? 0) else { return nil }
    answer.body = body
    return answer
  }

  /// One chunk of a streamed body, after its head was read with `head`.
  func chunk() -> String? {
    guard let size = line(before: [13, 10]), let count = Int(String(decoding: size, as: UTF8.self), radix: 16),
      let chunk = take(count), take(2) != nil
    else { return nil }
    return String(decoding: chunk, as: UTF8.self)
  }

  func head() -> String? { line(before: [13, 10, 13, 10]).map { String(decoding: $0, as: UTF8.self) } }

  /// Whether the server closes the connection within so many milliseconds; what it says before is kept.
  func isClosed(within milliseconds: Int32) -> Bool {
    var poll = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
    while Glibc.poll(&poll, 1, milliseconds) > 0 { guard more() else { return true } }
    return false
  }

  /// Everything up to `end`, without it.
  private func line(before end: [UInt8]) -> [UInt8]? {
    while true {
      if unread.count >= end.count {
        for place in 0...(unread.count - end.count) where unread[place..<place + end.count].elementsEqual(end) {
          let line = Array(unread[..<place])
          unread.removeFirst(place + end.count)
          return line
        }
      }
      guard more() else { return nil }
    }
  }

  /// So many bytes, whatever they are.
  func take(_ count: Int) -> [UInt8]? {
    while unread.count < count { guard more() else { return nil } }
    let bytes = Array(unread[..<count])
    unread.removeFirst(count)
    return bytes
  }

  private func more() -> Bool {
    var room = [UInt8](repeating: 0, count: 65_536)
    errno = 0
    let count = recv(socket, &room, room.count, 0)
    if count > 0 { unread += room[..<count] }
    return count > 0
  }
}

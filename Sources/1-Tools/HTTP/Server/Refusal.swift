import CMicrohttpd
import Glibc

extension Problem {
  /// An answer in bytes, after which the connection is closed.
  ///
  /// What cannot be trusted to be a request is answered past the library, which takes no answer while a body comes, and
  /// would read to the end of one that we refuse.
  func refusal(withBody: Bool) -> [UInt8] {
    guard case .bytes(let body) = response.body else { return [] }
    let head = """
      HTTP/1.1 \(status) \(Problem.reason(status))\r
      Date: \(HTTPDate.text(Int(time(nil))))\r
      Connection: close\r
      Content-Type: application/problem+json\r
      Content-Length: \(body.count)\r
      \r

      """
    return Array(head.utf8) + (withBody ? body : [])
  }

  private static func reason(_ status: Int) -> String {
    switch status {
    case 408: "Request Timeout"
    case 413: "Content Too Large"
    case 414: "URI Too Long"
    case 417: "Expectation Failed"
    case 431: "Request Header Fields Too Large"
    case 501: "Not Implemented"
    case 503: "Service Unavailable"
    default: "Bad Request"
    }
  }
}

extension Connection {
  /// Sends what fits at once; a client that has left room for no answer gets none.
  func send(_ bytes: [UInt8]) { Glibc.send(socket, bytes, bytes.count, Int32(MSG_DONTWAIT | MSG_NOSIGNAL)) }
}

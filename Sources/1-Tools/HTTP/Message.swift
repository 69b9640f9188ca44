/// What someone asks of the server.
package struct Request: Sendable {
  package enum Verb: String, Sendable, CaseIterable {
    case get = "GET", head = "HEAD", post = "POST", put = "PUT", patch = "PATCH", delete = "DELETE"
  }

  package var verb: Verb
  /// Decoded from percent signs, without the query: `/needs/ned_01j8…`.
  package var path: String
  package var query: Fields
  package var headers: Headers
  package var body: Body
  /// Who is at the other end, as the socket says, or the nearest proxy that we trust says.
  package var client: String
  /// A number for logs and for people to quote, unlike any other of this process.
  package var number: UInt64

  package init(
    _ verb: Verb, _ path: String, query: Fields = [:], headers: Headers = [:], body: Body = .none,
    client: String = "127.0.0.1", number: UInt64 = 0
  ) {
    (self.verb, self.path, self.query, self.headers) = (verb, path, query, headers)
    (self.body, self.client, self.number) = (body, client, number)
  }

  /// What came after the head.
  package enum Body: Sendable {
    case none
    case bytes([UInt8])
    /// A large body, kept in a file that goes away with the request.
    case file(path: String, size: Int)
  }
}

/// Named values in the order they came: a query, a form, the fields of a JSON object. A name may come more than once.
package struct Fields: Sendable, Equatable, ExpressibleByDictionaryLiteral {
  package private(set) var all: [Field]

  package init(_ all: [Field] = []) { self.all = all }
  package init(dictionaryLiteral fields: (String, String)...) { all = fields.map { Field($0.0, $0.1) } }

  package subscript(_ name: String) -> String? { all.first { $0.name == name }?.value }
  package func values(_ name: String) -> [String] { all.filter { $0.name == name }.map(\.value) }

  package struct Field: Sendable, Equatable {
    package let name: String
    package let value: String
    package init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }
  }
}

/// What the server says to it.
package struct Response: Sendable {
  package var status: Int
  package var headers: [Header]
  package var body: Body

  package init(_ status: Int, headers: [Header] = [], body: Body = .none) {
    (self.status, self.headers, self.body) = (status, headers, body)
  }

  package init(_ status: Int, _ type: String, _ bytes: [UInt8]) {
    self.init(status, headers: [Header("Content-Type", type)], body: .bytes(bytes))
  }

  package struct Header: Sendable, Equatable {
    package let name: String
    package let value: String
    package init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }
  }

  /// What goes after the head.
  package enum Body: Sendable {
    case none
    case bytes([UInt8])
    /// The same content in plain and gzip form, made once and shared by every answer that sends it.
    case cached(Cached)
    /// Written piece by piece while it is sent, on a thread of its own; memory does not grow with its length.
    ///
    /// `write` waits while the client reads slowly, and throws `ClientLeft` when it is gone. Whatever is thrown cuts
    /// the answer.
    case stream(@Sendable (_ write: (_ piece: [UInt8]) throws -> Void) throws -> Void)
    /// Events sent as they happen (`text/event-stream`), until the client leaves or `next` returns nil.
    ///
    /// `next` is called on a thread of its own and may wait, but is to return something every few seconds, if only an
    /// empty array or a comment: it is not called again once the client has left.
    case events(next: @Sendable () -> [UInt8]?)
    /// Slow work (a password to check, a PDF to print), done on a thread that no other connection needs.
    case later(@Sendable () -> Response)
  }

  /// Bytes kept for many answers.
  package final class Cached: Sendable {
    package let plain: [UInt8]
    package let gzipped: [UInt8]
    let prepared = Prepared()

    package init(plain: [UInt8], gzipped: [UInt8]) { (self.plain, self.gzipped) = (plain, gzipped) }
  }
}

extension Response {
  /// Sends the browser elsewhere after a change (303).
  package static func seeOther(_ path: String) -> Response {
    Response(303, headers: [Header("Location", path)])
  }

  package subscript(header name: String) -> String? {
    headers.first { header in
      header.name.utf8.count == name.utf8.count
        && zip(header.name.utf8, name.utf8).allSatisfy { $0 == $1 || ($0 ^ $1 == 0x20 && 0x61...0x7A ~= $0 | 0x20) }
    }?.value
  }
}

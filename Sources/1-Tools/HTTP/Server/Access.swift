extension Server {
  /// One request and what came of it, for the log.
  package struct Access: Sendable {
    package let number: UInt64
    /// As it came, known or not.
    package let verb: String
    /// Without the query, in which there may be secrets.
    package let path: String
    /// 0 where the client left before there was an answer.
    package let status: Int
    /// Of the body that was sent.
    package let bytes: Int
    /// From the request's first line to the answer's last byte.
    package let microseconds: Int
    package let client: String
    /// What the client calls itself; empty where it does not say.
    package let agent: String
    package let ending: Ending
  }

  /// How a request ended.
  package enum Ending: Sendable, Equatable {
    case sent
    /// The client left, or was too slow, or the server stopped.
    case cut
    /// The head or the body was not to be had; the connection was closed.
    case refused
  }
}

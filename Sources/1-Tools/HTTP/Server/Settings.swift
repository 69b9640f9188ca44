extension Server {
  /// Where a server listens, and how much it takes.
  package struct Settings: Sendable {
    /// An address of this machine, in numbers or by name.
    package var host = "127.0.0.1"
    /// 0 for any that is free.
    package var port: UInt16 = 8080
    /// Threads that read requests and answer them.
    package var threads = 2
    /// Threads for answers that come later.
    package var workers = 4
    package var limits = Limits()
    /// Whether a request, of which only the head has come, may have a large body.
    package var isLarge: @Sendable (Request) -> Bool = { _ in false }
    /// The folder for bodies that are too large for memory.
    package var spool = "/tmp"
    package var proxy = Proxy.none

    package init(host: String = "127.0.0.1", port: UInt16 = 8080) { (self.host, self.port) = (host, port) }
  }

  /// What stands in front of the server.
  package enum Proxy: Sendable {
    case none
    /// A proxy on this machine, whose `X-Forwarded-For` is believed. Nobody else's is. The limit of connections for one
    /// client does not hold then, because all come from the proxy.
    case onThisMachine
  }

  /// How much a client may ask of the server, and how slowly.
  package struct Limits: Sendable {
    /// Of all header fields together, in bytes.
    package var headerBytes = 8 << 10
    package var headers = 100
    /// Of path and query, in bytes.
    package var targetBytes = 4 << 10
    /// In bytes.
    package var body = 1 << 20
    /// Of a request that may have a large body, in bytes; what is larger than `body` is kept in a file.
    package var largeBody = 50 << 20
    package var connections = 1000
    package var connectionsOfOneClient = 64
    /// Answers written on threads of their own at one time.
    package var streams = 128
    /// How long a connection may be silent, in seconds.
    package var idle = 30
    /// How long a head may take to arrive, in seconds.
    package var head = 10
    /// How long a body or an answer may be slower than `rate`, in seconds.
    package var slow = 10
    /// Bytes a second, on average from the first.
    package var rate = 1024

    package init() {}
  }
}

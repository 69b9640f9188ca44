import CMicrohttpd
import Glibc

extension Server {
  /// Why a server cannot listen where it should.
  package struct CannotListen: Error, CustomStringConvertible {
    package let host: String
    package let port: UInt16
    /// As the system says it: `Address already in use`.
    package let reason: String

    package var description: String { "Cannot listen on \(host), port \(port): \(reason)" }
  }

  /// A socket that listens there, and its port.
  static func listen(_ host: String, _ port: UInt16) throws(CannotListen) -> (socket: Int32, port: UInt16) {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    hints.ai_flags = AI_PASSIVE
    var found: UnsafeMutablePointer<addrinfo>?
    let result = getaddrinfo(host, String(port), &hints, &found)
    guard result == 0, let address = found?.pointee else {
      throw CannotListen(host: host, port: port, reason: String(cString: gai_strerror(result)))
    }
    defer { freeaddrinfo(found) }
    let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
    let socket = Glibc.socket(address.ai_family, type, 0)
    var yes: Int32 = 1
    setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, 4)
    guard bind(socket, address.ai_addr, address.ai_addrlen) == 0, Glibc.listen(socket, 1024) == 0 else {
      let reason = String(cString: strerror(errno))
      close(socket)
      throw CannotListen(host: host, port: port, reason: reason)
    }
    return (socket, Server.port(of: socket))
  }

  /// Lets the process have so many files and connections open, as far as the system allows.
  static func makeRoom(for count: Int) {
    var limit = rlimit()
    let files = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    guard getrlimit(files, &limit) == 0, limit.rlim_cur < UInt(count) else { return }
    limit.rlim_cur = min(UInt(count), limit.rlim_max)
    setrlimit(files, &limit)
  }

  private static func port(of socket: Int32) -> UInt16 {
    // The port stands at the same place in both kinds of address.
    var address = sockaddr_in6()
    var size = socklen_t(MemoryLayout<sockaddr_in6>.size)
    withUnsafeMutablePointer(to: &address) { address in
      _ = address.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(socket, $0, &size) }
    }
    return UInt16(bigEndian: address.sin6_port)
  }
}

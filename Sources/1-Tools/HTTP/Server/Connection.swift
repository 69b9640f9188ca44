import CMicrohttpd
import Glibc
import Synchronization

/// A client's connection, as the threads that serve it and the one that watches over time see it.
final class Connection: Sendable {
  let socket: Int32
  /// The address at the other end, without port.
  let client: String
  let isLocal: Bool
  private let clock: Atomic<UInt64>
  private let bodyBytes = Atomic<Int>(0)
  private let isRefused = Atomic(false)

  init(socket: Int32, address: UnsafePointer<sockaddr>?) {
    self.socket = socket
    client = Connection.text(of: address)
    isLocal = client == "127.0.0.1" || client == "::1" || client.hasPrefix("127.")
    clock = Atomic(Clock(stage: .head, since: Moment.now).packed)
  }

  /// What the connection is at, and since when in milliseconds.
  var now: Clock { Clock(packed: clock.load(ordering: .relaxed)) }

  func enter(_ stage: Stage, at moment: UInt64 = Moment.now) {
    if stage == .body { bodyBytes.store(0, ordering: .relaxed) }
    clock.store(Clock(stage: stage, since: moment).packed, ordering: .relaxed)
  }

  /// Enters `stage` unless the connection has moved on from `clock` meanwhile.
  func enter(_ stage: Stage, from clock: Clock, at moment: UInt64) {
    _ = self.clock.compareExchange(
      expected: clock.packed, desired: Clock(stage: stage, since: moment).packed, ordering: .relaxed)
  }

  /// Notes that so much of a body has come.
  func receive(_ count: Int) { bodyBytes.wrappingAdd(count, ordering: .relaxed) }

  /// Bytes of the body that have come so far.
  var received: Int { bodyBytes.load(ordering: .relaxed) }

  /// Whether what the client still sends is to be read and thrown away, so that it can read our refusal.
  var lingers: Bool {
    get { isRefused.load(ordering: .relaxed) }
    set { isRefused.store(newValue, ordering: .relaxed) }
  }

  /// The stages of a connection, over and over.
  enum Stage: UInt64 {
    case idle, head, body, answer
    /// Waits for us, not for the client.
    case paused
  }

  struct Clock: Equatable {
    let stage: Stage
    let since: UInt64

    init(stage: Stage, since: UInt64) { (self.stage, self.since) = (stage, since) }
    init(packed: UInt64) { self.init(stage: Stage(rawValue: packed >> 56) ?? .idle, since: packed & (1 << 56 - 1)) }
    var packed: UInt64 { stage.rawValue << 56 | since }
  }
}

extension Connection {
  /// What has gone over a connection, in bytes, as the kernel counts it.
  struct Traffic {
    /// Sent by the client.
    let received: UInt64
    /// Sent by us, and acknowledged.
    let taken: UInt64
    /// Sent by us, and not acknowledged or not even under way; packets under way count as one byte each.
    let waiting: UInt32
  }

  /// Nil where the kernel does not count.
  var traffic: Traffic? {
    // struct tcp_info of the kernel: tcpi_unacked at 24, tcpi_bytes_acked 120, tcpi_bytes_received 128, notsent 144.
    withUnsafeTemporaryAllocation(byteCount: 152, alignment: 8) { info in
      var size = socklen_t(info.count)
      let tcpInfo: Int32 = 11
      guard getsockopt(socket, Int32(IPPROTO_TCP), tcpInfo, info.baseAddress, &size) == 0, size >= 148 else {
        return nil
      }
      return Traffic(
        received: info.load(fromByteOffset: 128, as: UInt64.self),
        taken: info.load(fromByteOffset: 120, as: UInt64.self),
        waiting: info.load(fromByteOffset: 24, as: UInt32.self) + info.load(fromByteOffset: 144, as: UInt32.self))
    }
  }

  /// Whether nothing has come yet.
  var isUnused: Bool { now.stage == .head && traffic?.received == 0 }

  /// Whether the client has closed its end or is gone.
  var isLeft: Bool {
    var poll = pollfd(fd: socket, events: Int16(0x2000), revents: 0)  // POLLRDHUP, which Glibc hides.
    return Glibc.poll(&poll, 1, 0) > 0
  }

  private static func text(of address: UnsafePointer<sockaddr>?) -> String {
    guard let address else { return "" }
    let size = address.pointee.sa_family == AF_INET6 ? MemoryLayout<sockaddr_in6>.size : MemoryLayout<sockaddr_in>.size
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { text in
      guard getnameinfo(address, socklen_t(size), text.baseAddress, 64, nil, 0, NI_NUMERICHOST) == 0,
        let start = text.baseAddress
      else { return "" }
      let name = String(cString: start)
      return name.hasPrefix("::ffff:") ? String(name.dropFirst(7)) : name
    }
  }
}

/// Time that only goes forward, for measuring how long things take.
enum Moment {
  /// Milliseconds since the machine started.
  static var now: UInt64 { microseconds / 1000 }

  static var microseconds: UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000 + UInt64(time.tv_nsec) / 1000
  }
}

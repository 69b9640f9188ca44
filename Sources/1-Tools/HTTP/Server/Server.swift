import CMicrohttpd
import Glibc
import Synchronization

/// A server of HTTP/1.1, over libmicrohttpd.
///
/// It runs from the moment it is made. `answer` is called on the server's own threads, several at a time, and holds up
/// the connections of its thread while it runs: what takes long is answered with `.later`.
///
/// What cannot be trusted to be a request never reaches `answer`; it is refused with a problem, and its connection is
/// closed. The library itself refuses, with a page of its own, heads far too large for it, missing Hosts, lengths that
/// are no numbers and unknown versions (400, 413, 414, 431, 505), and closes without a word where the first line has
/// more than three words.
package final class Server: Sendable {
  /// The port that it listens on.
  package let port: UInt16
  private let listener: Int32
  private let service: Service
  private let daemon: Mutex<OpaquePointer?>

  /// - Parameters:
  ///   - answer: what is said to a request.
  ///   - log: told of every request when it is over, on the server's threads.
  /// - Throws: `CannotListen`.
  package init(
    _ settings: Settings, answer: @escaping @Sendable (Request) -> Response,
    log: @escaping @Sendable (Access) -> Void = { _ in }
  ) throws {
    signal(SIGPIPE, SIG_IGN)
    Server.makeRoom(for: settings.limits.connections + 512)
    (listener, port) = try Server.listen(settings.host, settings.port)
    service = Service(settings, answer: answer, log: log)
    nonisolated(unsafe) let started = Server.start(service, listener)
    daemon = Mutex(started)
    guard started != nil else {
      service.stop()
      close(listener)
      throw CannotListen(host: settings.host, port: settings.port, reason: "The HTTP library does not start.")
    }
  }

  deinit { drain(within: 0) }

  /// Connections that are open now.
  package var connections: Int { service.watch.count }

  /// Takes no more connections, finishes what is under way within `seconds`, and ends.
  ///
  /// An `answer` that does not return is waited for, as there is no way to stop it.
  package func drain(within seconds: Int) {
    guard let daemon = daemon.withLock({ $0.take() }) else { return }
    shutdown(MHD_quiesce_daemon(daemon), Int32(SHUT_RDWR))
    service.isDraining.store(true, ordering: .relaxed)
    let end = Moment.now + UInt64(seconds) * 1000
    while service.watch.count > 0, Moment.now < end {
      service.watch.closeIdle()
      usleep(10_000)
    }
    service.pauses.close()
    MHD_stop_daemon(daemon)
    close(listener)
    service.stop()
  }

  private static func start(_ service: Service, _ listener: Int32) -> OpaquePointer? {
    let limits = service.settings.limits
    var settings = copolis_mhd_settings()
    settings.listener = listener
    settings.threads = UInt32(service.settings.threads)
    settings.connections = UInt32(limits.connections)
    if case .none = service.settings.proxy {
      settings.connections_of_one_client = UInt32(limits.connectionsOfOneClient)
    }
    settings.idle_seconds = UInt32(limits.idle)
    // Room for the longest head and for that of the answer. The library clears all of it for every request.
    settings.memory_of_one_connection = 20 << 10
    // The daemon's threads end in `drain`, before the service goes.
    settings.context = Unmanaged.passUnretained(service).toOpaque()
    settings.request = requestCame
    settings.completed = requestCompleted
    settings.connection = connectionChanged
    settings.target = targetCame
    settings.unescape = leaveAsItIs
    return copolis_mhd_start(settings)
  }
}

extension Service {
  func stop() {
    watch.stop()
    workers.close()
  }
}

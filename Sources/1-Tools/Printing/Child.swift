import Glibc

/// A command at work, given bytes and giving bytes, and ended with everything it began when its time is over.
final class Child {
  private let process: pid_t
  /// Its standard input and output, in one socket: writing to a socket whose reader is gone raises no signal.
  private let talk: Int32
  private let complaints: Int32
  private var isOver = false

  /// - Throws: `.unavailable` where there is no such command.
  init(_ command: String, _ arguments: [String], environment: [String]) throws(PrintingError) {
    let (talk, itsTalk) = try Self.sockets()
    let (complaints, itsComplaints) = try Self.sockets()
    defer {
      close(itsTalk)
      close(itsComplaints)
    }
    do {
      process = try Self.begin([command] + arguments, environment, itsTalk, itsComplaints)
    } catch {
      close(talk)
      close(complaints)
      throw error
    }
    (self.talk, self.complaints) = (talk, complaints)
  }

  deinit {
    close(talk)
    close(complaints)
    if !isOver { end() }
  }

  /// Gives it `bytes`, takes all that it answers and waits for its end.
  ///
  /// - Throws: `.tooSlow`, `.tooLarge`, or `.failed` with what it complained of last.
  func finish(giving bytes: [UInt8], within patience: Duration) throws(PrintingError) -> [UInt8] {
    let deadline = ContinuousClock.now + patience
    var (answer, words) = ([UInt8](), [UInt8]())
    var given = 0
    var (isTalking, isComplaining) = (true, true)
    if bytes.isEmpty { shutdown(talk, Int32(SHUT_WR)) }
    while isTalking || isComplaining {
      let wish = given < bytes.count ? POLLIN | POLLOUT : POLLIN
      var waiting = [
        pollfd(fd: isTalking ? talk : -1, events: Int16(wish), revents: 0),
        pollfd(fd: isComplaining ? complaints : -1, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&waiting, 2, try Self.milliseconds(to: deadline)) > 0 else { continue }
      if waiting[0].revents & Int16(POLLOUT) != 0 { give(bytes, &given) }
      if waiting[0].revents & ~Int16(POLLOUT) != 0 { isTalking = take(from: talk, &answer) }
      if waiting[1].revents != 0 { isComplaining = take(from: complaints, &words) }
      guard answer.count <= PagePrinter.longest, words.count <= 1_000_000 else { throw .tooLarge }
    }
    guard try status(by: deadline) == 0 else {
      let last = String(decoding: words, as: UTF8.self).split(separator: "\n").last ?? "It ended without a word."
      throw .failed(String(last.prefix(300)))
    }
    return answer
  }

  private func give(_ bytes: [UInt8], _ given: inout Int) {
    let sent = bytes[given...].withUnsafeBytes { send(talk, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
    if sent > 0 { given += sent }
    // Whoever does not read on will not; what it answers tells why.
    if sent < 0 && errno != EAGAIN && errno != EINTR { given = bytes.count }
    if given == bytes.count { shutdown(talk, Int32(SHUT_WR)) }
  }

  /// False at the end.
  private func take(from socket: Int32, _ bytes: inout [UInt8]) -> Bool {
    let piece = [UInt8](unsafeUninitializedCapacity: 65_536) { room, count in
      count = max(0, recv(socket, room.baseAddress, room.count, 0))
    }
    bytes += piece
    return !piece.isEmpty
  }

  private func status(by deadline: ContinuousClock.Instant) throws(PrintingError) -> Int32 {
    var status: Int32 = 0
    while true {
      let ended = waitpid(process, &status, WNOHANG)
      if ended != 0 {
        isOver = true
        return ended == process ? status : 0
      }
      _ = poll(nil, 0, min(5, try Self.milliseconds(to: deadline)))
    }
  }

  private func end() {
    kill(-process, SIGKILL)
    kill(process, SIGKILL)
    waitpid(process, nil, 0)
  }

  private static func milliseconds(to deadline: ContinuousClock.Instant) throws(PrintingError) -> Int32 {
    let left = deadline - .now
    guard left > .zero else { throw .tooSlow }
    return Int32(min(1_000, left.components.seconds * 1_000 + left.components.attoseconds / 1_000_000_000_000_000 + 1))
  }

  /// Two ends of one line, ours never blocking, neither of them inherited by accident.
  private static func sockets() throws(PrintingError) -> (ours: Int32, its: Int32) {
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw .failed(String(cString: strerror(errno))) }
    _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
    return (ends[0], ends[1])
  }

  /// Begins a process in a group of its own, with few of our variables and none of our files.
  private static func begin(
    _ words: [String], _ environment: [String], _ talk: Int32, _ complaints: Int32
  ) throws(PrintingError) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    for (from, to): (Int32, Int32) in [(talk, 0), (talk, 1), (complaints, 2)] {
      posix_spawn_file_actions_adddup2(&actions, from, to)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    let inherited = ["PATH", "HOME", "LANG", "LC_ALL", "XDG_CACHE_HOME", "TMPDIR"].compactMap { (name: String) in
      getenv(name).map { "\(name)=\(String(cString: $0))" }
    }
    var process = pid_t()
    let failure = withPointers(words) { pointers in
      withPointers(inherited + environment) { environment in
        posix_spawnp(&process, words[0], &actions, &attributes, pointers, environment)
      }
    }
    guard failure == 0 else { throw failure == ENOENT ? .unavailable : .failed(String(cString: strerror(failure))) }
    return process
  }

  /// The texts as C takes a list of them.
  private static func withPointers<Result>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let pointers = texts.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers + [nil])
  }
}

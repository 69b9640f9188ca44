import Cooperation
import Glibc
import HTTP
import SQL
import Storage
import Web

extension CommandLineFace {
  static let serve = Command(
    "serve", "Serves the site and the API until it is told to stop.",
    options: [
      .init("--host", "ADDRESS", "where to listen; 127.0.0.1 unless said"),
      .init("--port", "NUMBER", "8080 unless said; 0 for any that is free"),
      .init("--workers", "NUMBER", "threads for slow work; 4 unless said"),
      .init("--threads", "NUMBER", "threads that answer; one for each processor unless said"),
      .init("--fresh", nil, "write every page anew, keeping none (for measuring)"),
      .init("--behind-proxy", nil, "believe a proxy on this machine about who the client is"),
    ], example: "copolis serve --port 8080"
  ) { arguments, console in
    let surroundings = Surroundings(console)
    var settings = Server.Settings()
    settings.host = arguments["--host"] ?? "127.0.0.1"
    settings.port = try arguments.number("--port", in: 0...65535).map { UInt16($0) } ?? surroundings.port ?? 8080
    settings.workers = try arguments.number("--workers", in: 1...64) ?? 4
    settings.threads = try arguments.number("--threads", in: 1...64) ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    if arguments.has("--behind-proxy") { settings.proxy = .onThisMachine }
    settings.isLarge = Site.isLarge
    var site = Site.Settings()
    site.keepsPages = !arguments.has("--fresh")
    return try serve(settings, site, surroundings, console)
  }

  private static func serve(
    _ settings: Server.Settings, _ site: Site.Settings, _ surroundings: Surroundings, _ console: Console
  ) throws -> Exit {
    // Before any thread begins, so that every thread leaves these to the one that waits for them.
    let signals = Signals()
    guard let presence = try Presence(beside: surroundings.database, to: .serve) else {
      console.say("\(surroundings.database) is being restored. Start again when that is done.")
      return .refused
    }
    defer { withExtendedLifetime(presence) {} }
    let database = try surroundings.open()
    try migrate(database, at: Surroundings.now())
    let log = try RequestLog(file: surroundings.logFile)
    var site = site
    site.base = surroundings.base ?? "http://\(settings.host):\(settings.port)"
    site.indexFolder = surroundings.indexFolder
    let meter = Meter()
    let served = try Site(database: database, settings: site, meter: meter, failed: log.write, clock: Surroundings.now)
    let server = try Server(settings, answer: served.respond) { access in
      meter.count(status: access.status, microseconds: access.microseconds, bytes: access.bytes)
      log.write(access)
    }
    served.begin()
    console.say("Copolis serves on http://\(settings.host):\(server.port)")
    while signals.wait() == SIGHUP { log.reopen() }
    console.say("Stopping: what is under way is finished first.")
    server.drain(within: 10)
    served.end()
    database.close()
    return .done
  }
}

/// The signals that the process answers to.
struct Signals {
  private var set = sigset_t()

  /// Keeps the signals from every thread that begins after this.
  init() {
    sigemptyset(&set)
    for signal in [SIGTERM, SIGINT, SIGHUP] { sigaddset(&set, signal) }
    pthread_sigmask(SIG_BLOCK, &set, nil)
  }

  /// Waits for the next of them, and gives it back.
  func wait() -> Int32 {
    var set = set
    var signal: Int32 = 0
    while sigwait(&set, &signal) != 0 {}
    return signal
  }
}

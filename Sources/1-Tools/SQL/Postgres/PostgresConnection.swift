import CPostgres

/// One connection to a server, with what it has prepared there.
///
/// The pool lends it to one thread at a time, which is why what is marked unsafe below is safe.
final class PostgresConnection: Connection {
  /// Whether a transaction begins at once, or after all others that asked to queue.
  enum Turn { case atOnce, queued }

  nonisolated(unsafe) let handle: OpaquePointer
  nonisolated(unsafe) var prepared = Recent<PreparedKey, Prepared>(bound: 256)
  /// How many statements and cursors it has named so far.
  nonisolated(unsafe) var named = 0
  /// Whether what it has prepared no longer fits the tables.
  nonisolated(unsafe) private var isOutdated = false

  init(_ url: String) throws(DatabaseError) {
    handle = try Self.connected(url)
    try settle()
  }

  deinit { PQfinish(handle) }

  var isUsable: Bool {
    !isOutdated && PQstatus(handle) == CONNECTION_OK && PQtransactionStatus(handle) == PQTRANS_IDLE
  }

  /// A name for a statement or a cursor that no other has here.
  func name() -> String {
    named += 1
    return "n\(named)"
  }

  /// What stands before the address can be said otherwise in it.
  private static func connected(_ url: String) throws(DatabaseError) -> OpaquePointer {
    let settings = [
      ("connect_timeout", "10"), ("client_encoding", "UTF8"), ("fallback_application_name", "copolis"), ("dbname", url),
    ]
    let keys = CTexts(settings.map { .text($0.0) })
    let values = CTexts(settings.map { .text($0.1) })
    let made = keys.withPointers { keys in values.withPointers { values in PQconnectdbParams(keys, values, 1) } }
    guard let made else { throw DatabaseError("out of memory", .lost) }
    guard PQstatus(made) == CONNECTION_OK else {
      let words = String(cString: PQerrorMessage(made))
      PQfinish(made)
      throw DatabaseError(words, .lost)
    }
    return made
  }

  private func settle() throws(DatabaseError) {
    PQsetNoticeReceiver(handle, { _, _ in }, nil)
    guard PQparameterStatus(handle, "server_encoding").map({ String(cString: $0) }) == "UTF8" else {
      throw DatabaseError("the database is not in UTF-8")
    }
    try command(
      """
      SET standard_conforming_strings = on; SET TimeZone = 'UTC'; SET DateStyle = 'ISO'; SET extra_float_digits = 1;
      SET client_min_messages = warning; SET lock_timeout = '30s'; SET cursor_tuple_fraction = 1
      """)
  }
}

extension PostgresConnection {
  func transaction<Result>(_ turn: Turn, _ body: (any Session) throws -> Result) throws -> Result {
    let begin = "BEGIN ISOLATION LEVEL SERIALIZABLE"
    guard turn == .queued else { return try during(begin, body) }
    // Taken before the transaction begins, so that it sees what those before it in the queue have done.
    try first("SELECT pg_advisory_lock\(Self.queue)")
    defer { try? command("SELECT pg_advisory_unlock\(Self.queue)") }
    return try during(begin, body)
  }

  func during<Result>(_ begin: String, _ body: (any Session) throws -> Result) throws -> Result {
    try first(begin)
    let session = PostgresSession(self)
    do {
      let result = try body(session)
      try session.end()
      try command("COMMIT")
      return result
    } catch {
      try? session.end()
      if let error = error as? DatabaseError, error.isOutdatedPlan { isOutdated = true }
      if PQtransactionStatus(handle) != PQTRANS_IDLE { try? command("ROLLBACK") }
      throw error
    }
  }

  /// Runs SQL with nothing bound.
  func ask(_ text: String) throws(DatabaseError) -> Answer { try answer(PQexec(handle, text), to: text) }

  /// Runs SQL with nothing bound, for its effect.
  func command(_ text: String) throws(DatabaseError) { _ = try ask(text) }

  /// Where those wait that got in each other's way: one queue to a schema.
  private static var queue: String { "(67797, hashtext(coalesce(current_schema(), '')))" }

  /// The first command of a loan: nothing is lost yet where the server has gone away since, so try a new connection.
  private func first(_ text: String) throws(DatabaseError) {
    do {
      try command(text)
    } catch {
      guard PQstatus(handle) != CONNECTION_OK else { throw error }
      PQreset(handle)
      prepared.removeAll()
      guard PQstatus(handle) == CONNECTION_OK else { throw error }
      try settle()
      try command(text)
    }
  }
}

import CPostgres

extension PostgresConnection {
  /// The server's answer to `what`.
  ///
  /// - Throws: its own words where it says no or says nothing, and the SQL that it failed on; never the values.
  func answer(_ result: OpaquePointer?, to what: @autoclosure () -> String) throws(DatabaseError) -> Answer {
    guard let result else { throw DatabaseError(String(cString: PQerrorMessage(handle)), .lost) }
    switch PQresultStatus(result) {
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: return Answer(result)
    default: break
    }
    defer { PQclear(result) }
    let code = Self.field("C", of: result) ?? ""
    let words = Self.field("M", of: result) ?? String(cString: PQresultErrorMessage(result))
    let isLost = PQstatus(handle) != CONNECTION_OK
    throw DatabaseError("\(words) in: \(what())", isLost ? .lost : DatabaseError.reason(of: code), code: code)
  }

  /// One part of what went wrong, by libpq's letter for it.
  private static func field(_ letter: Unicode.Scalar, of result: OpaquePointer) -> String? {
    PQresultErrorField(result, Int32(letter.value)).map { String(cString: $0) }
  }
}

// SQLSTATEs: PostgreSQL's documentation, appendix A.
extension DatabaseError {
  /// Whether another transaction got in its way, and it would be worth its while to try again.
  var isConflict: Bool { code == "40001" || code == "40P01" || isOutdatedPlan }

  /// Whether a table has changed since a statement was prepared, as when another process has just migrated.
  var isOutdatedPlan: Bool { code == "0A000" && description.hasPrefix("cached plan") }

  fileprivate static func reason(of code: String) -> Reason {
    switch code {
    case "23505": .duplicate
    case "40001", "40P01", "55P03", "57014", "53300": .busy
    case "53100", "58030": .full
    case "57P01", "57P02", "57P03": .lost
    default:
      switch code.prefix(2) {
      case "22", "23": .constraint
      case "08": .lost
      default: .other
      }
    }
  }
}

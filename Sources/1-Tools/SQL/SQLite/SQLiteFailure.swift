import CSQLite

extension SQLiteConnection {
  /// - Throws: what SQLite says of `what`, where `code` is not its OK.
  func check(_ code: Int32, _ what: String) throws(DatabaseError) {
    guard code == SQLITE_OK else { throw failure(code, what) }
  }

  /// SQLite's own words for its last failure, and the SQL that it failed on; never the values.
  func failure(_ code: Int32, _ what: String) -> DatabaseError {
    let words = String(cString: sqlite3_errmsg(handle))
    return DatabaseError("\(words) in: \(what)", Self.reason(of: code, role), code: "\(code)")
  }

  /// What an extended result code means to a caller.
  static func reason(of code: Int32, _ role: Role) -> DatabaseError.Reason {
    switch code & 0xff {
    case SQLITE_CONSTRAINT: isDuplicate(code) ? .duplicate : .constraint
    case SQLITE_TOOBIG, SQLITE_MISMATCH: .constraint
    case SQLITE_BUSY, SQLITE_LOCKED: .busy
    case SQLITE_FULL, SQLITE_IOERR: .full
    // A reader that writes is a mistake of ours, and no disk's.
    case SQLITE_READONLY: role == .writer ? .full : .other
    default: .other
    }
  }

  /// SQLITE_CONSTRAINT_PRIMARYKEY, _UNIQUE and _ROWID, which C computes and Swift does not import.
  private static func isDuplicate(_ code: Int32) -> Bool {
    [6, 8, 10].contains { code == SQLITE_CONSTRAINT | $0 << 8 }
  }
}

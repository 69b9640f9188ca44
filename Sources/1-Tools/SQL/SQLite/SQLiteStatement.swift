import CSQLite

/// A prepared statement, and where its values go.
final class SQLiteStatement {
  let handle: OpaquePointer
  /// Whether someone stands in its rows.
  var isTaken = false
  /// SQLite counts `$1`, `$2`, … by where they first appear; here is the place of each by its number.
  private let places: [Int32]
  /// Whether each number up to the last has a place.
  private let isWhole: Bool
  /// Whether something long was bound, whose memory is not to be held till the next time.
  private var holdsMuch = false

  init(_ handle: OpaquePointer) {
    self.handle = handle
    let count = sqlite3_bind_parameter_count(handle)
    places = count == 0 ? [] : (1...count).map { sqlite3_bind_parameter_index(handle, "$\($0)") }
    isWhole = !places.contains(0)
  }

  deinit { sqlite3_finalize(handle) }

  /// - Throws: `DatabaseError` where there are not as many values as places, or one cannot be kept.
  func bind(_ values: [Value]) throws(DatabaseError) {
    guard values.count == places.count, isWhole else {
      throw DatabaseError("\(values.count) values for \(places.count) places")
    }
    for number in values.indices {
      try values[number].checked()
      guard bind(values[number], places[number]) == SQLITE_OK else {
        throw DatabaseError("a value is too long", .constraint)
      }
    }
  }

  private func bind(_ value: Value, _ place: Int32) -> Int32 {
    switch value {
    case .null: return sqlite3_bind_null(handle, place)
    case .integer(let number): return sqlite3_bind_int64(handle, place, number)
    case .double(let number): return sqlite3_bind_double(handle, place, number)
    case .text(var text):
      return text.withUTF8 { bytes in
        if bytes.count > 512 { holdsMuch = true }
        return bytes.withMemoryRebound(to: CChar.self) { bytes in
          // An empty text has no address, and would else be bound as null.
          let start = bytes.baseAddress.map { UnsafePointer($0) } ?? Self.empty
          return sqlite3_bind_text64(handle, place, start, UInt64(bytes.count), copied, UInt8(SQLITE_UTF8))
        }
      }
    }
  }

  /// Ready for its next use; holds nothing long of this one.
  func release() {
    sqlite3_reset(handle)
    if holdsMuch {
      sqlite3_clear_bindings(handle)
      holdsMuch = false
    }
    isTaken = false
  }
}

/// The columns of the row that a statement stands on.
struct SQLiteColumns {
  let statement: OpaquePointer

  func utf8(_ column: Int) -> UnsafeBufferPointer<UInt8>? {
    guard let bytes = sqlite3_column_text(statement, Int32(column)) else { return nil }
    return UnsafeBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(statement, Int32(column))))
  }

  func integer(_ column: Int) -> Int64? {
    let number = sqlite3_column_int64(statement, Int32(column))
    // What is null reads as 0.
    return number == 0 && isNull(column) ? nil : number
  }

  func double(_ column: Int) -> Double? {
    isNull(column) ? nil : sqlite3_column_double(statement, Int32(column))
  }

  private func isNull(_ column: Int) -> Bool { sqlite3_column_type(statement, Int32(column)) == SQLITE_NULL }
}

extension SQLiteStatement {
  private static var empty: UnsafePointer<CChar>? {
    let empty: StaticString = ""
    return UnsafeRawPointer(empty.utf8Start).assumingMemoryBound(to: CChar.self)
  }

  /// SQLITE_TRANSIENT, which C writes as a pointer to -1: SQLite makes its own copy before the call returns.
  private var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
}

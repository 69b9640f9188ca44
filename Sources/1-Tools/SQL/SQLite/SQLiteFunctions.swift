import CSQLite

/// What PostgreSQL has and SQLite lacks or knows for ASCII alone, so that one SQL text serves both.
extension SQLiteConnection {
  func defineFunctions() -> Int32 {
    let codes = [
      define("lower", 1) { context, _, values in answerCased(context, values, lower: true) },
      define("upper", 1) { context, _, values in answerCased(context, values, lower: false) },
      define("greatest", -1) { context, count, values in answerExtreme(context, count, values, sign: 1) },
      define("least", -1) { context, count, values in answerExtreme(context, count, values, sign: -1) },
      sqlite3_create_function_v2(
        handle, "string_agg", 2, Self.flags, nil, nil,
        { context, _, values in addText(context, values) }, { context in answerTexts(context) }, nil),
    ]
    return codes.first { $0 != SQLITE_OK } ?? SQLITE_OK
  }

  /// The same answer to the same question, and harmless: they may stand in indexes and checks.
  private static var flags: Int32 { SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS }

  private typealias Answer = @convention(c) (OpaquePointer?, Int32, UnsafeMutablePointer<OpaquePointer?>?) -> Void

  private func define(_ name: String, _ count: Int32, _ answer: Answer) -> Int32 {
    sqlite3_create_function_v2(handle, name, count, Self.flags, nil, answer, nil, nil, nil)
  }
}

private typealias Values = UnsafeMutablePointer<OpaquePointer?>

private func text(_ value: OpaquePointer?) -> String? {
  guard let bytes = sqlite3_value_text(value) else { return nil }
  let count = Int(sqlite3_value_bytes(value))
  return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
}

private func answer(_ context: OpaquePointer?, _ text: String) {
  let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  sqlite3_result_text64(context, text, UInt64(text.utf8.count), copied, UInt8(SQLITE_UTF8))
}

private func answerCased(_ context: OpaquePointer?, _ values: Values?, lower: Bool) {
  guard let text = text(values?[0]) else { return sqlite3_result_null(context) }
  answer(context, lower ? text.lowercased() : text.uppercased())
}

/// The largest (`sign` 1) or smallest (-1) of the values that are not null; null where all are.
private func answerExtreme(_ context: OpaquePointer?, _ count: Int32, _ values: Values?, sign: Int) {
  var best: OpaquePointer?
  for place in 0..<Int(count) {
    guard let value = values?[place], sqlite3_value_type(value) != SQLITE_NULL else { continue }
    if let earlier = best, order(value, earlier) * sign <= 0 { continue }
    best = value
  }
  if let best { sqlite3_result_value(context, best) } else { sqlite3_result_null(context) }
}

/// Below 0 where `a` comes first, as SQLite orders: numbers before texts, texts by their bytes.
private func order(_ a: OpaquePointer, _ b: OpaquePointer) -> Int {
  switch (sqlite3_value_type(a) == SQLITE_TEXT, sqlite3_value_type(b) == SQLITE_TEXT) {
  case (true, true): inBytes(text(a) ?? "", text(b) ?? "")
  case (true, false): 1
  case (false, true): -1
  case (false, false):
    if sqlite3_value_type(a) == SQLITE_INTEGER, sqlite3_value_type(b) == SQLITE_INTEGER {
      compared(sqlite3_value_int64(a), sqlite3_value_int64(b))
    } else {
      compared(sqlite3_value_double(a), sqlite3_value_double(b))
    }
  }
}

private func compared<Ordered: Comparable>(_ a: Ordered, _ b: Ordered) -> Int { a < b ? -1 : a == b ? 0 : 1 }

private func inBytes(_ a: String, _ b: String) -> Int {
  a.utf8.lexicographicallyPrecedes(b.utf8) ? -1 : a.utf8.elementsEqual(b.utf8) ? 0 : 1
}

/// Texts under way to one.
private final class Texts {
  var whole: String
  init(_ first: String) { whole = first }
}

/// SQLite keeps a pointer for each group of rows, zeroed at first.
private func addText(_ context: OpaquePointer?, _ values: Values?) {
  guard let text = text(values?[0]) else { return }
  let size = Int32(MemoryLayout<Unmanaged<Texts>?>.size)
  guard let memory = sqlite3_aggregate_context(context, size) else { return sqlite3_result_error_nomem(context) }
  let place = memory.assumingMemoryBound(to: Unmanaged<Texts>?.self)
  if let texts = place.pointee?.takeUnretainedValue() {
    texts.whole += (SQL.text(values?[1]) ?? "") + text
  } else {
    place.pointee = Unmanaged.passRetained(Texts(text))
  }
}

private func answerTexts(_ context: OpaquePointer?) {
  guard let memory = sqlite3_aggregate_context(context, 0),
    let texts = memory.assumingMemoryBound(to: Unmanaged<Texts>?.self).pointee?.takeRetainedValue()
  else { return sqlite3_result_null(context) }
  answer(context, texts.whole)
}

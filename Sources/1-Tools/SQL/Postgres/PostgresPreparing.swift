import CPostgres

/// A statement that the server has parsed for one connection.
struct Prepared {
  let name: String
  /// The types of what is bound, as far as they were told and not inferred: 0 where inferred.
  let types: [Oid]
}

/// What makes two statements the same to the server.
struct PreparedKey: Hashable {
  let shape: Shape
  let hints: [Oid]

  init(_ statement: Statement) {
    shape = statement.shape
    hints = statement.values.map { value in
      switch value {
      case .integer: Oid.bigint
      case .double: Oid.double
      case .null, .text: Oid.inferred
      }
    }
  }
}

extension Oid {
  fileprivate static var inferred: Oid { 0 }
  fileprivate static var bigint: Oid { 20 }
  fileprivate static var text: Oid { 25 }
  fileprivate static var double: Oid { 701 }
}

extension PostgresConnection {
  /// Runs a statement, prepared once for this connection, and holds all that it finds.
  func execute(_ statement: Statement) throws(DatabaseError) -> Answer {
    for value in statement.values { try value.checked() }
    let name = try ready(statement).name
    let count = Int32(statement.values.count)
    let result = CTexts(statement.values).withPointers { PQexecPrepared(handle, name, count, $0, nil, nil, 0) }
    return try answer(result, to: statement.text)
  }

  /// Opens `cursor` on what a SELECT finds.
  func declare(_ cursor: String, for statement: Statement) throws(DatabaseError) {
    for value in statement.values { try value.checked() }
    let types = try ready(statement).types
    let text = "DECLARE \(cursor) NO SCROLL CURSOR FOR \(statement.text)"
    let result = CTexts(statement.values).withPointers {
      PQexecParams(handle, text, Int32(types.count), types, $0, nil, nil, 0)
    }
    _ = try answer(result, to: text)
  }

  func script(_ text: String) throws(DatabaseError) {
    try command(text)
    // The tables may be others now.
    prepared.removeAll()
    try command("DEALLOCATE ALL")
  }

  private func ready(_ statement: Statement) throws(DatabaseError) -> Prepared {
    let key = PreparedKey(statement)
    if let found = prepared.find(key) { return found }
    let name = name()
    let made = Prepared(name: name, types: try prepare(name, key))
    if let oldest = prepared.keep(made, as: key) { try command("DEALLOCATE \(oldest.name)") }
    return made
  }

  /// Has a statement parsed: the server is told what is a number, and infers the rest.
  private func prepare(_ name: String, _ key: PreparedKey) throws(DatabaseError) -> [Oid] {
    var types = key.hints
    guard !types.isEmpty else {
      try parse(name, key.shape.text, types)
      return types
    }
    // A statement that cannot be parsed would end the transaction.
    try command("SAVEPOINT preparing")
    for _ in 0...types.count {
      do {
        try parse(name, key.shape.text, types)
        try command("RELEASE preparing")
        return types
      } catch {
        guard let better = Self.types(after: error, types, key.hints) else { throw error }
        types = better
        try command("ROLLBACK TO preparing")
      }
    }
    throw DatabaseError("the types of what is bound are not clear in: \(key.shape.text)")
  }

  /// Types to try where the server did not accept `types`; nil where it is not for their sake.
  private static func types(after error: DatabaseError, _ types: [Oid], _ hints: [Oid]) -> [Oid]? {
    var better = types
    switch error.code {
    case "42P18":  // It cannot infer one, and names it: $2.
      let digits = error.description.utf8.drop { $0 != UInt8(ascii: "$") }.dropFirst()
        .prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      guard let number = Int(Substring(digits)), types.indices.contains(number - 1) else { return nil }
      better[number - 1] = hints[number - 1] == .inferred ? .text : hints[number - 1]
    case "42883", "42804":  // No such function or operator, or a column of another type: it may know better than we.
      better = types.map { $0 == .text ? .text : .inferred }
    default: return nil
    }
    return better == types ? nil : better
  }

  private func parse(_ name: String, _ text: String, _ types: [Oid]) throws(DatabaseError) {
    _ = try answer(PQprepare(handle, name, text, Int32(types.count), types), to: text)
  }
}

import Cooperation
import SQL

extension Session {
  /// How many records are held at once where all of them pass by.
  static var pieceSize: Int { 256 }

  /// Hands every identifier that `page` finds to `body`, some hundred at a time, in their order; memory does not grow
  /// with their number.
  ///
  /// - Parameter page: a SELECT of the identifiers behind the one it is given, in their order.
  func pieces<Subject>(
    _ page: (_ last: String) -> Statement, _ body: ([Identifier<Subject>]) throws -> Void
  ) throws {
    var last = ""
    while true {
      let ids: [Identifier<Subject>] = try rows("\(page(last)) LIMIT \(Self.pieceSize)") { row in try row.id(0) }
      if !ids.isEmpty { try body(ids) }
      guard ids.count == Self.pieceSize, let end = ids.last else { return }
      last = end.text
    }
  }

  /// The last moment that `statement` finds for each subject: its columns are a subject and a moment.
  func latest<Subject>(_ statement: Statement) throws -> [Identifier<Subject>: Instant] {
    var moments: [Identifier<Subject>: Instant] = [:]
    try each(statement) { row in
      let id: Identifier<Subject> = try row.id(0)
      let moment = try row.instant(1)
      moments[id] = max(moments[id] ?? moment, moment)
    }
    return moments
  }
}

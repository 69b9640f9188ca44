import Cooperation
import SQL

/// Which stretch of a list is asked for.
package struct Span: Sendable, Hashable {
  /// Counted from 1.
  package let page: Int
  /// How many there are on a page, 1 to 100.
  package let per: Int

  /// Whatever is outside is moved to the nearest that is not.
  package init(page: Int = 1, per: Int = 20) {
    self.per = min(max(per, 1), 100)
    self.page = min(max(page, 1), 1_000_000)
  }

  var start: Int { (page - 1) * per }
  var sql: Statement { "LIMIT \(per) OFFSET \(start)" }
}

/// A stretch of a list, and how long the whole is.
package struct Excerpt<Item: Sendable>: Sendable {
  package let items: [Item]
  /// How many there are on all pages together.
  package let total: Int
  package let span: Span

  package init(_ items: [Item], of total: Int, _ span: Span) {
    (self.items, self.total, self.span) = (items, total, span)
  }

  package func map<Other: Sendable>(_ transform: (Item) throws -> Other) rethrows -> Excerpt<Other> {
    Excerpt<Other>(try items.map(transform), of: total, span)
  }
}

extension Session {
  /// The one number that a statement answers.
  func number(_ statement: Statement) throws -> Int { try first(statement) { row in try row.int(0) } ?? 0 }

  /// The items of a page, and how many there are in all: as many as are known of, else as `count` finds.
  func excerpt<Item>(
    _ span: Span, of known: Int? = nil, counting count: Statement, _ items: () throws -> [Item]
  ) throws -> Excerpt<Item> {
    let total = try known ?? number(count)
    return Excerpt(total > span.start ? try items() : [], of: total, span)
  }
}

extension Session {
  /// How many rows there are of each value of `column`, the most first, then by the values.
  ///
  /// - Parameters:
  ///   - each: counts what is different in this column only once; nil for every row.
  ///   - rows: what stands behind FROM.
  func counts<Value>(
    _ column: Statement, each: Statement? = nil, among rows: Statement, _ read: (borrowing Row) throws -> Value
  ) throws -> [Count<Value>] {
    let count: Statement = each.map { "COUNT(DISTINCT \($0))" } ?? "COUNT(*)"
    return try self.rows(
      "SELECT \(column), \(count) FROM \(rows) GROUP BY \(column) ORDER BY \(count) DESC, \(column)"
    ) { row in Count(try read(row), try row.int(1)) }
  }
}

extension Statement {
  /// `WHERE` and the conditions; nothing where there are none.
  static func `where`(_ conditions: [Statement]) -> Statement {
    conditions.isEmpty ? .none : "WHERE \(conditions.joined(by: " AND "))"
  }
}

extension Statement {
  /// Conditions for each word of `text` to begin one in a column of folded texts.
  static func beginnings(of text: String, in column: Statement) -> [Statement] {
    foldedWords(text).map { word in
      let literal = word.reduce(into: "") { $0 += "!%_".contains($1) ? "!\($1)" : String($1) }
      return "(\(column) LIKE \(literal + "%") ESCAPE '!' OR \(column) LIKE \("% " + literal + "%") ESCAPE '!')"
    }
  }
}

extension Statement.StringInterpolation {
  /// Values for `IN (…)`, the last one again and again up to a power of two: few statements then serve all lengths.
  mutating func appendInterpolation(several values: [some Bindable]) {
    guard let last = values.last else { return appendLiteral("NULL") }
    if values.count == 1 { return appendInterpolation(last) }
    var bound = values.map { $0.bound }, size = 1
    while size < values.count { size *= 2 }
    bound.reserveCapacity(size)
    while bound.count < size { bound.append(last.bound) }
    appendInterpolation(list: bound)
  }
}

/// What a statement says without what it binds: literals of the program, and marks between them.
///
/// A literal is known by where it lies, so that a statement is found among those prepared without being written out.
struct Shape: Hashable, Sendable {
  /// Nil where a value is bound.
  private var pieces: [StaticString?] = []
  /// One number for all pieces: hashing each as Swift does costs more than finding the statement.
  private var number: UInt = 0

  init(capacity: Int) { pieces.reserveCapacity(capacity) }
  init(_ words: StaticString) { append(words) }

  mutating func append(_ words: StaticString) { if words.utf8CodeUnitCount > 0 { add(words) } }
  mutating func append(_ shape: Shape) { for piece in shape.pieces { add(piece) } }
  mutating func appendMark() { add(nil) }

  private mutating func add(_ piece: StaticString?) {
    pieces.append(piece)
    number = ((number &+ 1) &* 0x9E37_79B9_7F4A_7C15) ^ Self.place(of: piece)
  }

  /// The SQL, its marks numbered in their order: `$1`, `$2`, …
  var text: String {
    var (text, number) = ("", 0)
    for piece in pieces {
      if let piece {
        text += piece.description
      } else {
        number += 1
        text += "$\(number)"
      }
    }
    return text
  }

  static func == (a: Shape, b: Shape) -> Bool {
    guard a.number == b.number, a.pieces.count == b.pieces.count else { return false }
    for place in a.pieces.indices where Self.place(of: a.pieces[place]) != Self.place(of: b.pieces[place]) {
      return false
    }
    return true
  }

  func hash(into hasher: inout Hasher) { hasher.combine(number) }

  /// Where a literal lies; 0 for a mark.
  private static func place(of piece: StaticString?) -> UInt { piece.map { UInt(bitPattern: $0.utf8Start) } ?? 0 }
}

/// In which rows each term stands, and which terms each row has.
struct TermLists: Sendable {
  /// A term once numbered keeps its number, though no row may have it any more.
  private var numbers: [Terms.Term: UInt32] = [:]
  private var lists: [[Place]] = []
  private var termsOfRow: [[UInt32]] = []

  /// A row where a term stands, and whether it counts double there.
  struct Place: Sendable, Comparable {
    private let bits: UInt32

    init(row: Int, isStrong: Bool) { bits = UInt32(row) << 1 | (isStrong ? 1 : 0) }

    var row: Int { Int(bits >> 1) }
    /// 1, or 2 where it counts double.
    var weight: Float { Float(1 + bits & 1) }
    static func < (a: Place, b: Place) -> Bool { a.bits < b.bits }
  }

  /// The places of `term`, by row.
  func places(of term: Terms.Term) -> [Place] { numbers[term].map { lists[Int($0)] } ?? [] }

  /// Whether `term` stands in `row`, and with which weight; 0 where it does not.
  func weight(of term: Terms.Term, in row: Int) -> Float {
    let places = places(of: term)
    let place = places.lowerBound(of: Place(row: row, isStrong: false))
    return place < places.count && places[place].row == row ? places[place].weight : 0
  }

  /// Puts the terms of a row that has none, and tells by what their weights are divided to make a length of 1.
  mutating func put(_ terms: Terms, in row: Int) -> Float {
    while termsOfRow.count <= row { termsOfRow.append([]) }
    var squares: Float = 0
    termsOfRow[row] = terms.entries.map { entry in
      let number = number(of: entry.term)
      let place = Place(row: row, isStrong: entry.isStrong)
      squares += place.weight * place.weight
      lists[Int(number)].insertInOrder(place)
      return number
    }
    return squares.squareRoot()
  }

  mutating func clear(_ row: Int) {
    guard row < termsOfRow.count else { return }
    for number in termsOfRow[row] {
      lists[Int(number)].remove(at: lists[Int(number)].lowerBound(of: Place(row: row, isStrong: false)))
    }
    termsOfRow[row] = []
  }

  mutating func reserve(_ rows: Int) { termsOfRow.reserveCapacity(rows) }

  private mutating func number(of term: Terms.Term) -> UInt32 {
    if let number = numbers[term] { return number }
    let number = UInt32(lists.count)
    numbers[term] = number
    lists.append([])
    return number
  }
}

/// The themes as matching counts them: each a bit, in two levels.
struct ThemeTree: Sendable {
  let ids: [Theme.ID]
  private let numbers: [Theme.ID: Int]
  /// For each theme the bits that meet it, from the same to the group around it.
  private let reaches: [Reach]

  /// The bits that meet one theme, by how near they are.
  struct Reach: Sendable {
    let same: UInt128
    /// For a group its sectors, for a sector the others of its group.
    let near: UInt128
    /// For a sector its group.
    let around: UInt128
    let nearness: Match.Nearness

    var all: UInt128 { same | near | around }

    /// How the themes in `bits` meet this one; nil where none does.
    func nearness(of bits: UInt128) -> Match.Nearness? {
      if bits & same != 0 { return .same }
      if bits & near != 0 { return nearness }
      return bits & around != 0 ? .around : nil
    }

    func score(of bits: UInt128) -> Double { nearness(of: bits)?.score ?? 0 }
  }

  /// - Precondition: at most 128 themes, each once, in two levels.
  init(_ themes: [Theme]) {
    precondition(themes.count <= 128, "matching has room for 128 themes")
    ids = themes.map(\.id)
    let numbers = Dictionary(uniqueKeysWithValues: themes.enumerated().map { ($1.id, $0) })
    var sectors: [Theme.ID: UInt128] = [:]
    for (number, theme) in themes.enumerated() {
      if let parent = theme.parent { sectors[parent, default: 0] |= 1 << UInt128(number) }
    }
    reaches = themes.enumerated().map { number, theme in
      let same: UInt128 = 1 << UInt128(number)
      guard let parent = theme.parent else {
        return Reach(same: same, near: sectors[theme.id] ?? 0, around: 0, nearness: .within)
      }
      let around: UInt128 = numbers[parent].map { 1 << UInt128($0) } ?? 0
      return Reach(same: same, near: (sectors[parent] ?? 0) & ~same, around: around, nearness: .sibling)
    }
    self.numbers = numbers
  }

  subscript(number: Int) -> Reach { reaches[number] }

  /// A bit for each of `themes` that is known.
  func bits(_ themes: Set<Theme.ID>) -> UInt128 {
    themes.reduce(0) { bits, theme in numbers[theme].map { bits | 1 << UInt128($0) } ?? bits }
  }

  /// The themes in `bits`, in the order of the list.
  func themes(in bits: UInt128) -> [Theme.ID] { bits.places.map { ids[$0] } }
}

extension FixedWidthInteger {
  /// The places of its set bits, the lowest first.
  var places: [Int] {
    var rest = self
    var places: [Int] = []
    while rest != 0 {
      places.append(rest.trailingZeroBitCount)
      rest &= rest &- 1
    }
    return places
  }
}

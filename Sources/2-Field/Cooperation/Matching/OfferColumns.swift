/// What is compared of each published practice, a column for each kind of fact and a row for each practice.
///
/// A row whose practice has gone has neither themes nor targets nor words, and waits to be used again.
struct OfferColumns: Sendable {
  var ids: [Practice.ID] = []
  /// By the index's numbering.
  var organisations: [UInt32] = []
  /// By the index's numbering of sets of themes, where 0 is the empty set.
  var themeSets: [UInt32] = []
  var targets: [TargetBits] = []
  /// Inhabitants; 0 where unknown.
  var populations: [Int32] = []
  /// The natural logarithm of the inhabitants; -1 where unknown.
  var sizes: [Float] = []
  /// By the index's numbering of lands.
  var lands: [UInt32] = []
  /// By the index's numbering of lists of languages.
  var languages: [UInt32] = []
  /// By the index's numbering of what is known of whether practices work.
  var evidence: [UInt32] = []
  /// What the text's sum is multiplied by, so that long texts have no advantage; 0 for a text without terms.
  var scales: [Float] = []
  /// The last day on which it is current.
  var lastDays: [Int32] = []

  var count: Int { ids.count }

  /// A practice as its columns have it.
  struct Row {
    let id: Practice.ID
    let organisation: UInt32
    let themeSet: UInt32
    let targets: TargetBits
    let population: Int?
    let land: UInt32
    let languages: UInt32
    let evidence: UInt32
    let length: Float
    let lastDay: Int32
  }

  /// - Parameter place: a row that is there, or the first after the last.
  mutating func put(_ row: Row, at place: Int) {
    if place == count { append(row.id) }
    ids[place] = row.id
    organisations[place] = row.organisation
    themeSets[place] = row.themeSet
    targets[place] = row.targets
    populations[place] = Int32(row.population ?? 0)
    sizes[place] = row.population.map { Float(Double($0).naturalLogarithm) } ?? -1
    lands[place] = row.land
    languages[place] = row.languages
    evidence[place] = row.evidence
    scales[place] = row.length > 0 ? 1 / row.length : 0
    lastDays[place] = row.lastDay
  }

  mutating func clear(_ place: Int) {
    organisations[place] = .max
    themeSets[place] = 0
    targets[place] = TargetBits()
    lastDays[place] = .max
  }

  mutating func reserve(_ rows: Int) {
    ids.reserveCapacity(rows)
    organisations.reserveCapacity(rows)
    themeSets.reserveCapacity(rows)
    targets.reserveCapacity(rows)
    populations.reserveCapacity(rows)
    sizes.reserveCapacity(rows)
    lands.reserveCapacity(rows)
    languages.reserveCapacity(rows)
    evidence.reserveCapacity(rows)
    scales.reserveCapacity(rows)
    lastDays.reserveCapacity(rows)
  }

  private mutating func append(_ id: Practice.ID) {
    ids.append(id)
    organisations.append(.max)
    themeSets.append(0)
    targets.append(TargetBits())
    populations.append(0)
    sizes.append(-1)
    lands.append(0)
    languages.append(0)
    evidence.append(0)
    scales.append(0)
    lastDays.append(.max)
  }
}

/// A set of SDG targets, a bit each; there is room for 192.
struct TargetBits: Sendable, Equatable {
  private(set) var words: (UInt64, UInt64, UInt64) = (0, 0, 0)

  static func == (a: TargetBits, b: TargetBits) -> Bool { a.words == b.words }

  mutating func insert(_ number: Int) {
    let bit: UInt64 = 1 << UInt64(number % 64)
    switch number / 64 {
    case 0: words.0 |= bit
    case 1: words.1 |= bit
    default: words.2 |= bit
    }
  }

  func shared(with other: TargetBits) -> TargetBits {
    var both = TargetBits()
    both.words = (words.0 & other.words.0, words.1 & other.words.1, words.2 & other.words.2)
    return both
  }

  var isEmpty: Bool { words.0 | words.1 | words.2 == 0 }

  var numbers: [Int] { words.0.places + words.1.places.map { $0 + 64 } + words.2.places.map { $0 + 128 } }
}

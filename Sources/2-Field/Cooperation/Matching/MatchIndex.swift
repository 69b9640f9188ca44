/// The published practices, and the needs of those who offer them, ready to be matched.
///
/// A value: a copy is a snapshot that no later change touches, and shares what has not changed. What is asked of it
/// depends only on what is in it, never on the order in which it came. It knows no clock: whoever feeds it leaves out
/// drafts, and calls `dropExpired` when a day begins.
package struct MatchIndex: Sendable {
  /// Counts the changes since it was made.
  package private(set) var version = 0
  let tree: ThemeTree
  /// In the United Nations' order.
  let targets: [Target]
  private let targetNumbers: [Target: Int]
  private(set) var offers = OfferColumns()
  private(set) var words = TermLists()
  /// The sets of themes that practices have, and the rows that have each: far fewer than there are practices.
  private(set) var themeSets = Numbering<UInt128>()
  private(set) var rowsOfSet: [[UInt32]] = [[]]
  private(set) var organisations = Numbering<Organisation.ID>()
  private(set) var lands = Numbering<Setting.Land?>()
  private(set) var languages = Numbering<[Language]>()
  private(set) var evidence = Numbering<Match.Evidence>()
  /// How many practices have each theme.
  private(set) var themeCounts: [Int]
  private(set) var targetCounts: [Int]
  /// In no order that matters.
  private(set) var needs: [OpenNeed] = []
  private var rows: [Practice.ID: UInt32] = [:]
  private var freeRows: [Int] = []
  private var placesOfNeeds: [Need.ID: Int] = [:]

  /// What an organisation seeks, as far as others may teach it.
  struct OpenNeed: Sendable {
    let id: Need.ID
    let themes: UInt128
    /// By the index's numbering.
    let organisation: UInt32
    let lastDay: Int32
  }

  /// An empty index over the reference's themes and targets; others are not counted.
  ///
  /// - Precondition: at most 128 themes and 192 targets, each once.
  package init(themes: [Theme], targets: some Sequence<Target>) {
    tree = ThemeTree(themes)
    self.targets = targets.sorted()
    precondition(self.targets.count <= 192, "matching has room for 192 targets")
    targetNumbers = Dictionary(uniqueKeysWithValues: self.targets.enumerated().map { ($1, $0) })
    themeCounts = Array(repeating: 0, count: themes.count)
    targetCounts = Array(repeating: 0, count: self.targets.count)
    _ = themeSets.number(of: 0)
  }

  /// How many practices are in it.
  package var count: Int { rows.count }

  /// Makes room for so many practices at once; only saves time and memory.
  package mutating func reserve(_ practices: Int) {
    offers.reserve(practices)
    words.reserve(practices)
    rows.reserveCapacity(practices)
  }

  /// Adds a published practice, in the place of what was known of it.
  package mutating func put(_ practice: Practice.ID, of organisation: Organisation.ID, _ matter: Matter) {
    remove(practice)
    let place = freeRows.popLast() ?? offers.count
    let row = OfferColumns.Row(
      id: practice, organisation: organisations.number(of: organisation),
      themeSet: themeSets.number(of: tree.bits(matter.themes)),
      targets: bits(matter.targets), population: matter.setting.population, land: lands.number(of: matter.setting.land),
      languages: languages.number(of: matter.languages.map(\.primary)),
      evidence: evidence.number(of: matter.evidence), length: words.put(matter.terms, in: place),
      lastDay: Self.lastDay(matter))
    offers.put(row, at: place)
    if rowsOfSet.count < themeSets.values.count { rowsOfSet.append([]) }
    rowsOfSet[Int(row.themeSet)].insertInOrder(UInt32(place))
    rows[practice] = UInt32(place)
    count(place, by: 1)
    version += 1
  }

  /// Forgets a practice, if it is known.
  package mutating func remove(_ practice: Practice.ID) {
    guard let row = rows.removeValue(forKey: practice) else { return }
    let place = Int(row)
    count(place, by: -1)
    let set = Int(offers.themeSets[place])
    rowsOfSet[set].remove(at: rowsOfSet[set].lowerBound(of: row))
    words.clear(place)
    offers.clear(place)
    freeRows.append(place)
    version += 1
  }

  /// Adds a published need, in the place of what was known of it: what its organisation could be taught in return.
  package mutating func put(_ need: Need.ID, of organisation: Organisation.ID, _ matter: Matter) {
    remove(need)
    placesOfNeeds[need] = needs.count
    needs.append(
      OpenNeed(
        id: need, themes: tree.bits(matter.themes), organisation: organisations.number(of: organisation),
        lastDay: Self.lastDay(matter)))
    version += 1
  }

  /// Forgets a need, if it is known.
  package mutating func remove(_ need: Need.ID) {
    guard let place = placesOfNeeds.removeValue(forKey: need), let last = needs.popLast() else { return }
    if place < needs.count {
      needs[place] = last
      placesOfNeeds[last.id] = place
    }
    version += 1
  }

  /// Forgets what expired before `day`.
  package mutating func dropExpired(on day: Day) {
    let limit = Int32(clamping: day.number)
    let last = offers.lastDays
    for practice in last.indices.filter({ last[$0] < limit }).map({ offers.ids[$0] }) { remove(practice) }
    for need in needs.filter({ $0.lastDay < limit }).map(\.id) { remove(need) }
  }
}

extension MatchIndex {
  /// Where a practice stands; nil where it is not known.
  func row(of practice: Practice.ID) -> Int? { rows[practice].map { Int($0) } }

  /// The themes of the practice in `row`.
  func themes(of row: Int) -> UInt128 { themeSets.values[Int(offers.themeSets[row])] }

  /// A bit for each of `targets` that is known.
  func bits(_ targets: Set<Target>) -> TargetBits {
    var bits = TargetBits()
    for target in targets { if let number = targetNumbers[target] { bits.insert(number) } }
    return bits
  }

  /// How much it tells that something is found which `count` of all practices have: little for what many have.
  func rarity(_ count: Int) -> Double { (1 + Double(max(1, self.count)) / Double(max(1, count))).naturalLogarithm }

  private mutating func count(_ place: Int, by step: Int) {
    for number in themes(of: place).places { themeCounts[number] += step }
    for number in offers.targets[place].numbers { targetCounts[number] += step }
  }

  private static func lastDay(_ matter: Matter) -> Int32 { matter.expires.map { Int32(clamping: $0.number) } ?? .max }
}

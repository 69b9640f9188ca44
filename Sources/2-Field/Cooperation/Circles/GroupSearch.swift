/// Looks through groupings, those that lose least of the bound first, and leaves out what cannot be better.
///
/// Persons are decided in the order of their places: into a group with others who are not decided yet, or into none. A
/// branch is left as soon as what it has lost shows that it cannot give more than the best known by at least `unit`.
/// Where the effort suffices for all the rest, the best is proved.
struct GroupSearch {
  private let choices: GroupChoices
  private let prices: GroupPrices
  /// Less than this better is not better.
  private let unit: Int
  /// By person: the groups in which they are first, by their losses.
  private let groups: [[Option]]
  private(set) var best: [Int]
  private(set) var value: Int
  /// How many groups may still be looked at.
  private(set) var effort: Int
  private var isDecided: [Bool]
  private var chosen: [Int] = []

  private struct Option {
    let group: Int
    let loss: Int
  }

  /// - Parameter best: a grouping to begin with, by the numbers of its groups.
  init(_ choices: GroupChoices, _ prices: GroupPrices, from best: [Int], unit: Int, effort: Int) {
    (self.choices, self.prices, self.unit, self.effort) = (choices, prices, unit, effort)
    self.best = best
    let value = best.reduce(0) { $0 + choices.gains[$1] }
    self.value = value
    var groups = [[Option]](repeating: [], count: choices.people)
    let most = prices.bound - value - unit
    for group in 0..<choices.count {
      let loss = prices.loss(group, choices), members = choices[group]
      if loss <= most { groups[Int(members[members.startIndex])].append(Option(group: group, loss: loss)) }
    }
    self.groups = groups.map { $0.sorted { ($0.loss, $0.group) < ($1.loss, $1.group) } }
    isDecided = Array(repeating: false, count: choices.people)
  }

  /// Searches on.
  ///
  /// - Returns: whether all was looked through, so that nothing is better than `best` by `unit`.
  mutating func run() -> Bool { search(from: 0, losing: 0) }

  private mutating func search(from start: Int, losing lost: Int) -> Bool {
    var person = start
    while person < isDecided.count, isDecided[person] { person += 1 }
    guard person < isDecided.count else {
      note()
      return true
    }
    for option in groups[person] {
      guard lost + option.loss <= room else { break }
      effort -= 1
      guard effort > 0 else { return false }
      let members = choices[option.group]
      if members.contains(where: { isDecided[Int($0)] }) { continue }
      for member in members { isDecided[Int(member)] = true }
      chosen.append(option.group)
      let isDone = search(from: person + 1, losing: lost + option.loss)
      chosen.removeLast()
      for member in members { isDecided[Int(member)] = false }
      if !isDone { return false }
    }
    let left = lost + prices.loss(leaving: person)
    guard left <= room else { return true }
    isDecided[person] = true
    defer { isDecided[person] = false }
    return search(from: person + 1, losing: left)
  }

  /// How much of the bound may be lost by something that is better.
  private var room: Int { prices.bound - value - unit }

  private mutating func note() {
    let found = chosen.reduce(0) { $0 + choices.gains[$1] }
    if found > value { (best, value) = (chosen, found) }
  }
}

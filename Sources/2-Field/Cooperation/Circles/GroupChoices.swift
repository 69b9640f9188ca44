/// Every group that could be formed in a cohort, with what it gives. Flat arrays.
struct GroupChoices {
  let people: Int
  /// By group: its members by their places, the lowest first; where each group's begin, and where the last one's end.
  private var members: [UInt8] = []
  private var starts: [Int32] = [0]
  /// By group: how many needs it serves, above `unit`; below it the sum of the scores, in millionths.
  private(set) var gains: [Int] = []

  /// One need served.
  static let unit = 1 << 40

  var count: Int { gains.count }

  /// - Parameter size: how many may be in a group at most, 2 or 3. A third is taken in only where that gives more.
  init(_ cohort: Cohort, size: Int) {
    people = cohort.organisations.count
    let table = GainTable(cohort)
    var pairs = [Int](repeating: 0, count: people * people)
    for one in 0..<people {
      for two in (one + 1)..<max(people, one + 1) {
        pairs[one * people + two] = table.gain(of: [one, two])
        if !cohort.isBarred(one, two) { take([one, two], pairs[one * people + two], over: 0) }
      }
    }
    guard size == 3 else { return }
    for one in 0..<people {
      for two in (one + 1)..<max(people, one + 1) where !cohort.isBarred(one, two) {
        for three in (two + 1)..<max(people, two + 1)
        where !cohort.isBarred(one, three) && !cohort.isBarred(two, three) {
          let most = max(pairs[one * people + two], pairs[one * people + three], pairs[two * people + three])
          let group = [one, two, three]
          take(group, table.gain(of: group), over: most)
        }
      }
    }
  }

  private mutating func take(_ group: [Int], _ gain: Int, over least: Int) {
    guard gain > least else { return }
    gains.append(gain)
    members += group.map { UInt8($0) }
    starts.append(Int32(members.count))
  }

  subscript(group: Int) -> ArraySlice<UInt8> { members[Int(starts[group])..<Int(starts[group + 1])] }

  /// The same groups, with what `gain` makes of what each gives.
  func counting(_ gain: (Int) -> Int) -> GroupChoices {
    var other = self
    other.gains = gains.map(gain)
    return other
  }
}

/// How well each need of a cohort is answered by each of them.
private struct GainTable {
  private let people: Int
  /// By person: the needs of theirs.
  private let needs: [[Int]]
  /// By need and teacher, in millionths; 0 where there is no answer.
  private var scores: [Int32]

  init(_ cohort: Cohort) {
    people = cohort.organisations.count
    let places = Dictionary(uniqueKeysWithValues: cohort.organisations.enumerated().map { ($1, $0) })
    var needs = [[Int]](repeating: [], count: people)
    scores = Array(repeating: 0, count: cohort.needs.count * people)
    for (number, sought) in cohort.needs.enumerated() {
      guard let learner = places[sought.learner] else { continue }
      needs[learner].append(number)
      for answer in sought.answers {
        if let teacher = places[answer.teacher], teacher != learner {
          scores[number * people + teacher] = answer.score.millionths
        }
      }
    }
    self.needs = needs
  }

  func gain(of group: [Int]) -> Int {
    var gain = 0
    for learner in group {
      for need in needs[learner] {
        var best: Int32 = 0
        for teacher in group { best = max(best, scores[need * people + teacher]) }
        if best > 0 { gain += GroupChoices.unit + Int(best) }
      }
    }
    return gain
  }
}

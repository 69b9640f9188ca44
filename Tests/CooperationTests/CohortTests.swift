import Cooperation
import Testing

@Suite("A cohort") struct CohortTests {
  @Test("is put together so that nothing serves more, or as much better", arguments: 1...40)
  func exact(seed: Int) {
    let world = CohortWorld(seed: UInt64(seed), people: 2 + seed % 7)
    for size in 2...3 {
      let found = world.cohort.grouping(in: size), best = world.best(of: size)
      #expect(found.served == best.served && found.bound == best.served && found.proof == .best)
      #expect(found.groups.flatMap(\.arcs).reduce(0) { $0 + Int($1.score.millionths) } == best.sum)
      check(found, size, world)
    }
  }

  @Test("of sixty is proved to serve the most")
  func sixty() {
    let world = CohortWorld(seed: 1, people: 60)
    let found = world.cohort.grouping(in: 2, effort: 60_000)
    #expect(found.proof != .found && found.bound == found.served)
    check(found, 2, world)
  }

  @Test("with too little effort tells how far it may be from the best, and the same each time")
  func bounded() {
    let world = CohortWorld(seed: 7, people: 24)
    let found = world.cohort.grouping(in: 3, effort: 40)
    #expect(found == world.cohort.grouping(in: 3, effort: 40))
    #expect(found.bound >= found.served && found.served > 0)
    #expect((found.bound == found.served) == (found.proof != .found))
    check(found, 3, world)
  }

  @Test("of nobody, or of those who cannot teach each other, has no groups")
  func nothing() {
    #expect(Cohort([], seeking: []).grouping(in: 2).groups.isEmpty)
    let alone = Cohort((1...5).map(CohortWorld.organisation), seeking: []).grouping(in: 3)
    #expect(alone.groups.isEmpty && alone.left.count == 5 && alone.bound == 0 && alone.proof == .best)
  }

  private func check(_ found: Cohort.Grouping, _ size: Int, _ world: CohortWorld) {
    let everyone = found.groups.flatMap(\.organisations) + found.left
    #expect(everyone.count == Set(everyone).count && Set(everyone) == Set(world.cohort.organisations))
    for group in found.groups {
      #expect((2...size).contains(group.organisations.count))
      for one in group.organisations { for other in group.organisations { #expect(!world.isBarred(one, other)) } }
      #expect(group.arcs.allSatisfy { group.organisations.contains($0.teacher) && $0.teacher != $0.learner })
    }
  }
}

/// A few organisations who seek some of twelve things and can teach others; the same seed makes the same ones.
private struct CohortWorld {
  let people: [Organisation.ID]
  let needs: [Cohort.Sought]

  static func organisation(_ number: Int) -> Organisation.ID { Organisation.ID(bits: UInt128(number)) }

  init(seed: UInt64, people count: Int) {
    var chance = Chance(seed: seed)
    let people = (1...count).map(Self.organisation)
    var taught: [Set<Int>] = []
    for _ in people { taught.append(Set((0..<3).map { _ in Int.random(in: 0..<12, using: &chance) })) }
    var needs: [Cohort.Sought] = []
    for learner in people.indices {
      for number in 0..<Int.random(in: 0...3, using: &chance) {
        let subject = Int.random(in: 0..<12, using: &chance)
        var answers: [TeachingArcs.Answer] = []
        for teacher in people.indices where teacher != learner && taught[teacher].contains(subject) {
          let score = Circle.Score([0.3, 0.5, 0.55, 0.8].randomElement(using: &chance) ?? 0.5)
          answers.append(.init(people[teacher], Practice.ID(bits: UInt128(teacher)), score))
        }
        needs.append(.init(Need.ID(bits: UInt128(learner * 10 + number)), of: people[learner], answers))
      }
    }
    (self.people, self.needs) = (people, needs)
  }

  func isBarred(_ one: Organisation.ID, _ other: Organisation.ID) -> Bool {
    one != other && (one.bits * 7 + other.bits * 7) % 5 == 0
  }

  var cohort: Cohort { Cohort(people.reversed(), seeking: needs, isBarred: isBarred) }

  struct Best: Comparable {
    var served = 0
    var sum = 0
    static func < (a: Best, b: Best) -> Bool { (a.served, a.sum) < (b.served, b.sum) }
  }

  /// The best there is, by trying all groupings.
  func best(of size: Int, among rest: [Organisation.ID]? = nil) -> Best {
    let rest = rest ?? people
    guard let first = rest.first else { return Best() }
    let others = Array(rest.dropFirst())
    var best = best(of: size, among: others)
    for two in others {
      let thirds: [[Organisation.ID]] = [[]] + (size == 2 ? [] : others.filter { $0 > two }.map { [$0] })
      for third in thirds {
        let group = [first, two] + third
        if group.contains(where: { one in group.contains { isBarred(one, $0) } }) { continue }
        var value = self.best(of: size, among: others.filter { !group.contains($0) })
        let own = self.value(of: group)
        (value.served, value.sum) = (value.served + own.served, value.sum + own.sum)
        best = max(best, value)
      }
    }
    return best
  }

  private func value(of group: [Organisation.ID]) -> Best {
    var value = Best()
    for need in needs where group.contains(need.learner) {
      let scores = need.answers.filter { group.contains($0.teacher) }.map(\.score).filter { $0.value >= Cohort.least }
      if let best = scores.max() { (value.served, value.sum) = (value.served + 1, value.sum + Int(best.millionths)) }
    }
    return value
  }
}

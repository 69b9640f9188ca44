import Cooperation
import Testing

@Suite("Learning circles") struct CircleSearchTests {
  @Test("are exactly the best of all that there are, whatever the graph", arguments: 1...60)
  func exact(seed: Int) {
    var chance = Chance(seed: UInt64(seed))
    let world = CircleWorld(seed: UInt64(seed))
    for _ in 0..<4 {
      let low = Int.random(in: 2...4, using: &chance), high = Int.random(in: low...4, using: &chance)
      let theme = Theme.ID("theme-\(Int.random(in: 0..<4, using: &chance))") ?? "none"
      let themes: Set<Theme.ID>? = Bool.random(using: &chance) ? nil : [theme]
      let member = Bool.random(using: &chance) ? nil : CircleWorld.organisation(Int.random(in: 1...9, using: &chance))
      let top = [1, 3, 20, 100_000].randomElement(using: &chance) ?? 1
      let all = world.allCircles(of: low...high, about: themes, with: member)
      let found = world.arcs.circles(of: low...high, about: themes, with: member, top: top)
      #expect(found.circles == Array(all.prefix(top)))
      #expect(found.mayBeMore == (all.count >= top))
    }
  }

  @Test("are as strong as their weakest link; of equal ones the higher mean is first, then the lower ids")
  func ranking() {
    let arcs = TeachingArcs([
      answered(1, by: 2, 0.6), answered(2, by: 1, 0.9), answered(3, by: 4, 0.6), answered(4, by: 3, 0.8),
      answered(5, by: 6, 0.6), answered(6, by: 5, 0.8), answered(7, by: 8, 0.7), answered(8, by: 7, 0.7),
    ])
    let found = arcs.circles(top: 10).circles
    #expect(found.map { $0.organisations.map(\.bits) } == [[7, 8], [1, 2], [3, 4], [5, 6]])
    #expect(found.map(\.score.value) == [0.7, 0.6, 0.6, 0.6])
  }

  @Test("tell who teaches whom what, all the way round")
  func told() throws {
    let arcs = TeachingArcs([answered(3, by: 2, 0.5), answered(1, by: 3, 0.6), answered(2, by: 1, 0.7)])
    let circle = try #require(arcs.circles(top: 5).circles.first)
    #expect(circle.organisations.map(\.bits) == [1, 2, 3])
    #expect(circle.arcs.map(\.learner.bits) == [2, 3, 1])
    #expect(circle.arcs.map(\.need.bits) == [2, 3, 1])
    #expect(circle.arcs.map(\.score.value) == [0.7, 0.5, 0.6])
    #expect(arcs.circles(top: 5).circles.count == 1)
    #expect(arcs.circles(with: CircleWorld.organisation(99), top: 5).circles.isEmpty)
    #expect(TeachingArcs([]).circles(top: 5).circles.isEmpty)
  }

  @Test("count no arc below the threshold, and only the best answers of a need")
  func threshold() {
    #expect(TeachingArcs([answered(1, by: 2, 0.399), answered(2, by: 1, 0.9)]).circles(top: 5).circles.isEmpty)
    let crowd = (2...9).map {
      TeachingArcs.Answer(CircleWorld.organisation($0), Practice.ID(bits: UInt128($0)), .init(0.95 - Double($0) / 100))
    }
    let need = TeachingArcs.Answered(Need.ID(bits: 1), of: CircleWorld.organisation(1), crowd)
    #expect(TeachingArcs([need]).count == TeachingArcs.bestPerNeed)
  }

  private func answered(_ learner: Int, by teacher: Int, _ score: Double) -> TeachingArcs.Answered {
    TeachingArcs.Answered(
      Need.ID(bits: UInt128(learner)), of: CircleWorld.organisation(learner),
      [.init(CircleWorld.organisation(teacher), Practice.ID(bits: UInt128(teacher)), .init(score))])
  }
}

/// A few organisations, each with needs that others answer; the same seed makes the same ones.
private struct CircleWorld {
  let answered: [TeachingArcs.Answered]
  var arcs: TeachingArcs { TeachingArcs(answered) }

  static func organisation(_ number: Int) -> Organisation.ID { Organisation.ID(bits: UInt128(number)) }

  init(seed: UInt64) {
    var chance = Chance(seed: seed)
    let count = Int.random(in: 2...9, using: &chance)
    // Few different scores, so that there are many ties.
    let scores = seed % 2 == 0 ? [0.3, 0.5, 0.6, 0.7] : (0..<50).map { 0.35 + Double($0) / 100 }
    answered = (1...UInt64(count) * 3).map { number in
      let learner = Int.random(in: 1...count, using: &chance)
      var answers: [TeachingArcs.Answer] = []
      for _ in 0..<Int.random(in: 0...4, using: &chance) {
        let teacher = Int.random(in: 1...count, using: &chance)
        let practice = Practice.ID(bits: UInt128(teacher * 100 + Int.random(in: 0..<3, using: &chance)))
        let score = Circle.Score(scores.randomElement(using: &chance) ?? 0.5)
        if teacher != learner, !answers.contains(where: { $0.practice == practice }) {
          answers.append(.init(Self.organisation(teacher), practice, score))
        }
      }
      answers.sort { ($1.score, $0.practice) < ($0.score, $1.practice) }
      return .init(
        Need.ID(bits: UInt128(number)), of: Self.organisation(learner),
        themes: [Theme.ID("theme-\(Int.random(in: 0..<4, using: &chance))") ?? "none"], answers)
    }
  }

  /// The arc that counts from one to another: about the themes if there is one, then the best, then the first by need
  /// and practice.
  private func arc(_ teacher: Organisation.ID, _ learner: Organisation.ID, _ wanted: Set<Theme.ID>?) -> Told? {
    let all = answered.filter { $0.learner == learner }.flatMap { need in
      need.answers.filter { $0.teacher == teacher && $0.score >= Circle.Score(TeachingArcs.least) }.map { answer in
        Told(
          arc: Circle.Arc(
            from: teacher, to: learner, practice: answer.practice, need: need.need, score: answer.score),
          isOnTheme: wanted.map { !need.themes.isDisjoint(with: $0) } ?? true)
      }
    }
    return all.min { a, b in
      if a.isOnTheme != b.isOnTheme { return a.isOnTheme }
      if a.arc.score != b.arc.score { return b.arc.score < a.arc.score }
      return (a.arc.need, a.arc.practice) < (b.arc.need, b.arc.practice)
    }
  }

  private struct Told {
    let arc: Circle.Arc
    let isOnTheme: Bool
  }

  /// Every circle, by trying all there could be, in the promised order.
  func allCircles(of sizes: ClosedRange<Int>, about themes: Set<Theme.ID>?, with member: Organisation.ID?) -> [Circle] {
    let all = Set(answered.flatMap { [$0.learner] + $0.answers.map(\.teacher) }).sorted()
    var found: [Circle] = []
    for first in all {
      var ways = [[first]]
      for size in 2...4 {
        ways = ways.flatMap { way in all.filter { $0 > first && !way.contains($0) }.map { way + [$0] } }
        for way in ways where sizes.contains(size) && (member.map { way.contains($0) } ?? true) {
          let arcs = way.indices.map { arc(way[$0], way[($0 + 1) % size], themes) }
          let told = arcs.compactMap { $0 }
          if told.count == size, told.contains(where: \.isOnTheme) { found.append(Circle(told.map(\.arc))) }
        }
      }
    }
    return found.sorted { a, b in
      if a.score != b.score { return b.score < a.score }
      let (one, two) = (sum(a) * b.arcs.count, sum(b) * a.arcs.count)
      return one != two ? one > two : a.organisations.lexicographicallyPrecedes(b.organisations)
    }
  }

  private func sum(_ circle: Circle) -> Int { circle.arcs.reduce(0) { $0 + Int($1.score.millionths) } }
}

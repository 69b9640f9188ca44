import Cooperation
import Testing

@Suite("The best matches") struct MatchingExactnessTests {
  @Test(
    "are those that a sum over every practice gives, whatever is asked and however it is weighted", arguments: 1...24)
  func sums(seed: Int) throws {
    var chance = Chance(seed: UInt64(seed))
    let world = MatchingWorld(seed: UInt64(seed), practices: seed * 8, needs: seed % 20)
    let index = world.index
    for _ in 0..<3 {
      let weights = try Self.weights(&chance)
      let asker = Bool.random(using: &chance) ? MatchingWorld.organisation(14, &chance) : nil
      let matter = MatchingWorld.matter(&chance)
      let circumstances = Bool.random(using: &chance) ? MatchingWorld.circumstances(14, &chance) : .init()
      let expected = MatchingBySums(world: world, weights: weights, in: circumstances).ranking(matter, of: asker)
      let found = index.matches(for: matter, of: asker, by: weights, in: circumstances, top: 20)
      #expect(found.count == min(20, expected.count))
      let scores = Dictionary(uniqueKeysWithValues: expected.map { ($0.practice, $0.score) })
      for (match, best) in zip(found, expected) {
        #expect(abs(match.score - best.score) < 1e-5)
        #expect(abs(match.score - (scores[match.practice] ?? -1)) < 1e-5)
      }
      #expect(Set(found.map(\.practice)).count == found.count)
    }
  }

  @Test("are the same, to the last digit, however the index came to hold what it holds", arguments: 1...10)
  func history(seed: Int) {
    var chance = Chance(seed: UInt64(seed))
    let world = MatchingWorld(seed: UInt64(seed), practices: 80, needs: 10)
    let straight = world.index
    var winding = MatchIndex(themes: world.themes, targets: world.targets)
    for practice in world.practices.shuffled(using: &chance) {
      if Bool.random(using: &chance) {
        winding.put(practice.id, of: practice.organisation, MatchingWorld.matter(&chance))
      }
      let passing = Practice.ID(bits: UInt128(1000 + Int.random(in: 0..<50, using: &chance)))
      winding.put(passing, of: practice.organisation, MatchingWorld.matter(&chance))
      winding.put(practice.id, of: practice.organisation, practice.matter)
      winding.remove(passing)
    }
    for need in world.needs.shuffled(using: &chance) {
      winding.put(need.id, of: Organisation.ID(bits: 3), MatchingWorld.matter(&chance))
      winding.put(need.id, of: need.organisation, need.matter)
    }
    #expect(winding.count == straight.count)
    for asker in 1...5 {
      let matter = MatchingWorld.matter(&chance), organisation = Organisation.ID(bits: UInt128(asker))
      #expect(winding.matches(for: matter, of: organisation) == straight.matches(for: matter, of: organisation))
    }
  }

  @Test("rank equal practices by their id")
  func ties() {
    var index = MatchIndex(themes: MatchingWorld.themes, targets: [])
    let matter = Matter(themes: ["sector-1-1"])
    for bits: UInt128 in [7, 3, 9, 1, 5, 8, 2] {
      index.put(Practice.ID(bits: bits), of: Organisation.ID(bits: bits), matter)
    }
    #expect(index.matches(for: matter, of: nil, top: 4).map(\.practice.bits) == [1, 2, 3, 5])
    #expect(index.matches(for: matter, of: nil, top: 0).isEmpty)
  }

  @Test("come one by one as they come together")
  func single() {
    let world = MatchingWorld(seed: 5, practices: 90, needs: 12), index = world.index
    let asker = Organisation.ID(bits: 2), matter = world.needs[0].matter
    var chance = Chance(seed: 8)
    let question = MatchQuestion(matter, of: asker, in: MatchingWorld.circumstances(12, &chance), to: index)
    let all = question.best(1000)
    #expect(!all.isEmpty)
    for practice in world.practices {
      let match = all.first { $0.practice == practice.id }
      #expect(question.match(with: practice.id) == match)
      #expect(question.score(of: practice.id) == match?.score)
    }
  }

  private static func weights(_ chance: inout Chance) throws -> Match.Weights {
    if Bool.random(using: &chance) { return .standard }
    let numbers = (0..<8).map { _ in Bool.random(using: &chance) ? Int.random(in: 0...100, using: &chance) : 0 }
    return try Match.Weights(
      themes: numbers[0], text: numbers[1], context: numbers[2], languages: numbers[3],
      reciprocity: max(1, numbers[4]), capacity: numbers[5], reach: numbers[6],
      evidence: numbers[7])
  }
}

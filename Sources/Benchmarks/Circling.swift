import Cooperation

extension Benchmark {
  static let circling = Benchmark(
    name: "circles", about: "learning circles among 50,000 organisations with 200,000 needs, one core"
  ) {
    let answered = SyntheticTeaching(seed: 2026).answered
    var arcs = TeachingArcs([])
    let gathering = time { arcs = TeachingArcs(answered) }
    var found: [Circle] = []
    let best = time { found = arcs.circles(top: 20).circles }
    // There is no circle about it, so every arc is looked at.
    let all = time { precondition(arcs.circles(about: ["nothing"], top: 20).circles.isEmpty) }
    let thousand = time { found = arcs.circles(top: 1000).circles }
    var plain: [Int32] = []
    let pairs = time { plain = arcs.pairsPlainly(20) }
    let isExact = arcs.circles(of: 2...2, top: 20).circles.map(\.score.millionths) == plain
    return [
      Measure(
        what: "the best 20 circles, arcs gathered anew (reference: the pairs alone, in a dictionary)",
        figure: gathering + best, unit: "ms", reference: pairs, limit: .atMost(2000)),
      Measure(what: "the best 1,000, arcs kept", figure: thousand, unit: "ms", reference: pairs),
      Measure(what: "the best 20, arcs kept", figure: best, unit: "ms", reference: pairs, limit: .ratioAtMost(2)),
      Measure(
        what: "no circle about a theme: everything is looked through, arcs kept", figure: all, unit: "ms",
        reference: pairs, limit: .atMost(2000)),
      Measure(
        what: "the best 20 pairs are those of the dictionary (1: yes)", figure: isExact ? 1 : 0, unit: "",
        limit: .atLeast(1)),
      Measure(what: "arcs", figure: Double(arcs.count), unit: ""),
    ]
  }

  /// The middle of three times, in milliseconds.
  private static func time(_ work: () -> Void) -> Double {
    (0..<3).map { _ in
      let start = Gauge.busy
      work()
      return Gauge.busy - start
    }.quantile(0.5)
  }
}

/// Needs and who answers them, made up by chance: some teach many, most a few, everyone seeks four things.
private struct SyntheticTeaching {
  let answered: [TeachingArcs.Answered]

  init(seed: UInt64) {
    var chance = Chance(seed: seed)
    answered = (0..<200_000).map { number in
      let learner = number % 50_000
      let answers = (0..<TeachingArcs.bestPerNeed).compactMap { place -> TeachingArcs.Answer? in
        // The square makes those of low numbers popular.
        let share = Double.random(in: 0..<1, using: &chance)
        let teacher = Int(share * share * 50_000)
        guard teacher != learner else { return nil }
        let score = 0.85 - Double(place) * 0.05 - Double.random(in: 0..<0.3, using: &chance)
        let practice = Practice.ID(bits: UInt128(teacher * 4 + Int.random(in: 0..<4, using: &chance)))
        return .init(Organisation.ID(bits: UInt128(teacher)), practice, Circle.Score(score))
      }
      return .init(Need.ID(bits: UInt128(number)), of: Organisation.ID(bits: UInt128(learner)), answers)
    }
  }
}

extension TeachingArcs {
  /// The scores of the best pairs, found by looking up every arc's opposite.
  fileprivate func pairsPlainly(_ count: Int) -> [Int32] {
    struct Way: Hashable {
      let teacher: UInt32
      let learner: UInt32
    }
    var best: [Way: Int32] = [:]
    for place in 0..<self.count {
      best[Way(teacher: teachers[place], learner: learners[place]), default: 0] = max(
        best[Way(teacher: teachers[place], learner: learners[place])] ?? 0, scores[place])
    }
    let pairs = best.compactMap { way, score -> Int32? in
      guard way.teacher < way.learner, let back = best[Way(teacher: way.learner, learner: way.teacher)] else {
        return nil
      }
      return min(score, back)
    }
    return Array(pairs.sorted(by: >).prefix(count))
  }
}

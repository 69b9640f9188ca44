import Cooperation
import Glibc
import Reference

extension Benchmark {
  static let matching = Benchmark(
    name: "match", about: "one need against 300,000 practices, one core, the best 20 with their reasons"
  ) {
    var world = SyntheticWorld(seed: 2026)
    let bare = filled(&world, withTerms: false)
    world = SyntheticWorld(seed: 2026)
    let (index, bytes, milliseconds) = filled(&world, withTerms: true)
    let asked = (0..<200).map { _ in world.question() }
    let times = asked.map { time($0, index) }
    let sample = asked.prefix(10)
    let plain = sample.map { plainly($0, index, world.practices) }
    let isExact = zip(sample, plain).allSatisfy { asked, plain in
      index.matches(for: asked.matter, of: asked.organisation).map(\.practice) == plain.best
    }
    let count = Double(index.count)
    return [
      Measure(
        what: "match, median (reference: every practice summed and sorted)", figure: times.quantile(0.5), unit: "ms",
        reference: plain.map(\.milliseconds).quantile(0.5), limit: .atMost(10)),
      Measure(what: "match, 99 of 100", figure: times.quantile(0.99), unit: "ms", limit: .atMost(10)),
      Measure(
        what: "the best 20 are those of the plain sum (1: yes)", figure: isExact ? 1 : 0, unit: "", limit: .atLeast(1)),
      Measure(
        what: "memory a practice, without its text", figure: bare.bytes / Double(bare.index.count), unit: "bytes",
        limit: .atMost(200)),
      Measure(what: "memory a practice, with its text", figure: bytes / count, unit: "bytes"),
      Measure(what: "index filled", figure: milliseconds, unit: "ms"),
    ]
  }

  private static func filled(_ world: inout SyntheticWorld, withTerms: Bool) -> (
    index: MatchIndex, bytes: Double, milliseconds: Double
  ) {
    let before = Gauge.memory
    var index = MatchIndex(themes: Themes.all, targets: Goals.targets.keys), busy = 0.0
    index.reserve(300_000)
    for practice in world.practices {
      let organisation = world.organisation()
      var matter = world.matter(words: 40)
      if !withTerms { matter.terms = .none }
      let start = Gauge.busy
      index.put(practice, of: organisation, matter)
      busy += Gauge.busy - start
    }
    let bytes = Gauge.memory - before
    for number in 0..<60_000 {
      index.put(Need.ID(bits: UInt128(number)), of: world.organisation(), world.matter(words: 0))
    }
    return (index, bytes, busy)
  }

  /// The middle of three times, so that what else the machine does counts little.
  private static func time(_ asked: SyntheticWorld.Asked, _ index: MatchIndex) -> Double {
    let times = (0..<3).map { _ in
      let start = Gauge.busy
      let matches = index.matches(for: asked.matter, of: asked.organisation)
      let busy = Gauge.busy - start
      precondition(matches.count == 20, "the synthetic world answers every need")
      return busy
    }
    return times.quantile(0.5)
  }

  /// Every practice summed, all sorted, the first twenty taken.
  private static func plainly(_ asked: SyntheticWorld.Asked, _ index: MatchIndex, _ practices: [Practice.ID]) -> (
    best: [Practice.ID], milliseconds: Double
  ) {
    let start = Gauge.busy
    let question = MatchQuestion(asked.matter, of: asked.organisation, to: index)
    let scored = practices.compactMap { practice in question.score(of: practice).map { (practice, $0) } }
    let best = scored.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(20).map(\.0)
    return (best, Gauge.busy - start)
  }
}

/// Practices and needs made up by chance, as unlike each other as real ones: a few words, themes and cities are common,
/// most are rare.
private struct SyntheticWorld {
  let practices = (0..<300_000).map { Practice.ID(bits: UInt128($0)) }
  private var chance: Chance
  private let themes = Themes.all
  private let targets = Goals.targets.keys.sorted()
  private let countries = Countries.all
  private let words = (0..<60_000).map { "word\($0)" }

  struct Asked {
    let organisation: Organisation.ID
    let matter: Matter
  }

  init(seed: UInt64) { chance = Chance(seed: seed) }

  mutating func organisation() -> Organisation.ID {
    Organisation.ID(bits: UInt128(Int.random(in: 0..<40_000, using: &chance)))
  }

  mutating func matter(words count: Int) -> Matter {
    let country = countries[skewed(countries.count)]
    let topics = (0..<Int.random(in: 1...3, using: &chance)).map { _ in themes[skewed(themes.count)].id }
    let aims = (0..<Int.random(in: 0...2, using: &chance)).map { _ in targets[skewed(targets.count)] }
    let named = count == 0 ? [] : topics.map { Terms.Entry(.theme($0), shown: "", isStrong: true) }
    let told = (0..<count).map { number in
      let word = words[skewed(words.count)]
      return Terms.Entry(.stem(word), shown: word, isStrong: number < 6)
    }
    let size = Double(1 << Int.random(in: 10..<23, using: &chance)) * Double.random(in: 1...2, using: &chance)
    return Matter(
      themes: Set(topics), targets: Set(aims), languages: country.languages,
      setting: Setting(population: Int(size), in: country), terms: Terms(named + told))
  }

  mutating func question() -> Asked { Asked(organisation: organisation(), matter: matter(words: 25)) }

  /// A number below `count`, as Zipf has it but for the first ones, which are not quite so common.
  private mutating func skewed(_ count: Int) -> Int {
    let shift = min(20, Double(count) / 20)
    let rank = shift * pow(Double(count) / shift + 1, Double.random(in: 0..<1, using: &chance))
    return min(count - 1, Int(rank - shift))
  }
}

import Cooperation
import Testing

@Suite("What a list can be narrowed by") struct FacetIndexTests {
  @Test("is full at a bound in one facet, and goes on counting in the others")
  func full() {
    var index = FacetIndex(facets: Self.facets)
    let room = 65_535 / Self.facets
    for number in 0..<(room + 10) {
      let labels: Set<FacetIndex.Label> = [.init(0, "written \(number)"), .init(1, "listed")]
      index.put(
        Need.ID(bits: UInt128(number)), labels, words: "", at: Instant(microseconds: Int64(number)), expires: nil)
    }
    index.put(Need.ID(bits: 1_000_000), [.init(2, "late")], words: "", at: Instant(microseconds: 0), expires: nil)
    let question = FacetIndex.Question(chosen: [nil, nil, nil, nil], on: Self.day)
    let answer: FacetIndex.Answer<Need> = index.answer(question, naming: 1)
    #expect(answer.total == room + 11 && answer.counts[0].count == room)
    #expect(answer.counts[1] == [Count("listed", room + 10)] && answer.counts[2] == [Count("late", 1)])
  }

  private struct Thing {
    let id: Need.ID
    let labels: Set<FacetIndex.Label>
    let words: String
    let moment: Instant
    let expires: Day?

    func put(into index: inout FacetIndex) { index.put(id, labels, words: words, at: moment, expires: expires) }

    func has(_ facet: Int, of values: [String]) -> Bool { values.contains { labels.contains(.init(facet, $0)) } }
  }

  private static let facets = 4
  private static let day = Day(number: 20_000)

  private static func things(_ count: Int, _ chance: inout Chance) -> [Thing] {
    (0..<count).map { number in
      var labels: Set<FacetIndex.Label> = []
      for facet in 0..<facets {
        for _ in 0..<Int(chance.next() % 4) { labels.insert(.init(facet, "v\(chance.next() % 7)")) }
      }
      let words = (0..<3).map { _ in ["rio", "ria", "agua", "limpa", "a"][Int(chance.next() % 5)] }.joined(separator: " ")
      let expires = chance.next() % 3 == 0 ? day.adding(days: Int(chance.next() % 3) - 1) : nil
      let moment = Instant(microseconds: Int64(chance.next() % 50))
      return Thing(id: .init(bits: UInt128(number)), labels: labels, words: words, moment: moment, expires: expires)
    }
  }

  private static func question(_ chance: inout Chance) -> FacetIndex.Question {
    let chosen: [[String]?] = (0..<facets).map { _ in
      switch chance.next() % 4 {
      case 0: ["v\(chance.next() % 8)"]
      case 1: ["v\(chance.next() % 8)", "v\(chance.next() % 8)"]
      default: nil
      }
    }
    let beginnings = [[], ["ri"], ["a", "li"], ["agua"], ["x"]][Int(chance.next() % 5)]
    return .init(chosen: chosen, beginnings: beginnings, on: day)
  }

  /// What looking at one thing after another gives.
  private static func plainly(_ things: [Thing], _ question: FacetIndex.Question) -> FacetIndex.Answer<Need> {
    let current = things.filter { thing in
      thing.expires.map { $0 >= question.day } ?? true
        && question.beginnings.allSatisfy { beginning in
          thing.words.split(separator: " ").contains { $0.hasPrefix(beginning) }
        }
    }
    func fits(_ thing: Thing, but free: Int?) -> Bool {
      (0..<facets).allSatisfy { facet in
        facet == free || question.chosen[facet].map { thing.has(facet, of: $0) } ?? true
      }
    }
    let counts = (0..<facets).map { facet in
      let labels = current.filter { fits($0, but: facet) }.flatMap(\.labels).filter { $0.facet == facet }
      return Dictionary(grouping: labels, by: \.value).map { Count($0.key, $0.value.count) }
        .sorted { ($1.number, $0.value) < ($0.number, $1.value) }
    }
    let fitting = current.filter { fits($0, but: nil) }.sorted { ($1.moment, $1.id) < ($0.moment, $0.id) }
    return .init(total: fitting.count, first: fitting.prefix(9).map(\.id), counts: counts)
  }

  @Test("is counted as by looking at one thing after another, whatever is asked and in whatever order it came")
  func exact() {
    for seed in 0..<40 {
      var chance = Chance(seed: UInt64(seed))
      let things = Self.things(120, &chance)
      var index = FacetIndex(facets: Self.facets), backwards = FacetIndex(facets: Self.facets)
      for thing in things { thing.put(into: &index) }
      for thing in things.reversed() { thing.put(into: &backwards) }
      for _ in 0..<20 {
        let question = Self.question(&chance)
        let answer: FacetIndex.Answer<Need> = index.answer(question, naming: 9)
        #expect(answer == Self.plainly(things, question))
        #expect(backwards.answer(question, naming: 9) == answer)
      }
    }
  }

  @Test("follows what changes and goes, and forgets the rows that are gone")
  func changes() {
    var chance = Chance(seed: 7)
    var known: [Need.ID: Thing] = [:], index = FacetIndex(facets: Self.facets)
    for _ in 0..<3000 {
      let thing = Self.things(1, &chance)[0], id = Need.ID(bits: UInt128(chance.next() % 150))
      if chance.next() % 3 == 0 {
        (known[id], _) = (nil, index.remove(id))
      } else {
        let same = Thing(
          id: id, labels: thing.labels, words: thing.words, moment: thing.moment, expires: thing.expires)
        known[id] = same
        same.put(into: &index)
      }
    }
    #expect(index.count == known.count)
    for _ in 0..<50 {
      let question = Self.question(&chance)
      #expect(index.answer(question, naming: 9) == Self.plainly(Array(known.values), question))
    }
  }

  @Test("answers a snapshot as it was when it was taken")
  func snapshot() {
    var index = FacetIndex(facets: 1)
    let need = Need.ID(bits: 1), question = FacetIndex.Question(chosen: [nil], on: Self.day)
    index.put(need, [.init(0, "a")], words: "", at: Instant(microseconds: 1), expires: nil)
    let before = index
    index.remove(need)
    #expect(before.answer(question, naming: 2) == .init(total: 1, first: [need], counts: [[Count("a", 1)]]))
    #expect(index.answer(question, naming: 2) == .init(total: 0, first: [Need.ID](), counts: [[]]))
  }
}

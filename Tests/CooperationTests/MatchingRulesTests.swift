import Cooperation
import Testing

@Suite("A match") struct MatchingRulesTests {
  private let asker = Organisation.ID(bits: 1), teacher = Organisation.ID(bits: 2), other = Organisation.ID(bits: 3)
  private let one = Practice.ID(bits: 11), two = Practice.ID(bits: 12), three = Practice.ID(bits: 13)

  private func index(_ offers: [(Practice.ID, Organisation.ID, Matter)]) -> MatchIndex {
    var index = MatchIndex(themes: MatchingWorld.themes, targets: MatchingWorld.targets)
    for (practice, organisation, matter) in offers { index.put(practice, of: organisation, matter) }
    return index
  }

  @Test("prefers the same theme to one of its group, and that to the group itself")
  func nearness() {
    let four = Practice.ID(bits: 14)
    let index = index([
      (one, other, Matter(themes: ["group-1"])), (two, other, Matter(themes: ["sector-1-2"])),
      (three, other, Matter(themes: ["sector-1-1"])), (four, other, Matter(themes: ["sector-2-1"])),
    ])
    #expect(index.matches(for: Matter(themes: ["sector-1-1"]), of: asker).map(\.practice) == [three, two, one])
  }

  @Test("counts a theme that few work on for more")
  func rarity() {
    var index = index([(one, other, Matter(themes: ["sector-0-0"])), (two, other, Matter(themes: ["sector-1-0"]))])
    for bits: UInt128 in 100..<140 { index.put(Practice.ID(bits: bits), of: other, Matter(themes: ["sector-0-0"])) }
    let matches = index.matches(for: Matter(themes: ["sector-0-0", "sector-1-0"]), of: asker)
    #expect(matches.first?.practice == two)
    guard case .themes(let rare)? = matches.first?.reasons.first?.fact else { return #expect(Bool(false)) }
    #expect(rare.shared == ["sector-1-0"] && rare.isRare)
    guard case .themes(let common)? = matches.last?.reasons.first?.fact else { return #expect(Bool(false)) }
    #expect(common.shared == ["sector-0-0"] && !common.isRare)
  }

  @Test("is never one's own practice, nor one with nothing in common")
  func left() {
    let same = Matter(languages: ["en"], setting: Setting(population: 9000))
    var themed = same
    themed.themes = ["sector-1-1"]
    let index = index([(one, asker, themed), (two, other, same), (three, teacher, themed)])
    #expect(index.matches(for: themed, of: asker).map(\.practice) == [three])
    #expect(index.matches(for: themed, of: nil).map(\.practice) == [one, three])
    #expect(index.matches(for: same, of: asker).isEmpty)
  }

  @Test("is made by a shared target alone, at less than any shared theme")
  func targets() throws {
    let target = try #require(Target("6.1"))
    let index = index([
      (one, other, Matter(themes: ["sector-2-1"], targets: [target])), (two, other, Matter(themes: ["sector-1-1"])),
    ])
    let matches = index.matches(for: Matter(themes: ["sector-1-1"], targets: [target]), of: asker)
    #expect(matches.map(\.practice) == [two, one])
    #expect(matches.last?.reasons.first { $0.part == .themes }?.score == 0.3)
  }

  @Test("gains when the asker can teach what the other seeks")
  func reciprocity() throws {
    let matter = Matter(themes: ["sector-1-1"])
    var index = index([
      (one, other, matter), (two, teacher, matter), (three, asker, Matter(themes: ["sector-3-0"])),
    ])
    let need = Need.ID(bits: 21)
    index.put(need, of: teacher, Matter(themes: ["sector-3-0"]))
    let matches = index.matches(for: matter, of: asker)
    #expect(matches.map(\.practice) == [two, one])
    let reason = try #require(matches.first?.reasons.first { $0.part == .reciprocity })
    #expect(reason.fact == .reciprocity(.teaches(need: need, themes: ["sector-3-0"], nearness: .same)))
    #expect(matches.last?.reasons.first { $0.part == .reciprocity }?.fact == .reciprocity(.seeksNothing))
    index.remove(need)
    #expect(index.matches(for: matter, of: asker).map(\.practice) == [one, two])
  }

  @Test("gives a reason for every part that has a weight, the one that gives most first")
  func reasons() throws {
    let index = MatchingWorld(seed: 4, practices: 60, needs: 20).index
    let matter = MatchingWorld(seed: 9, practices: 0, needs: 30).needs.map(\.matter).first { $0.themes.count == 3 }
    for match in index.matches(for: try #require(matter), of: asker) {
      #expect(Set(match.reasons.map(\.part)) == Set(Match.Part.allCases))
      let gains = match.reasons.map { $0.score * Match.Weights.standard.share(of: $0.part) }
      #expect(gains == gains.sorted(by: >))
      #expect(abs(gains.reduce(0, +) - match.score) < 1e-9)
      #expect(match.reasons.allSatisfy { (0...1).contains($0.score) } && (0...1).contains(match.score))
    }
    let two = try Match.Weights(themes: 1, text: 0, context: 1, languages: 0, reciprocity: 0)
    #expect(index.matches(for: try #require(matter), of: nil, by: two).first?.reasons.count == 2)
  }

  @Test("with someone who has room, or is known already, comes before one with a stranger who has none")
  func circumstances() throws {
    let matter = Matter(themes: ["sector-1-1"])
    let index = index([(one, other, matter), (two, teacher, matter)])
    var circumstances = Match.Circumstances()
    circumstances.capacities = [other: .load(3, of: 4), teacher: .load(1, of: 4)]
    #expect(index.matches(for: matter, of: asker, in: circumstances).map(\.practice) == [two, one])
    circumstances.capacities[teacher] = .declined("sector-1-1", .otherField, on: Day(number: 20_000))
    let matches = index.matches(for: matter, of: asker, in: circumstances)
    #expect(matches.map(\.practice) == [one, two])
    #expect(matches.first?.reasons.first { $0.part == .capacity }?.score == 0.25)
    circumstances.reaches = [teacher: .partners]
    #expect(index.matches(for: matter, of: asker, in: circumstances).map(\.practice) == [two, one])
    let unknown = try #require(index.matches(for: matter, of: nil).first).reasons
    #expect(unknown.first { $0.part == .capacity } == Match.Reason(score: 0.5, fact: .capacity(.unsaid)))
    #expect(unknown.first { $0.part == .reach }?.fact == .reach(.unasked))
  }

  @Test("is gone once its practice is withdrawn or has expired; a copy made before still has it")
  func gone() throws {
    let day = try #require(Day("2026-11-23"))
    var lasting = Matter(themes: ["sector-1-1"]), passing = lasting
    lasting.expires = day
    passing.expires = day.adding(days: -1)
    var index = index([(one, other, lasting), (two, other, passing), (three, other, Matter(themes: ["sector-1-1"]))])
    let before = index, asked = Matter(themes: ["sector-1-1"])
    index.dropExpired(on: day)
    #expect(index.matches(for: asked, of: asker).map(\.practice) == [one, three])
    index.remove(three)
    index.remove(three)
    #expect(index.matches(for: asked, of: asker).map(\.practice) == [one])
    #expect(index.count == 1 && index.version == before.version + 2)
    #expect(before.matches(for: asked, of: asker).count == 3)
  }

  @Test("is found in an empty world by nobody, and does not trip over what nobody knows")
  func blanks() throws {
    let empty = MatchIndex(themes: [], targets: [])
    #expect(empty.matches(for: MatchingWorld(seed: 1, practices: 1, needs: 0).practices[0].matter, of: nil).isEmpty)
    let strange = Matter(
      themes: ["unheard-of"], targets: [try #require(Target("9.f"))], setting: Setting(population: -5),
      terms: Terms([Terms.Entry(.stem("kerb"), shown: "kerb")]))
    let matches = index([(one, other, strange)]).matches(for: strange, of: asker)
    #expect(matches.map(\.practice) == [one])
    #expect(matches.first?.reasons.first?.fact == .text([.word("kerb")]))
  }
}

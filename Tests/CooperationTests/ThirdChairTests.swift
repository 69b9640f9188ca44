import Cooperation
import Testing

@Suite("The third chair") struct ThirdChairTests {
  private let learner = peer(1, ["pt"], people: 80_000, "MZ", .low),
    teacher = peer(2, ["ar"], people: 90_000, "TN", .lowerMiddle)

  private static func peer(
    _ number: Int, _ languages: [Language], people: Int? = nil, _ country: String = "FR",
    _ income: Country.IncomeGroup? = .high
  ) -> ThirdChair.Peer {
    let land = Country.Code(country).map { Setting.Land(country: $0, income: income, region: "r", subregion: country) }
    return ThirdChair.Peer(
      Organisation(
        id: .init(bits: UInt128(number)), kind: .localGovernment, name: Texts("City \(number)", in: "en"),
        languages: languages), in: Setting(population: people, land: land))
  }

  private func all(
    _ others: [ThirdChair.Peer], funding: [ThirdChair.Funding] = [], works: [ThirdChair.Work] = [],
    versed: [Organisation.ID] = [], teacher: ThirdChair.Peer? = nil
  ) -> [ThirdChair] {
    let teacher = teacher ?? self.teacher, peers = others + [learner, teacher]
    return ThirdChair.all(
      joining: learner, teacher,
      ThirdChair.Known(
        funding: funding, works: works, versed: versed,
        peers: Dictionary(uniqueKeysWithValues: peers.map { ($0.id, $0) })))
  }

  @Test("goes to who speaks a language of each, where the two share none and it knows the matter")
  func bridge() {
    let bridge = Self.peer(3, ["fr", "ar", "pt"]), other = Self.peer(4, ["fr", "pt"])
    let found = all([bridge, other], versed: [bridge.id, other.id])
    #expect(found.map(\.organisation) == [bridge.id] && found.first?.reasons == [.bridge(learner: "pt", teacher: "ar")])
    #expect(all([bridge], versed: []).isEmpty)
    #expect(all([bridge], versed: [bridge.id], teacher: Self.peer(2, ["ar", "pt-BR"])).isEmpty)
  }

  @Test("goes to who has paid into work of one of the two, or done such work in a place alike; most to who has both")
  func reasons() {
    let funder = Self.peer(3, ["en"]), worker = Self.peer(4, ["en"]),
      alike = Self.peer(5, ["en"], people: 100_000, "TZ", .low)
    let one = Partnership.ID(bits: 7), two = Partnership.ID(bits: 8)
    let funding = [ThirdChair.Funding(by: funder.id, of: learner.id, in: one)]
    let work = ThirdChair.Work(two, on: "water-supply", [worker.id, alike.id])
    let found = all([funder, worker, alike], funding: funding, works: [work])
    #expect(found.map(\.organisation) == [funder.id, worker.id])
    #expect(found.last?.reasons == [.experience(with: alike.id, like: learner.id, on: "water-supply", in: two)])
    let both = ThirdChair.Work(two, on: "water-supply", [worker.id, funder.id, alike.id])
    #expect(all([funder, worker, alike], funding: funding, works: [both]).first?.score == 0.6)
  }

  @Test("is never for the two themselves, nor for work with a place unlike theirs or one of them")
  func nobody() {
    let worker = Self.peer(4, ["en"]), far = Self.peer(5, ["en"], people: 9_000_000, "TZ", .low)
    let unknown = Self.peer(6, ["en"])
    let works = [
      ThirdChair.Work(.init(bits: 7), on: "housing", [worker.id, far.id]),
      ThirdChair.Work(.init(bits: 8), on: "housing", [worker.id, unknown.id]),
      ThirdChair.Work(.init(bits: 9), on: "housing", [worker.id, learner.id]),
    ]
    #expect(all([worker, far, unknown], works: works).isEmpty)
    let funding = [ThirdChair.Funding(by: teacher.id, of: learner.id, in: .init(bits: 7))]
    #expect(all([], funding: funding).isEmpty)
  }
}

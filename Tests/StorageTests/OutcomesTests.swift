import Cooperation
import SQL
import Storage
import TestSupport
import Testing

@Suite("What came of a partnership") struct OutcomesTests {
  private let year = noon.day

  private func libraries() throws -> Outcome {
    let indicator = try Indicator(
      id: .number(1), title: Texts("Bibliotecas abertas", in: "pt", translations: ["en": "Libraries open"]),
      measure: .unit, unit: "libraries", baseline: .init(year: 2019, value: amount("0")),
      periods: [
        .init(id: .number(1), start: year, end: year.adding(days: 364), target: amount("12.50"), actual: nil),
        .init(
          id: .number(2), start: year.adding(days: 365), end: year.adding(days: 729), target: nil,
          actual: amount("-3")),
      ])
    let words = Indicator(id: .number(2), title: Texts("Trust", in: "en"), measure: .qualitative, ascending: false)
    return Outcome(
      id: .number(1), partnership: .number(1), level: .outcome,
      title: Texts("Mais leitura", in: "pt", translations: ["fr": "Plus de lecture"]),
      about: Texts("In every ward", in: "en"), indicators: [indicator, words])
  }

  private let training = Outcome(
    id: .number(2), partnership: .number(1), level: .activity, title: Texts("Training", in: "en"))

  private func amount(_ text: String) throws -> Amount { try #require(Amount(text)) }

  private func database(_ engine: Engine) throws -> any Database {
    try world(engine) { session in
      try session.partnerships.insert(Bond.whole(), at: noon)
      try session.outcomes.insert(libraries(), at: noon)
      try session.outcomes.insert(training, .imported, at: noon)
    }
  }

  @Test("comes back as it went in, from what was done to what it changed", arguments: Engine.allCases)
  func roundTrip(engine: Engine) throws {
    try database(engine).read { session throws in
      #expect(try session.outcomes.of(.number(1)) == [training, libraries()])
      #expect(try session.outcomes.require(of: .number(2)) == libraries())
      #expect(try session.outcomes.of(.number(9)) == [])
      #expect(throws: Missing(Outcome.ID.number(9))) { try session.outcomes.require(.number(9)) }
    }
  }

  @Test("keeps what was said in words beside its figure", arguments: Engine.allCases)
  func words(engine: Engine) throws {
    let database = try database(engine)
    var told = try libraries()
    told.indicators[0].periods[1].words = Texts("Contámos.", in: "pt", translations: ["en": "We counted."])
    try database.transaction { try $0.outcomes.update(told, at: noon) }
    told.revision = 2
    #expect(try database.read { try $0.outcomes.find(told.id) } == told)
    try database.transaction { try $0.outcomes.delete(told) }
    #expect(try database.ints("SELECT COUNT(*) FROM wording WHERE field = 'words'") == [0])
  }

  @Test("is confirmed as it stands, word after word within one millisecond", arguments: Engine.allCases)
  func figures(engine: Engine) throws {
    let database = try database(engine)
    let period = Indicator.Period.ID.number(2)
    func say(_ stance: Claim.Stance, _ city: Organisation.ID, counter: String? = nil) throws {
      let voice = Claim.Voice(
        organisation: city, stance: stance, reason: stance == .disputes ? "Ten" : "", person: rui.id, at: noon,
        counter: counter.flatMap { Amount($0) })
      try database.transaction { try $0.outcomes.hear(voice, on: period) }
    }
    func state() throws -> Claim.State {
      try database.read { try $0.outcomes.claims(of: .number(1))[period].state }
    }
    func change(_ change: (inout Indicator) throws -> Void) throws {
      try database.transaction { session in
        var outcome = try session.outcomes.require(of: period)
        try change(&outcome.indicators[0])
        try session.outcomes.update(outcome, at: noon)
      }
    }
    try say(.claims, Bond.b)
    try say(.confirms, Bond.m)
    #expect(try state() == .confirmed)
    try change { $0.periods[1].actual = try amount("-3.0") }
    #expect(try state() == .confirmed)
    try change { $0.periods[1].actual = try amount("4") }
    #expect(try state() == .silent)
    try say(.claims, Bond.b)
    try say(.disputes, Bond.m, counter: "5")
    #expect(try state() == .disputed)
    try change { $0.periods[1].actual = try amount("5") }
    #expect(try state() == .claimed, "the one who gave that figure claims it")
    try change { $0.unit = "books" }
    #expect(try state() == .silent)
    let history = try database.read { try $0.outcomes.claims(of: .number(1)).history(of: period) }
    #expect(history.map(\.stance) == [.claims, .confirms, .claims, .disputes])
    #expect(history.map { $0.figure?.value } == ["-3", "-3", "4", "4"])
    #expect(history.last?.counter == Amount("5"))
  }

  @Test("is changed by whoever has seen the latest change", arguments: Engine.allCases)
  func updating(engine: Engine) throws {
    let database = try database(engine)
    var edited = try libraries()
    edited.about = nil
    edited.indicators.reverse()
    edited.indicators[1].periods[0].actual = try amount("7")
    edited.indicators[1].periods.removeLast()
    edited.indicators[1].baseline = nil
    try database.transaction { try $0.outcomes.update(edited, at: noon) }
    edited.revision = 2
    #expect(try database.read { try $0.outcomes.find(edited.id) } == edited)
    let stale = try libraries()
    #expect(throws: Stale(stale.id)) { try database.transaction { try $0.outcomes.update(stale, at: noon) } }
    try database.transaction { try $0.outcomes.delete(edited) }
    #expect(throws: Missing(edited.id)) { try database.transaction { try $0.outcomes.delete(edited) } }
    #expect(try database.ints("SELECT COUNT(*) FROM period") == [0])
    #expect(throws: Missing(edited.id)) { try database.transaction { try $0.outcomes.update(edited, at: noon) } }
  }

  @Test("is claimed by one side and confirmed or disputed by the other, figure by figure", arguments: Engine.allCases)
  func claims(engine: Engine) throws {
    let database = try database(engine)
    let (first, second) = (Indicator.Period.ID.number(1), Indicator.Period.ID.number(2))
    func voice(_ stance: Claim.Stance, _ city: Organisation.ID) -> Claim.Voice {
      Claim.Voice(
        organisation: city, stance: stance, reason: stance == .disputes ? "Ten" : "", person: rui.id, at: noon)
    }
    try database.transaction { session in
      try session.outcomes.hear(voice(.claims, Bond.b), on: first)
      try session.outcomes.hear(voice(.confirms, Bond.m), on: first)
      try session.outcomes.hear(voice(.claims, Bond.b), on: second)
      try session.outcomes.hear(voice(.disputes, Bond.m), on: second)
      try session.outcomes.hear(voice(.confirms, Bond.m), on: training.id)
    }
    let claims = try database.read { try $0.outcomes.claims(of: .number(1)) }
    #expect(claims[first].state == .confirmed)
    #expect(claims[second].state == .disputed)
    #expect(claims[Outcome.ID.number(1)].state == .silent)
    #expect(claims[training.id].state == .claimed)
    #expect(claims[training.id].isImported && claims[training.id].parties == [Bond.b, Bond.m])
    #expect(throws: Missing(Outcome.ID.number(9))) {
      try database.transaction { try $0.outcomes.hear(voice(.claims, Bond.b), on: Outcome.ID.number(9)) }
    }
    #expect(throws: Missing(Indicator.Period.ID.number(9))) {
      try database.transaction { try $0.outcomes.hear(voice(.claims, Bond.b), on: Indicator.Period.ID.number(9)) }
    }
  }
}

import Cooperation
import Storage

extension SlowRivers {
  /// Results of Nhamatare and Santa Clariva: a figure that both confirm, one that one side disputes, one claimed by one
  /// side only, and one that nobody has reported.
  func outcomes(of pair: Partnership, _ people: [String: Person]) throws {
    let blocked = try period("2026-01-01", "2026-09-30", target: "20", actual: "17")
    let trees = try period("2026-01-01", "2026-09-30", target: "6", actual: "9")
    let trained = try period("2025-06-01", "2026-05-31", target: "30", actual: "34")
    var heard = try period("2026-01-01", "2026-09-30", target: nil, actual: nil)
    heard.words = Texts(
      "People greet the keepers by name. Two streets still throw rubbish into the drain.", in: "en",
      translations: ["pt": "As pessoas cumprimentam quem cuida pelo nome. Duas ruas ainda jogam lixo na vala."])
    try streets(of: pair, blocked, heard)
    try coastsAndCommittees(of: pair, trees, trained)
    try say(.claims, "nhamatare", people["rui"], on: blocked.id, days: 50)
    try say(.confirms, "clariva", people["ines"], on: blocked.id, days: 44)
    try say(.claims, "nhamatare", people["rui"], on: heard.id, days: 50)
    try say(.claims, "nhamatare", people["rui"], on: trees.id, days: 50)
    try say(
      .disputes, "clariva", people["ines"], on: trees.id, days: 43,
      because: "We counted 6 hectares alive in September, not 9.")
    try say(.claims, "clariva", people["ines"], on: trained.id, days: 100)
  }

  private func streets(of pair: Partnership, _ blocked: Indicator.Period, _ heard: Indicator.Period) throws {
    let next = try period("2026-10-01", "2027-03-31", target: "15", actual: nil)
    try keep(
      pair, .outcome,
      Texts(
        "Streets of two wards stay dry after rain", in: "en",
        translations: ["pt": "As ruas de dois bairros ficam secas depois da chuva"]),
      [
        Indicator(
          id: world.identifier(),
          title: Texts(
            "Blocked drains found after the first storm", in: "en",
            translations: ["pt": "Valas entupidas depois do primeiro temporal"]),
          measure: .unit, unit: "drains", ascending: false, baseline: try baseline(2024, "48"),
          periods: [blocked, next]),
        Indicator(
          id: world.identifier(),
          title: Texts(
            "What neighbours say of it", in: "en", translations: ["pt": "O que a vizinhança diz disso"]),
          measure: .qualitative, periods: [heard]),
      ])
  }

  private func coastsAndCommittees(
    of pair: Partnership, _ trees: Indicator.Period, _ trained: Indicator.Period
  ) throws {
    try keep(
      pair, .output,
      Texts("Mangroves stand on two coasts", in: "en", translations: ["es": "Hay manglares en dos costas"]),
      [
        Indicator(
          id: world.identifier(),
          title: Texts("Hectares planted and alive", in: "en", translations: ["es": "Hectáreas plantadas y vivas"]),
          measure: .unit, unit: "ha", baseline: try baseline(2024, "0"), periods: [trees])
      ])
    try keep(
      pair, .activity, Texts("Street committees learn from street committees", in: "en"),
      [
        Indicator(
          id: world.identifier(), title: Texts("Residents trained", in: "en"), measure: .unit, unit: "people",
          periods: [trained])
      ])
  }

  private func keep(_ pair: Partnership, _ level: Outcome.Level, _ title: Texts, _ indicators: [Indicator]) throws {
    let outcome = Outcome(
      id: world.identifier(), partnership: pair.id, level: level, title: title, indicators: indicators)
    try world.session.outcomes.insert(outcome, at: world.ago(120))
  }

  private func period(_ start: String, _ end: String, target: String?, actual: String?) throws -> Indicator.Period {
    try Indicator.Period(
      id: world.identifier(), start: Guide.day(start), end: Guide.day(end), target: target.flatMap { Amount($0) },
      actual: actual.flatMap { Amount($0) })
  }

  private func baseline(_ year: Int, _ text: String) throws -> Indicator.Baseline {
    guard let amount = Amount(text) else { preconditionFailure("\(text) is an amount") }
    return try Indicator.Baseline(year: year, value: amount)
  }

  private func say(
    _ stance: Claim.Stance, _ city: String, _ person: Person?, on period: Indicator.Period.ID, days: Int,
    because reason: String = ""
  ) throws {
    guard let person else { preconditionFailure("someone speaks for \(city)") }
    try world.session.outcomes.hear(
      Claim.Voice(organisation: self[city].id, stance: stance, reason: reason, person: person.id, at: world.ago(days)),
      on: period)
  }
}

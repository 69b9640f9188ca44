import Cooperation
import Storage

extension SlowRivers {
  /// Partnerships in every stage and with every kind of word about them.
  func partnerships(_ people: [String: Person]) throws {
    try nhamatareAndClariva(people)
    let south = try partnership(
      Texts("Orçamentos que se entendem", in: "pt", translations: ["en": "Budgets that people understand"]),
      .southSouth,
      ["potoia", "nhamatare"], ["participatory-budgeting"], .agreed(on: day(40)), began: "2013-05-01")
    try say(.claims, "potoia", people["celia"], on: south, days: 40)
    try world.log(
      south, .meeting, day(30).description,
      Texts("Duas horas por vídeo: como lemos o orçamento nos bairros.", in: "pt"), by: self["potoia"],
      given: PeerDays(tenths: 5) ?? .none, received: PeerDays(tenths: 5) ?? .none)
    let proposed = try partnership(
      Texts("Lire l’eau ensemble", in: "fr", translations: ["en": "Reading the water together"]), .cityToCity,
      ["zitoun", "nhamatare"],
      ["drainage-and-floods"], .proposed(by: self["zitoun"].id, on: day(6)), began: nil)
    try say(.claims, "zitoun", people["karim"], on: proposed, days: 6)
    try checklist(of: proposed, people)
    let asleep = try partnership(
      Texts("Lembork – Ostrahaven", in: "en"), .twinning, ["lembork", "ostra"], [],
      .agreed(on: Guide.day("1986-06-01")), began: "1986-06-01")
    try world.log(asleep, .note, "2014-09-12", Texts("A letter for the anniversary.", in: "en"), by: self["lembork"])
    let disputed = try partnership(
      Texts("Rain and data", in: "en"), .programme, ["ostra", "kotagede"], ["data-and-monitoring"],
      .agreed(on: Guide.day("2019-03-01")),
      began: "2019-03-01")
    try say(.claims, "ostra", people["lotte"], on: disputed, days: 300)
    try say(
      .disputes, "kotagede", people["admin"], on: disputed, days: 200,
      because: "The project was planned together, but never began.")
    try abandoned(of: disputed, people)
    let ended = try partnership(
      Texts("Marchés du matin", in: "fr", translations: ["en": "Morning markets", "ar": "أسواق الصباح"]), .triangular,
      ["qasr", "zitoun", "ostra"],
      ["public-markets"], .ended(on: day(200), why: .completed), began: "2021-01-10")
    for (city, person) in [("qasr", "salma"), ("zitoun", "karim"), ("ostra", "lotte")] {
      try say(city == "qasr" ? .claims : .confirms, city, people[person], on: ended, days: 190)
    }
  }

  private func nhamatareAndClariva(_ people: [String: Person]) throws {
    let agreement = try Agreement(
      kind: .memorandum, signed: Guide.day("2025-05-14"), endsOn: Guide.day("2028-05-13"),
      aspects: [
        "Residents keep the drains of two wards open", "Fishers plant mangroves on two coasts",
        "Two visits a year, each city pays for its own",
      ],
      signatories: [
        .init(organisation: self["nhamatare"].id, name: "Amélia Tivane", title: "Presidente do Conselho Municipal"),
        .init(organisation: self["clariva"].id, name: "Jorge Alvia", title: "Alcalde"),
      ])
    let pair = try partnership(
      Texts("Valas e mangais", in: "pt", translations: ["en": "Drains and mangroves", "es": "Desagües y manglares"]),
      .cityToCity,
      ["nhamatare", "clariva"], ["drainage-and-floods", "coasts-and-seas"], .signed(agreement), began: "2023-03-01")
    try say(.claims, "nhamatare", people["rui"], on: pair, days: 180)
    try say(.confirms, "clariva", people["ines"], on: pair, days: 170)
    for (kind, date, text, language, by, given, received) in [
      (
        LogEntry.Kind.visit, "2025-06-20", "Quatro técnicas de Nhamatare viram os comités de rua trabalhar.",
        "pt" as Language, "nhamatare", 0, 120
      ),
      (.decision, "2025-07-02", "Empezamos con dos barrios: Praia y Mercado.", "es", "clariva", 0, 0),
      (
        .visit, "2026-03-12", "Tres pescadores de Santa Clariva plantaron con los de Nhamatare.", "es", "clariva", 0, 90
      ),
      (.result, "2026-09-30", "Os bloqueios nas valas da Praia caíram de 48 para 17.", "pt", "nhamatare", 0, 0),
    ] {
      try world.log(
        pair, kind, date, Texts(text, in: language), by: self[by], given: PeerDays(tenths: given) ?? .none,
        received: PeerDays(tenths: received) ?? .none)
    }
    try world.log(
      pair, .visit, "2026-05-19",
      Texts("Os pescadores mostraram aos de Santa Clariva como se criam as mudas.", in: "pt"), by: self["nhamatare"],
      given: PeerDays(tenths: 70) ?? .none)
    try contributions(to: pair)
    try outcomes(of: pair, people)
    try supervisions(of: pair, people)
  }

  /// Money in two currencies that are never added, a refund, and what is worth money.
  private func contributions(to partnership: Partnership) throws {
    for (kind, city, units, code, day, note) in [
      (Contribution.Kind.budget, "nhamatare", 124_000_000, "MZN", "2025-06-01", "Orçamento municipal de 2025"),
      (.expenditure, "nhamatare", 31_000_000, "MZN", "2025-09-30", "Ferramentas para os comités de rua"),
      (.disbursement, "clariva", 420_000, "USD", "2025-11-10", "Viajes de las técnicas"),
      (.disbursement, "clariva", -35_050, "USD", "2026-04-02", "Devolución: un viaje menos"),
      (.inKind, "nhamatare", 90_000, "USD", "2026-03-12", "Alojamento e mudas de mangal"),
    ] {
      guard let currency = Currency(code), let day = Day(day) else { preconditionFailure("\(code) is a currency") }
      try world.session.contributions.insert(
        Contribution(
          id: world.identifier(), partnership: partnership.id, kind: kind, organisation: self[city].id,
          money: Money(minorUnits: Int64(units), currency), day: day, note: note))
    }
  }

  private func day(_ daysAgo: Int) -> Day { world.ago(daysAgo).day }

  private func partnership(
    _ title: Texts, _ form: Partnership.Form, _ cities: [String], _ themes: Set<Theme.ID>, _ stage: Partnership.Stage,
    began: String?
  ) throws -> Partnership {
    let partnership = Partnership(
      id: world.identifier(), title: title, form: form, parties: try Parties(cities.map { Party(self[$0].id) }),
      stage: stage,
      topic: Topic(themes: themes), began: began.flatMap { Day($0) })
    try world.session.partnerships.insert(partnership, at: world.ago(200))
    return partnership
  }

  private func say(
    _ stance: Claim.Stance, _ city: String, _ person: Person?, on partnership: Partnership, days: Int,
    because reason: String = ""
  ) throws {
    guard let person else { preconditionFailure("someone speaks for \(city)") }
    try world.session.partnerships.hear(
      Claim.Voice(organisation: self[city].id, stance: stance, reason: reason, person: person.id, at: world.ago(days)),
      on: partnership.id)
  }
}

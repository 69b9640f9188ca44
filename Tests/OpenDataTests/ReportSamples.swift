import Cooperation

@testable import OpenData

/// Partnerships to report on, made up for these tests.
enum Sample {
  static let now = Instant(start: day(2026, 11, 23))

  static func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
    Day(year: year, month: month, day: day) ?? Day(number: 0)
  }

  static func country(_ code: String) throws -> Country.Code {
    guard let country = Country.Code(code) else { throw Absent() }
    return country
  }

  static func money(_ minorUnits: Int64, _ currency: String = "EUR") throws -> Money {
    guard let currency = Currency(currency) else { throw Absent() }
    return Money(minorUnits: minorUnits, currency)
  }

  static func amount(_ text: String) throws -> Amount {
    guard let amount = Amount(text) else { throw Absent() }
    return amount
  }

  struct Absent: Error {}

  static let north = Organisation(
    id: .init(bits: 1), kind: .localGovernment, name: Texts("Stadt Norden & Söhne <1>", in: "de"),
    country: Country.Code("DE"), place: GeoNamesNumber(100), website: "https://norden.example/?a=1&b=2",
    identifiers: [.init(.iati, "DE-CR-HRB1")])
  static let south = Organisation(
    id: .init(bits: 2), kind: .localGovernment,
    name: Texts("Município do Sul", in: "pt", translations: ["ar": "بلدية الجنوب"]), country: Country.Code("MZ"),
    identifiers: [.init(.wikidata, "Q12")])
  static let donor = Organisation(
    id: .init(bits: 3), kind: .internationalOrganisation, name: Texts("A fund", in: "en"))

  /// Two cities with everything that can be told: themes, money, results, and what each says.
  static func record() throws -> PartnershipRecord {
    let agreement = try Agreement(
      kind: .memorandum, signed: day(2024, 2, 29), endsOn: day(2027, 2, 28), aspects: ["Água & saneamento", "Mercados"])
    let partnership = Partnership(
      id: .init(bits: 9),
      title: Texts("Mercados seguros", in: "pt", translations: ["en": "Safe markets", "ar": "أسواق"]),
      form: .cityToCity,
      parties: try Parties([Party(north.id, .lead), Party(south.id)]), stage: .signed(agreement),
      about: Texts("Duas cidades <aprendem> uma da outra.\u{FFFF}", in: "pt"),
      topic: Topic(
        themes: ["water-supply", "public-markets", "waste-management"],
        targets: [try target("11.3"), try target("6.1")]),
      began: day(2024, 1, 15))
    let parties = [north.id, south.id]
    let claim = Claim(among: parties, voices: parties.map { voice($0, .claims) }, isImported: false)
    var record = PartnershipRecord(
      partnership, claim: claim, organisations: [north.id: north, south.id: south, donor.id: donor], changed: now)
    record.page = "https://copolis.example/partnerships/par_1"
    record.places = [GeoNamesNumber(100): try place()]
    record.contributions = [
      contribution(1, .budget, north.id, try money(100_001), day(2024, 3, 1), until: day(2027, 2, 28)),
      contribution(2, .commitment, north.id, try money(50_000), day(2024, 3, 1)),
      contribution(3, .disbursement, donor.id, try money(1_500, "JPY"), day(2025, 3, 1)),
      contribution(4, .expenditure, north.id, try money(-20), day(2025, 4, 1)),
      contribution(5, .expenditure, nil, try money(70), day(2030, 1, 1)),
      contribution(6, .inKind, south.id, try money(9_999), day(2025, 4, 1)),
    ]
    record.outcomes = [.init(try outcome(), .confirmed)]
    return record
  }

  static func voice(_ party: Organisation.ID, _ stance: Claim.Stance, because reason: String = "") -> Claim.Voice {
    Claim.Voice(
      organisation: party, stance: stance, reason: reason, person: .init(bits: 5), at: Instant(start: day(2025, 3, 1)))
  }

  static func contribution(
    _ number: UInt128, _ kind: Contribution.Kind, _ giver: Organisation.ID?, _ money: Money, _ day: Day,
    until: Day? = nil
  ) -> Contribution {
    Contribution(
      id: .init(bits: number), partnership: .init(bits: 9), kind: kind, organisation: giver, money: money, day: day,
      until: until, note: number == 2 ? "Primeira parte" : "")
  }

  static func outcome() throws -> Outcome {
    let period = try Indicator.Period(
      id: .init(bits: 7), start: day(2024, 1, 1), end: day(2024, 12, 31), target: amount("12"), actual: amount("10.5"))
    let title = Texts("Mercados com água", in: "pt")
    return Outcome(
      id: .init(bits: 6), partnership: .init(bits: 9), level: .outcome, title: title, about: title,
      indicators: [
        Indicator(
          id: .init(bits: 61), title: title, measure: .unit, unit: "mercados",
          baseline: try .init(year: 2023, value: amount("3")), periods: [period]),
        Indicator(
          id: .init(bits: 62), title: title, measure: .qualitative, baseline: try .init(year: 2023, value: amount("2")),
          periods: [period]),
      ])
  }

  private static func target(_ code: String) throws -> Target {
    guard let target = Target(code) else { throw Absent() }
    return target
  }

  private static func place() throws -> Place {
    guard let position = Position(latitude: 53.59637, longitude: -7.2) else { throw Absent() }
    return Place(
      id: GeoNamesNumber(100), name: "Norden", country: try country("DE"), division: "", position: position,
      population: nil)
  }
}

import Cooperation
import Languages
import Markup

@testable import Pages

/// Pages of the landscape with made-up values.
enum LandscapePages {
  static let frame = Frame { "/assets/\($0)" }

  static func reader(_ language: Language = "en", path: String = "/landscape", query: String = "") -> Reader {
    Reader(words: .speaking([language]), path: path, query: query, now: Instant(microseconds: 1_780_000_000_000_000))
  }

  static func html(_ page: some Page, _ reader: Reader = reader()) -> HTML { frame.html(of: page, for: reader) }

  static let pieces = Pieces(
    needs: Listing(
      items: [
        brief("Streets that flood every January", "Nhamatare", "MZ"),
        brief("A waste fee that households <will> pay", "Lembork", "PL"),
        brief("Teaching the council to read a budget", "Oued Zitoun", "TN"),
      ], total: 214, page: 1, per: 4),
    practices: Listing(
      items: [
        brief("Residents repair the storm drains", "Santa Clariva", "EC"),
        brief("A market moved without a fight", "Potoia do Sul", "BR"),
      ], total: 1380, page: 1, per: 4))

  static let evolution = Evolution(
    years: (1950...2026).map { year in
      Evolution.Year(year, [.twinning: 1 + (year * 7) % 40, .southSouth: max(0, year - 2008), .cityToCity: year % 6])
    }, undated: 15_000)

  static let figures = CountryFigures(
    organisations: [.localGovernment: 53, .association: 1, .academic: 2], spokenFor: 3, towns: 61, tiedTowns: 24,
    partnerships: [
      .twinning: Tally([.inferred: 80, .confirmed: 2]), .southSouth: Tally([.confirmed: 3, .disputed: 1]),
    ],
    themes: [
      ThemeFigures("drainage-and-floods", needs: 4),
      ThemeFigures("water-supply", needs: 2, practices: 3, partnerships: 4),
      ThemeFigures("housing", practices: 2),
    ])

  static let search = SearchPage(
    "storm <drains>",
    Listing(
      items: [
        SearchPage.Found(
          .practice, Texts("Residents repair the drains", in: "en").reading(in: ["en"]), at: "/practices/1",
          snippet: [.init("They clear the ", isMatch: false), .init("drains", isMatch: true)],
          in: Country.Code("EC"))
      ], total: 41, page: 1, per: 20),
    facets: [Facet("kind", "Kind", [.init("practice", "Practice", count: 41, isChosen: false)])],
    isRelaxed: true)

  private static func brief<Item>(_ title: String, _ organisation: String, _ country: String) -> LibraryBrief<Item> {
    let bits = UInt128(title.utf8.count)
    return LibraryBrief(
      id: Identifier(bits: bits), title: Texts(title, in: "en").reading(in: ["en"]),
      organisation: Organisation.Brief(
        id: Identifier(bits: bits), kind: .localGovernment, name: Texts(organisation, in: "en").reading(in: ["en"]),
        acronym: "", country: Country.Code(country), place: nil, placeName: organisation, standing: .invented,
        relations: 2),
      country: Country.Code(country), themes: ["drainage-and-floods"], languages: ["en"], shelf: Shelf())
  }
}

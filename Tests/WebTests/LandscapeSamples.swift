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
    needs: [
      piece("Streets that flood every January", "/needs/1", "Nhamatare", "MZ", 82_000),
      piece("A waste fee that households <will> pay", "/needs/2", "Lembork", "PL", 61_000),
      piece("Teaching the council to read a budget", "/needs/3", "Oued Zitoun", "TN", nil),
    ], of: 214,
    practices: [
      piece("Residents repair the storm drains", "/practices/1", "Santa Clariva", "EC", 96_000),
      piece("A market moved without a fight", "/practices/2", "Potoia do Sul", "BR", 300_000),
    ], of: 1380)

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

  private static func piece(
    _ title: String, _ address: String, _ organisation: String, _ country: String, _ population: Int?
  ) -> Piece {
    Piece(
      Texts(title, in: "en"), at: address, of: Texts(organisation, in: "en"), in: Country.Code(country),
      population: population)
  }
}

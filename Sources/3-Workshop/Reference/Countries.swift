package import Cooperation

/// The countries and territories of the world, and the regions they lie in.
package enum Countries {
  /// By their codes' order.
  package static let all: [Country] = Sheet("countries.tsv").rows { cells in
    let column = { cells[columns[$0] ?? 0] }
    guard let id = Country.Code(cells[0]), let latitude = Double(column("latitude")),
      let longitude = Double(column("longitude")),
      let position = Position(latitude: latitude, longitude: longitude)
    else { return nil }
    return Country(
      id: id, names: names(cells, columns), region: column("region"), subregion: column("subregion"),
      income: Country.IncomeGroup(rawValue: column("income")),
      groups: Set(Country.Group.allCases.filter { column($0.rawValue) == "1" }), currency: Currency(column("currency")),
      languages: column("languages").split(separator: " ").compactMap { Language($0) }, position: position,
      population: Int(column("population")))
  }

  package static subscript(_ code: Country.Code) -> Country? { byCode[code] }

  /// Regions and sub-regions by their United Nations M49 code.
  package static let regions: [Region] = {
    let sheet = Sheet("regions.tsv")
    let columns = places(sheet, ["en", "fr", "es", "pt", "ar"])
    return sheet.rows { Region(code: $0[0], parent: $0[1], names: names($0, columns)) }
  }()

  package static func region(_ code: String) -> Region? { regions.first { $0.code == code } }

  /// The countries in a region, by its code, however deep; none for a code that is no region's.
  package static func within(_ region: String) -> [Country.Code] {
    var codes: Set<String> = [region]
    // Each region stands after its parent.
    for other in regions where codes.contains(other.parent) { codes.insert(other.code) }
    return all.filter { codes.contains($0.region) || codes.contains($0.subregion) }.map(\.id)
  }

  /// What each country is called in a language; in English where the interface does not speak it.
  package static func called(in language: Language) -> Names { named[language] ?? english }

  /// What each country is called in one language.
  package struct Names: Sendable {
    private let all: [String?]

    fileprivate init(in language: Language) {
      var all = [String?](repeating: nil, count: 676)
      for country in Countries.all {
        all[country.id.place] = country.names[language] ?? country.names["en"] ?? ""
      }
      self.all = all
    }

    /// Nil where the code is no country's.
    package subscript(_ code: Country.Code) -> String? { all[code.place] }
  }

  private static let named = Dictionary(uniqueKeysWithValues: Language.interface.map { ($0, Names(in: $0)) })
  private static let english = Names(in: "en")

  private static let byCode = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
  private static let columns = places(
    Sheet("countries.tsv"),
    [
      "region", "subregion", "income", "ldc", "lldc", "sids", "currency", "languages", "latitude", "longitude",
      "population", "en", "fr", "es", "pt", "ar",
    ])
}

/// A region of the world, by its United Nations M49 code.
package struct Region: Sendable, Hashable {
  package let code: String
  /// The code of the region around it; empty for the world.
  package let parent: String
  package let names: [Language: String]
}

/// Where each of `names` stands among the columns of `sheet`.
func places(_ sheet: Sheet, _ names: [String]) -> [String: Int] {
  Dictionary(uniqueKeysWithValues: names.map { ($0, sheet.column($0)) })
}

/// The names in the interface languages that a line has.
func names(_ cells: [String], _ columns: [String: Int], prefix: String = "") -> [Language: String] {
  Dictionary(
    uniqueKeysWithValues: Language.interface.compactMap { language in
      columns[prefix + language.tag].map { (language, cells[$0]) }
    }
  ).filter { !$0.value.isEmpty }
}

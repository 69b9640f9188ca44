import Cooperation
import Reference

extension PartnershipRecord {
  /// DAC purpose codes of its themes, each theme weighing the same; "not specified" where it names none.
  var sectors: [ActivityReport.Share] {
    let purposes = partnership.topic.themes.sorted().compactMap { Self.purpose(of: $0) }
    guard !purposes.isEmpty else { return [.init("99810", .all)] }
    return Self.shares(of: purposes)
  }

  /// Where it is for: the countries of those it joins that are not of high income, else all of them.
  ///
  /// Both cities learn; but the standard asks who receives, and its readers count what reaches poorer countries.
  var recipients: (countries: [ActivityReport.Share], regions: [ActivityReport.Share]) {
    let all = countries.filter { CodeLists["Country"]?[$0.text] != nil }
    let poorer = all.filter { Countries[$0]?.income != .high }
    let chosen = poorer.isEmpty ? all : poorer
    guard !chosen.isEmpty else { return ([], [.init("998", .all)]) }
    return (Self.shares(of: Array(Set(chosen.map(\.text)))), [])
  }

  /// List ActivityScope: 4 within a country, 3 in several; empty where a party's country is unknown.
  var scope: String {
    let joined = partnership.parties.speaking
    guard countries.count == joined.count else { return "" }
    return Set(countries).count == 1 ? "4" : "3"
  }

  /// Where those it joins sit.
  var locations: [ActivityReport.Location] {
    partnership.parties.speaking.compactMap { organisations[$0]?.place.flatMap { places[$0] } }.map { place in
      // Invented places have numbers below zero.
      ActivityReport.Location(
        name: Texts(place.name, in: partnership.title.original), position: place.position,
        geonames: place.id.number > 0 ? place.id.number : nil)
    }
  }

  private var countries: [Country.Code] { partnership.parties.speaking.compactMap { organisations[$0]?.country } }

  /// The code to export for a theme, or for the wider one it is part of.
  private static func purpose(of theme: Theme.ID) -> String? {
    guard let theme = Themes[theme] else { return nil }
    return theme.purposes.first ?? theme.parent.flatMap { Themes[$0]?.purposes.first }
  }

  private static func shares(of codes: [String]) -> [ActivityReport.Share] {
    let counts = Dictionary(codes.map { ($0, 1) }, uniquingKeysWith: +).sorted { $0.key < $1.key }
    return zip(counts, Percent.shares(of: counts.map(\.value))).map { .init($0.key, $1) }
  }
}

extension Topic {
  /// The targets that are named and their goals; where none is named, the goals of its themes.
  var tags: [ActivityReport.Tag] {
    let named = targets.filter { CodeLists["UNSDG-Targets"]?[$0.description] != nil }.sorted()
    let implied = named.isEmpty ? themes.flatMap { Themes[$0]?.targets ?? [] } : named
    let goals = Set(implied.map(\.goal)).sorted()
    return goals.map { .init(vocabulary: "2", code: $0.description) }
      + named.map { .init(vocabulary: "3", code: $0.description) }
  }
}

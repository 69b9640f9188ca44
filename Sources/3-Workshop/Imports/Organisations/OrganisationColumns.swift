import Cooperation
import Tables

/// Which columns a table of organisations has, by the names that the documentation and our own open data give them.
struct OrganisationColumns {
  let id, kind, name, nameLanguage, acronym, country, place, geonames, latitude, longitude: Int?
  let website, languages, about, aboutLanguage, memberOf: Int?
  /// By scheme, without the number of a place.
  let identifiers: [(scheme: Organisation.ExternalIdentifier.Scheme, column: Int)]
  /// By language.
  let names: [(language: Language, column: Int)]
  /// The names of columns that mean nothing here.
  let unknown: [String]

  /// What our own open data says beside, which is not read in: it is told by others, or changes by itself.
  private static let passedOver: Set<String> = [
    "standing", "population", "seeks", "teaches", "page", "source", "licence", "changed", "",
  ]

  init(_ header: TableHeader) {
    var known: Set<Int> = []
    func find(_ names: String...) -> Int? {
      let found = names.lazy.compactMap { header.column($0) }.first
      if let found { known.insert(found) }
      return found
    }
    (id, kind, name) = (find("id"), find("kind"), find("name", "title"))
    nameLanguage = find("name_language", "title_language")
    (acronym, country, place) = (find("acronym"), find("country"), find("place"))
    geonames = find("geonames", "place_id")
    (latitude, longitude) = (find("latitude", "lat"), find("longitude", "lng", "lon"))
    (website, languages) = (find("website"), find("languages"))
    (about, aboutLanguage, memberOf) = (find("about"), find("about_language"), find("member_of", "member-of"))
    var identifiers: [(scheme: Organisation.ExternalIdentifier.Scheme, column: Int)] = []
    for scheme in [Organisation.ExternalIdentifier.Scheme.iati, .wikidata, .national] {
      if let column = find(scheme.rawValue) { identifiers.append((scheme, column)) }
    }
    self.identifiers = identifiers
    var names: [(language: Language, column: Int)] = []
    for language in Language.interface {
      if let column = find("name_\(language)", "title_\(language)") { names.append((language, column)) }
    }
    self.names = names
    unknown = header.names.enumerated().filter { !known.contains($0) && !Self.passedOver.contains($1.lowercased()) }
      .map(\.element)
  }

  /// Whether there is enough to know an organisation by.
  var areEnough: Bool { kind != nil && name != nil }
}

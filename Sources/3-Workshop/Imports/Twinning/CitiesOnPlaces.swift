import Cooperation
import Reference
import SQL
import Storage

/// The local governments on their places, and the new ones that a reading makes where there is none.
final class CitiesOnPlaces {
  private let reading: Reading
  private var known: [Place.ID: [Organisation.ID]]

  init(_ reading: Reading) throws {
    self.reading = reading
    known = try reading.session.organisations.localGovernments()
  }

  /// Those on record; none for a place that nobody speaks for yet.
  func governments(of place: Place.ID) -> [Organisation.ID] { known[place] ?? [] }

  /// The local government of a place, made where there is none; the oldest where there are several.
  func government(of place: Place.ID) throws -> Organisation.ID {
    if let found = known[place]?.first { return found }
    let place = try reading.session.places.require(place)
    let city = Organisation(
      id: reading.identifier(), kind: .localGovernment, name: place.texts, country: place.country, place: place.id,
      identifiers: [.init(.geonames, place.id.description)], standing: .inferred)
    try reading.session.organisations.insert(city, at: reading.now)
    try reading.keepAdded(city.id)
    try reading.session.sources.insert(Source("geonames", place.id.description), of: city.id.text, by: reading.run)
    known[place.id] = [city.id]
    return city.id
  }
}

extension CitiesOnPlaces {
  /// A local government of which only its name and country are known: no place of the gazetteer is its own.
  func added(_ town: Town) throws -> Organisation.ID {
    guard let name = cleaned(town.name) else { throw DecideItem.Refused.unknown(town.name) }
    let city = Organisation(
      id: reading.identifier(), kind: .localGovernment, name: Texts(name, in: "und"),
      country: Countries.named(town.country), standing: .inferred)
    try reading.session.organisations.insert(city, at: reading.now)
    try reading.keepAdded(city.id)
    try reading.session.sources.insert(Source("twinning", town.label), of: city.id.text, by: reading.run)
    return city.id
  }
}

extension Place {
  /// Its names in the languages of the interface, as a text of which GeoNames' own name is the original.
  ///
  /// Where there is an English name beside its own, its own is in the language of its country.
  fileprivate var texts: Texts {
    let translations = names.filter { Language.interface.contains($0.key) }
    guard translations["en"] != nil else { return Texts(name, in: "en", translations: translations) }
    let main = Countries[country]?.languages.first ?? "und"
    return Texts(name, in: translations[main] == nil ? main : "und", translations: translations)
  }
}

import Addresses
package import Cooperation
import HTTP
import Languages
package import Markup
import Reference

extension Reader {
  /// What a country is called in the reader's language; its code where it is not known.
  package func name(of country: Country.Code) -> String {
    Countries.called(in: words.language)[country] ?? country.text
  }

  /// What a place is called in the reader's language.
  package func name(of place: Place) -> String { place.names[words.language] ?? place.name }

  /// A place, its division and its country in one line.
  package func line(of place: Place) -> String {
    let division = Gazetteer.division(place.division, in: place.country)
    let name = name(of: place)
    return [name, division == name ? nil : division, self.name(of: place.country)].compactMap { $0 }
      .joined(separator: ", ")
  }

  /// How many people live there, or that nobody has said.
  package func people(_ population: Int?) -> Written {
    guard let population else { return blank(.unknown) }
    return "\(count(population, "place.people", one: "1 person", other: "{n} people"))"
  }

  /// Languages one after the other, or that it has not said.
  package func languages(_ languages: [Language]) -> Written {
    languages.isEmpty ? blank(.unreported) : "\(words.list(languages.map { words.name(of: $0) }))"
  }

  /// A name in someone's own words, kept apart from the direction around it.
  package func name(_ reading: Texts.Reading) -> Written {
    reading.language == words.language
      ? "<bdi>\(reading.text)</bdi>" : "<bdi lang=\"\(reading.language)\">\(reading.text)</bdi>"
  }
}

extension Filled.Option {
  /// Every country, by its name in the reader's language, after one that says none.
  package static func countries(for reader: Reader) -> [Filled.Option] {
    let named = Countries.all.map { Filled.Option($0.id.text, reader.words.name(among: $0.names)) }
    return [Filled.Option("", reader("form.country.none", "Not said"))]
      + named.sorted { folded($0.title) < folded($1.title) }
  }

  /// Languages that an officer is offered, and those already chosen.
  package static func languages(for reader: Reader, and chosen: [String] = []) -> [Filled.Option] {
    let offered = Words.offered.map(\.tag)
    return (offered + chosen.filter { !offered.contains($0) }).compactMap { Language($0) }
      .map { Filled.Option($0.tag, reader.words.name(of: $0)) }
  }
}

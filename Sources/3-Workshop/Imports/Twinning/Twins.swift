import Cooperation
import Storage

/// The twinnings on record, and those that a reading adds: each pair once, however often and by whomever it is told.
final class Twins {
  let source: String
  private let reading: Reading
  let cities: CitiesOnPlaces
  private var pairs: [Pair: Partnership.ID]
  /// What people have decided of towns, by their labels.
  private var decided: [String: Organisation.ID] = [:]

  init(_ reading: Reading, source: String) throws {
    (self.reading, self.source) = (reading, source)
    cities = try CitiesOnPlaces(reading)
    pairs = try reading.session.partnerships.pairs(.twinning)
    try reading.session.sources.each(from: Label.source) { label, subject in
      if label.hasPrefix("town"), let id = Organisation.ID(subject) { decided[label] = id }
    }
  }

  /// In which countries they are, in their order; nil for one that does not say.
  func countries(of organisations: [Organisation.ID]) throws -> [Country.Code?] {
    try reading.session.organisations.find(organisations).map(\.country)
  }

  /// Whom someone has said that a town means; nil where nobody has.
  func decided(_ town: Town) -> Organisation.ID? { decided.isEmpty ? nil : decided[town.label] }

  /// What a town may mean, the likeliest first: places, and where several organisations sit on one, those.
  func candidates(_ meaning: Meaning, _ side: String) -> [String] {
    meaning.candidates.flatMap { place in
      let governments = cities.governments(of: place)
      return governments.count > 1 ? governments.map { side + $0.text } : [side + place.description]
    }
  }

  /// Keeps that two places are twinned, or that this source says so too.
  func join(_ line: Int, _ subject: String, _ one: Place.ID, _ other: Place.ID) throws {
    let (a, b) = one.number < other.number ? (one, other) : (other, one)
    try join(line, subject, cities.government(of: a), cities.government(of: b), reference: "\(a)-\(b)")
  }

  /// The same of two organisations.
  ///
  /// - Parameter reference: where in the source it stands; who they are, unless given.
  func join(
    _ line: Int, _ subject: String, _ one: Organisation.ID, _ other: Organisation.ID, reference: String? = nil
  ) throws {
    let pair = Pair(one, other)
    let source = Source(source, reference ?? "\(pair.first)-\(pair.second)")
    if let known = pairs[pair] {
      if try reading.session.sources.insert(source, of: known.text, by: reading.run) {
        reading.changed(line, subject, ["sources: \(self.source) tells of it too"])
      } else {
        reading.skipped(line, subject, "It is on record already, from this source.")
      }
      return
    }
    let twinning = Partnership(
      id: reading.identifier(), title: Texts(subject, in: "en"), form: .twinning,
      parties: try Parties([Party(one), Party(other)]), stage: .inferred)
    try reading.session.partnerships.insert(twinning, .imported, at: reading.now)
    try reading.session.sources.insert(source, of: twinning.id.text, by: reading.run)
    try reading.keepAdded(twinning.id)
    pairs[pair] = twinning.id
    reading.added(line, subject)
  }
}

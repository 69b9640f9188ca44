import Cooperation
import Storage

/// The twinnings on record, and those that a reading adds: each pair once, however often and by whomever it is told.
final class Twins {
  let source: String
  private let reading: Reading
  let cities: CitiesOnPlaces
  private var pairs: [Pair: Partnership.ID]

  init(_ reading: Reading, source: String) throws {
    (self.reading, self.source) = (reading, source)
    cities = try CitiesOnPlaces(reading)
    pairs = try reading.session.partnerships.pairs(.twinning)
  }

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
  /// - Parameter reference: where in the source it stands.
  func join(
    _ line: Int, _ subject: String, _ one: Organisation.ID, _ other: Organisation.ID, reference: String
  ) throws {
    let source = Source(source, reference), pair = Pair(one, other)
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

import Cooperation
import SQL
import Storage
import Tables

/// A list of twin towns being read in.
struct TwinningReading {
  private let reading: Reading

  init(_ reading: Reading) { self.reading = reading }

  /// - Throws: `TableError` for what cannot be read further; `Refused` for another table.
  func read(_ file: ImportFile) throws {
    var table = try TableReader(file.content())
    guard let layout = TwinningLayout(table.header) else { throw Refused(.notTwinTowns) }
    try reading.session.loadPlacesIfNone()
    let places = try PlaceIndex(of: reading.session)
    let twins = try Twins(reading, source: layout.source)
    while true {
      do {
        guard let row = try table.next() else { return }
        let (one, other) = layout.towns(of: row)
        try read(row.line, one, other, places, twins)
      } catch let error as TableError where error.isOfOneRow {
        reading.refuse(error.line, "wrong-columns", "\(error)")
      }
    }
  }

  private func read(_ line: Int, _ one: Town, _ other: Town, _ places: PlaceIndex, _ twins: Twins) throws {
    let subject = "\(one.name.shown) – \(other.name.shown)"
    if one == other { return skipItself(line, subject) }
    let (first, second) = (places.meaning(of: one), places.meaning(of: other))
    if let (a, b) = try twins.decided((one, first), (other, second)) {
      return try a == b ? skipItself(line, subject) : twins.join(line, subject, a, b)
    }
    guard case .place(let a) = first, case .place(let b) = second else {
      let (town, doubt) = first.doubt.map { (one, $0) } ?? second.doubt.map { (other, $0) } ?? (one, .none)
      let message = "\(subject): “\(town.name.shown)” is put aside, for \(doubt.words)."
      return try review(line, doubt.code, subject, message, (one, first), (other, second), twins)
    }
    if a.id == b.id { return skipItself(line, subject) }
    if a.country == b.country {
      let message = "\(subject): both are in the same country, so one may be a namesake of the town that is meant."
      return try review(line, "same-country", subject, message, (one, first), (other, second), twins)
    }
    if let place = [a.id, b.id].first(where: { twins.cities.governments(of: $0).count > 1 }) {
      let message = "\(subject): several local governments sit on place \(place), so it is not sure which is meant."
      return try review(line, "several-organisations", subject, message, (one, first), (other, second), twins)
    }
    try twins.join(line, subject, a.id, b.id)
  }

  private func skipItself(_ line: Int, _ subject: String) {
    reading.warn(line, "same-place", "\(subject): a town cannot be its own twin. The line is passed over.")
    reading.skipped(line, subject, "It is one place.")
  }

  private func review(
    _ line: Int, _ code: String, _ subject: String, _ message: String, _ one: (Town, Meaning),
    _ other: (Town, Meaning), _ twins: Twins
  ) throws {
    let content = [ReviewItem.Said("source", twins.source)] + one.0.said(1) + other.0.said(2)
    let candidates = twins.candidates(one.1, "1/") + twins.candidates(other.1, "2/")
    let item = try reading.review(
      line, code, subject, message, content: content, candidates: candidates,
      key: ([twins.source] + [one.0.key, other.0.key].sorted()).joined(separator: "\n"))
    guard let item else { return }
    for (part, side) in [("1", one), ("2", other)] where side.1.doubt != nil {
      try reading.session.waiting.insert(.init(item.text, part), on: side.0.label, by: reading.run)
    }
  }
}

extension Twins {
  /// Whom two towns mean where a person has decided on one of them and the other is certain or decided too.
  fileprivate func decided(
    _ one: (town: Town, meaning: Meaning), _ other: (town: Town, meaning: Meaning)
  ) throws -> (Organisation.ID, Organisation.ID)? {
    guard decided(one.town) != nil || decided(other.town) != nil else { return nil }
    let places = [one.meaning, other.meaning].map {
      if case .place(let place) = $0 { place.id } else { nil as Place.ID? }
    }
    let isKnown = zip([one.town, other.town], places).allSatisfy { town, place in
      decided(town) != nil || place.map { cities.governments(of: $0).count < 2 } == true
    }
    guard isKnown else { return nil }
    let sides = try zip([one.town, other.town], places).compactMap { town, place in
      try decided(town) ?? place.map { try cities.government(of: $0) }
    }
    let countries = try countries(of: sides)
    return sides.count == 2 && (countries[0] != countries[1] || sides[0] == sides[1]) ? (sides[0], sides[1]) : nil
  }
}

extension Meaning {
  fileprivate var doubt: Doubt? { if case .doubt(let doubt) = self { doubt } else { nil } }
}

extension Meaning.Doubt {
  fileprivate static let none = Meaning.Doubt(code: "unknown-place", candidates: [], words: "it is not known")
}

extension Town {
  fileprivate func said(_ side: Int) -> [ReviewItem.Said] {
    [
      .init("city-\(side)", name), .init("country-\(side)", country), .init("latitude-\(side)", latitude),
      .init("longitude-\(side)", longitude),
    ]
  }
}

extension Finding {
  static let notTwinTowns = Finding(
    line: 1, level: .error, code: "wrong-header",
    message: "This is no list of twin towns that can be read: the first line should name the columns city1, country1, "
      + "lat1, lng1, city2, country2, lat2, lng2, or those of the query for Wikidata's property P190.")
}

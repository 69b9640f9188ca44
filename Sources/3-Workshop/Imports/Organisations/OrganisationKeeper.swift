import Cooperation
import Reference
import SQL
import Storage
import Tables

/// Keeps what rows tell of organisations: it attaches to those that an identifier or a place and a kind tell for
/// certain, adds those that nothing on record resembles, and puts the rest aside.
final class OrganisationKeeper {
  let reading: Reading
  private let file: String
  /// The labels that this file has had.
  private var seen: Set<String> = []
  private var memberships: [(line: Int, member: Organisation.ID, body: String)] = []

  init(_ reading: Reading, file: String) { (self.reading, self.file) = (reading, file) }

  /// Whom a row means.
  enum Meaning {
    case known(Organisation.ID)
    case new
    case doubt(code: String, why: String, candidates: [Organisation.ID])
  }

  func take(_ record: OrganisationRecord, _ row: TableRow) throws {
    var record = record
    guard let place = try place(of: record) else { return }
    if let place = place.place { record.country = record.country ?? place.country }
    let label = label(of: record), isFirst = seen.insert(label).inserted
    switch try meaning(of: record, at: place.place, label: isFirst ? label : nil) {
    case .known(let id): try change(id, record, place.place)
    case .new: try add(record, place.place, label)
    case .doubt(let code, let why, let candidates):
      let key = isFirst ? label : label + "\n\(record.line)"
      try reading.review(
        record.line, code, record.ownName.shown, "“\(record.ownName.shown)” is put aside, for \(why).",
        content: Self.content(row) + [.init("label", label)], candidates: candidates.prefix(6).map(\.text), key: key)
    }
  }

  /// Adds the memberships, once every organisation of the file is on record.
  func finish() throws {
    for (line, member, body) in memberships { try join(line, member, body) }
  }

  /// What a row is known by afterwards, where it has no identifier: this file, and what it says there.
  func label(of record: OrganisationRecord) -> String {
    Label.of([
      "organisations", file, record.kind.rawValue, folded(record.ownName), record.country?.text ?? "",
    ])
  }

  private static func content(_ row: TableRow) -> [ReviewItem.Said] {
    row.named.filter { !$0.value.isEmpty }.map { ReviewItem.Said($0.name, $0.value) }
  }
}

extension OrganisationKeeper {
  /// Where it sits; nil where the row is left out, which has been said.
  func place(of record: OrganisationRecord) throws -> (place: Place?, Void)? {
    switch record.place {
    case nil: return (nil, ())
    case .number(let id):
      guard let place = try reading.session.places.find(id) else {
        reading.refuse(
          record.line, "unknown-place", "No place on record has the number \(id). The row is left out.")
        return nil
      }
      if let country = record.country, country != place.country {
        reading.refuse(
          record.line, "place-in-another-country",
          "\(place.name) (\(id)) lies in \(place.country), not in \(country). The row is left out.")
        return nil
      }
      return (place, ())
    case .point(let position, let name):
      let near = try reading.session.places.nearest(to: position, within: PlaceIndex.near, limit: 50)
      let there = near.filter { record.country == nil || $0.country == record.country }
      let wanted = name.isEmpty ? record.ownName : name
      let named = there.filter { $0.isCalled(wanted) }
      if let only = named.first, named.count == 1 { return (only, ()) }
      reading.warn(
        record.line, "unknown-place",
        "No one place called “\(wanted.shown)” lies within \(Int(PlaceIndex.near)) km of that point. It is kept without a "
          + "place; give its number in GeoNames.")
      return (nil, ())
    case .name(let name):
      reading.warn(
        record.line, "unknown-place",
        "“\(name.shown)” alone does not say which place it is. Give its number in GeoNames, or its latitude and longitude."
      )
      return (nil, ())
    }
  }

  /// Who is meant, never by the name alone.
  private func meaning(of record: OrganisationRecord, at place: Place?, label: String?) throws -> Meaning {
    let organisations = reading.session.organisations
    if let id = record.id {
      if try organisations.find(id) != nil { return .known(id) }
      return .doubt(code: "unknown-id", why: "nobody on record is called \(id)", candidates: try namesakes(record))
    }
    var found: [Organisation.ID] = []
    for identifier in record.identifiers {
      for each in try organisations.find(identifier) where !found.contains(each.id) { found.append(each.id) }
    }
    if found.count > 1 {
      return .doubt(code: "several-organisations", why: "several on record have its identifiers", candidates: found)
    }
    if let id = found.first { return .known(id) }
    if let label, let id = try decided(label) { return .known(id) }
    if let place {
      let there = try organisations.sitting(at: place.id, record.kind)
      let same = record.kind == .localGovernment ? there : there.filter { $0.isCalled(record.ownName) }
      if let only = same.first, same.count == 1, !only.contradicts(record) { return .known(only.id) }
      if !same.isEmpty {
        return .doubt(
          code: "several-organisations", why: "it is not sure which of those at that place is meant",
          candidates: same.map(\.id))
      }
    }
    let namesakes = try namesakes(record)
    if namesakes.isEmpty { return .new }
    return .doubt(
      code: "same-name", why: "one of that name is on record, and a name alone is not enough", candidates: namesakes)
  }

  private func decided(_ label: String) throws -> Organisation.ID? {
    try reading.session.sources.subjects(from: Source(Label.source, label)).first.flatMap { Organisation.ID($0) }
  }

  private func namesakes(_ record: OrganisationRecord) throws -> [Organisation.ID] {
    let names = [record.ownName] + record.name.versions.filter { $0.key != record.name.original }.map(\.value).sorted()
    var found: [Organisation.ID] = []
    for name in names {
      let here = try reading.session.organisations.named(name, in: record.country)
      for each in here where !found.contains(each.id) { found.append(each.id) }
    }
    return found
  }
}

extension OrganisationKeeper {
  func add(_ record: OrganisationRecord, _ place: Place?, _ label: String) throws {
    let organisation = record.organisation(reading.identifier(), at: place)
    try reading.session.organisations.insert(organisation, at: reading.now)
    try reading.keepAdded(organisation.id)
    try reading.session.sources.insert(
      Source("organisations", "\(file.shown), line \(record.line)"), of: organisation.id.text, by: reading.run)
    try reading.session.sources.insert(Source(Label.source, label), of: organisation.id.text, by: reading.run)
    remember(record, organisation.id)
    reading.added(record.line, record.ownName.shown)
  }

  /// Changes what only files have told so far; what someone of the organisation keeps itself stays as it is.
  func change(_ id: Organisation.ID, _ record: OrganisationRecord, _ place: Place?) throws {
    let known = try reading.session.organisations.require(id)
    let next = record.telling(known, at: place)
    remember(record, id)
    let differences = known.differences(to: next)
    guard !differences.isEmpty else {
      return reading.skipped(record.line, record.ownName.shown, "It is on record already.")
    }
    guard known.standing == .inferred else {
      reading.warn(
        record.line, "kept-by-itself",
        "“\(record.ownName.shown)” keeps its own page; what the file says otherwise is not taken over: "
          + differences.joined(separator: "; "))
      return reading.skipped(record.line, record.ownName.shown, "It keeps its own page.")
    }
    try reading.keepChanged(id, before: Kept.organisation(known).text)
    try reading.session.organisations.update(next, at: reading.now)
    reading.changed(record.line, record.ownName.shown, differences)
  }

  private func remember(_ record: OrganisationRecord, _ id: Organisation.ID) {
    for body in record.bodies { memberships.append((record.line, id, body)) }
  }

  private func join(_ line: Int, _ member: Organisation.ID, _ text: String) throws {
    let session = reading.session
    var bodies: [Organisation.ID] = []
    if let id = Organisation.ID(text) { bodies = try session.organisations.find(id).map { [$0.id] } ?? [] }
    for scheme in [Organisation.ExternalIdentifier.Scheme.iati, .wikidata, .national] where bodies.isEmpty {
      bodies = try session.organisations.find(.init(scheme, text)).map(\.id)
    }
    guard let body = bodies.first, bodies.count == 1, body != member else {
      return reading.warn(
        line, "unknown-body",
        "“\(text.shown)” in member_of is not the identifier of one organisation on record. It is left out.")
    }
    guard try !session.memberships.of(member).contains(where: { $0.body == body }) else { return }
    try session.memberships.insert(Membership(of: member, in: body))
    try reading.keepAdded("\(member) in \(body)")
  }
}

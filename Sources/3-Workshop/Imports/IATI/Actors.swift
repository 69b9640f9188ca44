import Cooperation
import OpenData
import SQL
import Secrets
import Storage

/// The organisations that a file names, as they are on record; those that an identifier names for certain are added.
final class Actors {
  /// Who an organisation of a file is.
  enum Meaning: Equatable {
    case known(Organisation.ID)
    /// Nobody can say yet: a person is asked, under this label.
    case undecided(String)
    /// Nobody that is kept: someone has said so, or the file says nothing of it.
    case nobody
  }

  private let reading: Reading
  private var byRef: [String: Organisation.ID] = [:]
  private var byLabel: [String: Meaning] = [:]
  private var kinds: [Organisation.ID: Organisation.Kind] = [:]
  private static let mostKept = 50_000, mostCandidates = 6

  init(_ reading: Reading) { self.reading = reading }

  /// - Parameters:
  ///   - publisher: who names it so.
  ///   - activity: where, in a few words, for whoever has to decide.
  func meaning(of mention: Mention, by publisher: String, in activity: String, line: Int) throws -> Meaning {
    if mention.isEmpty { return .nobody }
    if mention.isCertain, let id = try certain(mention, by: publisher, line: line) { return .known(id) }
    let label = mention.label(by: publisher)
    if let known = byLabel[label] { return known }
    let meaning = try decided(mention, label, publisher, activity, line)
    if byLabel.count < Self.mostKept { byLabel[label] = meaning }
    return meaning
  }

  /// The organisation of a certain identifier where it is on record already, without adding it.
  func onRecord(_ mention: Mention?) throws -> Organisation.ID? {
    guard let mention, mention.isCertain else { return nil }
    return try byRef[mention.ref] ?? found(mention.ref)
  }

  /// The kind of an organisation on record.
  func kind(of id: Organisation.ID) throws -> Organisation.Kind {
    if let kind = kinds[id] { return kind }
    let kind = try reading.session.organisations.require(id).kind
    kinds[id] = kind
    return kind
  }
}

extension Actors {
  /// The one organisation of that identifier, added where there is none; nil where several have it.
  private func certain(_ mention: Mention, by publisher: String, line: Int) throws -> Organisation.ID? {
    if let known = byRef[mention.ref] { return known }
    let all = try candidates(mention.ref)
    // Nobody is put on record that was invented elsewhere.
    guard all.count == 1 || (all.isEmpty && !mention.ref.hasPrefix("XE-EXAMPLE-")) else { return nil }
    let id = try all.first ?? add(mention, .init(.iati, mention.ref), by: publisher, line: line)
    if byRef.count < Self.mostKept { byRef[mention.ref] = id }
    return id
  }

  private func found(_ ref: String) throws -> Organisation.ID? {
    let all = try candidates(ref)
    return all.count == 1 ? all.first : nil
  }

  /// Those on record whom an identifier names: by theirs in IATI or a register, or by ours in our own reports.
  private func candidates(_ ref: String) throws -> [Organisation.ID] {
    let organisations = reading.session.organisations
    for prefix in ["XI-COPOLIS-", "XE-EXAMPLE-"] where ref.hasPrefix(prefix) {
      guard let id = Organisation.ID(ref.dropFirst(prefix.count)) else { return [] }
      return try organisations.find(id).map { [$0.id] } ?? []
    }
    if ref.hasPrefix("XI-WIKIDATA-") {
      return try organisations.find(.init(.wikidata, String(ref.dropFirst("XI-WIKIDATA-".count)))).map(\.id)
    }
    let own = try organisations.find(.init(.iati, ref)).map(\.id)
    return try own.isEmpty ? organisations.find(.init(.national, ref)).map(\.id) : own
  }

  /// Adds an organisation of which only files tell.
  func add(
    _ mention: Mention, _ identifier: Organisation.ExternalIdentifier?, by publisher: String, line: Int
  ) throws -> Organisation.ID {
    if mention.kind == nil {
      reading.warn(
        line, "no-organisation-type",
        "“\(mention.shown)” does not say what kind of organisation it is. It is taken for an NGO until someone says.")
    }
    let registered = mention.registeredName.map { Texts($0, in: "en") }
    let organisation = Organisation(
      id: reading.identifier(), kind: mention.kind ?? .civilSociety,
      name: registered ?? mention.name ?? Texts(mention.ref, in: "und"), country: mention.country,
      identifiers: identifier.map { [$0] } ?? [], standing: .inferred)
    try reading.session.organisations.insert(organisation, at: reading.now)
    try reading.keepAdded(organisation.id)
    let reference = mention.ref.isEmpty ? mention.ownName : mention.ref
    try reading.session.sources.insert(
      Source(ActivityDraft.own + publisher, String(reference.prefix(200))), of: organisation.id.text, by: reading.run)
    kinds[organisation.id] = organisation.kind
    return organisation.id
  }

  /// What someone has decided of a label; where nobody has, it is put aside for a person.
  private func decided(
    _ mention: Mention, _ label: String, _ publisher: String, _ activity: String, _ line: Int
  ) throws -> Meaning {
    let session = reading.session
    if let subject = try session.sources.subjects(from: Source(Label.source, label)).first,
      let id = Organisation.ID(subject)
    {
      return .known(id)
    }
    let state = try session.reviewItems.state(digest: reading.digest(of: label))
    if state == .dismissed { return .nobody }
    guard state == nil else { return .undecided(label) }
    let byNumber = mention.ref.isEmpty ? [] : try candidates(mention.ref)
    let byName = mention.ownName.isEmpty ? [] : try session.organisations.named(mention.ownName).map(\.id)
    var candidates: [Organisation.ID] = []
    for id in byNumber + byName where !candidates.contains(id) { candidates.append(id) }
    try reading.review(
      line, "unknown-organisation", mention.shown,
      "“\(mention.shown)” is not named by an identifier that is its own, and a name alone is not enough.",
      content: [
        .init("organisation", mention.ownName), .init("identifier", mention.ref), .init("type", mention.type),
        .init("publisher", publisher), .init("activity", activity), .init("label", label),
      ], candidates: candidates.prefix(Self.mostCandidates).map(\.text), key: label)
    return .undecided(label)
  }
}

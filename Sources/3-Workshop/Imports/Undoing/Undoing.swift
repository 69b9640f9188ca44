import Cooperation
import SQL
import Storage

/// An import being undone, the last change first.
final class Undoing {
  private(set) var deleted = 0
  private(set) var restored = 0
  private(set) var left: [Finding] = []
  private let run: ImportRun.ID
  private let session: any Session
  private let now: Instant
  /// What stays with the sources that this run found for it.
  private var staying: Set<String> = []

  init(_ run: ImportRun.ID, in session: any Session, at now: Instant) {
    (self.run, self.session, self.now) = (run, session, now)
  }

  func undo() throws {
    var changes: [ImportRuns.Change] = []
    try session.importRuns.eachChange(of: run) { changes.append($0) }
    // What was inherited from an import undone before comes out of order: partnerships speak of organisations.
    let isOrganisation = { (change: ImportRuns.Change) in Organisation.ID(change.subject) != nil }
    for change in try partsFirst(changes.filter { !isOrganisation($0) }) { try undo(change) }
    for change in changes where isOrganisation(change) { try undo(change) }
    try session.sources.delete(of: run, keeping: staying)
    try session.reviewItems.delete(of: run)
  }

  /// The same changes, with the parts of a partnership before the whole, which they would keep in use.
  private func partsFirst(_ changes: [ImportRuns.Change]) throws -> [ImportRuns.Change] {
    let places = Dictionary(changes.enumerated().map { ($1.subject, $0) }, uniquingKeysWith: { first, _ in first })
    var sorted: [ImportRuns.Change] = [], isTaken = changes.map { _ in false }
    func take(_ place: Int) throws {
      guard !isTaken[place] else { return }
      isTaken[place] = true
      if let id = Partnership.ID(changes[place].subject) {
        for part in try session.partnerships.parts(of: id) { if let place = places[part.text] { try take(place) } }
      }
      sorted.append(changes[place])
    }
    for place in changes.indices { try take(place) }
    return sorted
  }

  private func undo(_ change: ImportRuns.Change) throws {
    let subject = change.subject
    if let membership = Membership(kept: subject) {
      guard try session.memberships.of(membership.member).contains(where: { $0.body == membership.body }) else {
        return
      }
      try session.memberships.delete(membership)
      deleted += 1
    } else if let id = Partnership.ID(subject), let partnership = try session.partnerships.find(id) {
      if let before = change.before {
        try restore(partnership, Kept(before))
      } else {
        try remove(partnership)
      }
    } else if let id = Organisation.ID(subject), let organisation = try session.organisations.find(id) {
      if let before = change.before {
        try restore(organisation, Kept(before))
      } else {
        try remove(organisation)
      }
    } else {
      leave(subject, "gone", "it is not on record any more")
    }
  }

  private func leave(_ subject: String, _ code: String, _ why: String) {
    staying.insert(subject)
    left.append(
      Finding(line: 0, level: .warning, code: code, message: "\(subject) is left as it is, for \(why)."))
  }
}

extension Membership {
  /// As an import keeps that it added one: `org_… in org_…`.
  fileprivate init?(kept text: String) {
    let parts = text.split(separator: " ")
    guard parts.count == 3, parts[1] == "in", let member = Organisation.ID(parts[0]),
      let body = Organisation.ID(parts[2])
    else { return nil }
    guard let membership = try? Membership(of: member, in: body) else { return nil }
    self = membership
  }
}

// What the import added.
extension Undoing {
  private func remove(_ partnership: Partnership) throws {
    let id = partnership.id, subject = id.text
    if let heir = try session.sources.runs(of: subject).first(where: { $0 != run }) {
      return try session.importRuns.inherit(subject, by: heir)
    }
    let kept = try KeptPartnership(of: partnership, in: session)
    guard try mayTouch(subject, partnership.revision, expecting: 1), try !session.partnerships.isInUse(id) else {
      staying.formUnion(kept.contributions.map(\.id.text) + kept.outcomes.map(\.id.text))
      return leave(subject, "changed-since", "someone has changed it or built upon it since")
    }
    try session.deleteBelongings(of: kept)
    try session.sources.delete(of: subject)
    try session.partnerships.delete(id)
    deleted += 1
  }

  private func remove(_ organisation: Organisation) throws {
    let id = organisation.id, subject = id.text
    if let heir = try heir(of: id) { return try session.importRuns.inherit(subject, by: heir) }
    guard try session.partnerships.of(id).isEmpty else {
      return leave(subject, "in-use", "it is a party to a partnership that stays")
    }
    guard try mayTouch(subject, organisation.revision, expecting: 1), try !session.organisations.isInUse(id) else {
      return leave(subject, "changed-since", "someone has changed it or built upon it since")
    }
    try session.sources.delete(of: subject)
    try session.organisations.delete(id)
    deleted += 1
  }

  /// Another import that needs the organisation: it tells of it too, or of a partnership of its.
  private func heir(of id: Organisation.ID) throws -> ImportRun.ID? {
    if let run = try session.sources.runs(of: id.text).first(where: { $0 != run }) { return run }
    for partnership in try session.partnerships.of(id) {
      if let run = try session.importRuns.changing(partnership.text).first(where: { $0 != run }) { return run }
    }
    return nil
  }
}

// What the import changed.
extension Undoing {
  private func restore(_ partnership: Partnership, _ before: Kept) throws {
    let subject = partnership.id.text
    guard case .partnership(var kept) = before else { return leave(subject, "gone", "nobody knows what it was") }
    guard try mayTouch(subject, partnership.revision, expecting: kept.partnership.revision + 1),
      try !session.partnerships.isInUse(partnership.id)
    else { return leave(subject, "changed-since", "someone has changed it or built upon it since") }
    try session.deleteBelongings(of: KeptPartnership(of: partnership, in: session))
    kept.partnership.revision = partnership.revision
    try session.partnerships.update(kept.partnership, at: now)
    let sources = try session.sources.of(subject)
    let source = sources.first { $0.name.hasPrefix(ActivityDraft.own) } ?? sources.first ?? Source("iati", subject)
    try session.insertBelongings(of: kept, from: source, by: nil, at: now)
    restored += 1
  }

  private func restore(_ organisation: Organisation, _ before: Kept) throws {
    let subject = organisation.id.text
    guard case .organisation(var kept) = before else { return leave(subject, "gone", "nobody knows what it was") }
    guard try mayTouch(subject, organisation.revision, expecting: kept.revision + 1) else {
      return leave(subject, "changed-since", "someone has changed it since")
    }
    kept.revision = organisation.revision
    try session.organisations.update(kept, at: now)
    try session.verifications.settle(kept.id)
    restored += 1
  }

  /// Whether nobody but imports that are undone has changed a record since this run left it in `revision`.
  private func mayTouch(_ subject: String, _ revision: Int, expecting own: Int) throws -> Bool {
    let later = try session.importRuns.touches(of: subject).drop { $0.run != run }.dropFirst().filter(\.isChange)
    // A change that was undone counts twice: there, and back again.
    return later.allSatisfy(\.isUndone) && revision == own + 2 * later.count
  }
}

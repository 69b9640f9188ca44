import Cooperation
import OpenData
import SQL
import Storage

/// Keeps what activities come to: each once, however often and by whomever it is reported.
final class Activities {
  let reading: Reading
  let actors: Actors
  /// Fingerprints of the identifiers that this file has had.
  private var seen: Set<Int> = []
  /// Parts whose whole was not on record when they came.
  private var orphans: [(part: Partnership.ID, whole: String)] = []

  init(_ reading: Reading) {
    self.reading = reading
    actors = Actors(reading)
  }

  func take(_ draft: ActivityDraft) throws {
    guard seen.insert(draft.source.hashValue).inserted else {
      reading.refuse(
        draft.line, "repeated-activity",
        "“\(draft.identifier.shown)” stands in this file already. This second one is left out.")
      return reading.skipped(draft.line, draft.shown, "It stands in this file already.")
    }
    if try isOurs(draft.identifier) {
      return reading.skipped(draft.line, draft.shown, "It is our own report on what is on record here.")
    }
    let named = try Named(draft, actors)
    if let own = try partnership(from: draft.source) { return try renew(own, with: named) }
    if let other = try reportedByOthers(draft) {
      guard try reading.session.sources.insert(draft.secondSource, of: other.text, by: reading.run) else {
        return reading.skipped(draft.line, draft.shown, "It is on record already, from another report.")
      }
      return reading.changed(draft.line, draft.shown, ["sources: “\(draft.publisher.shown)” tells of it too"])
    }
    if named.isEnough { try add(named) } else { try putAside(named) }
  }

  /// Puts the parts under their wholes, once everything of the file is on record.
  func finish() throws {
    for (part, whole) in orphans {
      guard let parent = try partnership(at: whole), parent != part else { continue }
      _ = try reading.session.partnerships.place(part, under: parent)
    }
  }
}

extension Activities {
  /// Adds a partnership that is all there.
  func add(_ named: Named) throws {
    let draft = named.draft
    var kept = try named.partnership(as: draft.id, kind: actors.kind(of:))
    kept.partnership.parent = try draft.parent.flatMap { try partnership(at: $0) }
    try reading.session.partnerships.insert(kept.partnership, .imported, at: reading.now)
    try reading.session.sources.insert(draft.source, of: draft.id.text, by: reading.run)
    try reading.keepAdded(draft.id)
    try reading.session.insertBelongings(of: kept, from: draft.source, by: reading.run, at: reading.now)
    for (label, role) in named.undecided {
      try reading.session.waiting.insert(.init(draft.id.text, role.rawValue), on: label, by: reading.run)
    }
    try reading.session.reviewItems.close(
      digest: reading.digest(of: draft.reviewKey), by: reading.account, at: reading.now)
    if let whole = draft.parent, kept.partnership.parent == nil { orphans.append((draft.id, whole)) }
    reading.added(
      draft.line, draft.shown, named.undecided.isEmpty ? [] : ["\(named.undecided.count) parties to decide"])
  }

  /// Puts the whole activity aside until it has two parties, or leaves it out where it never will.
  private func putAside(_ named: Named) throws {
    let draft = named.draft
    guard !named.undecided.isEmpty else {
      let message = "Only one organisation takes part in “\(draft.identifier.shown)”. A partnership has two or more."
      reading.warn(draft.line, "one-organisation", message)
      return reading.skipped(draft.line, draft.shown, "Only one organisation takes part.")
    }
    let id = try reading.review(
      draft.line, "waiting-activity", draft.shown,
      "“\(draft.shown)” waits until it is decided who takes part in it.",
      content: [
        .init("activity", draft.identifier), .init("title", draft.ownTitle), .init("publisher", draft.publisher),
        .init("parties", draft.roles.map(\.mention.shown).joined(separator: "; ")), .init("draft", named.text),
      ], candidates: [], key: draft.reviewKey)
    guard let id else { return }
    for (label, role) in named.undecided {
      try reading.session.waiting.insert(.init(id.text, role.rawValue), on: label, by: reading.run)
    }
  }

  private func partnership(from source: Source) throws -> Partnership.ID? {
    try reading.session.sources.subjects(from: source).lazy.compactMap { Partnership.ID($0) }.first
  }

  /// The partnership that an activity of that identifier has become, whoever reported it.
  private func partnership(at identifier: String) throws -> Partnership.ID? {
    try reading.session.sources.subjects(at: identifier, from: "iati").lazy.compactMap { Partnership.ID($0) }.first
  }

  /// Whether an identifier is one that we gave a partnership of ours in our own report.
  private func isOurs(_ identifier: String) throws -> Bool {
    guard let id = Partnership.ID(identifier.suffix(30)) else { return false }
    return try reading.session.partnerships.find(id) != nil
  }

  private func reportedByOthers(_ draft: ActivityDraft) throws -> Partnership.ID? {
    for identifier in [draft.identifier] + draft.twins {
      if let id = try partnership(at: identifier) { return id }
    }
    return nil
  }
}

// An activity that comes again.
extension Activities {
  private func renew(_ id: Partnership.ID, with named: Named) throws {
    let session = reading.session, draft = named.draft
    let before = try KeptPartnership(of: session.partnerships.require(id), in: session)
    var after = try named.partnership(
      as: id, kind: actors.kind(of:), otherwise: before.partnership.parties)
    after.partnership.revision = before.partnership.revision
    after.partnership.parent =
      try draft.parent.flatMap { try partnership(at: $0) }.flatMap { $0 == id ? nil : $0 } ?? before.partnership.parent
    let differences = before.differences(to: after)
    guard !differences.isEmpty else { return reading.skipped(draft.line, draft.shown, "It is on record already.") }
    guard try isUntouched(before.partnership) else {
      reading.warn(
        draft.line, "changed-here",
        "“\(draft.shown)” has been changed or confirmed here since. What the file says anew is not taken over: "
          + differences.joined(separator: "; "))
      return reading.skipped(draft.line, draft.shown, "It has been changed or confirmed here since.")
    }
    try reading.keepChanged(id, before: Kept.partnership(before).text)
    try session.deleteBelongings(of: before)
    try session.partnerships.update(after.partnership, at: reading.now)
    try session.insertBelongings(of: after, from: draft.source, by: reading.run, at: reading.now)
    for (label, role) in named.undecided {
      try session.waiting.insert(.init(id.text, role.rawValue), on: label, by: reading.run)
    }
    reading.changed(draft.line, draft.shown, differences)
  }

  /// Whether only imports have changed it so far, and no party has said anything of it.
  private func isUntouched(_ partnership: Partnership) throws -> Bool {
    guard try !reading.session.partnerships.isSpokenOf(partnership.id) else { return false }
    let changes = try reading.session.importRuns.touches(of: partnership.id.text).filter(\.isChange)
    // A change that was undone counts twice: there, and back again.
    return partnership.revision == 1 + changes.reduce(0) { $0 + ($1.isUndone ? 2 : 1) }
  }
}

extension ActivityDraft {
  var ownTitle: String { title.versions[title.original] ?? "" }
  var shown: String { ownTitle.shown }
  /// What tells it from all other activities that are put aside.
  var reviewKey: String { "activity\n\(publisher)\n\(identifier)" }
}

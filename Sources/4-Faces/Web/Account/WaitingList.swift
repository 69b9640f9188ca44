import Addresses
import Cooperation
import HTTP
import Languages
import Pages
import SQL
import Storage

extension Site {
  /// How much of what waits is shown at once, and in how many exchanges documents are looked for.
  private static let most = Span(page: 1, per: 12)

  /// What waits for someone: documents, proposals, claims and agreements.
  func waiting(_ session: any Session, _ visit: Visit) throws -> Listing<Asked> {
    let documents = try documentsToSign(session, visit)
    let language = visit.reader.words.language
    let pending = try session.partnerships.pending(for: visit.viewer, Self.most)
    let briefs = try session.partnerships.briefs(pending.items.map(\.partnership), in: language)
    let known = Dictionary(briefs.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let partnerships = pending.items.compactMap { one -> Asked? in
      guard let brief = known[one.partnership] else { return nil }
      let others = brief.parties.filter { $0.organisation != one.party }.prefix(3).map(\.name.text)
      return Asked(one.waiting, brief.title, parties: others, at: Address.partnership(brief.id))
    }
    let asked = try introductionsToAnswer(session, visit)
    let unchecked = try session.practices.unchecked(for: visit.viewer, on: visit.now.day, Self.most)
    let looked = try toLookAt(Need.self, session, visit) + toLookAt(Practice.self, session, visit)
    let adopted = try session.adoptions.pending(for: visit.viewer, Self.most)
    return Listing(
      items: documents + asked.items + partnerships + (try adoptions(adopted.items, session, visit))
        + (try practices(unchecked.items, session, visit)) + looked,
      total: looked.count + documents.count + asked.total + pending.total + adopted.total + unchecked.total, page: 1,
      per: Self.most.per)
  }

  /// What others say of how they took up a practice, of which its author is asked.
  private func adoptions(_ ids: [Adoption.ID], _ session: any Session, _ visit: Visit) throws -> [Asked] {
    let language = visit.reader.words.language
    return try ids.compactMap { id in
      guard let adoption = try session.adoptions.find(id),
        let practice = try session.practices.briefs([adoption.practice], for: visit.viewer, in: language).first
      else { return nil }
      let names = try session.organisations.briefs([adoption.organisation], in: language).map(\.name.text)
      return Asked(.adoption, practice.title, parties: names, at: Address.adoptions(practice.id) + "#\(id)")
    }
  }

  /// The drafts that someone of the visitor's organisations wants looked at.
  private func toLookAt<Item: Told>(_: Item.Type, _ session: any Session, _ visit: Visit) throws -> [Asked] {
    let own = visit.viewer.organisations(as: .editor)
    return try own.prefix(10).flatMap { organisation in
      var filter = LibraryFilter()
      (filter.organisation, filter.stage) = (organisation, .inReview)
      let found = try session.library(of: Item.self).briefs(
        filter, Self.most, for: visit.viewer, in: visit.reader.words.language)
      return found.items.map { brief in
        Asked(
          .review, brief.title, parties: [brief.organisation.name.text], at: Item.subject(brief.id).address)
      }
    }
  }

  /// The practices of which nobody has said for a year whether they are still true.
  private func practices(_ ids: [Practice.ID], _ session: any Session, _ visit: Visit) throws -> [Asked] {
    try session.practices.briefs(ids, for: visit.viewer, in: visit.reader.words.language).map { brief in
      Asked(.truth, brief.title, parties: [brief.organisation.name.text], at: Address.practice(brief.id) + "#truth")
    }
  }

  /// The introductions that wait for an answer of those whom the visitor speaks for.
  private func introductionsToAnswer(_ session: any Session, _ visit: Visit) throws -> Listing<Asked> {
    var filter = Introductions.Filter()
    (filter.part, filter.isDue) = (.answer, true)
    let own = Set(visit.viewer.organisations(as: .editor))
    return try session.introductions.list(
      filter, Self.most, for: visit.viewer, on: visit.now.day, in: visit.reader.words.language
    ).map { brief in
      let title = brief.subject ?? brief.asker.name
      let others = [brief.asker, brief.asked].filter { !own.contains($0.id) }.map(\.name.text)
      return Asked(.introduction, title, parties: others, at: Address.introduction(brief.id))
    }.listing
  }

  /// The documents of concluded exchanges that wait for a signature with a mandate of the visitor's.
  private func documentsToSign(_ session: any Session, _ visit: Visit) throws -> [Asked] {
    guard let person = visit.viewer.account?.person else { return [] }
    let day = visit.now.day, mandates = try session.mandates.of(person).filter { $0.holds(on: day) }
    guard !mandates.isEmpty else { return [] }
    var filter = Exchanges.Filter()
    filter.stage = .concluded
    return try session.exchanges.list(filter, Self.most, for: visit.viewer, on: day).items.flatMap { brief in
      guard let (room, standing) = try session.exchanges.find(brief.id, for: visit.viewer, on: day) else {
        return [Asked]()
      }
      return room.method.outputs.filter { output in
        room.shows(output, to: standing)
          && !room.exchange.mandates(mandates, fitFor: .output(output.id), on: day, under: room.method).isEmpty
      }.map { output in
        let title = Texts.Reading(text: brief.title, language: room.exchange.opening.language, isOriginal: true)
        return Asked(
          .document, title, parties: [visit.reader.words.reading(output.title).text],
          at: Address.document(room.id, output.id))
      }
    }
  }
}

extension Partnerships.Pending {
  fileprivate var waiting: Asked.Matter {
    switch matter {
    case .answer: .answer
    case .confirm: .confirm
    case .sign: .sign
    }
  }
}

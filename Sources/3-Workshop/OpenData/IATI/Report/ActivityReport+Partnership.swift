package import Cooperation
import Reference

extension ActivityReport {
  /// What `reporter` reports on a partnership, as it stands at `now`.
  ///
  /// - Throws: `.notTheirWord` where the reporter does not say that it is so; `.noStart` where nobody knows when it
  ///   began.
  package init(of record: PartnershipRecord, by reporter: Organisation.ID, at now: Instant) throws(Refusal) {
    let partnership = record.partnership
    guard let own = record.organisations[reporter], record.says(reporter) else { throw .notTheirWord }
    let dates = record.dates(on: now.day)
    guard !dates.isEmpty else { throw .noStart }
    self.init(
      identifier: IATIIdentifier.of(partnership.id, by: own), reporter: Body(own),
      lastUpdated: min(record.changed, now),
      language: partnership.title.original, title: partnership.title, descriptions: record.descriptions,
      participants: record.participants(reporter), status: partnership.status(on: now.day), dates: dates,
      sectors: record.sectors)
    ownIdentifier = partnership.id.text
    website = own.website.hasPrefix("http") ? own.website : ""
    (countries, regions) = record.recipients
    scope = record.scope
    locations = record.locations
    tags = partnership.topic.tags
    collaboration = partnership.form.collaboration
    aidType = partnership.form.aidType
    addMoney(of: record, by: own, on: now.day)
    results = record.results
    if !record.page.isEmpty {
      documents = [DocumentLink(address: record.page, format: "text/html", title: partnership.title, category: "A12")]
    }
    related = record.related(to: reporter)
  }

  /// Why a partnership is not reported.
  package enum Refusal: Cooperation.Refusal, Equatable {
    case notTheirWord, noStart

    package var kind: RefusalKind { .conflict }

    package var words: Phrase {
      switch self {
      case .notTheirWord:
        Phrase(
          "refusal.not-their-word",
          "An organisation reports only what it says itself. It has not claimed or confirmed this partnership.")
      case .noStart:
        Phrase("refusal.no-start", "A report needs the day on which the partnership began. Add it, and export again.")
      }
    }
  }
}

extension PartnershipRecord {
  fileprivate var descriptions: [ActivityReport.Description] {
    let title = partnership.title
    var found = [ActivityReport.Description("1", partnership.about ?? title)]
    if case .signed(let agreement) = partnership.stage, !agreement.aspects.isEmpty {
      found.append(.init("2", Texts(agreement.aspects.joined(separator: "; "), in: title.original)))
    }
    return found + [.init("4", Texts(claimWords, in: "en"))]
  }

  /// The parties by what they do, and whoever else gave money.
  fileprivate func participants(_ reporter: Organisation.ID) -> [ActivityReport.Participant] {
    var found: [ActivityReport.Participant] = []
    for party in partnership.parties.all {
      guard let organisation = organisations[party.organisation] else { continue }
      let isTold = party.organisation != reporter && party.role.speaks && says(party.organisation)
      let activity = isTold ? IATIIdentifier.of(partnership.id, by: organisation) : ""
      found.append(.init(role: party.role.iatiRole, .init(organisation), activity: activity))
    }
    for giver in Set(contributions.compactMap(\.organisation)).sorted() where !partnership.parties.contains(giver) {
      if let organisation = organisations[giver] { found.append(.init(role: "1", .init(organisation))) }
    }
    return found
  }

  /// The same partnership as the other parties report it, so that nobody counts it twice; and what it is part of.
  fileprivate func related(to reporter: Organisation.ID) -> [ActivityReport.Related] {
    let others = partnership.parties.all.filter {
      $0.organisation != reporter && $0.role.speaks && says($0.organisation)
    }
    let reports = others.compactMap { organisations[$0.organisation] }
      .map { ActivityReport.Related(IATIIdentifier.of(partnership.id, by: $0), type: "5") }
    return (parent.isEmpty ? [] : [.init(parent, type: "1")]) + reports
  }

  /// When it began or is to begin, and when it ended or is to end; none where nobody knows when it began.
  fileprivate func dates(on today: Day) -> [ActivityReport.ActivityDate] {
    let first = [partnership.began, firstSign].compactMap { $0 }.min()
    switch partnership.stage {
    case .inferred: return started(first, today)
    case .proposed(_, let day): return [.init("1", partnership.began ?? day)]
    case .agreed(let day): return started(partnership.began ?? day, today)
    case .signed(let agreement):
      let end = agreement.endsOn.map { [ActivityReport.ActivityDate("3", $0)] } ?? []
      return started(partnership.began ?? agreement.signed, today) + end
    case .ended(let day, _):
      guard let first else { return [] }
      return started(min(first, day), today) + (day <= today ? [.init("4", day)] : [.init("3", day)])
    }
  }

  private func started(_ day: Day?, _ today: Day) -> [ActivityReport.ActivityDate] {
    guard let day else { return [] }
    return [.init(day <= today ? "2" : "1", day)]
  }
}

extension Partnership {
  /// List ActivityStatus: 1 to come, 2 under way, 3 its term is over, 4 closed, 5 given up.
  fileprivate func status(on today: Day) -> String {
    switch stage {
    case .proposed: "1"
    case .inferred, .agreed: "2"
    case .signed(let agreement): agreement.endsOn.map { $0 < today } == true ? "3" : "2"
    case .ended(let day, _) where day > today: "2"
    case .ended(_, .withdrawn): "5"
    case .ended: "4"
    }
  }
}

extension Party.Role {
  /// List OrganisationRole: 1 funding, 2 accountable, 3 extending, 4 implementing.
  fileprivate var iatiRole: String {
    switch self {
    case .funder: "1"
    case .lead: "2"
    case .facilitator: "3"
    case .partner, .thirdParty: "4"
    }
  }
}

extension Partnership.Form {
  /// List CollaborationType.
  fileprivate var collaboration: String {
    switch self {
    case .triangular: "8"
    case .network: ""
    default: "1"
    }
  }

  /// List AidType: peers who teach are technical assistance; a programme is a project; the others are neither.
  var aidType: String {
    switch self {
    case .cityToCity, .associationCapacityBuilding, .southSouth, .triangular: "D02"
    case .programme: "C01"
    case .twinning, .network: ""
    }
  }
}

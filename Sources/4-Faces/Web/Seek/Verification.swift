import Actions
import Addresses
import Cooperation
import HTTP
import Languages
import Pages
import SQL
import Storage

// Who knows an organisation, and what it has become part of.
extension Site {
  static let verification: [Entry] = [
    Entry(Address.verifying, Site.verify, .record.adding), Entry(Address.unverifying, Site.unverify),
    Entry(Address.unverifyingByInstance, Site.unverifyByInstance),
    Entry(Address.successionForm, Site.showSuccession), Entry(Address.succeeding, Site.succeed),
    Entry(Address.endingSuccession, Site.endSuccession),
  ]

  /// Whoever names no body speaks for the instance.
  func verify(_ visit: Visit, _ id: Organisation.ID) throws -> any Answer {
    var entered = Entered(visit)
    let why = Phrase("verification.no-body", "Say which network or association knows it, by its identifier.")
    let body = entered.one("body", otherwise: why) { Organisation.ID($0) }
    guard entered.isGood, body != nil || visit.viewer.isReviewer else {
      if entered.isGood { entered.refuse("body", why) }
      let page = try database.read { session in try organisationPage(id, session, visit) }
      return Refused(page, entered.problems)
    }
    try VerifyOrganisation(id, by: body).run(on: visit.occasion(in: self))
    return try changed(id, visit, isNew: true, .verified)
  }

  func unverify(_ visit: Visit, _ id: Organisation.ID, _ body: Organisation.ID) throws -> any Answer {
    try WithdrawVerification(of: id, by: body).run(on: visit.occasion(in: self))
    return try changed(id, visit, .unverified)
  }

  func unverifyByInstance(_ visit: Visit, _ id: Organisation.ID) throws -> any Answer {
    try WithdrawVerification(of: id, by: nil).run(on: visit.occasion(in: self))
    return try changed(id, visit, .unverified)
  }

  private func changed(
    _ id: Organisation.ID, _ visit: Visit, isNew: Bool = false, _ notice: Notice
  ) throws -> any Answer {
    let page = try database.read { session in try organisationPage(id, session, visit) }
    return Changed(Address.organisation(id), page, isNew: isNew, tag: ETag("r\(page.revision)"), notice)
  }

  func showSuccession(_ visit: Visit, _ id: Organisation.ID) throws -> any Answer {
    try visit.viewer.require(.owner, for: id)
    return Shown(try successionPage(id))
  }

  private func successionPage(
    _ id: Organisation.ID, _ filled: Filled = Filled(), _ candidates: [Organisation.Brief] = []
  ) throws -> SuccessionPage {
    try database.read { session in
      let organisation = try session.organisations.require(id)
      let successor = try organisation.succession.flatMap { try session.organisations.find($0.successor)?.name }
      return SuccessionPage(organisation, successor: successor, filled: filled, candidates: candidates)
    }
  }

  func succeed(_ visit: Visit, _ id: Organisation.ID) throws -> any Answer {
    try visit.viewer.require(.owner, for: id)
    var entered = Entered(visit)
    let why = Phrase("memberships.choose", "Choose which of these you mean.")
    let successor = entered.one("successor", otherwise: why) { Organisation.ID($0) }, day = entered.day("day")
    let candidates = try organisations(named: entered.line("successor-name"), visit).filter { $0.id != id }
    if visit.fields["find"] != nil { return Shown(try successionPage(id, entered.filled(), candidates)) }
    if successor == nil { entered.refuse(candidates.isEmpty ? "successor-name" : "successor", why) }
    if day == nil { entered.refuse("day", Phrase("succession.no-day", "Say since which day.")) }
    guard let successor, let day, entered.isGood else {
      return Refused(try successionPage(id, entered.filled(), candidates), entered.problems)
    }
    return try keep(.init(to: successor, on: day), of: id, visit)
  }

  func endSuccession(_ visit: Visit, _ id: Organisation.ID) throws -> any Answer { try keep(nil, of: id, visit) }

  private func keep(
    _ succession: Organisation.Succession?, of id: Organisation.ID, _ visit: Visit
  ) throws -> any Answer {
    _ = try SucceedOrganisation(id, succession).run(on: visit.occasion(in: self))
    return try changed(id, visit, .saved)
  }
}

import Actions
import Addresses
import Cooperation
import HTTP
import Languages
import Pages
import SQL
import Storage

// Who speaks for an organisation, and what it belongs to.
extension Site {
  static let mandatesAndMemberships: [Entry] = [
    Entry(Address.mandateForm, Site.showMandates, .list), Entry(Address.addingMandate, Site.addMandate, .list.adding),
    Entry(Address.changingMandate, Site.endMandate), Entry(Address.membershipForm, Site.showMemberships, .list),
    Entry(Address.addingMembership, Site.addMembership, .list.adding),
    Entry(Address.endingMembership, Site.endMembership),
  ]

  func showMandates(_ visit: Visit, _ id: Organisation.ID) throws -> any Answer {
    try visit.viewer.require(.editor, for: id)
    return Shown(try mandatesPage(id))
  }

  private func mandatesPage(_ id: Organisation.ID, _ filled: Filled = Filled()) throws -> MandatesPage {
    try database.read { session in
      MandatesPage(
        id, name: try session.organisations.require(id).name,
        speakers: try session.mandates.holders(in: id).map { .init($0.mandate, $0.person) }, filled: filled)
    }
  }

  func addMandate(_ visit: Visit, _ id: Organisation.ID) throws -> any Answer {
    try visit.viewer.require(.editor, for: id)
    var entered = Entered(visit)
    guard let action = try entered.mandate(in: id) else {
      return Refused(try mandatesPage(id, entered.filled()), entered.problems)
    }
    do {
      _ = try action.run(on: visit.occasion(in: self))
    } catch let refusal as Mandate.Refusal {
      entered.refuse("until", refusal.words)
      return Refused(try mandatesPage(id, entered.filled()), entered.problems)
    }
    return Changed(Address.organisation(id), try mandatesPage(id), isNew: true, .added)
  }

  func endMandate(_ visit: Visit, _ id: Organisation.ID, _ mandate: Mandate.ID) throws -> any Answer {
    try visit.viewer.require(.editor, for: id)
    var entered = Entered(visit)
    let day = entered.day("until")
    guard entered.isGood else { return Refused(try mandatesPage(id, entered.filled()), entered.problems) }
    _ = try EndMandate(mandate, in: id, on: day).run(on: visit.occasion(in: self))
    return Changed(Address.organisation(id), try mandatesPage(id), .saved)
  }

  func showMemberships(_ visit: Visit, _ id: Organisation.ID) throws -> any Answer {
    try visit.viewer.require(.editor, for: id)
    return Shown(try membershipsPage(id, visit))
  }

  private func membershipsPage(
    _ id: Organisation.ID, _ visit: Visit, _ filled: Filled = Filled(), _ candidates: [Organisation.Brief] = []
  ) throws -> MembershipsPage {
    try database.read { session in
      MembershipsPage(
        id, name: try session.organisations.require(id).name,
        bodies: try session.memberships.bodies(of: id, in: visit.reader.words.language), filled: filled,
        candidates: candidates)
    }
  }

  func addMembership(_ visit: Visit, _ id: Organisation.ID) throws -> any Answer {
    var entered = Entered(visit)
    let why = Phrase("memberships.choose", "Choose which of these you mean.")
    let body = entered.one("body", otherwise: why) { Organisation.ID($0) }, since = entered.day("since")
    let candidates = try bodies(named: entered.line("body-name"), visit)
    if visit.fields["find"] != nil { return Shown(try membershipsPage(id, visit, entered.filled(), candidates)) }
    if body == nil { entered.refuse(candidates.isEmpty ? "body-name" : "body", why) }
    guard let body, entered.isGood else {
      return Refused(try membershipsPage(id, visit, entered.filled(), candidates), entered.problems)
    }
    try AddMembership(Membership(of: id, in: body, since: since)).run(on: visit.occasion(in: self))
    return Changed(Address.organisation(id), try membershipsPage(id, visit), isNew: true, .added)
  }

  /// Those whose name begins so and who can have members.
  private func bodies(named name: String, _ visit: Visit) throws -> [Organisation.Brief] {
    try organisations(named: name, visit).filter { $0.kind.hasMembers }
  }

  /// Those whose name begins so, at most a hundred.
  func organisations(named name: String, _ visit: Visit) throws -> [Organisation.Brief] {
    guard !name.isEmpty else { return [] }
    var filter = Organisations.Filter()
    filter.words = name
    return try database.read { session in
      try session.organisations.list(filter, Span(per: 100), in: visit.reader.words.language).items
    }
  }

  func endMembership(_ visit: Visit, _ id: Organisation.ID, _ body: Organisation.ID) throws -> any Answer {
    try EndMembership(Membership(of: id, in: body)).run(on: visit.occasion(in: self))
    return Changed(Address.organisation(id), try membershipsPage(id, visit), .saved)
  }
}

extension Entered {
  /// The mandate that a form names; nil where something is wrong with it.
  fileprivate mutating func mandate(in id: Organisation.ID) throws -> AddMandate? {
    let known = one("person", otherwise: Phrase("mandates.no-person", "Choose someone from the list.")) {
      Person.ID($0)
    }
    let name = line("name"), title = line("title"), contact = line("contact")
    let role = one("role", otherwise: Phrase("mandates.no-role", "Choose one of the four.")) {
      Mandate.Role(rawValue: $0)
    }
    let from = day("from"), until = day("until"), languages = languages("languages")
    if known == nil, name.isEmpty { refuse("name", Phrase("mandates.no-name", "Say who it is.")) }
    if role == nil { refuse("role", Phrase("mandates.no-role", "Choose one of the four.")) }
    if title.isEmpty { refuse("title", Phrase("mandates.no-title", "Say what the office is called.")) }
    if from == nil { refuse("from", Phrase("mandates.no-day", "Say since when, as exactly as you know.")) }
    guard isGood, let role, let from else { return nil }
    let holder: AddMandate.Holder =
      known.map { .known($0) }
      ?? .new(name: name, languages: languages, contact: contact, showsContact: fields.isTicked("shows-contact"))
    return AddMandate(in: id, for: holder, as: role, title: title, from: from, until: until)
  }
}

import Actions
import Addresses
import Cooperation
import HTTP
import Languages
import Pages
import SQL
import Secrets
import Storage

extension Site {
  static let organisationForms: [Entry] = [
    Entry(Address.newOrganisation, Site.showNewOrganisation),
    Entry(Address.addingOrganisation, Site.addOrganisation, .record.adding),
    Entry(Address.organisationForm, Site.showOrganisationForm),
    Entry(Address.changingOrganisation, Site.changeOrganisation),
    Entry(Address.puttingOrganisation, Site.changeOrganisation),
  ]

  func showNewOrganisation(_ visit: Visit) throws -> any Answer {
    _ = try visit.viewer.person()
    let filled = Filled(values: ["original": [visit.reader.words.language.tag]])
    return Shown(OrganisationForm(visit.identifier(), revision: nil, filled: filled, places: []))
  }

  func showOrganisationForm(_ visit: Visit, _ id: Organisation.ID) throws -> any Answer {
    try visit.viewer.require(.editor, for: id)
    return try database.read { session in
      let known = try session.organisations.require(id)
      let places = try known.place.map { try session.places.find([$0]) } ?? []
      return Shown(
        OrganisationForm(id, revision: known.revision, filled: Filled(values: known.values), places: places),
        tag: ETag("r\(known.revision)"))
    }
  }

  func addOrganisation(_ visit: Visit) throws -> any Answer {
    if !visit.viewer.isAdministrator { _ = try visit.viewer.person() }
    let id = visit.fields["id"].flatMap { Organisation.ID($0) } ?? visit.identifier()
    let form = OrganisationEntry(visit, id: id, known: nil)
    return try keep(form, visit) { organisation in try AddOrganisation(organisation).run(on: visit.occasion(in: self)) }
  }

  func changeOrganisation(_ visit: Visit, _ id: Organisation.ID) throws -> any Answer {
    try visit.viewer.require(.editor, for: id)
    let known = try database.read { session in try session.organisations.require(id) }
    try visit.request.mustKnow(ETag("r\(known.revision)"))
    let form = OrganisationEntry(visit, id: id, known: known)
    return try keep(form, visit) { organisation in
      try ChangeOrganisation(to: organisation).run(on: visit.occasion(in: self))
    }
  }

  /// Keeps what the form says, or shows it again: with places to choose from, with what is wrong, or with what someone
  /// else changed meanwhile.
  private func keep(
    _ entry: OrganisationEntry, _ visit: Visit, _ act: (Organisation) throws -> Organisation
  ) throws -> any Answer {
    var form = entry
    let places = try database.read { session in try form.findPlaces(session) }
    if visit.fields["find"] != nil { return Shown(form.page(places)) }
    guard let organisation = form.organisation else { return Refused(form.page(places), form.entered.problems) }
    do {
      let kept = try act(organisation)
      let page = try database.read { session in try organisationPage(kept.id, session, visit) }
      return Changed(
        Address.organisation(kept.id), page, isNew: form.known == nil, tag: ETag("r\(kept.revision)"), .saved)
    } catch let stale as Stale where !visit.wantsJSON {
      let current = try database.read { session in try session.organisations.require(form.id) }
      form.refuse("name", stale.words)
      return Refused(form.page(places, revision: current.revision), form.entered.problems, status: 412)
    }
  }
}

extension Visit {
  /// A name for something new, given when its form is shown, so that a form sent twice makes one thing.
  func identifier<Subject>() -> Identifier<Subject> {
    var chance = Chance(seed: Randomness.seed())
    return Identifier(at: now, by: &chance)
  }
}

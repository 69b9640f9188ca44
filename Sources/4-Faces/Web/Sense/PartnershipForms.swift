import Actions
import Addresses
import Cooperation
import HTTP
import Languages
import Pages
import SQL
import Storage

extension Site {
  static let partnershipForms: [Entry] = [
    Entry(Address.newPartnership, Site.newPartnership),
    Entry(Address.proposing, Site.proposePartnership, .record.adding),
    Entry(Address.partnershipForm, Site.showPartnershipForm),
    Entry(Address.changingPartnership, Site.changePartnership),
    Entry(Address.puttingPartnership, Site.changePartnership),
  ]

  func newPartnership(_ visit: Visit) throws -> any Answer {
    _ = try visit.viewer.person()
    return try database.read { session in
      let values = try beginning(session, visit)
      return Shown(try proposalForm(visit.identifier(), Filled(values: values), session, visit))
    }
  }

  /// What the form begins with: whom one comes from, a need or a practice that one came by.
  private func beginning(_ session: any Session, _ visit: Visit) throws -> [String: [String]] {
    var values = ["original": [visit.reader.words.language.tag], "form": [Partnership.Form.cityToCity.rawValue]]
    values["with"] = visit.query.values("with")
    values["by"] = visit.query.values("by")
    func begin(_ work: some Shelved) {
      let title = visit.reader.words.reading(work.title)
      values["title"] = [title.text]
      values["original"] = [title.language.tag]
      values["themes"] = work.topic.themes.sorted().map(\.text)
      if values["with"]?.isEmpty != false { values["with"] = [work.organisation.text] }
    }
    if let id = try visit.query.filter("need", { Need.ID($0) }) {
      begin(try session.needs.require(id, for: visit.viewer))
    }
    if let id = try visit.query.filter("practice", { Practice.ID($0) }) {
      begin(try session.practices.require(id, for: visit.viewer))
    }
    return values
  }

  private func proposalForm(
    _ id: Partnership.ID, _ filled: Filled, _ session: any Session, _ visit: Visit
  ) throws -> PartnershipForm {
    let language = visit.reader.words.language
    let wanted = filled["by"].isEmpty ? nil : Organisation.ID(filled["by"])
    var own = visit.viewer.organisations(as: .editor)
    if let wanted, visit.viewer.isAdministrator, !own.contains(wanted) { own.append(wanted) }
    guard !own.isEmpty else { throw Denial.notYours }
    let asked = (filled.values["with"] ?? []).compactMap { Organisation.ID($0) }
    // Whoever acts for several proposes it for one of those that are not asked.
    let proposing = own.filter { !asked.contains($0) }
    let existing = try asked.prefix(3).flatMap { other in
      try own.flatMap { try session.partnerships.between($0, other) }
    }
    let options = { (ids: [Organisation.ID]) in
      try session.organisations.briefs(ids, in: language).map { Filled.Option($0.id.text, $0.name.text) }
    }
    return PartnershipForm(
      id, filled: filled, own: try options(proposing.isEmpty ? own : proposing), others: try options(asked),
      existing: try session.partnerships.briefs(Array(Set(existing)), in: language))
  }

  func proposePartnership(_ visit: Visit) throws -> any Answer {
    _ = try visit.viewer.person()
    let own = visit.viewer.organisations(as: .editor)
    let proposer = visit.fields["by"].flatMap { Organisation.ID($0) } ?? (own.count == 1 ? own[0] : nil)
    guard let proposer else {
      if own.isEmpty { throw Denial.notYours }
      throw Missing(cleaned((visit.fields["by"] ?? "").prefix(60)) ?? "by")
    }
    try visit.viewer.require(.editor, for: proposer)
    let id = visit.fields["id"].flatMap { Partnership.ID($0) } ?? visit.identifier()
    var entry = try database.read { session in try PartnershipEntry(visit, id, by: proposer, in: session) }
    if let partnership = entry.partnership {
      do {
        let isNew = try database.read { session in try session.partnerships.find(id) } == nil
        _ = try ProposePartnership(partnership, by: proposer).run(on: visit.occasion(in: self))
        return try changed(id, isNew: isNew, visit, .sent)
      } catch let refusal as any Refusal where !visit.wantsJSON && refusal.isAboutWords {
        entry.refuse("title", refusal.words)
        return try refusedProposal(id, entry.entered, visit, status: refusal.kind.status)
      }
    }
    return try refusedProposal(id, entry.entered, visit)
  }

  private func refusedProposal(
    _ id: Partnership.ID, _ entered: Entered, _ visit: Visit, status: Int = 422
  ) throws -> any Answer {
    let form = try database.read { session in try proposalForm(id, entered.filled(), session, visit) }
    return Refused(form, entered.problems, status: status)
  }
}

// One that is there.
extension Site {
  func showPartnershipForm(_ visit: Visit, _ id: Partnership.ID) throws -> any Answer {
    let known = try editable(id, visit)
    let form = PartnershipForm(id, revision: known.revision, filled: Filled(values: known.values))
    return Shown(form, tag: ETag("r\(known.revision)"))
  }

  func changePartnership(_ visit: Visit, _ id: Partnership.ID) throws -> any Answer {
    let known = try editable(id, visit)
    try visit.request.mustKnow(ETag("r\(known.revision)"))
    var entry = PartnershipEntry(visit, changing: known)
    let form = { (entry: PartnershipEntry, revision: Int?) in
      PartnershipForm(id, revision: revision ?? known.revision, filled: entry.entered.filled())
    }
    guard let partnership = entry.partnership else {
      return Refused(form(entry, entry.entered.revision), entry.entered.problems)
    }
    do {
      _ = try ChangePartnership(to: partnership).run(on: visit.occasion(in: self))
      return try changed(id, visit, .saved)
    } catch let stale as Stale where !visit.wantsJSON {
      entry.refuse("title", stale.words)
      return Refused(form(entry, nil), entry.entered.problems, status: 412)
    }
  }

  /// A partnership that the visitor may change: as someone of one of its parties.
  private func editable(_ id: Partnership.ID, _ visit: Visit) throws -> Partnership {
    let known = try database.read { session in try session.partnerships.require(id) }
    guard known.parties.all.contains(where: { visit.viewer.may(.editor, for: $0.organisation) }) else {
      _ = try visit.viewer.person()
      throw Partnership.Refusal.notAParty
    }
    return known
  }

  /// What follows a change: the partnership's page, or the record.
  func changed(
    _ id: Partnership.ID, isNew: Bool = false, _ visit: Visit, _ notice: Notice
  ) throws -> any Answer {
    let page = try database.read { session in try partnershipPage(id, session, visit) }
    return Changed(Address.partnership(id), page, isNew: isNew, tag: ETag("r\(page.revision)"), notice)
  }
}

extension Refusal {
  /// Whether it is about what was typed, which the form then shows again, rather than about who may.
  var isAboutWords: Bool { [.invalid, .conflict, .stale].contains(kind) }
}

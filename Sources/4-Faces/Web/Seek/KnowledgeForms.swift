import Actions
import Addresses
import Cooperation
import HTTP
import Languages
import Pages
import Reference
import SQL
import Storage

extension Site {
  static let knowledgeForms: [Entry] = [
    Entry(Address.newNeed, Site.newNeed), Entry(Address.newPractice, Site.newPractice),
    Entry(Address.addingNeed, Site.addNeed, .record.adding),
    Entry(Address.addingPractice, Site.addPractice, .record.adding),
    Entry(Address.needForm, Site.needForm), Entry(Address.practiceForm, Site.practiceForm),
    Entry(Address.changingNeed, Site.changeNeed), Entry(Address.changingPractice, Site.changePractice),
    Entry(Address.puttingNeed, Site.changeNeed), Entry(Address.puttingPractice, Site.changePractice),
    Entry(Address.needTranslation, Site.needTranslation),
    Entry(Address.practiceTranslation, Site.practiceTranslation),
    Entry(Address.translatingNeed, Site.translateNeed), Entry(Address.translatingPractice, Site.translatePractice),
  ]

  func newNeed(_ visit: Visit) throws -> any Answer {
    visit.query.isTicked("all") || visit.wantsJSON ? try new(Need.self, visit) : try beginNeed(visit)
  }
  func newPractice(_ visit: Visit) throws -> any Answer { try new(Practice.self, visit) }
  func addNeed(_ visit: Visit) throws -> any Answer { try add(Need.self, visit) }
  func addPractice(_ visit: Visit) throws -> any Answer { try add(Practice.self, visit) }
  func needForm(_ visit: Visit, _ id: Need.ID) throws -> any Answer { try form(id, Need.self, visit) }
  func practiceForm(_ visit: Visit, _ id: Practice.ID) throws -> any Answer { try form(id, Practice.self, visit) }
  func changeNeed(_ visit: Visit, _ id: Need.ID) throws -> any Answer { try change(id, Need.self, visit) }
  func changePractice(_ visit: Visit, _ id: Practice.ID) throws -> any Answer { try change(id, Practice.self, visit) }
  func needTranslation(_ visit: Visit, _ id: Need.ID) throws -> any Answer { try translation(id, Need.self, visit) }
  func practiceTranslation(_ visit: Visit, _ id: Practice.ID) throws -> any Answer {
    try translation(id, Practice.self, visit)
  }
  func translateNeed(_ visit: Visit, _ id: Need.ID) throws -> any Answer { try translate(id, Need.self, visit) }
  func translatePractice(_ visit: Visit, _ id: Practice.ID) throws -> any Answer {
    try translate(id, Practice.self, visit)
  }
}

// A new one.
extension Site {
  /// Finds what forms suggest.
  static let suggester = Suggester(Themes.all)

  private func new<Item: Told>(_: Item.Type, _ visit: Visit) throws -> any Answer {
    let own = try writable(visit), owner = try owner(among: own, visit)
    let languages = try database.read { session in
      try owner.flatMap { try session.organisations.find($0) }?.languages ?? []
    }
    let filled = Filled(values: [
      "original": [visit.reader.words.language.tag], "languages": languages.map(\.tag),
      "organisation": [owner?.text ?? ""],
    ])
    return Shown(
      try workForm(Item.subject(visit.identifier()), revision: nil, filled, of: owner, among: own, visit))
  }

  /// The two questions with which a need begins.
  private func beginNeed(_ visit: Visit) throws -> any Answer {
    let own = try writable(visit), owner = try owner(among: own, visit)
    return Shown(
      NeedBeginning(
        visit.identifier(), filled: Filled(values: ["organisation": [owner?.text ?? ""]]), organisations: own))
  }

  /// For whom a new one is begun: whom the address names, or else the first.
  ///
  /// - Throws: `Denial`.
  private func owner(among own: [Organisation.Brief], _ visit: Visit) throws -> Organisation.ID? {
    let wanted = visit.query["organisation"].flatMap { Organisation.ID($0) }
    if let wanted { try visit.viewer.require(.editor, for: wanted) }
    return wanted ?? own.first?.id
  }

  /// The form, with what the words in it seem to be about, and whom the organisation may name.
  private func workForm(
    _ subject: Work.Subject, revision: Int?, isPublished: Bool = false, _ filled: Filled, of owner: Organisation.ID?,
    among own: [Organisation.Brief], alike: [Alike] = [], _ visit: Visit
  ) throws -> WorkForm {
    let language = Language(filled["original"]) ?? visit.reader.words.language
    let texts = (["title"] + subject.side.parts).compactMap { name in
      filled[name].isEmpty ? nil : Texts(filled[name], in: language)
    }
    let speakers = subject.side == .teaches ? try owner.map { try self.speakers(of: $0, visit) } ?? [] : []
    return WorkForm(
      subject, revision: revision, isPublished: isPublished, filled: filled, organisations: own, speakers: speakers,
      suggestions: Self.suggester.suggestions(for: texts), alike: alike)
  }

  /// Those who speak for an organisation today.
  private func speakers(of organisation: Organisation.ID, _ visit: Visit) throws -> [Person] {
    try database.read { session in
      var known: Set<Person.ID> = []
      return try session.mandates.holders(in: organisation, on: visit.now.day).map(\.person)
        .filter { known.insert($0.id).inserted }
    }
  }

  /// The organisations that a visitor may write for.
  ///
  /// - Throws: `Denial` where there is none.
  private func writable(_ visit: Visit) throws -> [Organisation.Brief] {
    _ = try visit.viewer.person()
    let wanted = (visit.query["organisation"] ?? visit.fields["organisation"]).flatMap { Organisation.ID($0) }
    var own = visit.viewer.organisations(as: .editor)
    if let wanted, visit.viewer.isAdministrator, !own.contains(wanted) { own.append(wanted) }
    if let wanted, own.contains(wanted), visit.request.verb == .get { own = [wanted] }
    guard !own.isEmpty else { throw Denial.notYours }
    return try database.read { session in try session.organisations.briefs(own, in: visit.reader.words.language) }
  }

  private func add<Item: Told>(_: Item.Type, _ visit: Visit) throws -> any Answer {
    let own = try writable(visit)
    let owner = visit.fields["organisation"].flatMap { Organisation.ID($0) } ?? (own.count == 1 ? own[0].id : nil)
    guard let owner else { throw Missing(visit.fields["organisation"] ?? "organisation") }
    try visit.viewer.require(.editor, for: owner)
    let id = visit.fields["id"].flatMap { Item.ID($0) } ?? visit.identifier()
    let speakers = Set(try self.speakers(of: owner, visit).map(\.id))
    var entry = WorkEntry<Item>(visit, id, of: owner, known: nil, among: speakers)
    if visit.wantsJSON, !entry.entered.isGood { return try refused(entry, own, visit) }
    do {
      let kept = try AddWork(entry.item).run(on: visit.occasion(in: self))
      return try settle(entry, kept, own, isNew: true, visit)
    } catch let stale as Stale where !visit.wantsJSON {
      // The form of a new one sent again with other words, as after going back in the browser.
      entry.refuse("title", stale.words)
      return try refused(entry, own, revision: try editable(id, Item.self, visit).0.revision, status: 412, visit)
    }
  }

  /// What follows once a work is kept: its page, or the form again with what is still to be looked at.
  private func settle<Item: Told>(
    _ entry: WorkEntry<Item>, _ kept: Item, _ own: [Organisation.Brief], isNew: Bool, _ visit: Visit
  ) throws -> any Answer {
    guard entry.entered.isGood else { return try refused(entry, own, kept: kept, visit) }
    if visit.fields["next"] == "more", !visit.wantsJSON, !kept.shelf.isPublished {
      return Response.seeOther(Item.subject(kept.id).form + "?done=" + Notice.saved.rawValue)
    }
    guard entry.publishes, !kept.shelf.isPublished else { return try moved(kept, isNew: isNew, visit, .saved) }
    if visit.fields.isTicked("look"), !visit.wantsJSON {
      // Nobody is stopped: what is like it is shown, and the button stands beside it.
      let alike = try database.read { session in try kept.alike(session, by: Self.suggester, visit) }
      if !alike.isEmpty, kept.missing.isEmpty { return try moved(kept, isNew: isNew, visit, .alike) }
    }
    var entry = entry
    do {
      let published = try PublishWork<Item>(kept.id).run(on: visit.occasion(in: self))
      return try moved(published, isNew: isNew, visit, .published)
    } catch let refusal as Shelf.Refusal {
      entry.refuse("expires", refusal.words)
      return try refused(entry, own, kept: kept, visit)
    }
  }

  /// The form again; with `kept`, nothing of it is lost.
  private func refused<Item: Told>(
    _ entry: WorkEntry<Item>, _ own: [Organisation.Brief], kept: Item? = nil, revision: Int? = nil, status: Int = 422,
    _ visit: Visit
  ) throws -> Refused<WorkForm> {
    let filled = entry.entered.filled(isKept: kept != nil)
    let form = try workForm(
      Item.subject(entry.item.id), revision: revision ?? kept?.revision, isPublished: entry.item.shelf.isPublished,
      filled, of: entry.item.organisation, among: own, visit)
    return Refused(form, entry.entered.problems, status: status)
  }
}

// One that is there.
extension Site {
  private func form<Item: Told>(_ id: Item.ID, _: Item.Type, _ visit: Visit) throws -> any Answer {
    let (item, own) = try editable(id, Item.self, visit)
    let alike =
      item.shelf.isPublished
      ? [] : try database.read { session in try item.alike(session, by: Self.suggester, visit) }
    let form = try workForm(
      Item.subject(id), revision: item.revision, isPublished: item.shelf.isPublished, Filled(values: item.values),
      of: item.organisation, among: own, alike: alike, visit)
    return Shown(form, tag: ETag("r\(item.revision)"))
  }

  /// A work that a visitor may change, and whose it is.
  private func editable<Item: Told>(
    _ id: Item.ID, _: Item.Type, _ visit: Visit
  ) throws -> (Item, [Organisation.Brief]) {
    try database.read { session in
      let item = try session.library(of: Item.self).require(id, for: visit.viewer)
      try visit.viewer.require(.editor, for: item.organisation)
      return (item, try session.organisations.briefs([item.organisation], in: visit.reader.words.language))
    }
  }

  private func change<Item: Told>(_ id: Item.ID, _: Item.Type, _ visit: Visit) throws -> any Answer {
    let (known, own) = try editable(id, Item.self, visit)
    try visit.request.mustKnow(ETag("r\(known.revision)"))
    let speakers = Set(try self.speakers(of: known.organisation, visit).map(\.id))
    var entry = WorkEntry<Item>(visit, id, of: known.organisation, known: known, among: speakers)
    // What everyone sees changes only to what may be seen; a draft is kept whatever it lacks.
    if !entry.entered.isGood, visit.wantsJSON || known.shelf.isPublished {
      return try refused(entry, own, revision: entry.item.revision, visit)
    }
    do {
      let kept = try ChangeWork(to: entry.item).run(on: visit.occasion(in: self))
      return try settle(entry, kept, own, isNew: false, visit)
    } catch let stale as Stale where !visit.wantsJSON {
      entry.refuse("title", stale.words)
      return try refused(entry, own, revision: known.revision, status: 412, visit)
    }
  }

  private func translation<Item: Told>(_ id: Item.ID, _: Item.Type, _ visit: Visit) throws -> any Answer {
    let (item, _) = try editable(id, Item.self, visit)
    let wanted = try visit.query.filter("to") { Language($0) }
    let language = wanted ?? Language.interface.first { item.title.versions[$0] == nil } ?? "en"
    guard language != item.title.original else { throw TranslateWork<Item>.Refused.original }
    var values = item.texts.mapValues { [$0.versions[language] ?? ""] }
    values["title"] = [item.title.versions[language] ?? ""]
    values["revision"] = [String(item.revision)]
    return Shown(TranslationForm(item.work, into: language, filled: Filled(values: values)))
  }

  private func translate<Item: Told>(_ id: Item.ID, _: Item.Type, _ visit: Visit) throws -> any Answer {
    let (item, _) = try editable(id, Item.self, visit)
    try visit.request.mustKnow(ETag("r\(item.revision)"))
    var entered = Entered(visit)
    let why = Phrase("form.no-language", "That is not a language that we know by its tag.")
    let language = entered.one("language", otherwise: why) { Language($0) }
    if language == nil { entered.refuse("language", why) }
    var texts = ["title": entered.line("title")]
    for name in Item.fields { texts[name] = entered.prose(name) }
    guard let language, entered.isGood else {
      return Refused(
        TranslationForm(item.work, into: language ?? "en", filled: entered.filled()), entered.problems)
    }
    let action = TranslateWork<Item>(id, into: language, texts, of: entered.revision)
    return try moved(action.run(on: visit.occasion(in: self)), visit, .saved)
  }
}

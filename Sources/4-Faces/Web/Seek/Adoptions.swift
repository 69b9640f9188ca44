import Actions
import Addresses
import Cooperation
import HTTP
import Languages
import Pages
import SQL
import Storage

// Practices taken up elsewhere.
extension Site {
  static let adoptions: [Entry] = [
    Entry(Address.adoptions, Site.showAdoptions, .list), Entry(Address.adoptionForm, Site.showAdoptionForm),
    Entry(Address.recordingAdoption, Site.recordAdoption, .list.addingOnce),
    Entry(Address.voicingAdoption, Site.speakOfAdoption),
  ]

  func showAdoptions(_ visit: Visit, _ id: Practice.ID) throws -> any Answer { Shown(try adoptionsPage(id, visit)) }

  private func adoptionsPage(_ id: Practice.ID, _ visit: Visit) throws -> AdoptionsPage {
    try database.read { session in
      let practice = try session.practices.require(id, for: visit.viewer)
      return AdoptionsPage(practice, try familyPart(of: id, session, visit))
    }
  }

  /// Who took a practice up, as its page and a page of its own tell it.
  func familyPart(of id: Practice.ID, _ session: any Session, _ visit: Visit) throws -> FamilyPart {
    let family = try session.adoptions.family(of: id, for: visit.viewer)
    let all = Array(Set((family?.members ?? []).map(\.organisation)))
    let briefs = try session.organisations.briefs(all, in: visit.reader.words.language)
    let own = all.filter { visit.viewer.roles[$0] != nil && visit.viewer.may(.editor, for: $0) }
    return FamilyPart(
      id, family, names: Dictionary(uniqueKeysWithValues: briefs.map { ($0.id, $0.name) }), own: own)
  }

  func showAdoptionForm(_ visit: Visit, _ id: Practice.ID) throws -> any Answer {
    _ = try visit.viewer.person()
    let practice = try database.read { session in try session.practices.require(id, for: visit.viewer) }
    let own = try adopters(of: practice, visit)
    let wanted = visit.query["organisation"].flatMap { Organisation.ID($0) }.flatMap { own.contains($0) ? $0 : nil }
    let organisation = wanted ?? own.first
    let known = try database.read { session in
      try organisation.flatMap { try session.adoptions.of(id, by: $0) }
    }
    let fresh: Adoption.ID = visit.identifier()
    var values = known?.values ?? ["id": [fresh.text], "language": [visit.reader.words.language.tag]]
    values["organisation"] = [organisation?.text ?? ""]
    return Shown(try adoptionForm(practice, Filled(values: values), wanted.map { [$0] } ?? own, visit))
  }

  /// Those whom a visitor may tell it for: all of theirs but whose it is.
  ///
  /// - Throws: `Denial.notYours` where there is none; `Adoption.Refusal.ofItself` where there is only whose it is.
  private func adopters(of practice: Practice, _ visit: Visit) throws -> [Organisation.ID] {
    let own = visit.viewer.organisations(as: .editor)
    let others = own.filter { $0 != practice.organisation }
    guard !others.isEmpty else { throw own.isEmpty ? Denial.notYours : Adoption.Refusal.ofItself }
    return others
  }

  private func adoptionForm(
    _ practice: Practice, _ filled: Filled, _ own: [Organisation.ID], _ visit: Visit
  ) throws -> AdoptionForm {
    try database.read { session in
      let language = visit.reader.words.language
      let briefs = try session.organisations.briefs(own + [practice.organisation], in: language)
      let practices = try own.flatMap { organisation in
        try session.practices.headings(of: organisation, in: language, for: visit.viewer)
          .filter { $0.stage == "published" }.map { Filled.Option($0.id.text, $0.title.text) }
      }
      let author = briefs.first { $0.id == practice.organisation }?.name
      return AdoptionForm(
        practice, of: author ?? .init(text: "", language: language, isOriginal: true), filled: filled,
        organisations: briefs.filter { own.contains($0.id) }, practices: practices)
    }
  }

  func recordAdoption(_ visit: Visit, _ id: Practice.ID) throws -> any Answer {
    _ = try visit.viewer.person()
    let practice = try database.read { session in try session.practices.require(id, for: visit.viewer) }
    let own = try adopters(of: practice, visit)
    var entered = Entered(visit)
    let chosen = visit.fields["organisation"].flatMap { Organisation.ID($0) } ?? (own.count == 1 ? own[0] : nil)
    guard let chosen else { throw Missing(visit.fields["organisation"] ?? "organisation") }
    try visit.viewer.require(.editor, for: chosen)
    guard let adoption = entered.adoption(of: id, by: chosen, visit) else {
      return Refused(try adoptionForm(practice, entered.filled(), own, visit), entered.problems)
    }
    let isNew = try database.read { session in try session.adoptions.of(id, by: chosen) } == nil
    do {
      _ = try RecordAdoption(adoption).run(on: visit.occasion(in: self))
    } catch let refusal as any Refusal where !visit.wantsJSON && !(refusal is Denial || refusal is Missing) {
      entered.refuse(refusal is Adoption.Refusal ? "kept" : "worked", refusal.words)
      return Refused(
        try adoptionForm(practice, entered.filled(), own, visit), entered.problems, status: refusal.kind.status)
    }
    return Changed(Address.adoptions(id), try adoptionsPage(id, visit), isNew: isNew, .sent)
  }

  func speakOfAdoption(_ visit: Visit, _ id: Practice.ID, _ adoption: Adoption.ID) throws -> any Answer {
    let known = try database.read { session in try session.adoptions.require(adoption) }
    guard known.practice == id else { throw Missing(adoption) }
    guard let stance = visit.fields["stance"].flatMap({ Claim.Stance(rawValue: $0) }) else {
      let why = visit.reader("voice-form.no-stance", "Say whether it is so: claims, confirms or disputes.")
      throw Problem(
        "form", 422, visit.reader("problem.form", "This cannot be taken as it is."), fields: [.init("stance", why)])
    }
    let reason = String((cleaned(visit.fields["reason"] ?? "", limit: .max) ?? "").prefix(2000))
    _ = try SpeakOfAdoption(adoption, by: try visit.fields.party(), stance, because: reason)
      .run(on: visit.occasion(in: self))
    return Changed(
      Address.adoptions(id), try adoptionsPage(id, visit), stance == .disputes ? .disputed : .said)
  }
}

extension Adoption {
  /// What its form begins with.
  fileprivate var values: [String: [String]] {
    var values: [String: [String]] = [
      "id": [id.text], "revision": [String(revision)], "worked": [worked.rawValue], "began": [String(years.began)],
      "ended": [years.ended.map { String($0) } ?? ""], "told-as": [toldAs?.text ?? ""],
    ]
    for (name, texts) in [("kept", kept), ("changed", changed), ("dropped", dropped), ("results", results)] {
      values[name] = [texts.flatMap { $0.versions[$0.original] } ?? ""]
      if let texts { values["language"] = [texts.original.tag] }
    }
    return values
  }
}

extension Entered {
  /// How a practice was taken up; nil where something is wrong with it.
  fileprivate mutating func adoption(
    of practice: Practice.ID, by organisation: Organisation.ID, _ visit: Visit
  ) -> Adoption? {
    let id = fields["id"].flatMap { Adoption.ID($0) } ?? visit.identifier()
    let worked = required("worked", Phrase("adoption-form.no-worked", "Say whether it worked.")) {
      Practice.Worked(rawValue: $0)
    }
    let language = one(
      "language", otherwise: Phrase("form.no-language", "That is not a language that we know by its tag.")
    ) { Language($0) }
    let names = ["kept", "changed", "dropped", "results"]
    let written = names.map { prose($0, limit: 5000) }
    let guessed = Language.guessed(from: written.joined(separator: " ")) ?? visit.reader.words.language
    let texts = written.map { $0.isEmpty ? nil : Texts($0, in: language ?? guessed) }
    let years = years()
    if years == nil { refuse("began", Phrase("form.no-beginning", "Say also when it began.")) }
    let toldAs = one("told-as", otherwise: Phrase("form.no-likeness", "Choose from the list.")) { Practice.ID($0) }
    guard let worked, let years, isGood else { return nil }
    return Adoption(
      id: id, of: practice, by: organisation, kept: texts[0], changed: texts[1], dropped: texts[2],
      results: texts[3], worked: worked, years: years, toldAs: toldAs, revision: revision ?? 1)
  }
}

import Actions
import Addresses
import Cooperation
import HTTP
import Languages
import Pages
import SQL
import Storage

extension Site {
  /// What the parties of a partnership do: each verb by a form or by JSON.
  static let partnershipVerbs: [Entry] = [
    Entry(Address.agreeing, Site.acceptPartnership), Entry(Address.agreementForm, Site.showAgreementForm),
    Entry(Address.signing, Site.signAgreement), Entry(Address.endingForm, Site.showEndingForm),
    Entry(Address.ending, Site.endPartnership), Entry(Address.voiceForm, Site.showVoiceForm),
    Entry(Address.voicing, Site.speakOfPartnership), Entry(Address.logForm, Site.showLogForm),
    Entry(Address.logging, Site.writeLog, .record.adding), Entry(Address.contributionForm, Site.showContributionForm),
    Entry(Address.contributing, Site.addContribution, .record.adding),
  ]

  func acceptPartnership(_ visit: Visit, _ id: Partnership.ID) throws -> any Answer {
    try AcceptPartnership(id, by: try visit.fields.party()).run(on: visit.occasion(in: self))
    return try changed(id, visit, .accepted)
  }

  func showVoiceForm(_ visit: Visit, _ id: Partnership.ID) throws -> any Answer {
    let stance = visit.query["stance"] ?? Claim.Stance.confirms.rawValue
    return Shown(VoiceForm(try bearing(id, visit), filled: Filled(values: ["stance": [stance]])))
  }

  func speakOfPartnership(_ visit: Visit, _ id: Partnership.ID) throws -> any Answer {
    var entered = Entered(visit)
    let why = Phrase("voice-form.no-stance", "Say whether it is so: claims, confirms or disputes.")
    let stance = entered.required("stance", why) { Claim.Stance(rawValue: $0) }
    let reason = entered.prose("reason", limit: 2000)
    let party = try visit.fields.party()
    return try settle(
      id, entered, visit, stance == .disputes ? .disputed : .said, at: "reason",
      form: { VoiceForm(try bearing(id, visit), filled: $0) },
      act: {
        guard let stance else { return }
        try SpeakOfPartnership(id, by: party, stance, because: reason).run(on: visit.occasion(in: self))
      })
  }

  func showEndingForm(_ visit: Visit, _ id: Partnership.ID) throws -> any Answer {
    let values = [
      "why": [visit.query["why"] ?? Partnership.Ending.completed.rawValue], "day": [visit.now.day.description],
    ]
    return Shown(EndingForm(try bearing(id, visit), filled: Filled(values: values)))
  }

  func endPartnership(_ visit: Visit, _ id: Partnership.ID) throws -> any Answer {
    var entered = Entered(visit)
    let noEnding = Phrase("ending-form.no-why", "Say why it ends: completed, lapsed or withdrawn.")
    let why = entered.required("why", noEnding) { Partnership.Ending(rawValue: $0) }
    let day = visit.fields["day"] == nil ? visit.now.day : entered.day("day")
    if day == nil { entered.refuse("day", Phrase("form.day-missing", "Say on which day.")) }
    let note = entered.prose("note", limit: 2000), isPublic = visit.fields.isTicked("public")
    let word = note.isEmpty ? nil : Texts(note, in: visit.reader.words.language)
    let party = try visit.fields.party()
    return try settle(
      id, entered, visit, .ended, at: "day", form: { EndingForm(try bearing(id, visit), filled: $0) },
      act: {
        guard let why, let day else { return }
        try EndPartnership(id, by: party, on: day, why: why, saying: word.map { .init($0, isPublic: isPublic) })
          .run(on: visit.occasion(in: self))
      })
  }
}

extension Site {
  func showLogForm(_ visit: Visit, _ id: Partnership.ID) throws -> any Answer {
    let name: LogEntry.ID = visit.identifier()
    let values = [
      "id": [name.text], "kind": [LogEntry.Kind.meeting.rawValue], "day": [visit.now.day.description],
      "public": ["yes"], "language": [visit.reader.words.language.tag],
    ]
    return Shown(LogForm(try bearing(id, visit, amongAll: true), filled: Filled(values: values)))
  }

  func writeLog(_ visit: Visit, _ id: Partnership.ID) throws -> any Answer {
    let bearing = try bearing(id, visit, amongAll: true)
    var entered = Entered(visit)
    let entry = try entered.logEntry(of: id, by: try visit.fields.party("organisation") ?? bearing.only, visit)
    return try settle(
      id, entered, visit, isNew: true, .saved, at: "day", form: { LogForm(bearing, filled: $0) },
      act: {
        guard let entry else { return }
        try WriteLog(entry).run(on: visit.occasion(in: self))
      })
  }

  func showContributionForm(_ visit: Visit, _ id: Partnership.ID) throws -> any Answer {
    let name: Contribution.ID = visit.identifier()
    let bearing = try bearing(id, visit, amongAll: true)
    let last = try database.read { session in try session.contributions.of(id).last }
    let values = [
      "id": [name.text], "kind": [Contribution.Kind.expenditure.rawValue], "day": [visit.now.day.description],
      "organisation": [bearing.only?.text ?? ""], "currency": [last?.money.currency.code ?? ""],
    ]
    return Shown(ContributionForm(bearing, filled: Filled(values: values)))
  }

  func addContribution(_ visit: Visit, _ id: Partnership.ID) throws -> any Answer {
    let bearing = try bearing(id, visit, amongAll: true)
    var entered = Entered(visit)
    let contribution = entered.contribution(to: id, visit)
    let party = try visit.fields.party()
    return try settle(
      id, entered, visit, isNew: true, .added, at: "until", form: { ContributionForm(bearing, filled: $0) },
      act: {
        guard let contribution else { return }
        try AddContribution(contribution, by: party).run(on: visit.occasion(in: self))
      })
  }
}

extension Site {
  /// Which partnership a form is about, and for whom the visitor speaks.
  ///
  /// - Parameter amongAll: whether everyone who takes part may, or only those who claim and confirm.
  /// - Throws: `Missing`; `Denial.signIn`; `Partnership.Refusal.notAParty`.
  func bearing(_ id: Partnership.ID, _ visit: Visit, amongAll: Bool = false) throws -> Bearing {
    try database.read { session in
      let partnership = try session.partnerships.require(id)
      let all = partnership.parties.all.map(\.organisation)
      let own = (amongAll ? all : partnership.parties.speaking).filter {
        (visit.viewer.roles[$0] ?? .reader) >= .editor
      }
      if own.isEmpty {
        _ = try visit.viewer.person()
        throw Partnership.Refusal.notAParty
      }
      let briefs = try session.organisations.briefs(all, in: visit.reader.words.language)
      let names = Dictionary(uniqueKeysWithValues: briefs.map { ($0.id, $0.name.text) })
      let options = { (ids: [Organisation.ID]) in ids.map { Filled.Option($0.text, names[$0] ?? $0.text) } }
      return Bearing(partnership, own: options(own), all: options(all))
    }
  }

  /// Does what a form asks, and leads to the partnership; or shows the form again with what is wrong.
  ///
  /// - Parameter field: where a refusal of the field's rules is shown.
  func settle<Form: Page>(
    _ id: Partnership.ID, _ entered: Entered, _ visit: Visit, isNew: Bool = false, _ notice: Notice, at field: String,
    form: (Filled) throws -> Form, act: () throws -> Void
  ) throws -> any Answer {
    var entered = entered
    guard entered.isGood else { return Refused(try form(entered.filled()), entered.problems) }
    do {
      try act()
    } catch let refusal as any Refusal where !visit.wantsJSON && refusal.isAboutWords {
      entered.refuse(field, refusal.words)
      return Refused(try form(entered.filled()), entered.problems, status: refusal.kind.status)
    }
    return try changed(id, isNew: isNew, visit, notice)
  }
}

extension Fields {
  /// The party for which someone says that they speak; nil where they do not say.
  ///
  /// - Throws: `Missing` for what names no organisation.
  func party(_ name: String = "by") throws -> Organisation.ID? {
    guard let text = self[name], !text.isEmpty else { return nil }
    guard let id = Organisation.ID(text) else { throw Missing(cleaned(text.prefix(60)) ?? name) }
    return id
  }
}

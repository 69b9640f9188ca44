import Actions
import Addresses
import Cooperation
import HTTP
import Languages
import Pages
import SQL
import Storage

extension Site {
  func newIntroduction(_ visit: Visit) throws -> any Answer {
    _ = try visit.viewer.person()
    return try database.read { session in
      var values: [String: [String]] = [
        "language": [visit.reader.words.language.tag], "minutes": ["45"], "contact": [try contact(of: visit, session)],
      ]
      for name in ["by", "with", "through", "broker", "need", "practice", "one", "other"] {
        values[name] = visit.query.values(name)
      }
      // Whoever comes from a need or a practice asks its organisation.
      if let id = try visit.query.filter("need", { Need.ID($0) }) {
        let need = try session.needs.require(id, for: visit.viewer)
        if values["with"]?.isEmpty != false { values["with"] = [need.organisation.text] }
      }
      if let id = try visit.query.filter("practice", { Practice.ID($0) }) {
        let practice = try session.practices.require(id, for: visit.viewer)
        if values["with"]?.isEmpty != false { values["with"] = [practice.organisation.text] }
      }
      return Shown(try introductionForm(visit.identifier(), Filled(values: values), session, visit))
    }
  }

  private func introductionForm(
    _ id: Introduction.ID, _ filled: Filled, _ session: any Session, _ visit: Visit
  ) throws -> IntroductionForm {
    let choosing = IntroductionChoosing(session: session, visit: visit)
    if let broker = Organisation.ID(filled["broker"]) {
      return IntroductionForm(id, filled: filled, try choosing.choices(broker: broker))
    }
    return IntroductionForm(id, filled: filled, try choosing.choices(filled))
  }

  func askIntroduction(_ visit: Visit) throws -> any Answer {
    _ = try visit.viewer.person()
    let id = visit.fields["id"].flatMap { Introduction.ID($0) } ?? visit.identifier()
    var entry = try database.read { session in try IntroductionEntry(visit, in: session) }
    if let request = entry.request {
      do {
        let isNew = try database.read { session in try session.introductions.find(id) } == nil
        _ = try AskIntroduction(id, request, sharing: entry.contact).run(on: visit.occasion(in: self))
        return Changed(Address.introduction(id), try introductionPage(id, visit), isNew: isNew, .sent)
      } catch let refusal as any Refusal where !visit.wantsJSON && refusal.isAboutWords {
        let isContact = refusal as? Introduction.Refusal == .contactMissing
        entry.refuse(isContact ? "contact" : "message", refusal.words)
        return try refusedAsking(id, entry.entered, visit, status: refusal.kind.status)
      }
    }
    return try refusedAsking(id, entry.entered, visit)
  }

  private func refusedAsking(
    _ id: Introduction.ID, _ entered: Entered, _ visit: Visit, status: Int = 422
  ) throws -> any Answer {
    let form = try database.read { session in try introductionForm(id, entered.filled(), session, visit) }
    return Refused(form, entered.problems, status: status)
  }
}

/// What a form or a program says of an introduction.
private struct IntroductionEntry {
  private(set) var entered: Entered
  /// What the form asks; nil where something is wrong with it.
  private(set) var request: Introduction.Request?
  private(set) var contact = ""

  /// - Throws: `Denial`, `Missing` where the visitor may not act for whom they name.
  init(_ visit: Visit, in session: any Session) throws {
    entered = Entered(visit)
    let sides = try sides(visit, in: session)
    let about = Phrase("ask-form.no-such", "That is not the name of one on record.")
    let need = entered.one("need", otherwise: about) { Need.ID($0) }
    let practice = entered.one("practice", otherwise: about) { Practice.ID($0) }
    let message = entered.prose("message", limit: 4000), times = entered.line("times", limit: 200)
    contact = entered.line("contact", limit: 300)
    let language = entered.languages("language").first ?? visit.reader.words.language
    let length = Phrase("ask-form.no-length", "A talk is 15 to 240 minutes long.")
    let talk = entered.required("minutes", length) { Int($0).flatMap { Introduction.Talk(times, minutes: $0) } }
    guard let sides, let talk, entered.isGood else { return }
    do {
      request = try Introduction.Request(
        sides.asker, to: sides.asked, sides.way, need: need, practice: practice, message: message, in: language,
        talk: talk)
    } catch {
      entered.refuse(error == .nothingSaid ? "message" : sides.field, error.words)
    }
  }

  mutating func refuse(_ field: String, _ why: Phrase) { entered.refuse(field, why) }

  private struct Sides {
    let asker: Organisation.ID
    let asked: Organisation.ID
    let way: Introduction.Way
    /// Where a refusal of them is shown.
    let field: String
  }

  private mutating func sides(_ visit: Visit, in session: any Session) throws -> Sides? {
    if let broker = try visit.fields.party("broker") {
      guard visit.viewer.roles[broker].map({ $0 >= .editor }) == true else { throw Denial.notYours }
      let one = try side("one", in: session), other = try side("other", in: session)
      guard let one, let other else { return nil }
      return Sides(asker: one, asked: other, way: .brokered(by: broker), field: "other")
    }
    let own = visit.viewer.organisations(as: .editor)
    guard let asker = try visit.fields.party() ?? (own.count == 1 ? own[0] : nil) else {
      if own.isEmpty { throw Denial.notYours }
      entered.refuse("by", Phrase("form.no-party", "Say for which party you speak."))
      return nil
    }
    guard own.contains(asker) else { throw Denial.notYours }
    let body = try visit.fields.party("through")
    guard let asked = try side("with", in: session) else { return nil }
    return Sides(asker: asker, asked: asked, way: body.map { .through($0) } ?? .direct, field: "with")
  }

  private mutating func side(_ name: String, in session: any Session) throws -> Organisation.ID? {
    let found = try entered.organisations(name, and: name, in: session).first
    if found == nil { entered.refuse(name, Phrase("ask-form.nobody", "Say who it is.")) }
    return found
  }
}

/// Gathers what the form with which one asks has to choose from.
private struct IntroductionChoosing {
  let session: any Session
  let visit: Visit

  /// How many members a body can have for its form to name them all.
  private static let most = 200

  private var language: Language { visit.reader.words.language }

  /// - Throws: `Denial` to whoever acts for nobody; `Missing`.
  func choices(_ filled: Filled) throws -> IntroductionForm.Choices {
    var choices = IntroductionForm.Choices()
    let all = visit.viewer.organisations(as: .editor)
    guard !all.isEmpty else { throw Denial.notYours }
    // Nobody talks with themselves: then the other is still to be named.
    let asked = Organisation.ID(filled["with"]).flatMap { all == [$0] ? nil : $0 }
    let own = all.filter { $0 != asked }
    let briefs = try session.organisations.briefs(own, in: language)
    choices.own = briefs.map { Filled.Option($0.id.text, $0.name.text) }
    let asker = Organisation.ID(filled["by"]).flatMap { own.contains($0) ? $0 : nil } ?? briefs.first?.id
    guard let asker else { return choices }
    var sides = briefs.filter { $0.id == asker }
    if let asked {
      guard let other = try session.organisations.briefs([asked], in: language).first else { throw Missing(asked) }
      sides.append(other)
      choices.asked = Filled.Option(asked.text, other.name.text)
      choices.isUnheard = try session.accounts.team(of: asked).isEmpty
      choices.bodies = try common(asker, asked)
    }
    for side in sides {
      choices.needs += options(try session.needs.headings(of: side.id, in: language, for: .visitor), side)
      choices.practices += options(try session.practices.headings(of: side.id, in: language, for: .visitor), side)
    }
    return choices
  }

  func choices(broker: Organisation.ID) throws -> IntroductionForm.Choices {
    guard visit.viewer.roles[broker].map({ $0 >= .editor }) == true else { throw Denial.notYours }
    guard let brief = try session.organisations.briefs([broker], in: language).first else { throw Missing(broker) }
    var choices = IntroductionForm.Choices()
    choices.broker = Filled.Option(broker.text, brief.name.text)
    if try session.memberships.count(of: broker) <= Self.most {
      choices.members = try session.memberships.members(of: broker, in: language, limit: Self.most)
        .map { Filled.Option($0.id.text, $0.name.text) }
    }
    return choices
  }

  private func common(_ one: Organisation.ID, _ other: Organisation.ID) throws -> [Filled.Option] {
    let theirs = Set(try session.memberships.of(other).map(\.body))
    return try session.memberships.bodies(of: one, in: language).filter { theirs.contains($0.id) }
      .map { Filled.Option($0.id.text, $0.name.text) }
  }

  private func options<Item>(_ headings: [Heading<Item>], _ side: Organisation.Brief) -> [Filled.Option] {
    headings.map { Filled.Option($0.id.text, "\(side.name.text): \($0.title.text)") }
  }
}

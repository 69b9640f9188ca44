import Actions
import Addresses
import Cooperation
import HTTP
import Languages
import Pages
import SQL
import Storage

extension Site {
  /// Who would like to talk with whom, and what is said to it.
  static let introductions: [Entry] = [
    Entry(Address.introductions, Site.showIntroductions, .list(by: Introductions.Filter.names)),
    Entry(Address.newIntroduction, Site.newIntroduction),
    Entry(Address.asking, Site.askIntroduction, .record.addingOnce),
    Entry(Address.introduction, Site.showIntroduction),
    Entry(Address.answeringIntroduction, Site.answerIntroduction),
    Entry(Address.withdrawingIntroduction, Site.withdrawIntroduction),
  ]

  func showIntroductions(_ visit: Visit) throws -> any Answer {
    let filter = try Introductions.Filter(visit.query)
    return Shown(
      try database.read { session in
        let found = try session.introductions.list(
          filter, visit.span, for: visit.viewer, on: visit.now.day, in: visit.reader.words.language)
        return IntroductionsPage(
          list: found.listing, facets: visit.wantsJSON ? [] : try facets(of: filter, session, visit),
          bodies: visit.wantsJSON ? [] : try bodies(session, visit))
      })
  }

  private func facets(of filter: Introductions.Filter, _ session: any Session, _ visit: Visit) throws -> [Facet] {
    let (viewer, day, reader) = (visit.viewer, visit.now.day, visit.reader)
    let parts = try session.introductions.parts(filter, for: viewer, on: day).filter { $0.number > 0 }
    let states = try session.introductions.standings(filter, for: viewer, on: day)
    var stuck = filter
    stuck.isStuck = true
    let still = try session.introductions.count(stuck, for: viewer, on: day)
    return [
      visit.facet("part", reader("introductions.part", "Your part in it"), parts, slug: \.rawValue) {
        reader.words[$0.name]
      },
      visit.facet("state", reader("facet.stage", "How far"), states, slug: \.rawValue) { reader.words[$0.name] },
      Facet(
        "stuck", reader("introductions.moving", "Does it move?"),
        still == 0 && !filter.isStuck
          ? []
          : [
            .init(
              "yes", reader("introductions.stuck", "It does not move"), count: still, isChosen: filter.isStuck)
          ]),
    ]
  }

  /// The bodies that have members and for which the visitor may act.
  private func bodies(_ session: any Session, _ visit: Visit) throws -> [Introduction.Side] {
    let own = visit.viewer.organisations(as: .editor)
    return try session.organisations.briefs(own, in: visit.reader.words.language)
      .filter { $0.kind.hasMembers }.map { Introduction.Side($0.id, $0.name) }
  }

  func showIntroduction(_ visit: Visit, _ id: Introduction.ID) throws -> any Answer {
    Shown(try introductionPage(id, visit))
  }

  /// - Throws: `Missing`, also to those whose business it is not.
  func introductionPage(_ id: Introduction.ID, _ visit: Visit, _ filled: Filled? = nil) throws -> IntroductionPage {
    let language = visit.reader.words.language
    return try database.read { session in
      let found = try session.introductions.require(id, for: visit.viewer), request = found.request
      let briefs = try session.organisations.briefs(request.all, in: language)
      let people = try session.people.find(found.contacts.map(\.person))
      let need = try request.need.flatMap { try session.needs.briefs([$0], for: .commandLine, in: language).first }
      let practice = try request.practice.flatMap {
        try session.practices.briefs([$0], for: .commandLine, in: language).first
      }
      return IntroductionPage(
        found, names: Dictionary(uniqueKeysWithValues: briefs.map { ($0.id, $0.name.text) }),
        need: need.map { Heading(id: $0.id, title: $0.title, stage: $0.shelf.stage.slug, expires: $0.shelf.expires) },
        practice: practice.map {
          Heading(id: $0.id, title: $0.title, stage: $0.shelf.stage.slug, expires: $0.shelf.expires)
        }, people: Dictionary(people.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first }),
        filled: try filled ?? Filled(values: ["contact": [contact(of: visit, session)]]))
    }
  }

  /// How the visitor can be reached, as they have said of themselves.
  func contact(of visit: Visit, _ session: any Session) throws -> String {
    try visit.viewer.account.flatMap { try session.people.find($0.person) }?.contact ?? ""
  }
}

// What is said to it.
extension Site {
  func answerIntroduction(_ visit: Visit, _ id: Introduction.ID) throws -> any Answer {
    let known = try database.read { session in try session.introductions.require(id, for: visit.viewer) }
    _ = try visit.viewer.person()
    guard known.answering.contains(where: { visit.viewer.roles[$0] != nil }) else {
      throw Introduction.Refusal.notAsked
    }
    var entered = Entered(visit)
    let saying = entered.answer()
    let text = entered.prose("text", limit: 2000)
    guard let saying, entered.isGood else { return try refused(id, entered, visit) }
    do {
      let party = try visit.fields.party()
      _ = try AnswerIntroduction(id, by: party, saying, saying: text).run(on: visit.occasion(in: self))
    } catch let refusal as any Refusal where !visit.wantsJSON && refusal.isAboutWords {
      entered.refuse(saying.field, refusal.words)
      return try refused(id, entered, visit, status: refusal.kind.status)
    }
    return Changed(Address.introduction(id), try introductionPage(id, visit), .sent)
  }

  private func refused(
    _ id: Introduction.ID, _ entered: Entered, _ visit: Visit, status: Int = 422
  ) throws -> any Answer {
    Refused(try introductionPage(id, visit, entered.filled()), entered.problems, status: status)
  }

  func withdrawIntroduction(_ visit: Visit, _ id: Introduction.ID) throws -> any Answer {
    var entered = Entered(visit)
    let why = entered.line("why", limit: 500)
    guard entered.isGood else { return try refused(id, entered, visit) }
    _ = try WithdrawIntroduction(id, because: why).run(on: visit.occasion(in: self))
    return Changed(Address.introduction(id), try introductionPage(id, visit), .saved)
  }
}

extension Entered {
  /// What a side answers; nil where something is wrong with it.
  fileprivate mutating func answer() -> Introduction.Saying? {
    let why = Phrase("introduction-form.no-answer", "Say yes, later or no: accept, later or decline.")
    switch required("answer", why, { ["accept", "later", "decline"].contains($0) ? $0 : nil }) {
    case "accept":
      return .accepts(contact: line("contact", limit: 300))
    case "later":
      return required("until", Phrase("form.day-missing", "Say on which day.")) { Day($0) }.map { .later(until: $0) }
    case "decline":
      let why = Phrase("introduction-form.no-reason", "Choose one of the reasons; the last stands for any other.")
      return required("reason", why) { Introduction.Reason(rawValue: $0) }.map { .declines($0) }
    default: return nil
    }
  }
}

extension Introduction.Saying {
  /// The field of the form in which it is said.
  fileprivate var field: String {
    switch self {
    case .asks, .accepts: "contact"
    case .later: "until"
    case .declines, .withdraws: "text"
    }
  }
}

extension Introductions.Part {
  fileprivate var name: Phrase {
    switch self {
    case .answer: Phrase("introductions.part.to-answer", "Waits for your answer")
    case .received: Phrase("introductions.part.received", "You were asked")
    case .asked: Phrase("introductions.part.asked", "You asked")
    case .brokered: Phrase("introductions.part.brokered", "Between your members")
    }
  }
}

extension Introductions.Filter {
  /// By what the address of a list narrows it.
  static let names = ["part", "state", "stuck", "organisation"]

  /// - Throws: `UnknownFilter`.
  fileprivate init(_ query: Fields) throws {
    self.init()
    part = try query.filter("part") { Introductions.Part(rawValue: $0) }
    standing = try query.filter("state") { Introduction.Standing(rawValue: $0) }
    isStuck = try query.filter("stuck") { ["yes": true, "true": true][$0] } ?? false
    organisation = try query.filter("organisation") { Organisation.ID($0) }
  }
}

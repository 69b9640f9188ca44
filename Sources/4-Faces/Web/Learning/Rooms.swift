import Actions
import Addresses
import Cooperation
import HTTP
import Languages
import Markup
import Methods
import Pages
import SQL
import Secrets
import Storage

extension Site {
  func showRoom(_ visit: Visit, _ id: Exchange.ID) throws -> any Answer {
    let (room, standing) = try room(id, visit)
    return Shown(try page(of: room, standing, visit))
  }

  /// What someone sees who follows the link that lets people join.
  func showInvitation(_ visit: Visit, _ id: Exchange.ID, _ invitation: String) throws -> any Answer {
    _ = try visit.viewer.person()
    let room = try database.read { session in try session.exchanges.require(id, invitation: invitation) }
    if room.exchange.participant(try visit.viewer.person().person) != nil {
      return Response.seeOther(Address.exchange(id))
    }
    return Shown(try joinPage(room, visit))
  }

  private func joinPage(_ room: Room, _ visit: Visit, _ filled: Filled = Filled()) throws -> JoinPage {
    let (names, own) = try names(for: room, visit)
    return JoinPage(room: room, names: names, own: own, token: Self.freshToken(), filled: filled)
  }

  /// Something happens in a room: a form posts here, and a program the step as the journal writes it.
  func takeStep(_ visit: Visit, _ id: Exchange.ID) throws -> any Answer {
    _ = try visit.viewer.person()
    let fields = visit.fields
    do {
      if Site.isNested(visit.request) {
        let json = try visit.request.json()
        return try take(try StepForm(json, in: nil), json["token"]?.text, visit, id)
      }
      let known = try database.read { session in
        try session.exchanges.find(id, for: visit.viewer, on: visit.now.day)?.0
      }
      return try take(try StepForm(fields, in: known), fields["token"], visit, id)
    } catch let refusal as any Refusal where !(refusal is Missing) && !(refusal is Denial) {
      return try refuse(refusal, visit, id)
    }
  }

  private func take(_ form: StepForm, _ token: String?, _ visit: Visit, _ id: Exchange.ID) throws -> any Answer {
    let token = try token.map { text in
      guard let slug = Slug<Exchange.Entry>(text) else {
        throw Problem("bad-token", 422, "A step’s token is 1 to 64 lower-case letters, digits and hyphens.")
      }
      return slug
    }
    let occasion = visit.occasion(in: self)
    switch form {
    case .step(let step): return try changed(TakeStep(in: id, step, token: token).run(on: occasion), visit)
    case .answers(let given, let unfit):
      let outcome = try GiveAnswers(in: id, given, token: token).run(on: occasion)
      let problems = unfit.map { ($0.0, $0.1.words) } + outcome.refused.map { ($0.prompt, $0.why.words) }
      if problems.isEmpty { return try changed(outcome.room, visit) }
      return try again(visit, id, 422, problems.map { .init("answer-\($0.0)", visit.reader.words[$0.1]) })
    case .join(let who, let organisation, let named):
      let organisation = try self.organisation(organisation, named: named)
      return try changed(JoinExchange(id, who, of: organisation, token: token).run(on: occasion), visit)
    case .sign(let signed, let mandate, let digest):
      let room = try SignDocument(signed, of: id, with: mandate, reading: digest, token: token).run(on: occasion)
      guard case .output(let output) = signed else { return try changed(room, visit) }
      return Changed(Address.document(id, output), try documentPage(visit, id, output), isNew: true, .signed)
    }
  }

  private func changed(_ room: Room, _ visit: Visit) throws -> any Answer {
    let standing = try database.read { session in
      try session.exchanges.find(room.id, for: visit.viewer, on: visit.now.day)?.1
    }
    let page = try page(of: room, standing ?? .reader, visit)
    return Changed(Address.exchange(room.id), page, isNew: true, .taken)
  }

  private func organisation(_ id: Organisation.ID?, named name: String) throws -> Organisation.ID {
    guard let name = cleaned(name) else {
      guard let id else { throw Unnamed.nobody }
      return id
    }
    let found = try database.read { session in try session.organisations.named(name) }
    guard let only = found.first, found.count == 1 else { throw found.isEmpty ? Unnamed.unknown : Unnamed.several }
    return only.id
  }

  /// Why a name leads to no organisation.
  enum Unnamed: Refusal {
    case nobody, unknown, several

    var kind: RefusalKind { .invalid }
    var words: Phrase {
      switch self {
      case .nobody: Phrase("refusal.organisation-missing", "Say for which organisation.")
      case .unknown: Phrase("refusal.organisation-unknown", "No organisation on record goes by that name.")
      case .several:
        Phrase("refusal.organisation-several", "Several organisations go by that name. Use its longer name.")
      }
    }
  }
}

extension Site {
  /// The room as the visit may see it.
  ///
  /// - Throws: `Denial.signIn` to a visitor, whether or not there is such a room; `Missing` to anyone else.
  func room(_ id: Exchange.ID, _ visit: Visit) throws -> (Room, Room.Standing) {
    let found = try database.read { session in
      try session.exchanges.find(id, for: visit.viewer, on: visit.now.day)
    }
    if let found { return found }
    _ = try visit.viewer.person()
    throw Missing(id)
  }

  func page(of room: Room, _ standing: Room.Standing, _ visit: Visit, _ filled: Filled = Filled()) throws -> RoomPage {
    let (names, own) = try names(for: room, visit)
    return RoomPage(
      room: room, standing: standing, names: names, own: standing == .reader ? [] : own,
      token: standing == .reader ? "" : Self.freshToken(),
      invitation: settings.base + Address.joining(room.id, room.invitation), filled: filled)
  }

  /// What forms call their steps: unlike anything else, and written as a name.
  static func freshToken() -> String { String(Token().hash.prefix(32)) }

  /// The names of the organisations of a room, and of those that the visitor speaks for.
  func names(for room: Room, _ visit: Visit) throws -> ([Organisation.ID: String], [Organisation.ID]) {
    try database.read { session in
      var own = visit.viewer.organisations(as: .reader)
      if let person = visit.viewer.account?.person {
        for mandate in try session.mandates.of(person)
        where mandate.holds(on: visit.now.day) && !own.contains(mandate.organisation) {
          own.append(mandate.organisation)
        }
      }
      let all = room.organisations + own.filter { !room.organisations.contains($0) }
      let briefs = try session.organisations.briefs(all, in: visit.reader.words.language)
      return (Dictionary(uniqueKeysWithValues: briefs.map { ($0.id, $0.name.text) }), own)
    }
  }

  /// Tells why a step was not taken: people on the room's own page, with what they typed.
  private func refuse(_ refusal: any Refusal, _ visit: Visit, _ id: Exchange.ID) throws -> any Answer {
    var problems = [Filled.Problem(field(of: refusal, visit.fields), visit.reader.words[refusal.words])]
    let found = try database.read { session in
      try session.exchanges.find(id, for: visit.viewer, on: visit.now.day)
    }
    if let (room, standing) = found, case Exchange.Refusal.stillNeeds(let open) = refusal {
      let page = try page(of: room, standing, visit)
      problems += page.words(of: open, for: visit.reader).map { .init("waits", $0) }
    }
    if visit.wantsJSON || Site.isNested(visit.request) {
      throw Problem(
        refusal.words.slug, refusal.kind.status, visit.reader.words[refusal.words],
        fields: problems.dropFirst().map { .init("waits-for", $0.words) })
    }
    return try again(visit, id, refusal.kind.status, problems)
  }

  private func field(of refusal: any Refusal, _ fields: Fields) -> String {
    if refusal is Unnamed || refusal is JoinExchange.Refused {
      return fields["name"] == nil ? "organisation" : "organisation-name"
    }
    switch refusal as? Exchange.Refusal {
    case .unfit, .notOpen, .notAsked, .notAskedNow, .noSuchSubject, .notYourTurn, .noSuchPrompt:
      return fields["field"] ?? "turn"
    case .nameMissing: return "name"
    case .reasonMissing: return "because"
    case .barred, .noPlaceLeft, .alreadyPlays, .doesNotPlay, .onlyLeaders: return "people"
    default: return fields["do"] == "write" || fields["do"] == "answer" ? "turn" : "waits"
    }
  }

  /// The page from which the form came, once more, with everything that was typed.
  private func again(
    _ visit: Visit, _ id: Exchange.ID, _ status: Int, _ problems: [Filled.Problem]
  ) throws -> any Answer {
    var values: [String: [String]] = [:]
    for field in visit.fields.all { values[field.name, default: []].append(field.value) }
    let filled = Filled(values: values, problems: problems)
    if let invitation = visit.fields["invitation"], !invitation.isEmpty {
      let room = try database.read { session in try session.exchanges.require(id, invitation: invitation) }
      return Shown(try joinPage(room, visit, filled), status: status)
    }
    if visit.fields["do"] == "sign", let output = visit.fields["output"].flatMap({ Output.ID($0) }) {
      return Shown(try documentPage(visit, id, output, filled), status: status)
    }
    let (room, standing) = try room(id, visit)
    return Shown(try page(of: room, standing, visit, filled), status: status)
  }
}

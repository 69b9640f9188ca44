import Actions
import Cooperation
import HTTP
import Languages
import Pages
import Reference
import SQL
import Storage

// What the forms of a partnership's life say, read field by field.
extension Entered {
  /// One value that must be there.
  mutating func required<Value>(_ name: String, _ why: Phrase, _ read: (String) -> Value?) -> Value? {
    let value = one(name, otherwise: why, read)
    if value == nil { refuse(name, why) }
    return value
  }

  mutating func requiredDay(_ name: String) -> Day? {
    let value = day(name)
    if value == nil { refuse(name, Phrase("form.day-missing", "Say on which day.")) }
    return value
  }

  /// What happened; nil where something is wrong with it.
  mutating func logEntry(of id: Partnership.ID, by party: Organisation.ID?, _ visit: Visit) throws -> LogEntry? {
    let name = fields["id"].flatMap { LogEntry.ID($0) } ?? visit.identifier()
    let kind = required("kind", Phrase("log-form.no-kind", "Choose what it was.")) { LogEntry.Kind(rawValue: $0) }
    let day = requiredDay("day"), text = prose("text", limit: 4000)
    if text.isEmpty { refuse("text", Phrase("log-form.no-text", "Say in a few words what happened.")) }
    let given = peerDays("given"), received = peerDays("received")
    let language = one(
      "language", otherwise: Phrase("form.no-language", "That is not a language that we know by its tag.")
    ) {
      Language($0)
    }
    if party == nil { refuse("organisation", Phrase("form.no-party", "Say for which party you speak.")) }
    guard let kind, let day, let party, isGood else { return nil }
    return LogEntry(
      id: name, partnership: id, kind: kind, day: day,
      text: Texts(text, in: language ?? visit.reader.words.language), organisation: party, given: given,
      received: received, isPublic: fields.isTicked("public"))
  }

  private mutating func peerDays(_ name: String) -> PeerDays {
    let why = Phrase("log-form.no-days", "Write a number of days, such as 4 or 0.5.")
    return one(name, otherwise: why) { PeerDays($0) } ?? .none
  }

  /// Money that went in; nil where something is wrong with it.
  mutating func contribution(to id: Partnership.ID, _ visit: Visit) -> Contribution? {
    let name = fields["id"].flatMap { Contribution.ID($0) } ?? visit.identifier()
    let kind = required("kind", Phrase("contribution-form.no-kind", "Choose what it is.")) {
      Contribution.Kind(rawValue: $0)
    }
    let giver = one("organisation", otherwise: Phrase("form.no-party", "Say for which party you speak.")) {
      Organisation.ID($0)
    }
    let noCurrency = Phrase("contribution-form.no-currency", "Write the three letters of a currency, such as USD.")
    let currency = required("currency", noCurrency) { Currency(known: $0.uppercased()) }
    let noAmount = Phrase(
      "contribution-form.no-amount", "Write a sum such as 1200 or 1200.50, with no more decimals than the currency has."
    )
    let money = currency.flatMap { currency in required("amount", noAmount) { Money($0, currency) } }
    let day = requiredDay("day"), until = self.day("until"), note = line("note", limit: 500)
    guard let kind, let money, let day, isGood else { return nil }
    return Contribution(
      id: name, partnership: id, kind: kind, organisation: giver, money: money, day: day, until: until, note: note)
  }

  /// What was signed; nil where something is wrong with it.
  ///
  /// - Parameter parties: those who must sign.
  mutating func agreement(among parties: [Organisation.ID]) -> Agreement? {
    let kind = required("kind", Phrase("agreement-form.no-kind", "Choose which paper it is.")) {
      Agreement.Kind(rawValue: $0)
    }
    let signed = requiredDay("signed"), ends = day("ends")
    let aspects = fields.values("aspects").flatMap { $0.split(whereSeparator: \.isNewline) }
      .compactMap { cleaned($0, limit: .max) }
    if aspects.count > 60 || aspects.contains(where: { $0.count > 500 }) {
      refuse("aspects", Phrase("agreement-form.long", "At most 60 lines, of at most 500 characters each."))
    }
    var signatories: [Agreement.Signatory] = []
    for party in parties {
      let name = line("signatory.\(party).name"), title = line("signatory.\(party).title")
      if name.isEmpty {
        refuse("signatory.\(party).name", Phrase("agreement-form.no-name", "Say who signed for each side."))
      }
      signatories.append(.init(organisation: party, name: name, title: title))
    }
    guard let kind, let signed, isGood else { return nil }
    do {
      return try Agreement(kind: kind, signed: signed, endsOn: ends, aspects: aspects, signatories: signatories)
    } catch {
      refuse("ends", error.words)
      return nil
    }
  }
}

extension Site {
  func showAgreementForm(_ visit: Visit, _ id: Partnership.ID) throws -> any Answer {
    let bearing = try bearing(id, visit)
    let (signing, values) = try database.read { session in
      let partnership = try session.partnerships.require(id)
      var values = ["kind": [Agreement.Kind.memorandum.rawValue], "signed": [visit.now.day.description]]
      let known = try session.partnerships.agreement(of: id)
      values["aspects"] = known.map { [$0.aspects.joined(separator: "\n")] }
      for party in partnership.parties.speaking {
        guard let holder = try session.mandates.signing(for: party, on: visit.now.day).first else { continue }
        values["signatory.\(party).name"] = [holder.person.name]
        values["signatory.\(party).title"] = [holder.mandate.title]
      }
      return (try self.signing(partnership, bearing, session, visit), values)
    }
    return Shown(AgreementForm(bearing, signing: signing, filled: Filled(values: values)))
  }

  func signAgreement(_ visit: Visit, _ id: Partnership.ID) throws -> any Answer {
    let bearing = try bearing(id, visit)
    let partnership = try database.read { session in try session.partnerships.require(id) }
    var entered = Entered(visit)
    let agreement = entered.agreement(among: partnership.parties.speaking)
    let party = try visit.fields.party()
    return try settle(
      id, entered, visit, .agreementSigned, at: "signed",
      form: { filled in
        let signing = try database.read { session in try self.signing(partnership, bearing, session, visit) }
        return AgreementForm(bearing, signing: signing, filled: filled)
      },
      act: {
        guard let agreement else { return }
        try SignAgreement(id, agreement, by: party).run(on: visit.occasion(in: self))
      })
  }

  private func signing(
    _ partnership: Partnership, _ bearing: Bearing, _ session: any Session, _ visit: Visit
  ) throws -> [AgreementForm.Signing] {
    let parties = partnership.parties.speaking
    let briefs = try session.organisations.briefs(parties, in: visit.reader.words.language)
    let names = Dictionary(uniqueKeysWithValues: briefs.map { ($0.id, $0.name.text) })
    return try parties.map { party in
      let holders = try session.mandates.signing(for: party, on: visit.now.day)
      return .init(
        Filled.Option(party.text, names[party] ?? party.text),
        holders: holders.prefix(4).map { "\($0.person.name) (\($0.mandate.title))" })
    }
  }
}

extension Mandates {
  /// Those who hold a mandate on `day`, political leaders first: who signs for an organisation.
  fileprivate func signing(for organisation: Organisation.ID, on day: Day) throws -> [Holder] {
    let order = Mandate.Role.allCases
    return try holders(in: organisation, on: day).enumerated().sorted { a, b in
      let (first, second) = (order.firstIndex(of: a.element.mandate.role), order.firstIndex(of: b.element.mandate.role))
      return (first ?? 0, a.offset) < (second ?? 0, b.offset)
    }.map(\.element)
  }
}

import Addresses
package import Cooperation
import HTTP
import Languages
package import Markup

/// A partnership: who works with whom, how it stands and who says so, what was agreed, what has happened and what it
/// cost.
package struct PartnershipPage: Page {
  let partnership: Partnership
  let sides: [Organisation.ID: Partnership.Side]
  let claim: Claim
  /// The signed paper, also of a partnership that has ended; nil where none was signed here.
  let agreement: Agreement?
  let life: Life
  let surroundings: Surroundings
  /// What it asks next of the reader; nil for those who act for none of its parties.
  let errand: Partnership.Errand?

  /// What has happened in a partnership, and what went into it.
  package struct Life: Sendable {
    let log: Listing<LogEntry>
    let ledger: [PeerDaysLine]
    /// By day.
    let contributions: [Contribution]

    package init(log: Listing<LogEntry>, ledger: [PeerDaysLine], contributions: [Contribution]) {
      (self.log, self.ledger, self.contributions) = (log, ledger, contributions)
    }
  }

  /// The days of its people that a party says it gave and received, in tenths.
  package struct PeerDaysLine: Sendable {
    let organisation: Organisation.ID
    let given: Int
    let received: Int

    package init(_ organisation: Organisation.ID, given: Int, received: Int) {
      (self.organisation, self.given, self.received) = (organisation, given, received)
    }
  }

  /// What stands around a partnership: its exchanges and results, the programme it is part of, where it is told of.
  package struct Surroundings: Sendable {
    let exchanges: Listing<Exchange.Brief>
    let methods: [Method.ID: Texts]
    let outcomes: [Told]
    let parent: Partnership.Brief?
    let children: Listing<Partnership.Brief>
    let sources: [Source]
    /// How many people live where each party sits; those of whom nobody knows are missing.
    let people: [Organisation.ID: Int]

    package init(
      exchanges: Listing<Exchange.Brief>, methods: [Method.ID: Texts], outcomes: [Told], parent: Partnership.Brief?,
      children: Listing<Partnership.Brief>, sources: [Source], people: [Organisation.ID: Int]
    ) {
      (self.exchanges, self.methods, self.outcomes) = (exchanges, methods, outcomes)
      (self.parent, self.children, self.sources, self.people) = (parent, children, sources, people)
    }
  }

  /// A result with how its claim stands.
  package struct Told: Sendable {
    let outcome: Outcome
    let state: Claim.State

    package init(_ outcome: Outcome, _ state: Claim.State) { (self.outcome, self.state) = (outcome, state) }
  }

  package init(
    _ partnership: Partnership, sides: [Partnership.Side], claim: Claim, agreement: Agreement?, life: Life,
    surroundings: Surroundings, errand: Partnership.Errand?
  ) {
    (self.partnership, self.claim, self.agreement) = (partnership, claim, agreement)
    self.sides = Dictionary(sides.map { ($0.organisation, $0) }, uniquingKeysWith: { first, _ in first })
    (self.life, self.surroundings, self.errand) = (life, surroundings, errand)
  }

  /// What an edit would be based on.
  package var revision: Int { partnership.revision }

  package func head(for reader: Reader) -> Head {
    let about = partnership.about.map { reader.words.reading($0).text } ?? ""
    return Head(
      reader.words.reading(partnership.title).text, in: .sense, description: String(about.prefix(200)))
  }

  package func write(_ html: inout HTML, for reader: Reader) {
    html << reader.crumbs(reader("partnerships.crumb", "Partnerships"), Address.partnerships())
    html << heading(reader)
    bond(&html, reader)
    html << "<div class=\"columns\"><div>"
    if let about = partnership.about { html << "<section>\(reader.prose(about))</section>" }
    promise(&html, reader)
    voices(&html, reader)
    log(&html, reader)
    ledger(&html, reader)
    money(&html, reader)
    exchanges(&html, reader)
    outcomes(&html, reader)
    parts(&html, reader)
    html << "</div><aside>"
    facts(&html, reader)
    html << "</aside></div>"
    next(&html, reader)
  }
}

extension PartnershipPage {
  /// What an organisation is called in the reader's language.
  func name(_ organisation: Organisation.ID) -> String { sides[organisation]?.name.text ?? organisation.text }

  /// Its name, marked with its language and leading to its page.
  func link(_ organisation: Organisation.ID, _ reader: Reader) -> Written {
    let name: Written = sides[organisation].map { reader.name($0.name) } ?? "\(organisation)"
    return "<a href=\"\(Address.organisation.link(organisation))\">\(name)</a>"
  }

  /// Whether the reader acts for a party of what is more than a proposal, and so writes down what happens in it.
  var isWorking: Bool { errand != nil && partnership.standing != .proposed }

  /// They by name, one after the other; of many the first few.
  func names(_ organisations: [Organisation.ID], _ reader: Reader) -> String {
    guard organisations.count > 4 else { return reader.words.list(organisations.map(name)) }
    let more = reader.count(organisations.count - 3, "partnership.others", one: "one other", other: "{n} others")
    return reader.words.list(organisations.prefix(3).map(name) + [more])
  }

  /// Those who claim and confirm, by name.
  func speakers(_ reader: Reader) -> String { names(partnership.parties.speaking, reader) }

  private func heading(_ reader: Reader) -> Written {
    let form = reader.words[partnership.form.name]
    let since = partnership.began.map { reader("partnership.since", "since {year}", ["year": String($0.year)]) }
    let particulars = [form, since].compactMap { $0 }.joined(separator: ", ")
    return """
      <header class="question"><p class="name">\(reader.reading(partnership.title)) <span>\(particulars)</span></p>\
      <h1>\(question(reader))</h1><p class="answer">\(answer(reader))</p>\
      <p class="meta">\(reader.badge(claim.state))<span>\(standing(reader))</span></p></header>
      """
  }

  private func question(_ reader: Reader) -> String {
    let isOurs = errand != nil
    return switch partnership.stage {
    case .inferred:
      isOurs
        ? reader("partnership.question.ours.inferred", "Do we work together?")
        : reader("partnership.question.inferred", "Do they work together?")
    case .proposed:
      isOurs
        ? reader("partnership.question.ours.proposed", "Shall we work together?")
        : reader("partnership.question.proposed", "Will they work together?")
    case .agreed, .signed:
      isOurs
        ? reader("partnership.question.ours", "What did we promise?")
        : reader("partnership.question", "What did they promise?")
    case .ended: reader("partnership.question.ended", "What came of it?")
    }
  }

  private func answer(_ reader: Reader) -> String {
    var blanks = ["parties": speakers(reader)]
    switch partnership.stage {
    case .inferred:
      return reader(
        "partnership.answer.inferred", "A list says that {parties} work together. It may be so; ask them.", blanks)
    case .proposed(let proposer, let day):
      let asked = partnership.parties.speaking.filter { $0 != proposer }
      blanks = ["proposer": name(proposer), "day": reader.words.day(day), "others": names(asked, reader)]
      return reader(
        "partnership.answer.proposed", "{proposer} proposed it on {day}. {others} can accept or decline.", blanks)
    case .agreed(let day):
      blanks["day"] = reader.words.day(day)
      return reader(
        "partnership.answer.agreed", "{parties} agreed on {day} to work together. Nothing is signed yet.", blanks)
    case .signed(let agreement):
      blanks["kind"] = reader.words[agreement.kind.name]
      blanks["day"] = reader.words.day(agreement.signed)
      blanks["end"] = agreement.endsOn.map { reader.words.day($0) }
      return agreement.endsOn == nil
        ? reader("partnership.answer.signed", "{kind}, signed by {parties} on {day}, without an end.", blanks)
        : reader("partnership.answer.signed-until", "{kind}, signed by {parties} on {day}, until {end}.", blanks)
    case .ended(let day, let why):
      blanks["day"] = reader.words.day(day)
      blanks["why"] = reader.words[why.name]
      return reader("partnership.answer.ended", "{parties} ended it on {day}. {why}.", blanks)
    }
  }

  /// Who says so, who has not answered, and who says no.
  private func standing(_ reader: Reader) -> String {
    let disputing = claim.voices.filter { $0.stance == .disputes }.map(\.organisation)
    let blanks = [
      "who": names(claim.voices.filter { $0.stance != .disputes }.map(\.organisation), reader),
      "silent": names(claim.silent, reader), "no": names(disputing, reader),
    ]
    return switch claim.state {
    case .inferred: reader("partnership.claim.inferred", "no party has said anything here")
    case .claimed: reader("partnership.claim.claimed", "{who} says so; {silent} has not answered", blanks)
    case .confirmed: reader("partnership.claim.confirmed", "all of them say so: {who}", blanks)
    case .disputed: reader("partnership.claim.disputed", "{no} says that it is not so", blanks)
    case .silent: reader("partnership.claim.silent", "it is on record here, and nobody has spoken for it")
    }
  }
}

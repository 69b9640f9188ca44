import Cooperation
import HTTP
import Languages
import Methods
import Pages
import SQL
import Storage

extension Site {
  /// How many exchanges and parts of a partnership its page shows.
  private static let shown = Span(page: 1, per: 20)

  /// A partnership with all that its page tells, as the visitor may see it.
  ///
  /// - Throws: `Missing`.
  func partnershipPage(_ id: Partnership.ID, _ session: any Session, _ visit: Visit) throws -> PartnershipPage {
    let partnership = try session.partnerships.require(id), language = visit.reader.words.language
    let claim = try session.partnerships.claim(of: id)
    let brief = try session.partnerships.briefs([id], in: language).first
    let log = try session.log.of(id, visit.span, for: visit.viewer)
    let latest =
      log.span.page == 1
      ? log.items.first : try session.log.of(id, Span(page: 1, per: 1), for: visit.viewer).items.first
    return PartnershipPage(
      partnership, sides: brief?.parties ?? [], claim: claim, agreement: try session.partnerships.agreement(of: id),
      life: .init(
        log: log.listing,
        ledger: try session.log.ledger(of: id).map { .init($0.organisation, given: $0.given, received: $0.received) },
        contributions: try session.contributions.of(id)),
      surroundings: try surroundings(of: partnership, session, visit),
      errand: partnership.errand(of: visit.viewer, claim: claim, latest: latest?.day, on: visit.now.day))
  }

  private func surroundings(
    of partnership: Partnership, _ session: any Session, _ visit: Visit
  ) throws -> PartnershipPage.Surroundings {
    let language = visit.reader.words.language
    var exchanges = Exchanges.Filter()
    exchanges.partnership = partnership.id
    var parts = Partnerships.Filter()
    parts.parent = partnership.id
    let outcomes = try session.outcomes.of(partnership.id)
    let claims = outcomes.isEmpty ? nil : try session.outcomes.claims(of: partnership.id)
    return PartnershipPage.Surroundings(
      exchanges: try session.exchanges.list(exchanges, Self.shown, for: visit.viewer, on: visit.now.day).listing,
      methods: Dictionary(Methods.Library.methods.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first }),
      outcomes: outcomes.map { outcome in .init(outcome, claims.map { outcome.standing(in: $0) } ?? .silent) },
      parent: try partnership.parent.flatMap { try session.partnerships.briefs([$0], in: language).first },
      children: try session.partnerships.list(parts, Self.shown, in: language).listing,
      sources: try session.sources.of(partnership.id.text), people: try people(of: partnership, session))
  }

  /// How many people live where each of two parties sits.
  private func people(of partnership: Partnership, _ session: any Session) throws -> [Organisation.ID: Int] {
    let speaking = partnership.parties.speaking
    guard speaking.count == 2 else { return [:] }
    let organisations = try session.organisations.find(speaking)
    let places = try session.places.find(organisations.compactMap(\.place))
    var people: [Organisation.ID: Int] = [:]
    for organisation in organisations {
      people[organisation.id] = places.first { $0.id == organisation.place }?.population
    }
    return people
  }
}

extension Outcome {
  /// How its latest figure stands, or where there is none, it itself.
  fileprivate func standing(in claims: Outcomes.Claims) -> Claim.State {
    let reported = indicators.flatMap(\.periods).filter { $0.actual != nil }.max { $0.end < $1.end }
    return reported.map { claims[$0.id].state } ?? claims[id].state
  }
}

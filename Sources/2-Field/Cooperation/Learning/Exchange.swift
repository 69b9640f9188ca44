/// One run of a method by real people: this peer supervision, that checklist.
///
/// An exchange is the sum of its steps: keep its opening and its entries, and it can be told again, word for word.
package struct Exchange: Identifiable, Sendable, Equatable, Named {
  package static let kind = "exc"
  package typealias ID = Identifier<Exchange>

  package let opening: Opening
  package internal(set) var stage: Stage = .running
  /// In the order they came.
  package internal(set) var participants: [Participant] = []
  /// Who has played what, in the order they took it on; the present ones and the past ones.
  package internal(set) var castings: [Casting] = []
  /// The phases as they were gone through, the present one last; never empty.
  package internal(set) var visits: [Visit]
  package internal(set) var signatures: [Signature] = []
  /// How many entries it is the sum of.
  package internal(set) var count = 0
  /// The entry that was taken last; nil before the first.
  package internal(set) var latest: Entry?
  var seats: [Person.ID: Seat] = [:]
  var tokens: [Slug<Entry>: Entry] = [:]

  /// An exchange that begins, in the first phase of `method`, with nobody in it yet.
  ///
  /// - Throws: `.clockNotOffered`, `.otherMethod`, `.noParty`.
  package init(_ opening: Opening, under method: Method) throws(Refusal) {
    guard opening.method == method.id, opening.version == method.version, let first = method.phases.first
    else { throw .otherMethod }
    guard method.clocks.contains(opening.clock) else { throw .clockNotOffered(opening.clock) }
    guard !opening.parties.isEmpty, Set(opening.parties).count == opening.parties.count else { throw .noParty }
    self.opening = opening
    visits = [Visit(number: 1, phase: first.id, entered: opening.at)]
  }

  package var id: ID { opening.id }
  /// Where the exchange is; after its end, where it ended.
  package var visit: Visit { visits[visits.count - 1] }

  /// How far it has come.
  package enum Stage: Sendable, Equatable {
    case running
    case concluded(at: Instant)
    case abandoned(at: Instant, by: Person.ID, because: String)
  }
}

extension Exchange {
  /// What is settled before the first step, and for good.
  package struct Opening: Sendable, Equatable {
    package let id: ID
    package let method: Method.ID
    package let version: Int
    package let title: String
    package let host: Organisation.ID
    /// The partnership it belongs to; nil for one that stands alone.
    package let partnership: Partnership.ID?
    /// The organisations in whose name it is run, all different: those whose leaders sign.
    package let parties: [Organisation.ID]
    package let clock: Method.Clock
    /// The language its documents are written in.
    package let language: Language
    /// Whoever called the exchange; leads it until someone is cast to.
    package let convenor: Person.ID
    package let at: Instant

    package init(
      id: ID, method: Method.ID, version: Int, title: String, host: Organisation.ID, partnership: Partnership.ID? = nil,
      parties: [Organisation.ID], clock: Method.Clock, language: Language, convenor: Person.ID, at: Instant
    ) {
      (self.id, self.method, self.version, self.title, self.host) = (id, method, version, title, host)
      (self.partnership, self.parties, self.clock) = (partnership, parties, clock)
      (self.language, self.convenor, self.at) = (language, convenor, at)
    }
  }

  /// Someone who takes part, for an organisation, by the name they go by.
  package struct Participant: Sendable, Hashable {
    package let person: Person.ID
    package let organisation: Organisation.ID
    package let name: String

    package init(_ person: Person.ID, of organisation: Organisation.ID, name: String) {
      (self.person, self.organisation, self.name) = (person, organisation, name)
    }
  }

  /// Someone in a role, from one entry to another.
  package struct Casting: Sendable, Hashable {
    package let person: Person.ID
    package let role: Role.ID
    /// Number of the entry that cast them.
    package let since: Int
    /// Number of the entry that ended it; nil while it lasts.
    package internal(set) var until: Int?
  }

  /// What is known of one participant without searching.
  struct Seat: Sendable, Equatable {
    let place: Int
    var roles: [Role.ID] = []
  }
}

extension Exchange {
  package func participant(_ person: Person.ID) -> Participant? { seats[person].map { participants[$0.place] } }

  /// The roles someone plays now, in the order they took them on.
  package func roles(of person: Person.ID) -> [Role.ID] { seats[person]?.roles ?? [] }

  /// Who plays `role` now, in the order they took it on.
  package func players(of role: Role.ID) -> [Person.ID] {
    castings.filter { $0.role == role && $0.until == nil }.map(\.person)
  }

  /// Whether `person` may cast others and hand roles over: the convenor, and whoever plays a role that leads.
  package func leads(_ person: Person.ID, under method: Method) -> Bool {
    person == opening.convenor || roles(of: person).contains { method.role($0)?.leads ?? false }
  }

  /// When the present phase should be over by its usual length. To be later is no fault and locks nothing.
  package func due(under method: Method) -> Instant? {
    guard case .running = stage, let length = method.phase(visit.phase)?.length(by: opening.clock) else { return nil }
    return opening.clock == .live
      ? visit.entered.adding(minutes: length.typical) : visit.entered.adding(days: length.typical)
  }
}

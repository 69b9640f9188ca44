/// A request to talk: of one organisation to another, or of a body to two of its members.
///
/// It is its request and what was said to it, in order; where it stands is told from that.
package struct Introduction: Identifiable, Sendable, Equatable, Named {
  package static let kind = "inr"
  package typealias ID = Identifier<Introduction>

  package let id: ID
  package let request: Request
  /// What was said, in order; the first asks.
  package private(set) var words: [Word]

  /// One that is on record.
  ///
  /// - Parameter words: at least one, the first of which asks.
  package init(id: ID, request: Request, words: [Word]) { (self.id, self.request, self.words) = (id, request, words) }

  /// Who would talk with whom, about what, when and for how long.
  package struct Request: Sendable, Equatable {
    package let asker: Organisation.ID
    package let asked: Organisation.ID
    package let way: Way
    /// What it is about: a need of one of the two; nil for none in particular.
    package let need: Need.ID?
    package let practice: Practice.ID?
    /// The themes of what it is about, as they were when it was asked.
    package let themes: Set<Theme.ID>
    package let message: String
    /// The language of the message.
    package let language: Language
    package let talk: Talk

    /// - Throws: `.sameTwice`, `.ownBroker`, `.nothingSaid`.
    package init(
      _ asker: Organisation.ID, to asked: Organisation.ID, _ way: Way = .direct, need: Need.ID? = nil,
      practice: Practice.ID? = nil, themes: Set<Theme.ID> = [], message: String, in language: Language, talk: Talk
    ) throws(Refusal) {
      guard asker != asked else { throw .sameTwice }
      if let broker = way.broker, broker == asker || broker == asked { throw .ownBroker }
      guard message.contains(where: { !$0.isWhitespace }) else { throw .nothingSaid }
      (self.asker, self.asked, self.way, self.need, self.practice) = (asker, asked, way, need, practice)
      (self.themes, self.message, self.language, self.talk) = (themes, message, language, talk)
    }

    /// The two who would talk.
    package var sides: [Organisation.ID] { [asker, asked] }

    /// The two, and the body between them.
    package var all: [Organisation.ID] { sides + (way.broker.map { [$0] } ?? []) }

    /// Whose request it is: the body's that introduces the two, else the asker's.
    package var owner: Organisation.ID { if case .brokered(let body) = way { body } else { asker } }
  }

  /// How the two come together.
  package enum Way: Sendable, Hashable {
    case direct
    /// The asker asks through a body of both, which sees how it goes.
    case through(Organisation.ID)
    /// The body introduces two of its members: both must accept.
    case brokered(by: Organisation.ID)

    package var broker: Organisation.ID? {
      switch self {
      case .direct: nil
      case .through(let body), .brokered(let body): body
      }
    }

    package var slug: String {
      switch self {
      case .direct: "direct"
      case .through: "through"
      case .brokered: "brokered"
      }
    }
  }

  /// When one could talk, and for how long.
  package struct Talk: Sendable, Equatable {
    /// In the asker's own words; empty for whenever it suits the other side.
    package let times: String
    /// 15 to 240.
    package let minutes: Int

    /// Nil outside the range.
    package init?(_ times: String, minutes: Int) {
      guard (15...240).contains(minutes) else { return nil }
      (self.times, self.minutes) = (times, minutes)
    }

    /// The lengths that a form offers.
    package static let lengths = [30, 45, 60, 90]
  }
}

extension Introduction {
  /// What someone said of it, for an organisation.
  package struct Word: Sendable, Equatable {
    package let organisation: Organisation.ID
    package let person: Person.ID
    package let at: Instant
    package let saying: Saying
    /// In their own words; empty where they added nothing.
    package let text: String

    package init(
      _ saying: Saying, of organisation: Organisation.ID, by person: Person.ID, at: Instant, text: String = ""
    ) {
      (self.saying, self.organisation, self.person, self.at, self.text) = (saying, organisation, person, at, text)
    }
  }

  package enum Saying: Sendable, Equatable {
    /// The request. Its contact is what the other side sees of whoever asks once it accepts; empty for a body.
    case asks(contact: String)
    case accepts(contact: String)
    case later(until: Day)
    case declines(Reason)
    case withdraws

    package var slug: String {
      switch self {
      case .asks: "asks"
      case .accepts: "accepts"
      case .later: "later"
      case .declines: "declines"
      case .withdraws: "withdraws"
      }
    }

    /// How whoever said it wants to be reached; nil where they need not say, or have erased it.
    package var contact: String? {
      switch self {
      case .asks(let contact), .accepts(let contact): contact.isEmpty ? nil : contact
      case .later, .declines, .withdraws: nil
      }
    }
  }

  /// Why an organisation declines.
  package enum Reason: String, Sendable, CaseIterable {
    case noCapacity = "no-capacity"
    case otherField = "other-field"
    case noLanguage = "no-language"
    case workingWithOthers = "working-with-others"
    case other

    /// How long it counts in matches, in days: a lack of time passes sooner than a lack of interest.
    package var counts: Int { self == .noCapacity ? 90 : 365 }
  }
}

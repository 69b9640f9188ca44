extension Match {
  /// How much room an organisation has for something new.
  package enum Capacity: Sendable, Equatable {
    /// It has not said how many introductions it can take.
    case unsaid
    /// So many commitments are under way this quarter, of so many that it can take.
    case load(Int, of: Int)
    /// It has said within 90 days that it has no room.
    case full
    /// It declined what the asker wanted to talk about: a theme that is sought again.
    case declined(Theme.ID, Introduction.Reason, on: Day)
    /// It has not answered the asker for two weeks or more.
    case silent(since: Day)

    /// 0 to 1: what is not known is in the middle.
    package var score: Double {
      switch self {
      case .unsaid: 0.5
      case .load(let open, let room): room > 0 ? max(0, 1 - Double(open) / Double(room)) : 0
      case .silent: 0.2
      case .full, .declined: 0
      }
    }
  }

  /// How the asker gets to an organisation.
  package enum Reach: Sendable, Equatable {
    case partners
    /// Both belong to the body of this name, which can bring them together.
    case through(String)
    /// The asker belongs to it.
    case body
    /// It belongs to the asker.
    case member
    case strangers
    /// Nobody asks, so nobody knows.
    case unasked

    /// 0 to 1.
    package var score: Double {
      switch self {
      case .partners: 1
      case .through, .body, .member: 0.7
      case .strangers, .unasked: 0
      }
    }
  }

  /// What is known of organisations at the moment of asking: their room, and the asker's ways to them.
  package struct Circumstances: Sendable {
    /// Of those that have said how many they can take, and those who answered or left the asker waiting.
    package var capacities: [Organisation.ID: Capacity] = [:]
    /// To those who are no strangers.
    package var reaches: [Organisation.ID: Reach] = [:]

    package init() {}
  }
}

/// The asker's circumstances by the index's numbering of organisations.
struct CircumstancesAsked: Sendable {
  private let circumstances: Match.Circumstances
  private let otherwise: Match.Reach
  private let organisations: Numbering<Organisation.ID>
  /// The scores of room and of reach, by the organisation's number.
  private(set) var capacities: [Double]
  private(set) var reaches: [Double]

  init(_ circumstances: Match.Circumstances, isAsked: Bool, _ index: MatchIndex) {
    self.circumstances = circumstances
    otherwise = isAsked ? .strangers : .unasked
    organisations = index.organisations
    let count = index.organisations.values.count
    capacities = [Double](repeating: Match.Capacity.unsaid.score, count: count)
    reaches = [Double](repeating: otherwise.score, count: count)
    for (id, capacity) in circumstances.capacities {
      if let number = index.organisations[id] { capacities[Int(number)] = capacity.score }
    }
    for (id, reach) in circumstances.reaches {
      if let number = index.organisations[id] { reaches[Int(number)] = reach.score }
    }
  }

  func capacity(of organisation: UInt32) -> Match.Capacity {
    circumstances.capacities[organisations.values[Int(organisation)]] ?? .unsaid
  }

  func reach(of organisation: UInt32) -> Match.Reach {
    circumstances.reaches[organisations.values[Int(organisation)]] ?? otherwise
  }
}

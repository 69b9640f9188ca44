import Cooperation
import OpenData
import Reference

/// What an activity comes to as a partnership, before anyone knows who its parties are on record.
struct ActivityDraft {
  /// The line that it begins on.
  let line: Int
  let identifier: String
  /// The identifier of who reports it; its name where it has none; empty where neither is given.
  let publisher: String
  /// What it would be called on record: partnership, money and results carry it already.
  let id: Partnership.ID
  var title: Texts
  var about: Texts?
  var topic: Topic
  var began: Day?
  var ending: Ending?
  /// Whether the standard calls it trilateral.
  var isTriangular: Bool
  var roles: [Role]
  var contributions: [Contribution] = []
  var outcomes: [Outcome] = []
  /// The identifier of the activity that this is a part of; nil for none.
  var parent: String?
  /// The identifiers of other reports on the same.
  var twins: [String]

  /// A party as the file names it.
  struct Role {
    let mention: Mention
    let role: Party.Role
  }

  struct Ending: Equatable {
    let day: Day
    let why: Partnership.Ending
  }

  /// Where the report stands.
  var source: Source { Source(Self.own + publisher, identifier) }
  /// The same for one that only tells of what another report holds.
  var secondSource: Source { Source(Self.second + publisher, identifier) }

  /// How the names of sources begin: of the report whose words are kept, and of others on the same.
  static let own = "iati:", second = "iati-also:"
}

extension ActivityDraft {
  /// - Parameters:
  ///   - today: an end after it has not come yet.
  ///   - say: told what cannot be taken over as it is.
  init(_ activity: Activity, id: Partnership.ID, on today: Day, say: (Finding) -> Void) {
    (line, identifier, self.id) = (activity.line, activity.identifier, id)
    let reporter = activity.reporter
    let reference = reporter?.ref ?? ""
    publisher = String((reference.isEmpty ? reporter?.name.first ?? "" : reference).prefix(100))
    if let own = Self.titled(activity.title) {
      title = own
    } else {
      title = Texts(activity.identifier, in: "und")
      say(.warning(line, "no-title", "“\(activity.identifier.shown)” has no title. Its identifier stands for one."))
    }
    about = Self.told(activity.descriptions.map(\.words))
    topic = Self.topic(of: activity)
    began = activity.start
    ending = Self.ending(of: activity, on: today)
    isTriangular = activity.collaboration?.text == "8"
    roles = Self.roles(of: activity)
    parent = activity.related.first { $0.type?.text == "1" && !$0.identifier.isEmpty }?.identifier
    twins = activity.related.filter { $0.type?.text == "5" && !$0.identifier.isEmpty }.map(\.identifier)
    if let began, let end = ending?.day, end < began {
      say(.warning(line, "reversed-dates", "It ends on \(end), before it begins on \(began). The end is left out."))
      ending = nil
    }
  }

  /// Who takes part; where that is fewer than two, whoever reports it too, unless it says that it has no part in it.
  private static func roles(of activity: Activity) -> [Role] {
    var roles = activity.participants.map { Role(mention: Mention($0.body), role: Party.Role(iati: $0.role?.text)) }
    let distinct = Set(roles.map(\.mention.key))
    if distinct.count < 2, !activity.isSecondHand, let reporter = activity.reporter {
      roles.insert(Role(mention: Mention(reporter), role: .lead), at: 0)
    }
    return roles
  }

  /// When it ended and how: on the actual end that has come, or where the standard calls it closed or given up.
  private static func ending(of activity: Activity, on today: Day) -> Ending? {
    let isGivenUp = activity.status?.text == "5"
    let isClosed = activity.status?.text == "4" || isGivenUp
    guard let day = activity.day("4") ?? (isClosed ? activity.day("3") : nil), day <= today else { return nil }
    return Ending(day: day, why: isGivenUp ? .withdrawn : .completed)
  }
}

extension Party.Role {
  /// List OrganisationRole: 1 funding, 2 accountable, 3 extending, 4 implementing.
  init(iati code: String?) {
    switch code {
    case "1": self = .funder
    case "2": self = .lead
    case "3": self = .facilitator
    case "4": self = .partner
    default: self = .thirdParty
    }
  }

  /// Of several roles, an organisation is shown in the one that comes first here.
  var rank: Int {
    switch self {
    case .lead: 0
    case .partner: 1
    case .facilitator: 2
    case .funder: 3
    case .thirdParty: 4
    }
  }
}

extension Finding {
  static func warning(_ line: Int, _ code: String, _ message: String) -> Finding {
    Finding(line: line, level: .warning, code: code, message: message)
  }
}

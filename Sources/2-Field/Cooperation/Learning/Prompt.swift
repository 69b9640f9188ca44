/// Something a phase asks: a text, a choice, a figure; of whom, about what, and who may see it when.
package struct Prompt: Identifiable, Sendable, Equatable {
  package typealias ID = Slug<Prompt>

  package let id: ID
  /// What stands over this prompt and those after it, where a new group begins; nil where none does.
  package let heading: Texts?
  package let question: Texts
  /// How to answer it; nil where the question says enough.
  package let hint: Texts?
  package let kind: Kind
  package let asked: Asked
  package let times: Times
  /// How many answers the phase waits for: 0 means that it can be left open; above 1 only where many are taken.
  package let atLeast: Int
  package let about: About
  /// What must have been chosen for it to be asked at all; nil means that it always is.
  package let condition: Condition?
  package let sight: Sight
  /// Roles that may write down what others say.
  package let scribes: [Role.ID]
  /// Whether documents say whose answer it was.
  package let isNamed: Bool

  package init(
    id: ID, heading: Texts? = nil, question: Texts, hint: Texts? = nil, kind: Kind, asked: Asked, times: Times = .one,
    atLeast: Int = 0,
    about: About = .exchange, condition: Condition? = nil, sight: Sight = .atOnce, scribes: [Role.ID] = [],
    isNamed: Bool = true
  ) {
    (self.id, self.heading, self.question, self.hint, self.kind) = (id, heading, question, hint, kind)
    (self.asked, self.times, self.atLeast, self.about) = (asked, times, atLeast, about)
    (self.condition, self.sight, self.scribes, self.isNamed) = (condition, sight, scribes, isNamed)
  }

  /// What an answer looks like.
  package indirect enum Kind: Sendable, Equatable {
    /// At most `limit` characters.
    case text(limit: Int)
    case choice([Option])
    /// Several of the options.
    case choices([Option])
    /// A step on a ladder; some or all steps have a label.
    case scale(ClosedRange<Int>, labels: [Int: Texts])
    /// A figure; nil for a plain number.
    case number(unit: Texts?)
    case date
    case money
    /// Rows of cells, each column of a plain kind (neither a table nor a vote nor a ranking); at most `limit` rows.
    case table([Column], limit: Int)
    /// Up to so many votes of one person.
    case vote(on: Ballot, each: Int)
    /// All options, the best first.
    case ranking([Option])

    package var slug: String {
      switch self {
      case .text: "text"
      case .choice: "choice"
      case .choices: "choices"
      case .scale: "scale"
      case .number: "number"
      case .date: "date"
      case .money: "money"
      case .table: "table"
      case .vote: "vote"
      case .ranking: "ranking"
      }
    }

    /// What can be chosen; empty where nothing is chosen from a list.
    package var options: [Option] {
      switch self {
      case .choice(let options), .choices(let options), .ranking(let options), .vote(.options(let options), _): options
      case .text, .scale, .number, .date, .money, .table, .vote: []
      }
    }

    /// Whether one answer can be more than another.
    var isMeasured: Bool {
      switch self {
      case .scale, .number, .date: true
      case .text, .choice, .choices, .money, .table, .vote, .ranking: false
      }
    }
  }

  /// A column of a table.
  package struct Column: Identifiable, Sendable, Equatable {
    package typealias ID = Slug<Column>

    package let id: ID
    package let title: Texts
    package let kind: Kind

    package init(id: ID, title: Texts, kind: Kind) { (self.id, self.title, self.kind) = (id, title, kind) }
  }

  /// What is voted on.
  package enum Ballot: Sendable, Equatable {
    case options([Option])
    /// What was written in answer to another prompt.
    case answers(Prompt.ID)
  }

  /// Who is asked.
  package enum Asked: Sendable, Equatable {
    /// Everyone who takes part, with or without a role.
    case everyone
    /// Whoever plays one of these.
    case roles([Role.ID])

    /// The role, where one alone is asked.
    package var onlyRole: Role.ID? { if case .roles(let roles) = self, roles.count == 1 { roles[0] } else { nil } }
    /// The roles by name; empty where everyone is asked.
    package var roles: [Role.ID] { if case .roles(let roles) = self { roles } else { [] } }
  }

  /// How often it is answered.
  package enum Times: Sendable, Equatable {
    /// Once by each role that is asked (once in all, where everyone is); the last word stands.
    case one
    /// Once by each person who is asked.
    case each
    /// As often as people have something to say; `inTurn` means that nobody speaks twice running.
    case many(inTurn: Bool)
  }

  /// What an answer is about.
  package enum About: Sendable, Equatable {
    case exchange
    case oneself
    /// Everyone else who plays the role, one by one.
    case eachOf(Role.ID)
    /// Everything that was written in answer to another prompt, one by one.
    case eachAnswer(Prompt.ID)
  }

  /// Who may read an answer besides whoever gave it.
  package enum Sight: Sendable, Equatable {
    case atOnce
    /// Everyone, but only once the phase is closed: blind until then.
    case whenClosed
    case roles([Role.ID])
  }
}

/// Something that can be chosen.
package struct Option: Identifiable, Sendable, Equatable {
  package typealias ID = Slug<Option>

  package let id: ID
  package let title: Texts
  /// How it is done, in a paragraph, where there is something to do; nil where the title says it all.
  package let instructions: Texts?
  /// Whether it is ours and not the source's.
  package let isOurs: Bool

  package init(id: ID, title: Texts, instructions: Texts? = nil, isOurs: Bool = false) {
    (self.id, self.title, self.instructions, self.isOurs) = (id, title, instructions, isOurs)
  }
}

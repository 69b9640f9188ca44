extension Exchange {
  /// Anything that can happen in an exchange.
  package enum Step: Sendable, Hashable {
    case join(Participant)
    case cast(Person.ID, as: Role.ID)
    case stepDown(Person.ID, from: Role.ID)
    case handOver(Role.ID, from: Person.ID, to: Person.ID)
    case write(Writing)
    /// Takes back what was written in the entry with this number.
    case withdraw(Int)
    /// Closes the visit with this number and goes on, or back, to a phase.
    case enter(Phase.ID, after: Int)
    /// Closes the visit with this number, and with it the exchange.
    case conclude(after: Int)
    case sign(Signing)
    case abandon(because: String)
  }

  /// A step as the journal keeps it.
  package struct Entry: Sendable, Hashable {
    /// From 1, without gaps.
    package let number: Int
    package let at: Instant
    package let by: Person.ID
    package let step: Step
    /// What the sender called it, unlike anything else in the exchange, so that what is sent twice is taken once; nil
    /// where nobody named it.
    package let token: Slug<Entry>?

    package init(number: Int, at: Instant, by: Person.ID, step: Step, token: Slug<Entry>? = nil) {
      (self.number, self.at, self.by, self.step, self.token) = (number, at, by, step, token)
    }
  }

  /// An answer on its way in.
  package struct Writing: Sendable, Hashable {
    package let prompt: Prompt.ID
    package let answer: Answer
    package let about: Subject
    /// Whose answer it is; whoever writes it down may be someone else.
    package let of: Person.ID

    package init(_ prompt: Prompt.ID, _ answer: Answer, about: Subject = .whole, of person: Person.ID) {
      (self.prompt, self.answer, self.about, self.of) = (prompt, answer, about, person)
    }
  }

  /// What an answer is about.
  package enum Subject: Sendable, Hashable {
    /// The exchange itself, or whoever answers.
    case whole
    case person(Person.ID)
    /// What was written in the entry with this number.
    case contribution(Int)
  }

  /// Whose answer it counts as: a side, a person, or the whole group.
  package enum Owner: Sendable, Hashable {
    case group
    case role(Role.ID)
    case person(Person.ID)
  }

  /// An answer as it was taken.
  package struct Contribution: Sendable, Equatable {
    /// The number of its entry.
    package let number: Int
    package let at: Instant
    package let prompt: Prompt.ID
    package let owner: Owner
    /// Whose words these are.
    package let of: Person.ID
    /// Who wrote them down.
    package let by: Person.ID
    package let about: Subject
    package let answer: Answer
    package internal(set) var standing: Standing = .stands
  }

  package enum Standing: Sendable, Equatable {
    case stands
    /// By the entry with this number.
    case replaced(by: Int)
    case withdrawn(by: Int)
  }

  /// A stay in one phase, from entering it to leaving it. A phase gone back to is visited again, and asked again.
  package struct Visit: Sendable, Equatable {
    /// From 1, without gaps.
    package let number: Int
    package let phase: Phase.ID
    package let entered: Instant
    package internal(set) var ending: Ending = .open
    /// In the order of their entries, the replaced and withdrawn ones too.
    package internal(set) var contributions: [Contribution] = []
    /// Where the answer that stands is, for prompts that take one.
    var index: [Place: Int] = [:]

    init(number: Int, phase: Phase.ID, entered: Instant) {
      (self.number, self.phase, self.entered) = (number, phase, entered)
    }

    package enum Ending: Sendable, Equatable {
      case open
      /// Done: what was blind is opened.
      case closed(at: Instant)
      /// Left to go back, before it was done: what was blind stays sealed.
      case left(at: Instant)
    }

    /// Whether blind answers may be read by everyone.
    package var isOpened: Bool { if case .closed = ending { true } else { false } }

    struct Place: Sendable, Hashable {
      let prompt: Prompt.ID
      let owner: Owner
      let about: Subject
    }
  }
}

extension Exchange.Visit {
  /// The answer that stands, where one is taken of each.
  func standing(
    _ prompt: Prompt.ID, owner: Exchange.Owner, about: Exchange.Subject
  ) -> Exchange.Contribution? {
    index[Place(prompt: prompt, owner: owner, about: about)].map { contributions[$0] }
  }

  /// The answers to `prompt` that stand, in the order they came.
  func standing(_ prompt: Prompt.ID) -> [Exchange.Contribution] {
    contributions.filter { $0.prompt == prompt && $0.standing == .stands }
  }

  /// Where the contribution of entry `number` is; nil where it is not of this visit.
  func place(of number: Int) -> Int? {
    var low = 0, high = contributions.count
    while low < high {
      let middle = (low + high) / 2
      if contributions[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low < contributions.count && contributions[low].number == number ? low : nil
  }
}

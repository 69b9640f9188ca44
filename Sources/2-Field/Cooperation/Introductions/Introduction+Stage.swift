extension Introduction {
  /// How far it has come. What a stage needs, it carries.
  package enum Stage: Sendable, Equatable {
    /// Not all who were asked have answered.
    case waiting(since: Day)
    /// Someone asked to come back to it on a day.
    case later(until: Day)
    case accepted(on: Day)
    case declined(by: Organisation.ID, Reason, on: Day)
    case withdrawn(on: Day)
  }

  /// The name of a stage, without what the stage carries.
  package enum Standing: String, Sendable, CaseIterable {
    case waiting, later, accepted, declined, withdrawn

    package var isOpen: Bool { self == .waiting || self == .later }
  }

  package var stage: Stage {
    if let last = words.last {
      switch last.saying {
      case .withdraws: return .withdrawn(on: last.at.day)
      case .declines(let reason): return .declined(by: last.organisation, reason, on: last.at.day)
      case .accepts where awaited.isEmpty: return .accepted(on: last.at.day)
      default: break
      }
    }
    let days = awaited.compactMap { party -> Day? in
      if case .later(let day)? = answer(of: party)?.saying { day } else { nil }
    }
    if let day = days.max() { return .later(until: day) }
    return .waiting(since: askedOn)
  }

  package var standing: Standing {
    switch stage {
    case .waiting: .waiting
    case .later: .later
    case .accepted: .accepted
    case .declined: .declined
    case .withdrawn: .withdrawn
    }
  }

  package var isOpen: Bool { standing.isOpen }

  /// The day on which it was asked for.
  package var askedOn: Day { words.first?.at.day ?? Day(number: 0) }

  /// Those who have accepted.
  package var accepted: [Organisation.ID] {
    answering.filter { party in
      words.contains { word in
        guard case .accepts = word.saying else { return false }
        return word.organisation == party
      }
    }
  }

  /// Those who have been asked and have not accepted.
  package var awaited: [Organisation.ID] {
    let accepted = accepted
    return answering.filter { !accepted.contains($0) }
  }

  /// What a side answered last; nil where it has not.
  package func answer(of party: Organisation.ID) -> Word? {
    guard answering.contains(party) else { return nil }
    return words.dropFirst().last { $0.organisation == party }
  }

  /// How many days without an answer are too many.
  package static let patience = 14

  package func isStuck(on day: Day) -> Bool { stage.isStuck(on: day) }

  /// How those who have said so want to be reached; for the two sides alone, and only once both have agreed.
  package var contacts: [Word] {
    guard case .accepted = stage else { return [] }
    return words.filter { request.sides.contains($0.organisation) && $0.saying.contact != nil }
  }
}

extension Introduction {
  /// An introduction as a list tells of it, in the reader's language.
  package struct Brief: Identifiable, Sendable, Equatable {
    package let id: ID
    package let asker: Side
    package let asked: Side
    /// The body between them; nil where there is none.
    package let broker: Side?
    package let way: String
    package let stage: Listed
    /// The title of what it is about; nil where it is about nothing in particular, or that has gone.
    package let subject: Texts.Reading?

    package init(
      id: ID, asker: Side, asked: Side, broker: Side?, way: String, stage: Listed, subject: Texts.Reading?
    ) {
      (self.id, self.asker, self.asked, self.broker, self.way) = (id, asker, asked, broker, way)
      (self.stage, self.subject) = (stage, subject)
    }
  }

  /// An organisation by its name.
  package struct Side: Sendable, Hashable {
    package let id: Organisation.ID
    package let name: Texts.Reading
    package init(_ id: Organisation.ID, _ name: Texts.Reading) { (self.id, self.name) = (id, name) }
  }

  /// How far one in a list has come, and since when.
  package struct Listed: Sendable, Hashable {
    package let standing: Standing
    package let asked: Day
    /// The day of the latest word.
    package let since: Day
    /// The day that was named, where it is to be later.
    package let until: Day?

    package init(_ standing: Standing, asked: Day, since: Day, until: Day?) {
      (self.standing, self.asked, self.since, self.until) = (standing, asked, since, until)
    }

    package func isStuck(on day: Day) -> Bool {
      switch standing {
      case .waiting: Stage.waiting(since: asked).isStuck(on: day)
      case .later: until.map { Stage.later(until: $0).isStuck(on: day) } ?? false
      case .accepted, .declined, .withdrawn: false
      }
    }
  }
}

extension Introduction.Stage {
  /// Whether it does not move: nobody has answered for two weeks, or the day that someone named is past.
  package func isStuck(on day: Day) -> Bool {
    switch self {
    case .waiting(let since): since.adding(days: Introduction.patience) <= day
    case .later(let until): until < day
    case .accepted, .declined, .withdrawn: false
    }
  }
}

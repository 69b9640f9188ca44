extension Introduction {
  /// A new one that `person` asks for.
  ///
  /// - Parameter contact: what the other side sees of the person once it accepts; not needed from a body.
  /// - Throws: `.contactMissing`.
  package static func asked(
    _ id: ID, _ request: Request, by person: Person.ID, sharing contact: String, at now: Instant
  ) throws(Refusal) -> Introduction {
    let asking: Organisation.ID
    switch request.way {
    case .direct, .through:
      guard !contact.isEmpty else { throw .contactMissing }
      asking = request.asker
    case .brokered(let body): asking = body
    }
    let word = Word(.asks(contact: contact), of: asking, by: person, at: now)
    return Introduction(id: id, request: request, words: [word])
  }

  /// Those who answer: the one that was asked, or both where a body introduces them.
  package var answering: [Organisation.ID] {
    if case .brokered = request.way { return request.sides }
    return [request.asked]
  }

  /// Who may take it back: whoever asked.
  package var owner: Organisation.ID { request.owner }

  /// This introduction once a side that was asked has answered.
  ///
  /// - Throws: `.notAsked`; `.over` once it is accepted, declined or withdrawn; `.saidAlready` where the side has
  ///   accepted and does not decline now; `.notLater`, `.tooLate`, `.contactMissing`, `.wordsMissing`.
  package func answered(_ word: Word) throws(Refusal) -> Introduction {
    guard answering.contains(word.organisation) else { throw .notAsked }
    guard isOpen else { throw .over(standing) }
    let hasAccepted = accepted.contains(word.organisation)
    switch word.saying {
    case .asks, .withdraws: throw .notAsked
    case .accepts(let contact):
      if hasAccepted { throw .saidAlready }
      if contact.isEmpty { throw .contactMissing }
    case .later(let day):
      if hasAccepted { throw .saidAlready }
      if day <= word.at.day { throw .notLater(day) }
      if day > word.at.day.adding(months: 12) { throw .tooLate(day) }
    case .declines(let reason):
      if reason == .other, word.text.isEmpty { throw .wordsMissing }
    }
    return adding(word)
  }

  /// This introduction, taken back by whoever asked.
  ///
  /// - Throws: `.notYours`; `.over` once it is accepted, declined or withdrawn.
  package func withdrawn(_ word: Word) throws(Refusal) -> Introduction {
    guard word.organisation == owner, word.saying == .withdraws else { throw .notYours }
    guard isOpen else { throw .over(standing) }
    return adding(word)
  }

  private func adding(_ word: Word) -> Introduction {
    Introduction(id: id, request: request, words: words + [word])
  }
}

extension Introduction {
  /// Why it would not be done as asked.
  package enum Refusal: Cooperation.Refusal, Equatable {
    case sameTwice, ownBroker, nothingSaid, contactMissing, wordsMissing
    case notLater(Day)
    case tooLate(Day)
    case notAsked, notYours, saidAlready
    case over(Standing)

    package var kind: RefusalKind {
      switch self {
      case .sameTwice, .ownBroker, .nothingSaid, .contactMissing, .wordsMissing, .notLater, .tooLate: .invalid
      case .notAsked, .notYours: .forbidden
      case .saidAlready, .over: .conflict
      }
    }

    package var words: Phrase {
      switch self {
      case .sameTwice: Phrase("refusal.introduced-to-itself", "An organisation is introduced to another one.")
      case .ownBroker:
        Phrase("refusal.own-broker", "Whoever brings two together is a third: neither of the two themselves.")
      case .nothingSaid: Phrase("refusal.introduction-empty", "Say in a few lines what you would like to talk about.")
      case .contactMissing:
        Phrase("refusal.contact-missing", "Say how they can reach you. They see it only once both sides agree.")
      case .wordsMissing: Phrase("refusal.decline-why", "Say in a few words why.")
      case .notLater(let day):
        Phrase("refusal.not-later", "{day} is not later. Choose a day that is still to come.", ["day": "\(day)"])
      case .tooLate(let day):
        Phrase(
          "refusal.too-late", "{day} is more than a year away. Decline, or choose a day before.", ["day": "\(day)"])
      case .notAsked: Phrase("refusal.introduction-not-asked", "Only whoever was asked can answer.")
      case .notYours: Phrase("refusal.not-asker", "Only whoever asked can take it back.")
      case .saidAlready:
        Phrase("refusal.accepted-already", "You have accepted already; the other side has not answered yet.")
      case .over: Phrase("refusal.introduction-over", "This has been answered or taken back already.")
      }
    }
  }
}

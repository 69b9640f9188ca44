extension Need {
  /// How an organisation would like to learn what it needs, from whom, and what it can give for it.
  package struct Wish: Sendable, Equatable {
    /// Ways of learning that would do, in the order they are offered; none means that it has not said.
    package var formats: [Format]
    /// In what a peer should be like it, in the order they are offered; none means no matter.
    package var likeness: [Likeness]
    /// Working days of its own people that it can spend; nil where it has not said.
    package var days: PeerDays?
    /// Money that it can spend; nothing at all is a sum of 0, nil is not said.
    package var money: Money?

    package init(
      formats: [Format] = [], likeness: [Likeness] = [], days: PeerDays? = nil, money: Money? = nil
    ) {
      self.formats = Format.allCases.filter { formats.contains($0) }
      self.likeness = Likeness.allCases.filter { likeness.contains($0) }
      (self.days, self.money) = (days, money)
    }
  }

  /// A way in which a city can learn from another, the quickest first.
  package enum Format: String, Sendable, CaseIterable {
    case documents = "document-exchange"
    case session = "two-hour-session"
    case peerSupervision = "peer-supervision"
    case peerReview = "peer-review"
    case studyVisit = "study-visit"
    case mentoring
    case other
  }

  /// Something in which a peer can be like the city that asks.
  package enum Likeness: String, Sendable, CaseIterable {
    case size, income, region, land, mandate, language
  }
}

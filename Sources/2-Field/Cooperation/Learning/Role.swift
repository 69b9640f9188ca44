/// A part someone plays in a method, and how many may play it.
package struct Role: Identifiable, Sendable, Equatable {
  package typealias ID = Slug<Role>

  package let id: ID
  package let title: Texts
  /// What whoever plays it does, in a sentence or two.
  package let task: Texts
  /// How many play it: at least so many, at most so many.
  package let places: ClosedRange<Int>
  /// Whether it keeps the exchange going: casts others, hands roles over, closes the phases that name nobody else.
  package let leads: Bool
  package let bars: [Bar]

  package init(
    id: ID, title: Texts, task: Texts, places: ClosedRange<Int>, leads: Bool = false, bars: [Bar] = []
  ) {
    (self.id, self.title, self.task, self.places) = (id, title, task, places)
    (self.leads, self.bars) = (leads, bars)
  }

  /// What keeps someone from playing a role.
  package enum Bar: Sendable, Hashable {
    /// Whoever plays the other role, and the other way round.
    case alsoPlays(Role.ID)
    /// Whoever comes from an organisation that plays the other role, and the other way round.
    case sameOrganisation(as: Role.ID)
    /// Whoever comes from another organisation than those who play it already: one side speaks as one.
    case otherOrganisation
  }
}

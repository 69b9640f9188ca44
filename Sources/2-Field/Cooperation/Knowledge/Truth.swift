/// Whether what a practice tells is still so, as its owner said last.
package struct Truth: Sendable, Hashable {
  /// When its owner last said that it is; nil for not since it was published.
  package var said: Day?
  /// Whether its owner has said that it is no longer done. What was learnt stays worth reading.
  package var isOver: Bool

  package init(said: Day? = nil, isOver: Bool = false) { (self.said, self.isOver) = (said, isOver) }

  /// After how many months the owner is asked again.
  package static let months = 12

  /// What an owner answers to "Is this still true?".
  package enum Answer: String, Sendable, CaseIterable {
    case yes, changed
    case noLonger = "no-longer"
  }

  /// How it stands on a day.
  package enum State: String, Sendable, CaseIterable {
    case current
    /// Nobody has said so for more than a year.
    case unchecked
    case over
  }

  /// - Parameter published: when it was published; nil for what is not, of which nobody asks.
  package func state(published: Day?, on day: Day) -> State {
    if isOver { return .over }
    guard let published else { return .current }
    return max(said ?? published, published).adding(months: Self.months) < day ? .unchecked : .current
  }

  /// The truth once its owner has answered on `day`.
  package func answering(_ answer: Answer, on day: Day) -> Truth { Truth(said: day, isOver: answer == .noLonger) }
}

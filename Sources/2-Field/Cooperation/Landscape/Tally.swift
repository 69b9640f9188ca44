/// How many facts stand how: a count for each state of a claim.
package struct Tally: Sendable, Hashable {
  private var counts: [Claim.State: Int]

  /// Counts of zero or less are left out.
  package init(_ counts: [Claim.State: Int] = [:]) { self.counts = counts.filter { $0.value > 0 } }

  /// The states in the order in which they are told: what most stand behind comes first.
  package static let order: [Claim.State] = [.confirmed, .claimed, .inferred, .silent, .disputed]

  package subscript(_ state: Claim.State) -> Int { counts[state] ?? 0 }
  package var total: Int { counts.values.reduce(0, +) }
  package var isEmpty: Bool { counts.isEmpty }

  /// Those on which a party has spoken.
  package var spoken: Int { self[.confirmed] + self[.claimed] + self[.disputed] }

  /// The state that most are in; nil where there are none. Of two that are as many, the one told first.
  package var dominant: Claim.State? {
    Self.order.filter { self[$0] > 0 }.max { self[$0] < self[$1] || (self[$0] == self[$1] && Self.isLater($0, $1)) }
  }

  /// Beside the dominant one, the state with most word behind it; nil where all stand alike.
  package var other: Claim.State? {
    [.confirmed, .claimed, .disputed, .inferred, .silent].first { self[$0] > 0 && $0 != dominant }
  }

  /// Only those in `state`.
  package func only(_ state: Claim.State) -> Tally { Tally([state: self[state]]) }

  package static func + (a: Tally, b: Tally) -> Tally { Tally(a.counts.merging(b.counts, uniquingKeysWith: +)) }
  package static func += (a: inout Tally, b: Tally) { a = a + b }

  private static func isLater(_ a: Claim.State, _ b: Claim.State) -> Bool {
    (order.firstIndex(of: a) ?? 0) > (order.firstIndex(of: b) ?? 0)
  }
}

extension Sequence<Tally> {
  /// All of them together.
  package func sum() -> Tally { reduce(Tally(), +) }
}

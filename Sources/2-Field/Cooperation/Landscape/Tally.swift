/// How many facts stand how: a count for each state of a claim.
package struct Tally: Sendable, Hashable {
  private var confirmed = 0, claimed = 0, inferred = 0, silent = 0, disputed = 0

  /// A count of less than zero is taken for none.
  package init(_ counts: [Claim.State: Int] = [:]) {
    for (state, count) in counts { self[state] = max(count, 0) }
  }

  /// The states in the order in which they are told: what most stand behind comes first.
  package static let order: [Claim.State] = [.confirmed, .claimed, .inferred, .silent, .disputed]

  package private(set) subscript(_ state: Claim.State) -> Int {
    get {
      switch state {
      case .confirmed: confirmed
      case .claimed: claimed
      case .inferred: inferred
      case .silent: silent
      case .disputed: disputed
      }
    }
    set {
      switch state {
      case .confirmed: confirmed = newValue
      case .claimed: claimed = newValue
      case .inferred: inferred = newValue
      case .silent: silent = newValue
      case .disputed: disputed = newValue
      }
    }
  }

  package var total: Int { confirmed + claimed + inferred + silent + disputed }
  package var isEmpty: Bool { total == 0 }

  /// Those on which a party has spoken.
  package var spoken: Int { confirmed + claimed + disputed }

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

  package static func + (a: Tally, b: Tally) -> Tally {
    var sum = a
    sum += b
    return sum
  }

  package static func += (a: inout Tally, b: Tally) {
    a.confirmed += b.confirmed
    a.claimed += b.claimed
    a.inferred += b.inferred
    a.silent += b.silent
    a.disputed += b.disputed
  }

  private static func isLater(_ a: Claim.State, _ b: Claim.State) -> Bool {
    (order.firstIndex(of: a) ?? 0) > (order.firstIndex(of: b) ?? 0)
  }
}

extension Sequence<Tally> {
  /// All of them together.
  package func sum() -> Tally { reduce(Tally(), +) }
}

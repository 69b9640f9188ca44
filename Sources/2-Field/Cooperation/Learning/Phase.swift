/// One stretch of a method: what happens, what is asked, and the ways out of it.
package struct Phase: Identifiable, Sendable, Equatable {
  package typealias ID = Slug<Phase>

  package let id: ID
  package let title: Texts
  package let guidance: Guidance
  /// Its length when everyone is there, in minutes; nil where the method does not run live.
  package let minutes: Length?
  /// Its length when people look in, in days; nil where the method does not run slowly.
  package let days: Length?
  /// Roles that must have their people before the phase can be closed.
  package let casts: [Role.ID]
  package let prompts: [Prompt]
  /// Answers of earlier phases that help to have in sight here.
  package let recalls: [Prompt.ID]
  package let gate: Gate
  /// The ways out, the usual one first.
  package let ways: [Way]

  package init(
    id: ID, title: Texts, guidance: Guidance, minutes: Length? = nil, days: Length? = nil, casts: [Role.ID] = [],
    prompts: [Prompt] = [], recalls: [Prompt.ID] = [], gate: Gate = Gate(), ways: [Way]
  ) {
    (self.id, self.title, self.guidance, self.minutes, self.days) = (id, title, guidance, minutes, days)
    (self.casts, self.prompts, self.recalls, self.gate, self.ways) = (casts, prompts, recalls, gate, ways)
  }

  /// How long by `clock`, in its own unit.
  package func length(by clock: Method.Clock) -> Length? { clock == .live ? minutes : days }

  /// Help for someone who has never led such a thing.
  package struct Guidance: Sendable, Equatable {
    /// What happens here.
    package let what: Texts
    /// Sentences that can be read out as they are.
    package let say: [Texts]
    /// What spoils it.
    package let avoid: [Texts]

    package init(what: Texts, say: [Texts] = [], avoid: [Texts] = []) {
      (self.what, self.say, self.avoid) = (what, say, avoid)
    }
  }

  /// At least, usually, at most; in the unit of a clock.
  package struct Length: Sendable, Hashable {
    package let range: ClosedRange<Int>
    package let typical: Int

    /// Nil where `typical` lies outside `range`, or anything is below 1.
    package init?(_ range: ClosedRange<Int>, typical: Int) {
      guard range.contains(typical), range.lowerBound >= 1 else { return nil }
      (self.range, self.typical) = (range, typical)
    }
  }

  /// Who may close a phase, and whose signature it waits for.
  package struct Gate: Sendable, Equatable {
    /// Empty means the roles that lead.
    package let closers: [Role.ID]
    package let signers: [Signer]

    package init(closers: [Role.ID] = [], signers: [Signer] = []) { (self.closers, self.signers) = (closers, signers) }
  }

  /// A way out of a phase.
  package struct Way: Sendable, Equatable {
    /// Nil is the end of the exchange.
    package let to: Phase.ID?
    /// What must have been chosen for the way to be open; nil means that it always is.
    package let condition: Condition?
    /// What the way is called, where the next phase's title does not say it.
    package let words: Texts?

    package init(to: Phase.ID?, condition: Condition? = nil, words: Texts? = nil) {
      (self.to, self.condition, self.words) = (to, condition, words)
    }
  }
}

/// Something that holds when one of some options was chosen.
package struct Condition: Sendable, Hashable {
  package let prompt: Prompt.ID
  package let options: [Option.ID]

  package init(_ prompt: Prompt.ID, isOneOf options: [Option.ID]) { (self.prompt, self.options) = (prompt, options) }
}

/// Whose signature is asked for: someone with a mandate, for each of those it names.
package struct Signer: Sendable, Hashable {
  package let mandate: Mandate.Role
  package let of: Side

  package init(_ mandate: Mandate.Role, of side: Side) { (self.mandate, self.of) = (mandate, side) }

  /// The organisations that sign.
  package enum Side: Sendable, Hashable {
    /// Each party to the exchange.
    case eachParty
    /// Each organisation that plays the role.
    case role(Role.ID)
  }
}

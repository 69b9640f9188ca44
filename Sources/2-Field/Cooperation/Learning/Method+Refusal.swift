extension Method {
  /// Why something is not a method.
  package enum Refusal: Cooperation.Refusal, Equatable {
    /// With everything that is wrong; never empty.
    case notClosed([Fault])

    package var kind: RefusalKind { .invalid }
    package var words: Phrase { Phrase("refusal.method-not-closed", "The method does not hold together yet.") }
  }

  /// One thing that is wrong with a method, and where.
  package struct Fault: Sendable, Hashable {
    package let part: Part
    /// The field of the part; empty for the whole of it.
    package let field: String
    package let kind: Kind

    init(_ part: Part, _ field: String = "", _ kind: Kind) { (self.part, self.field, self.kind) = (part, field, kind) }

    package enum Kind: Sendable, Hashable {
      case versionBelowOne, noClock, noRole, noPhase
      case sameNameTwice
      case unknownRole(Role.ID), unknownPhase(Phase.ID), unknownPrompt(Prompt.ID), unknownOption(Option.ID)
      /// No way leads to the phase; no way leads out of it; no way out of it ever leads to the end.
      case unreachable, deadEnd, neverEnds
      /// What is chosen may leave no way open.
      case mayBeStuck
      case noLength(Clock), nobodyCloses
      /// A condition looks at a prompt that comes later, is no choice, is not answered once, or is asked of others.
      case askedLater(Prompt.ID), notAChoice(Prompt.ID), askedOfOthers(Prompt.ID)
      case notComparable
      /// It waits for several answers where one is taken.
      case takesOne
      case tooFewOptions
      /// A vote, or a question about each answer, on answers that nobody may see by then.
      case notInSight(Prompt.ID)
    }
  }

  /// A part of a method, by its name.
  package enum Part: Sendable, Hashable {
    case method
    case role(Role.ID)
    case phase(Phase.ID)
    case prompt(Prompt.ID)
    case output(Output.ID)
    case comparison(Comparison.ID)
  }
}

extension Method.Fault.Kind {
  /// A short name for programs.
  package var code: String {
    switch self {
    case .versionBelowOne: "version"
    case .noClock: "no-clock"
    case .noRole: "no-role"
    case .noPhase: "no-phase"
    case .sameNameTwice: "same-name-twice"
    case .unknownRole: "unknown-role"
    case .unknownPhase: "unknown-phase"
    case .unknownPrompt: "unknown-prompt"
    case .unknownOption: "unknown-option"
    case .unreachable: "unreachable"
    case .deadEnd: "dead-end"
    case .neverEnds: "never-ends"
    case .mayBeStuck: "may-be-stuck"
    case .noLength: "no-length"
    case .nobodyCloses: "nobody-closes"
    case .askedLater: "asked-later"
    case .notAChoice: "not-a-choice"
    case .askedOfOthers: "asked-of-others"
    case .notComparable: "not-comparable"
    case .takesOne: "takes-one"
    case .tooFewOptions: "too-few-options"
    case .notInSight: "not-in-sight"
    }
  }

  /// What is wrong and what to do, in English: method files are written in it.
  package var message: String {
    switch self {
    case .versionBelowOne: "The version is a whole number from 1."
    case .noClock: "Say which clock it runs by: live, slow, or both."
    case .noRole: "A method needs at least one role."
    case .noPhase: "A method needs at least one phase."
    case .sameNameTwice: "This name is taken by another of its kind. Give it its own."
    case .unknownRole(let role): "There is no role “\(role)”."
    case .unknownPhase(let phase): "There is no phase “\(phase)”."
    case .unknownPrompt(let prompt): "There is no prompt “\(prompt)”."
    case .unknownOption(let option): "There is no option “\(option)” to choose there."
    case .unreachable: "No phase leads here, so nobody would ever see it."
    case .deadEnd: "There is no way out of this phase. Name the next phase, or “end”."
    case .neverEnds: "Whichever way is taken from here, the exchange never ends."
    case .mayBeStuck: "Depending on what is chosen, no way out is open. Leave one way without a condition."
    case .noLength(.live): "It runs live, so each phase needs its minutes."
    case .noLength(.slow): "It runs slowly, so each phase needs its days."
    case .nobodyCloses: "Nobody may close this phase. Let a role lead, or name who closes it."
    case .askedLater(let prompt): "“\(prompt)” is asked later, so nobody can know the answer here."
    case .notAChoice(let prompt): "“\(prompt)” is not a choice that is answered once, so nothing can depend on it."
    case .askedOfOthers(let prompt): "“\(prompt)” is asked of several roles, and not of those asked here."
    case .notComparable: "These two cannot be compared so: they need to be figures, steps or days of one kind."
    case .takesOne: "It takes one answer, so it cannot wait for more."
    case .tooFewOptions: "A choice needs at least two options."
    case .notInSight(let prompt): "The answers to “\(prompt)” cannot be seen by those asked here."
    }
  }
}

/// A practice that answers a need, with the reasons for it.
package struct Match: Sendable, Equatable {
  /// Whose practice it is.
  package let organisation: Organisation.ID
  package let practice: Practice.ID
  /// How well it answers, 0 to 1: the parts' scores by their weights.
  package let score: Double
  /// One for each part that has a weight: the one that gives most first.
  package let reasons: [Reason]

  package init(organisation: Organisation.ID, practice: Practice.ID, score: Double, reasons: [Reason]) {
    (self.organisation, self.practice) = (organisation, practice)
    (self.score, self.reasons) = (score, reasons)
  }

  /// What a need and a practice are compared by.
  package enum Part: String, Sendable, CaseIterable {
    /// What both work on; what few work on counts more.
    case themes
    /// The telling words of both texts, and the themes that these speak of.
    case text
    /// How alike the places are: size, income group, part of the world.
    case context
    /// Whether they can talk without an interpreter.
    case languages
    /// What the one who learns can teach back.
    case reciprocity
    /// Whether the other has room for something new.
    case capacity
    /// How the asker gets to the other: as a partner, through a body of both, as a stranger.
    case reach
    /// How well it is known that the practice works, and whether it did where others took it up.
    case evidence
  }

  /// What one part gives, and why.
  package struct Reason: Sendable, Equatable {
    /// How well this part fits, 0 to 1, before its weight.
    package let score: Double
    package let fact: Fact

    package init(score: Double, fact: Fact) { (self.score, self.fact) = (score, fact) }

    package var part: Part {
      switch fact {
      case .themes: .themes
      case .text: .text
      case .context: .context
      case .languages: .languages
      case .reciprocity: .reciprocity
      case .capacity: .capacity
      case .reach: .reach
      case .evidence: .evidence
      }
    }
  }
}

extension Match {
  /// What a reason rests on. "You" is who asks, "they" who offers the practice.
  package enum Fact: Sendable, Equatable {
    case themes(Themes)
    /// The strongest shared words, at most three, the strongest first; none where no word is shared.
    case text([SharedWord])
    case context(Context)
    case languages(Languages)
    case reciprocity(Reciprocity)
    case capacity(Capacity)
    case reach(Reach)
    case evidence(Evidence)
  }

  /// What two themes are to each other, the nearest first.
  package enum Nearness: Sendable, CaseIterable {
    case same
    /// Theirs is part of the group that you seek.
    case within
    /// Both are part of one group.
    case sibling
    /// Theirs is the group that yours is part of.
    case around

    /// What a theme gives that is met so, 0 to 1.
    package var score: Double {
      switch self {
      case .same: 1
      case .within: 0.7
      case .sibling: 0.4
      case .around: 0.3
      }
    }
  }

  package struct Themes: Sendable, Equatable {
    /// Those of both, in the order of the themes' list.
    package let shared: [Theme.ID]
    /// Your themes that are met by a near one only.
    package let near: [Near]
    package let targets: [Target]
    /// Whether at most one practice in twenty has one of the shared themes.
    package let isRare: Bool

    package init(shared: [Theme.ID], near: [Near], targets: [Target], isRare: Bool) {
      (self.shared, self.near, self.targets, self.isRare) = (shared, near, targets, isRare)
    }

    package struct Near: Sendable, Equatable {
      package let yours: Theme.ID
      package let theirs: Theme.ID
      package let nearness: Nearness

      package init(yours: Theme.ID, theirs: Theme.ID, nearness: Nearness) {
        (self.yours, self.theirs, self.nearness) = (yours, theirs, nearness)
      }
    }
  }

  /// A word in both texts: as it stands in yours, or the theme that both speak of, in whatever language.
  package enum SharedWord: Sendable, Hashable {
    case word(String)
    case theme(Theme.ID)
  }

  package struct Context: Sendable, Equatable {
    /// Inhabitants; nil where unknown.
    package let theirs: Int?
    package let yours: Int?
    /// Nil where either is unknown.
    package let isSameIncome: Bool?
    /// Nil where either is unknown.
    package let land: Land?

    package init(theirs: Int?, yours: Int?, isSameIncome: Bool?, land: Land?) {
      (self.theirs, self.yours, self.isSameIncome, self.land) = (theirs, yours, isSameIncome, land)
    }

    /// How near the countries are in the world, the nearest first.
    package enum Land: Sendable, CaseIterable { case country, subregion, region, apart }
  }

  package enum Languages: Sendable, Equatable {
    /// The best shared working language; whether it is the first of both.
    case shared(Language, isFirst: Bool)
    /// The first of each; they need an interpreter.
    case apart(yours: Language, theirs: Language)
    /// One of the two has not said.
    case unknown
  }

  package enum Reciprocity: Sendable, Equatable {
    /// The need of theirs that your practices answer best, and its themes that they answer or come near to.
    case teaches(need: Need.ID, themes: [Theme.ID], nearness: Nearness)
    /// They seek other things.
    case seeksOther
    /// They have published no need.
    case seeksNothing
    /// You have published no practice.
    case nothingToTeach
  }
}

/// A practice taken up elsewhere: what was kept, changed and dropped there, and whether it worked. One that did not is
/// as welcome as one that did.
///
/// Two sides speak of it: whoever took it up claims it, and whoever it was taken from confirms or disputes it.
package struct Adoption: Identifiable, Sendable, Equatable, Named {
  package static let kind = "ado"
  package typealias ID = Identifier<Adoption>

  package let id: ID
  /// What was taken up.
  package let practice: Practice.ID
  /// Who took it up.
  package let organisation: Organisation.ID
  /// What was done as it was done there.
  package var kept: Texts?
  /// What was done otherwise.
  package var changed: Texts?
  /// What was left out.
  package var dropped: Texts?
  /// What came of it.
  package var results: Texts?
  package var worked: Practice.Worked
  package var years: Practice.Years
  /// The practice as which whoever took it up tells it, from which others may take it up again; nil for none.
  package var toldAs: Practice.ID?
  /// Counts the changes, from 1: what an edit was based on.
  package var revision: Int

  package init(
    id: ID, of practice: Practice.ID, by organisation: Organisation.ID, kept: Texts? = nil, changed: Texts? = nil,
    dropped: Texts? = nil, results: Texts? = nil, worked: Practice.Worked, years: Practice.Years,
    toldAs: Practice.ID? = nil, revision: Int = 1
  ) {
    (self.id, self.practice, self.organisation) = (id, practice, organisation)
    (self.kept, self.changed, self.dropped, self.results) = (kept, changed, dropped, results)
    (self.worked, self.years, self.toldAs, self.revision) = (worked, years, toldAs, revision)
  }

  /// Whether both say the same, whatever their revision.
  package func says(what other: Adoption) -> Bool {
    var same = other
    same.revision = revision
    return same == self
  }

  /// Whether it may be told of `practice`.
  ///
  /// - Parameter ancestors: what `practice` was itself taken from, in any order.
  /// - Throws: `.ofItself` for one's own practice; `.untold` where nothing is said; `.circle` where it is told as what
  ///   it was taken from.
  package func stands(on practice: Practice, from ancestors: [Practice.ID]) throws(Refusal) {
    if practice.organisation == organisation { throw .ofItself }
    if [kept, changed, dropped].allSatisfy({ $0 == nil }) { throw .untold }
    if let toldAs, toldAs == practice.id || ancestors.contains(toldAs) { throw .circle }
  }

  package enum Refusal: Cooperation.Refusal, Equatable {
    case ofItself, untold, circle, notYours, notPublished, told

    package var kind: RefusalKind {
      switch self {
      case .ofItself, .notPublished, .told: .conflict
      case .untold, .circle, .notYours: .invalid
      }
    }

    package var words: Phrase {
      switch self {
      case .ofItself: Phrase("refusal.own-practice", "This is your own practice. Others tell how they took it up.")
      case .untold:
        Phrase(
          "refusal.adoption-untold", "Say in a few words what you kept, changed or dropped. One of them is enough.")
      case .circle:
        Phrase("refusal.adoption-circle", "You cannot tell it as the practice that it was taken from.")
      case .notYours: Phrase("refusal.adoption-not-yours", "Choose a practice of your own.")
      case .notPublished: Phrase("refusal.adoption-unpublished", "Only what is published can be taken up.")
      case .told:
        Phrase(
          "refusal.adoption-told", "You have told this already. Change what you told, or tell it as another practice.")
      }
    }
  }
}

/// A practice with all that was taken from it, and from that: who learnt it from whom.
package struct Family: Sendable, Equatable {
  /// The practice that everything was taken from first, and then each after what it was taken from.
  package let members: [Member]

  package init(_ members: [Member]) { self.members = members }

  package struct Member: Sendable, Equatable {
    package let organisation: Organisation.ID
    /// Where it is told at length; nil for what is told as no practice of its own, or as one that is not shown.
    package let practice: Practice.ID?
    /// How it was taken up; nil for the first.
    package let adoption: Adoption?
    package let claim: Claim?
    package let worked: Practice.Worked?
    package let began: Int?
    /// How many steps from the first.
    package let depth: Int
    /// The place among the members of what it was taken from; nil for the first.
    package let parent: Int?

    package init(
      _ organisation: Organisation.ID, _ practice: Practice.ID?, adoption: Adoption?, claim: Claim?,
      worked: Practice.Worked?, began: Int?, depth: Int, parent: Int?
    ) {
      (self.organisation, self.practice, self.adoption) = (organisation, practice, adoption)
      (self.claim, self.worked, self.began) = (claim, worked, began)
      (self.depth, self.parent) = (depth, parent)
    }
  }

  /// Those that were taken up, without the first.
  package var adoptions: [Member] { members.filter { $0.adoption != nil } }
}

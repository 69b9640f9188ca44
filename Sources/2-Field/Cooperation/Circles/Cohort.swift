/// Organisations that come together, what each wants to learn, and who of them could teach it.
package struct Cohort: Sendable {
  /// Each once, in the order of their ids.
  package let organisations: [Organisation.ID]
  /// The needs that someone else of them could answer, in the order of their ids.
  let needs: [Sought]
  /// By two places: whether the two must not be put together.
  private let barred: [Bool]

  /// A need, and the best practice of each who could answer it.
  package struct Sought: Sendable {
    package let need: Need.ID
    package let learner: Organisation.ID
    package let answers: [TeachingArcs.Answer]

    /// - Parameter answers: at most one of each teacher, none of the learner's own.
    package init(_ need: Need.ID, of learner: Organisation.ID, _ answers: [TeachingArcs.Answer]) {
      (self.need, self.learner, self.answers) = (need, learner, answers)
    }
  }

  /// How many may come.
  package static let most = 200
  /// What a practice must score for a need to count as served, as in learning circles.
  package static let least = TeachingArcs.least

  /// - Parameters:
  ///   - organisations: up to `most`; those beyond in the order of their ids are left out.
  ///   - isBarred: whether two must not be put together, told of two in the order of their ids.
  package init(
    _ organisations: some Sequence<Organisation.ID>, seeking needs: [Sought],
    isBarred: (Organisation.ID, Organisation.ID) -> Bool = { _, _ in false }
  ) {
    let all = Array(Set(organisations).sorted().prefix(Self.most))
    self.organisations = all
    let known = Set(all), least = Circle.Score(Self.least)
    self.needs = needs.filter { known.contains($0.learner) }.sorted { $0.need < $1.need }.map { sought in
      let answers = sought.answers.filter { known.contains($0.teacher) && $0.score >= least }
      return Sought(sought.need, of: sought.learner, answers)
    }
    var barred = [Bool](repeating: false, count: all.count * all.count)
    for one in all.indices {
      for other in all.indices.dropFirst(one + 1) where isBarred(all[one], all[other]) {
        barred[one * all.count + other] = true
        barred[other * all.count + one] = true
      }
    }
    self.barred = barred
  }

  /// Whether the organisations at two places must not be put together.
  func isBarred(_ one: Int, _ other: Int) -> Bool { barred[one * organisations.count + other] }
}

extension Cohort {
  /// Who is put together with whom.
  package struct Grouping: Sendable, Equatable {
    package let groups: [Group]
    /// Those that are in no group.
    package let left: [Organisation.ID]
    /// No grouping of this kind serves more needs than this.
    package let bound: Int
    /// How the groups were found, and what is therefore known of them.
    package let proof: Proof

    /// How many needs are served.
    package var served: Int { groups.reduce(0) { $0 + $1.arcs.count } }
  }

  /// Some organisations that are put together.
  package struct Group: Sendable, Equatable {
    package let organisations: [Organisation.ID]
    /// Who learns what from whom: for each need that is served the best answer in the group.
    package let arcs: [Circle.Arc]
  }

  /// What is known of a grouping.
  package enum Proof: String, Sendable {
    /// Every other grouping was ruled out: none serves more needs, and none as many of them better.
    case best
    /// None serves more needs; one that serves as many of them better was not ruled out.
    case most
    /// The best that was found with the effort allowed; the bound says how far it may be from the best.
    case found
  }
}

/// Who could teach whom what: an arc for each practice that answers a need well enough, in columns.
///
/// For each need only the best answers are kept, so that nobody learns from more than a few, and what is too weak to
/// begin a conversation with is left out.
package struct TeachingArcs: Sendable {
  /// What a match must score to count, 0 to 1.
  package static let least = 0.4
  /// How many answers of each need are kept at most, the best.
  package static let bestPerNeed = 5

  /// In the order of their ids; the columns name them by their place.
  package private(set) var organisations: [Organisation.ID] = []
  package private(set) var teachers: [UInt32] = []
  package private(set) var learners: [UInt32] = []
  /// In millionths.
  package private(set) var scores: [Int32] = []
  private(set) var practices: [Practice.ID] = []
  /// By the place of the need.
  private(set) var needsOfArcs: [UInt32] = []
  private(set) var needs: [Need.ID] = []
  /// By the place of the need.
  private(set) var themes: [Set<Theme.ID>] = []

  /// How many arcs there are.
  package var count: Int { scores.count }

  /// The arcs of all `answered` needs.
  package init(_ answered: [Answered]) {
    let known = Set(answered.flatMap { need in [need.learner] + need.answers.map(\.teacher) })
    organisations = known.sorted()
    let places = Dictionary(uniqueKeysWithValues: organisations.enumerated().map { ($1, UInt32($0)) })
    let least = Circle.Score(Self.least)
    for need in answered.sorted(by: { $0.need < $1.need }) {
      let learner = places[need.learner] ?? 0
      for answer in need.answers.prefix(Self.bestPerNeed) where answer.score >= least {
        teachers.append(places[answer.teacher] ?? 0)
        learners.append(learner)
        scores.append(answer.score.millionths)
        practices.append(answer.practice)
        needsOfArcs.append(UInt32(needs.count))
      }
      needs.append(need.need)
      themes.append(need.themes)
    }
  }

  /// A need with its best answers, the best first.
  package struct Answered: Sendable {
    package let need: Need.ID
    package let learner: Organisation.ID
    package let themes: Set<Theme.ID>
    package let answers: [Answer]

    /// - Precondition: nobody answers their own need.
    package init(_ need: Need.ID, of learner: Organisation.ID, themes: Set<Theme.ID> = [], _ answers: [Answer]) {
      precondition(!answers.contains { $0.teacher == learner }, "nobody teaches themselves")
      (self.need, self.learner, self.themes, self.answers) = (need, learner, themes, answers)
    }
  }

  /// A practice that answers a need.
  package struct Answer: Sendable, Equatable {
    package let teacher: Organisation.ID
    package let practice: Practice.ID
    package let score: Circle.Score

    package init(_ teacher: Organisation.ID, _ practice: Practice.ID, _ score: Circle.Score) {
      (self.teacher, self.practice, self.score) = (teacher, practice, score)
    }
  }

  /// The place of an organisation; nil where it has no arc.
  func place(of organisation: Organisation.ID) -> Int? {
    let place = organisations.lowerBound(of: organisation)
    return place < organisations.count && organisations[place] == organisation ? place : nil
  }

  /// The arc at `place`, told in full.
  func arc(at place: Int) -> Circle.Arc {
    Circle.Arc(
      from: organisations[Int(teachers[place])], to: organisations[Int(learners[place])], practice: practices[place],
      need: needs[Int(needsOfArcs[place])], score: Circle.Score(millionths: scores[place]))
  }
}

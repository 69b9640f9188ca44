/// Two to four organisations in which everyone both teaches and learns: each teaches the next, and the last the first.
package struct Circle: Sendable, Equatable {
  /// In the order in which the teaching goes round: each one's learner is the next one's teacher. The first teacher is
  /// the one whose id comes first.
  package let arcs: [Arc]

  package init(_ arcs: [Arc]) { self.arcs = arcs }

  /// One organisation teaches another one thing.
  package struct Arc: Sendable, Equatable {
    package let teacher: Organisation.ID
    package let learner: Organisation.ID
    package let practice: Practice.ID
    package let need: Need.ID
    package let score: Score

    package init(
      from teacher: Organisation.ID, to learner: Organisation.ID, practice: Practice.ID, need: Need.ID, score: Score
    ) {
      (self.teacher, self.learner, self.practice, self.need) = (teacher, learner, practice, need)
      self.score = score
    }
  }

  /// A circle is as strong as its weakest link.
  package var score: Score { arcs.map(\.score).min() ?? Score(0) }

  /// Everyone in it, each the teacher of the next.
  package var organisations: [Organisation.ID] { arcs.map(\.teacher) }

  /// How many may form one.
  package static let sizes = 2...4

  /// How well a practice answers a need, in whole millionths, so that sums are exact and equal is equal.
  package struct Score: Sendable, Hashable, Comparable {
    package let millionths: Int32

    /// - Parameter value: 0 to 1; what lies outside is moved to the nearer end.
    package init(_ value: Double) { millionths = Int32((min(max(value, 0), 1) * 1_000_000).rounded()) }

    init(millionths: Int32) { self.millionths = millionths }

    /// 0 to 1.
    package var value: Double { Double(millionths) / 1_000_000 }

    package static func < (a: Score, b: Score) -> Bool { a.millionths < b.millionths }
  }
}

/// A field of municipal work, as cities name it: water supply, public markets, participatory budgeting.
package struct Theme: Identifiable, Sendable, Hashable {
  package typealias ID = Slug<Theme>

  package let id: ID
  /// The wider theme that this one is part of; nil for a group.
  package let parent: ID?
  /// The name by interface language; English is always there.
  package let names: [Language: String]
  /// Words that practitioners use for it, by interface language.
  package let synonyms: [Language: [String]]
  package let targets: [Target]
  /// OECD DAC purpose codes; the first is the one to export.
  package let purposes: [String]

  package init(
    id: ID, parent: ID?, names: [Language: String], synonyms: [Language: [String]], targets: [Target],
    purposes: [String]
  ) {
    (self.id, self.parent, self.names) = (id, parent, names)
    (self.synonyms, self.targets, self.purposes) = (synonyms, targets, purposes)
  }
}

/// One of the 17 Sustainable Development Goals, by its number.
package struct Goal: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let number: Int

  package init?(_ number: Int) {
    guard (1...17).contains(number) else { return nil }
    self.number = number
  }

  package var description: String { String(number) }
  package static func < (a: Goal, b: Goal) -> Bool { a.number < b.number }
}

/// One of the 169 targets of the Goals, by its code: `11.3`, `1.a`.
package struct Target: Hashable, Sendable, CustomStringConvertible {
  package let goal: Goal
  /// What stands after the point: a number, or a letter in lower case.
  package let part: String

  /// Nil for what is not written as a target is; capitals are read as small letters. Whether the United Nations has it
  /// is for the reference list to say.
  package init?(_ code: some StringProtocol) {
    let parts = code.lowercased().split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int(parts[0]), let goal = Goal(number), (1...2).contains(parts[1].utf8.count),
      Int(parts[1]) != nil || (parts[1].utf8.count == 1 && ("a"..."f").contains(parts[1]))
    else { return nil }
    (self.goal, part) = (goal, String(parts[1]))
  }

  package var description: String { "\(goal).\(part)" }
}

extension Target: Comparable {
  /// The United Nations' order: 1.1, 1.2, … 1.5, 1.a, 1.b, 2.1.
  package static func < (a: Target, b: Target) -> Bool {
    if a.goal != b.goal { return a.goal < b.goal }
    switch (Int(a.part), Int(b.part)) {
    case (let a?, let b?): return a < b
    case (nil, nil): return a.part < b.part
    case (let a, _): return a != nil
    }
  }
}

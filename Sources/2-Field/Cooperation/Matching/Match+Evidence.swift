extension Match {
  /// How well it is known that a practice works.
  package struct Evidence: Sendable, Hashable {
    /// As its organisation says; nil where it has not said.
    package let level: Practice.Evidence?
    /// In how many places that took it up it worked; both sides say so, each time.
    package let worked: Int
    /// In how many such places it is known whether it worked, at least `worked`.
    package let taken: Int

    package init(level: Practice.Evidence? = nil, worked: Int = 0, of taken: Int = 0) {
      (self.level, self.worked, self.taken) = (level, max(0, worked), max(taken, worked, 0))
    }

    /// 0 to 1: a fifth for each step of the level; what that leaves open is filled by the places where it worked, half
    /// of it by two.
    package var score: Double {
      let known = Double(level?.level ?? 0) / 5
      return known + (1 - known) * Double(worked) / Double(worked + 2)
    }
  }
}

extension Match.Evidence {
  func words(_ naming: Match.Naming) -> Phrase {
    let level = level.map { naming.say($0.name) }
    let blanks = ["level": level ?? "", "worked": naming.number(worked), "taken": naming.number(taken)]
    switch (level != nil, taken > 0) {
    case (false, false):
      return Phrase("reason.evidence.unsaid", "They have not said how well it is known that it works.")
    case (true, false): return Phrase("reason.evidence.level", "How well it is known that it works: {level}.", blanks)
    case (false, true):
      return Phrase(
        "reason.evidence.taken", "Where others took it up, it worked in {worked} of {taken} places.", blanks)
    case (true, true):
      return Phrase(
        "reason.evidence.both",
        "Where others took it up, it worked in {worked} of {taken} places. How well it is known: {level}.", blanks)
    }
  }
}

extension Practice.Evidence {
  /// Its name in pages.
  package var name: Phrase {
    switch self {
    case .described: Phrase("evidence.described", "Described")
    case .monitored: Phrase("evidence.monitored", "Monitored")
    case .compared: Phrase("evidence.compared", "Compared")
    case .evaluated: Phrase("evidence.evaluated", "Evaluated")
    case .replicated: Phrase("evidence.replicated", "Replicated")
    }
  }
}

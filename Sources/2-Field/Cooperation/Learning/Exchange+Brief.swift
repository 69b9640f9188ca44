extension Exchange {
  /// How far an exchange has come, as a list tells it.
  package enum Progressed: String, Sendable, CaseIterable { case running, concluded, abandoned }

  /// An exchange as a list tells of it.
  package struct Brief: Identifiable, Sendable {
    package let id: ID
    package let title: String
    package let method: Method.ID
    package let version: Int
    package let clock: Method.Clock
    package let began: Instant
    package let stage: Progressed
    /// When it came to its end; nil while it runs.
    package let ended: Instant?
    /// Where it is, or was when it ended.
    package let phase: Phase.ID
    /// In whose name it is run, in their order.
    package let parties: [Organisation.ID]
    /// Whether the reader takes part in it or called it.
    package let isMine: Bool

    package init(
      id: ID, title: String, method: Method.ID, version: Int, clock: Method.Clock, began: Instant, stage: Progressed,
      ended: Instant?, phase: Phase.ID, parties: [Organisation.ID], isMine: Bool
    ) {
      (self.id, self.title, self.method, self.version) = (id, title, method, version)
      (self.clock, self.began, self.stage, self.ended) = (clock, began, stage, ended)
      (self.phase, self.parties, self.isMine) = (phase, parties, isMine)
    }
  }
}

extension Exchange.Stage {
  package var progressed: Exchange.Progressed {
    switch self {
    case .running: .running
    case .concluded: .concluded
    case .abandoned: .abandoned
    }
  }

  /// When it came to its end; nil while it runs.
  package var ended: Instant? {
    switch self {
    case .running: nil
    case .concluded(let at), .abandoned(let at, _, _): at
    }
  }
}

/// A way for cities to learn from one another, told as data: who takes part, and phase after phase.
///
/// A method is closed: every role, phase, prompt and option that it speaks of is its own, every phase can be reached,
/// and from every phase there is a way to the end.
package struct Method: Identifiable, Sendable, Equatable {
  package typealias ID = Slug<Method>

  package let id: ID
  /// From 1; an exchange keeps to the version it began with.
  package let version: Int
  package let title: Texts
  package let summary: Texts
  package let source: Source
  /// The clocks it can run by; never empty.
  package let clocks: Set<Clock>
  package let roles: [Role]
  /// In the order they usually come; the first is where an exchange begins.
  package let phases: [Phase]
  package let outputs: [Output]
  /// What to compare between those who answered, and when to point it out.
  package let comparisons: [Comparison]
  private let places: [Prompt.ID: PromptPlace]

  /// - Throws: `.notClosed` with everything that is wrong, each at its place.
  package init(
    id: ID, version: Int, title: Texts, summary: Texts, source: Source, clocks: Set<Clock>, roles: [Role],
    phases: [Phase], outputs: [Output] = [], comparisons: [Comparison] = []
  ) throws(Refusal) {
    (self.id, self.version, self.title, self.summary) = (id, version, title, summary)
    (self.source, self.clocks, self.roles, self.phases) = (source, clocks, roles, phases)
    (self.outputs, self.comparisons) = (outputs, comparisons)
    places = Self.places(in: phases)
    let faults = self.faults
    guard faults.isEmpty else { throw .notClosed(faults) }
  }

  /// What measures its time.
  package enum Clock: String, Sendable, CaseIterable {
    /// Everyone is there; phases last minutes.
    case live
    /// Everyone looks in when they can; phases last days.
    case slow
  }

  /// Where the method comes from, for whoever wants to check us.
  package struct Source: Sendable, Hashable {
    package let citation: String
    /// A web address; empty where there is none.
    package let link: String
    /// What of it is ours and not the source's; nil where nothing is.
    package let ours: Texts?

    package init(citation: String, link: String = "", ours: Texts? = nil) {
      (self.citation, self.link, self.ours) = (citation, link, ours)
    }
  }
}

extension Method {
  package func role(_ id: Role.ID) -> Role? { roles.first { $0.id == id } }
  package func phase(_ id: Phase.ID) -> Phase? { phases.first { $0.id == id } }
  package func output(_ id: Output.ID) -> Output? { outputs.first { $0.id == id } }
  package func prompt(_ id: Prompt.ID) -> Prompt? { places[id].map { phases[$0.phase].prompts[$0.prompt] } }
  /// The phase that asks it.
  package func phase(asking id: Prompt.ID) -> Phase? { places[id].map { phases[$0.phase] } }

  /// Whether `way`, taken from `phase`, leads to where the exchange has been before.
  package func isBack(_ way: Phase.Way, from phase: Phase.ID) -> Bool {
    guard let here = index(of: phase), let there = way.to.flatMap(index(of:)) else { return false }
    return there <= here
  }

  func index(of phase: Phase.ID) -> Int? { phases.firstIndex { $0.id == phase } }
  /// Where a prompt stands; of two with the same name, the first.
  func place(of prompt: Prompt.ID) -> PromptPlace? { places[prompt] }

  struct PromptPlace: Sendable, Equatable { let phase, prompt: Int }

  private static func places(in phases: [Phase]) -> [Prompt.ID: PromptPlace] {
    var places: [Prompt.ID: PromptPlace] = [:]
    for (number, phase) in phases.enumerated() {
      for (place, prompt) in phase.prompts.enumerated() where places[prompt.id] == nil {
        places[prompt.id] = PromptPlace(phase: number, prompt: place)
      }
    }
    return places
  }
}

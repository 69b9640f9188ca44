package import Cooperation
package import Languages
package import Markup

/// Who should be put together, with the names of who and what.
package struct CohortTold: Sendable {
  package let grouping: Cohort.Grouping
  /// By group: who learns what from whom.
  package let arcs: [[CircleLine.Arc]]
  /// How many needs they have published in all.
  package let needs: Int
  private let names: [Organisation.ID: Organisation.Brief]

  package init(
    _ grouping: Cohort.Grouping, arcs: [[CircleLine.Arc]], organisations: [Organisation.Brief], needs: Int
  ) {
    (self.grouping, self.arcs, self.needs) = (grouping, arcs, needs)
    names = Dictionary(uniqueKeysWithValues: organisations.map { ($0.id, $0) })
  }

  /// What an organisation is called.
  package func name(of id: Organisation.ID) -> String { names[id]?.name.text ?? id.text }

  /// How many needs are served, and what is known of other groupings.
  package func answer(_ words: Words) -> String {
    let served = Phrase(
      "cohort.served", "Needs served: {served} of {needs}.",
      ["served": words.number(grouping.served), "needs": words.number(needs)])
    let known =
      switch grouping.proof {
      case .best: Phrase("cohort.best", "Every other grouping was ruled out: none serves more, or as many better.")
      case .most: Phrase("cohort.most", "No grouping serves more.")
      case .found:
        Phrase(
          "cohort.found",
          "It is the best that was found; whether another serves more is not known, but none serves more than {bound}.",
          ["bound": words.number(grouping.bound)])
      }
    return words[served] + " " + words[known]
  }

  /// As programs read it: `{"groups": [{"organisations", "arcs"}], "left", "served", "bound", "proof"}`.
  package func write(_ json: inout JSON) { json.object(writeParts) }

  func writeParts(_ json: inout JSON) {
    json.array("groups", zip(grouping.groups, arcs).map { $0 }) { json, group in
      json.object { json in
        json.array("organisations", group.0.organisations) { $0.element($1.text) }
        json.array("arcs", group.1) { json, arc in arc.write(&json) }
      }
    }
    json.array("left", grouping.left) { $0.element($1.text) }
    json.number("needs", needs)
    json.number("served", grouping.served)
    json.number("bound", grouping.bound)
    json["proof"] = grouping.proof.rawValue
  }
}

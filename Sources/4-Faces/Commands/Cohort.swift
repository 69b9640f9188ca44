import Actions
import Cooperation
import Languages
import Markup
import Pages
import SQL
import Storage
import Web

extension CommandLineFace {
  static let cohort = Command(
    "cohort", "Puts organisations together in pairs or triangles in which the most needs are served.", "ORG…",
    options: [
      .init("--members-of", "ORG", "also every member of this network or association"),
      .init("--size", "NUMBER", "2 for pairs, 3 for triangles or pairs; 2 unless said"),
      .init("--not-same-country", nil, "nobody with someone of the same country"),
      .init("--shared-language", nil, "only those who share a working language"),
      .init("--not-together", nil, "nobody with someone they have worked with"),
      .init("--in", "TAG", "the language of the answer; en unless said"),
      .init("--json", nil, "as JSON"),
    ], example: "copolis cohort --members-of org_01… --size 3 --not-same-country"
  ) { arguments, console in
    let language = try arguments.value("--in") { Language($0) } ?? "en"
    let size = try arguments.number("--size", in: 2...3) ?? 2
    let body = try arguments.value("--members-of") { Organisation.ID($0) }
    let rules = Set(Cohort.Rule.allCases.filter { arguments.has("--" + $0.rawValue) })
    if body == nil { _ = try arguments.some("ORG") }
    return try withOccasion(console) { occasion in
      let told = try occasion.database.read { session -> CohortTold? in
        let named = try NamedOrganisations(arguments.operands.joined(separator: "\n"), session)
        for name in named.unknown { console.say("Not found, or not clear which: \(name)") }
        let members = try body.map { try session.memberships.members(of: $0).map(\.member) } ?? []
        return try CohortAsking(named.found + members, in: size, by: rules)
          .told(MatchKeeper(), session, in: language, on: occasion.now.day)
      }
      guard let told else { return .failed }
      try console.print(arguments.has("--json") ? json(told) : text(told, Words.speaking([language])))
      return .done
    }
  }

  private static func json(_ told: CohortTold) -> String {
    var json = JSON()
    told.write(&json)
    return json.text
  }

  private static func text(_ told: CohortTold, _ words: Words) -> String {
    var lines = [told.answer(words)]
    for (group, arcs) in zip(told.grouping.groups, told.arcs) {
      lines.append(words.list(group.organisations.map { told.name(of: $0) }))
      for arc in arcs { lines.append("    " + arc.sentence(words)) }
    }
    if !told.grouping.left.isEmpty {
      let names = words.list(told.grouping.left.map { told.name(of: $0) })
      lines.append(words[Phrase("cohort.left", "In no group: {names}.", ["names": names])])
    }
    return lines.joined(separator: "\n")
  }
}

import Cooperation
import SQL
import Storage
import TestSupport
import Testing

@Suite("What is known of practices") struct LibraryTruthTests {
  private func practice(
    _ number: Int, of city: Organisation = City.durban, days: Int, _ facts: Practice.Facts = Practice.Facts()
  ) -> Practice {
    Practice(
      id: .number(number), organisation: city.id, title: Texts("Practice \(number)", in: "en"), facts: facts,
      shelf: Shelf(.published(at: noon.adding(days: -days))))
  }

  private func editor(of city: Organisation) -> Viewer {
    let email = Email("someone@example.org").unsafelyUnwrapped
    return Viewer(Account(id: .number(1), email: email, person: amelia.id), roles: [city.id: .editor])
  }

  @Test("is asked of its owner once a year, of what was longest left alone first", arguments: Engine.allCases)
  func unchecked(engine: Engine) throws {
    let database = try world(engine) { session in
      let said = { (days: Int) in Practice.Facts(truth: Truth(said: noon.day.adding(days: -days))) }
      for practice in [
        practice(1, days: 300), practice(2, days: 400), practice(3, days: 900, said(500)),
        practice(4, days: 900, said(100)), practice(5, days: 900, Practice.Facts(truth: Truth(isOver: true))),
        practice(6, of: City.medellin, days: 800),
      ] { try session.practices.insert(practice, at: noon) }
    }
    try database.read { session throws in
      let asked = try session.practices.unchecked(for: editor(of: City.durban), on: noon.day)
      #expect(asked.items.map { Int($0.bits) } == [3, 2] && asked.total == 2)
      for id in asked.items {
        let practice = try session.practices.require(id, for: .visitor)
        let published: Day? = if case .published(let at) = practice.shelf.stage { at.day } else { nil }
        #expect(practice.facts.truth.state(published: published, on: noon.day) == .unchecked)
      }
      #expect(try session.practices.unchecked(for: .visitor, on: noon.day).items.isEmpty)
    }
  }

  @Test("narrows their list and is counted, failures too", arguments: Engine.allCases)
  func failures(engine: Engine) throws {
    let database = try world(engine) { session in
      for (number, worked) in ([.yes, .no, .no, nil] as [Practice.Worked?]).enumerated() {
        let facts = Practice.Facts(worked: worked, evidence: number < 2 ? .monitored : .replicated)
        try session.practices.insert(practice(number, days: 1, facts), at: noon)
      }
    }
    try database.read { session throws in
      var filter = LibraryFilter()
      filter.worked = [.no]
      #expect(try session.practices.list(filter, for: .visitor).total == 2)
      #expect(try session.practices.worked(filter, for: .visitor) == [Count(.no, 2), Count(.yes, 1)])
      filter.evidence = [.replicated]
      #expect(try session.practices.list(filter, for: .visitor).total == 1)
      let brief = try session.practices.briefs(filter, for: .visitor, in: "en").items.first
      #expect(brief?.marks?.worked == .no && brief?.marks?.evidence == .replicated)
      #expect(try session.needs.briefs(for: .visitor, in: "en").items.isEmpty)
    }
  }

  @Test("is empty for what was told before it could be said, of which nothing is lost", arguments: Engine.allCases)
  func earlier(engine: Engine) throws {
    let database = try engine.open()
    let before = Migrator.own.steps.prefix { $0.name < "0014" }.count
    _ = try Migrator.own.first(before).run(on: database, at: noon)
    try database.transaction { session in
      try session.organisations.insert(City.durban, at: noon)
      for (table, id) in [("need", "\(Need.ID.number(1))"), ("practice", "\(Practice.ID.number(1))")] {
        try session.script(
          """
          INSERT INTO \(table) (id, organisation, title, folded, language, stage, stage_at, shown_at, revision,
            created_at, changed_at)
          VALUES ('\(id)', '\(City.durban.id)', 'Old', 'old', 'en', 'published', '\(noon)', '\(noon)', 3, '\(noon)',
            '\(noon)')
          """)
      }
      try session.run(
        """
        INSERT INTO wording (subject, field, language, text, original)
        VALUES (\(Practice.ID.number(1)), 'story', 'en', 'We did it', 1)
        """)
    }
    try migrate(database, at: noon)
    try database.read { session throws in
      let practice = try session.practices.require(.number(1), for: .visitor)
      #expect(practice.story == Texts("We did it", in: "en") && practice.revision == 3)
      #expect(practice.facts == Practice.Facts() && practice.problem == nil)
      #expect(try session.needs.require(.number(1), for: .visitor).wish == Need.Wish())
    }
  }
}

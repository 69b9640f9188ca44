package import Cooperation
package import SQL

extension Session { package var experts: Experts { Experts(session: self) } }

/// What experts offer to others.
package struct Experts {
  let session: any Session

  /// What the roster is narrowed to; what is nil narrows nothing, an empty list leaves nothing.
  package struct Filter: Sendable, Equatable {
    /// Beginnings of words of their names and of what they say.
    package var words = ""
    package var themes: [Theme.ID]?
    package var language: Language?
    package var countries: [Country.Code]?
    package var organisation: Organisation.ID?
    package var reach: Expertise.Reach?
    /// Offers that hold on this day, of people who then still work for whoever offers them; nil for all.
    package var current: Day?

    package init() {}
  }

  package func find(_ person: Person.ID) throws -> Expertise? { try find([person]).first }

  /// Those of `people` that offer something, in their order.
  private func find(_ people: [Person.ID]) throws -> [Expertise] {
    guard !people.isEmpty else { return [] }
    let attributes = try Attributes(of: people.map { $0.text }, in: session)
    let found = try session.rows(
      "SELECT person, organisation, days, reach, until_day FROM expertise WHERE person IN (\(several: people))"
    ) { row in try Expertise(row, attributes) }
    let byPerson = Dictionary(uniqueKeysWithValues: found.map { ($0.person, $0) })
    return people.compactMap { byPerson[$0] }
  }

  /// A page of those that `filter` leaves, told in `language`, by name.
  package func list(_ filter: Filter, _ span: Span, in language: Language) throws -> Excerpt<Expert> {
    let conditions = Statement.where(filter.conditions)
    return try session.excerpt(span, counting: "SELECT COUNT(*) FROM expertise x \(conditions)") {
      let people: [Person.ID] = try session.rows(
        "SELECT x.person FROM expertise x \(conditions) ORDER BY x.folded, x.person \(span.sql)"
      ) { row in try row.id(0) }
      return try experts(people, in: language)
    }
  }

  private func experts(_ people: [Person.ID], in language: Language) throws -> [Expert] {
    let offers = try find(people)
    let persons = Dictionary(uniqueKeysWithValues: try session.people.find(people).map { ($0.id, $0) })
    let briefs = try session.organisations.briefs(Array(Set(offers.map(\.organisation))), in: language)
    let organisations = Dictionary(uniqueKeysWithValues: briefs.map { ($0.id, $0) })
    return offers.compactMap { offer in
      guard let person = persons[offer.person], let organisation = organisations[offer.organisation] else { return nil }
      return Expert(person, of: organisation, offering: offer)
    }
  }

  /// How many offer each theme, whatever themes `filter` asks for.
  package func themes(_ filter: Filter) throws -> [Count<Theme.ID>] {
    var others = filter
    others.themes = nil
    return try session.counts(
      "t.theme", among: "expertise x JOIN subject_theme t ON t.subject = x.person \(.where(others.conditions))"
    ) { row in try row.value(0) { Theme.ID($0) } }
  }

  /// How many work in each language, whatever language `filter` asks for.
  package func languages(_ filter: Filter) throws -> [Count<Language>] {
    var others = filter
    others.language = nil
    return try session.counts(
      "l.language", among: "expertise x JOIN subject_language l ON l.subject = x.person \(.where(others.conditions))"
    ) { row in try row.language(0) }
  }

  /// How many there are in each country, whatever countries `filter` asks for.
  package func countries(_ filter: Filter) throws -> [Count<Country.Code>] {
    var others = filter
    others.countries = nil
    return try session.counts(
      "o.country",
      among: """
        expertise x JOIN organisation o ON o.id = x.organisation
        \(.where(others.conditions + ["o.country IS NOT NULL"]))
        """
    ) { row in try row.value(0) { Country.Code($0) } }
  }

  /// Keeps what `person` offers, in place of what they offered before.
  package func keep(_ expertise: Expertise, of person: Person, at now: Instant) throws {
    try forget(person.id)
    let words = folded(([person.name] + expertise.about.versions.sorted { $0.key < $1.key }.map(\.value))
      .joined(separator: " "))
    try session.run(
      """
      INSERT INTO expertise (person, organisation, days, reach, until_day, folded, changed_at)
      VALUES (\(person.id), \(expertise.organisation), \(expertise.days), \(expertise.reach.rawValue),
        \(expertise.until), \(words), \(now))
      """)
    try session.keep(expertise.about, as: "about", of: person.id.text)
    try session.keep(Topic(themes: expertise.themes, languages: person.languages), of: person.id.text)
    try session.note(person.id)
  }

  /// - Throws: `Missing` where they offer nothing.
  package func delete(_ person: Person.ID) throws {
    guard try find(person) != nil else { throw Missing(person) }
    try forget(person)
    try session.note(person)
  }

  private func forget(_ person: Person.ID) throws {
    try session.forgetBelongings(of: person.text)
    try session.run("DELETE FROM expertise WHERE person = \(person)")
  }
}

extension Experts.Filter {
  fileprivate var conditions: [Statement] {
    var all = Statement.beginnings(of: words, in: "x.folded")
    if let themes {
      all.append("x.person IN (SELECT subject FROM subject_theme WHERE theme IN (\(several: themes)))")
    }
    if let language { all.append("x.person IN (SELECT subject FROM subject_language WHERE language = \(language))") }
    if let countries {
      all.append("x.organisation IN (SELECT id FROM organisation WHERE country IN (\(several: countries)))")
    }
    if let organisation { all.append("x.organisation = \(organisation)") }
    if let reach { all.append("x.reach IN (\(reach.rawValue), 'both')") }
    if let current {
      all.append("(x.until_day IS NULL OR x.until_day >= \(current))")
      all.append(
        """
        EXISTS (SELECT 1 FROM mandate m WHERE m.person = x.person AND m.organisation = x.organisation
          AND m.from_day <= \(current) AND (m.until_day IS NULL OR m.until_day >= \(current)))
        """)
    }
    return all
  }
}

extension Expertise {
  /// - Parameter row: person, organisation, days, reach, last day.
  fileprivate init(_ row: borrowing Row, _ attributes: Attributes) throws {
    let person: Person.ID = try row.id(0)
    let belongings = attributes[person]
    guard let about = belongings.texts("about") else { throw DatabaseError("expertise \(person) has no text") }
    try self.init(
      of: person, for: try row.id(1), about: about, themes: belongings.themes, days: row.intIfAny(2),
      reach: try row.word(3), until: try row.dayIfAny(4))
  }
}

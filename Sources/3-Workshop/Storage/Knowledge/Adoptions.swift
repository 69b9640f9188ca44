package import Cooperation
package import SQL

extension Session { package var adoptions: Adoptions { Adoptions(session: self) } }

/// Practices taken up elsewhere.
package struct Adoptions {
  let session: any Session

  /// Nil where there is none.
  package func find(_ id: Adoption.ID) throws -> Adoption? { try load("id = \(id)").first }

  /// - Throws: `Missing`.
  package func require(_ id: Adoption.ID) throws -> Adoption {
    guard let adoption = try find(id) else { throw Missing(id) }
    return adoption
  }

  /// How an organisation took up a practice; nil where it has not said so.
  package func of(_ practice: Practice.ID, by organisation: Organisation.ID) throws -> Adoption? {
    try load("practice = \(practice) AND organisation = \(organisation)").first
  }

  /// How each of `practices` was taken up, the first one first.
  package func of(_ practices: [Practice.ID]) throws -> [Adoption] {
    practices.isEmpty ? [] : try load("practice IN (\(several: practices))")
  }

  /// What the practice was taken from, and that from, the nearest first.
  package func ancestors(of practice: Practice.ID) throws -> [Practice.ID] {
    var ancestors: [Practice.ID] = [], last = practice
    while ancestors.count < 32 {
      let parent: Practice.ID? = try session.first("SELECT practice FROM adoption WHERE told_as = \(last)") { row in
        try row.id(0)
      }
      guard let parent, !ancestors.contains(parent) else { break }
      ancestors.append(parent)
      last = parent
    }
    return ancestors
  }

  /// The adoption that is told as `practice`; nil for none.
  package func told(as practice: Practice.ID) throws -> Adoption.ID? {
    try session.first("SELECT id FROM adoption WHERE told_as = \(practice)") { row in try row.id(0) }
  }

  private func load(_ condition: Statement) throws -> [Adoption] {
    struct Bare { let id: Adoption.ID, adoption: (Attributes.Belongings) -> Adoption }
    let bare = try session.rows(
      """
      SELECT id, practice, organisation, worked, began, ended, told_as, revision FROM adoption WHERE \(condition)
      ORDER BY began, created_at, id
      """
    ) { row in
      let id: Adoption.ID = try row.id(0), practice: Practice.ID = try row.id(1)
      let organisation: Organisation.ID = try row.id(2), worked: Practice.Worked = try row.word(3)
      let years = try Practice.Years(try row.int(4), to: row.intIfAny(5))
      let toldAs: Practice.ID? = try row.idIfAny(6), revision = try row.int(7)
      return Bare(id: id) { texts in
        Adoption(
          id: id, of: practice, by: organisation, kept: texts.texts("kept"), changed: texts.texts("changed"),
          dropped: texts.texts("dropped"), results: texts.texts("results"), worked: worked, years: years,
          toldAs: toldAs, revision: revision)
      }
    }
    guard !bare.isEmpty else { return [] }
    let attributes = try Attributes(of: bare.map(\.id.text), in: session)
    return bare.map { $0.adoption(attributes[$0.id]) }
  }
}

extension Adoptions {
  package func insert(_ adoption: Adoption, at now: Instant) throws {
    try session.run(
      """
      INSERT INTO adoption (id, practice, organisation, worked, began, ended, told_as, claim, revision, created_at,
        changed_at)
      VALUES (\(adoption.id), \(adoption.practice), \(adoption.organisation), \(adoption.worked.rawValue),
        \(adoption.years.began), \(adoption.years.ended), \(adoption.toldAs), \(Claim.State.silent.rawValue),
        \(adoption.revision), \(now), \(now))
      """)
    try keepTexts(of: adoption)
    try session.note(adoption.practice)
  }

  /// Keeps what an edit made of it as it was in its revision.
  ///
  /// - Returns: the adoption with its next revision.
  /// - Throws: `Stale`; `Missing`.
  @discardableResult
  package func update(_ adoption: Adoption, at now: Instant) throws -> Adoption {
    let changed = try session.run(
      """
      UPDATE adoption SET worked = \(adoption.worked.rawValue), began = \(adoption.years.began),
        ended = \(adoption.years.ended), told_as = \(adoption.toldAs), revision = revision + 1, changed_at = \(now)
      WHERE id = \(adoption.id) AND revision = \(adoption.revision)
      """)
    guard changed == 1 else {
      throw try session.refusal(
        adoption.id, counting: "SELECT COUNT(*) FROM adoption WHERE id = \(adoption.id)")
    }
    try session.forgetBelongings(of: adoption.id.text)
    try keepTexts(of: adoption)
    try session.note(adoption.practice)
    var next = adoption
    next.revision += 1
    return next
  }

  private func keepTexts(of adoption: Adoption) throws {
    for (field, texts) in [
      ("kept", adoption.kept), ("changed", adoption.changed), ("dropped", adoption.dropped),
      ("results", adoption.results),
    ] { try session.keep(texts, as: field, of: adoption.id.text) }
  }
}

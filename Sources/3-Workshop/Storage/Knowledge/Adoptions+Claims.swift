package import Cooperation
import SQL

extension Adoptions {
  /// What whoever took it up, and whoever it was taken from, say of each.
  package func claims(of adoptions: [Adoption]) throws -> [Adoption.ID: Claim] {
    guard !adoptions.isEmpty else { return [:] }
    let voices = try session.voices.on(adoptions.map(\.id.text))
    var authors: [Practice.ID: Organisation.ID] = [:]
    try session.each(
      "SELECT id, organisation FROM practice WHERE id IN (\(several: Array(Set(adoptions.map(\.practice)))))"
    ) { row in
      authors[try row.id(0)] = try row.id(1)
    }
    var claims: [Adoption.ID: Claim] = [:]
    for adoption in adoptions {
      let parties = [adoption.organisation] + (authors[adoption.practice].map { [$0] } ?? [])
      claims[adoption.id] = Claim(among: parties, voices: voices[adoption.id.text] ?? [], isImported: false)
    }
    return claims
  }

  /// In how many places practices were taken up where both sides say whether it worked, too early ones aside.
  package struct Taken: Sendable, Equatable {
    package fileprivate(set) var worked = 0
    package fileprivate(set) var all = 0
  }

  /// The same for each of `practices` that was taken up so.
  package func taken(_ practices: [Practice.ID]) throws -> [Practice.ID: Taken] {
    guard !practices.isEmpty else { return [:] }
    var taken: [Practice.ID: Taken] = [:]
    let statement: Statement = """
      SELECT practice, SUM(CASE WHEN worked = 'yes' THEN 1 ELSE 0 END), COUNT(*) FROM adoption
      WHERE practice IN (\(several: practices)) AND claim = 'confirmed' AND worked <> 'too-early' GROUP BY practice
      """
    try session.each(statement) { row in
      taken[try row.id(0)] = Taken(worked: try row.int(1), all: try row.int(2))
    }
    return taken
  }

  /// Keeps a party's word on one, and how the claim stands then.
  ///
  /// - Throws: `Missing`.
  package func hear(_ voice: Claim.Voice, on id: Adoption.ID) throws {
    let adoption = try require(id)
    try session.voices.insert(voice, on: id.text)
    guard let state = try claims(of: [adoption])[id]?.state else { return }
    try session.run("UPDATE adoption SET claim = \(state.rawValue) WHERE id = \(id)")
    try session.note(adoption.practice)
  }

  /// Those of which someone whom `viewer` edits for is asked for their word, as the author: the latest first.
  package func pending(for viewer: Viewer, _ span: Span = Span()) throws -> Excerpt<Adoption.ID> {
    let own = viewer.organisations(as: .editor)
    guard !own.isEmpty else { return Excerpt([], of: 0, span) }
    // The same as `Claim.awaits`, of the author.
    let source: Statement = """
      FROM adoption a JOIN practice p ON p.id = a.practice
      WHERE p.organisation IN (\(several: own)) AND a.claim <> 'disputed' AND NOT EXISTS (
        SELECT 1 FROM voice v WHERE v.subject = a.id AND v.organisation = p.organisation AND v.at > (
          SELECT MAX(c.at) FROM voice c WHERE c.subject = a.id AND c.organisation = a.organisation))
      """
    return try session.excerpt(span, counting: "SELECT COUNT(*) \(source)") {
      try session.rows("SELECT a.id \(source) ORDER BY a.changed_at DESC, a.id \(span.sql)") { row in try row.id(0) }
    }
  }
}

extension Adoptions {
  /// How many members of a family are told, and how many steps from the first.
  private static let most = 200, deepest = 24

  /// The whole family of a practice, from the one that everything was taken from; nil where it was neither taken up
  /// nor taken from anything.
  ///
  /// - Throws: `Missing`.
  package func family(of practice: Practice.ID, for viewer: Viewer) throws -> Family? {
    let line = try [practice] + ancestors(of: practice)
    // What is not shown to the reader breaks the line.
    let shown = zip(line, try session.practices.find(line, for: viewer)).prefix { $0 == $1.id }
    guard let first = shown.last?.1 else { throw Missing(practice) }
    var found: [Practice.ID: [Adoption]] = [:], level = [first.id], seen: Set<Practice.ID> = [first.id]
    var count = 0, depth = 0
    var told: [Practice.ID: Practice] = [first.id: first]
    while !level.isEmpty, count < Self.most, depth < Self.deepest {
      let adoptions = try of(level)
      for adoption in adoptions { found[adoption.practice, default: []].append(adoption) }
      let next = adoptions.compactMap(\.toldAs).filter { seen.insert($0).inserted }
      let visible = try session.practices.find(next, for: viewer)
      for practice in visible { told[practice.id] = practice }
      (level, count, depth) = (visible.map(\.id), count + adoptions.count, depth + 1)
    }
    guard count > 0 else { return nil }
    return Family(
      members(from: first, found, told, try claims(of: found.values.flatMap { $0 })))
  }

  private func members(
    from first: Practice, _ found: [Practice.ID: [Adoption]], _ told: [Practice.ID: Practice],
    _ claims: [Adoption.ID: Claim]
  ) -> [Family.Member] {
    var members = [
      Family.Member(
        first.organisation, first.id, adoption: nil, claim: nil, worked: first.facts.worked,
        began: first.facts.years?.began, depth: 0, parent: nil)
    ]
    // Each with the place of what it was taken from; the last is told next.
    var rest = (found[first.id] ?? []).reversed().map { (adoption: $0, parent: 0) }
    while let (adoption, parent) = rest.popLast(), members.count <= Self.most {
      let practice = adoption.toldAs.flatMap { told[$0]?.id }
      let place = members.count
      members.append(
        Family.Member(
          adoption.organisation, practice, adoption: adoption, claim: claims[adoption.id], worked: adoption.worked,
          began: adoption.years.began, depth: members[parent].depth + 1, parent: parent))
      rest += (practice.flatMap { found[$0] } ?? []).reversed().map { (adoption: $0, parent: place) }
    }
    return members
  }
}

extension Exchange {
  /// An exchange told again from its journal.
  ///
  /// - Throws: what refuses the first entry that does not follow; `.outOfOrder` for a gap.
  package init(replaying journal: [Entry], of opening: Opening, under method: Method) throws(Refusal) {
    try self.init(opening, under: method)
    for entry in journal { try take(entry, under: method) }
  }

  /// This exchange once `person` has taken `step`. The new entry is its `latest`.
  ///
  /// A step that was taken before under the same token changes nothing: `count` stays.
  package func taking(
    _ step: Step, by person: Person.ID, at now: Instant, token: Slug<Entry>? = nil, under method: Method
  ) throws(Refusal) -> Exchange {
    var then = self
    let at = max(now, latest?.at ?? opening.at)
    try then.take(Entry(number: count + 1, at: at, by: person, step: step, token: token), under: method)
    return then
  }

  /// Takes the next entry, or none of it.
  package mutating func take(_ entry: Entry, under method: Method) throws(Refusal) {
    guard method.id == opening.method, method.version == opening.version else { throw .otherMethod }
    if let token = entry.token, let known = tokens[token] {
      guard known.by == entry.by, known.step == entry.step else { throw .tokenSpent }
      return
    }
    guard entry.number == count + 1, entry.at >= latest?.at ?? opening.at else {
      throw .outOfOrder(expected: count + 1)
    }
    try apply(entry, under: method)
    count += 1
    latest = entry
    if let token = entry.token { tokens[token] = entry }
  }

  /// Checks first and changes last, so that a refusal leaves everything as it was.
  private mutating func apply(_ entry: Entry, under method: Method) throws(Refusal) {
    if case .sign(let signing) = entry.step { return try sign(signing, entry, under: method) }
    guard case .running = stage else { throw .over }
    if case .join(let participant) = entry.step { return try join(participant, entry) }
    guard seats[entry.by] != nil || entry.by == opening.convenor else { throw .notTakingPart(entry.by) }
    switch entry.step {
    case .join, .sign: break
    case .cast(let person, let role): try cast(person, role, entry, under: method)
    case .stepDown(let person, let role): try stepDown(person, role, entry, under: method)
    case .handOver(let role, let from, let to): try handOver(role, from, to, entry, under: method)
    case .write(let writing): try write(writing, entry, under: method)
    case .withdraw(let number): try withdraw(number, entry, under: method)
    case .enter(let phase, let number): try close(number, entering: phase, entry, under: method)
    case .conclude(let number): try close(number, entering: nil, entry, under: method)
    case .abandon(let reason): try abandon(reason, entry, under: method)
    }
  }

  private mutating func abandon(_ reason: String, _ entry: Entry, under method: Method) throws(Refusal) {
    guard leads(entry.by, under: method) else { throw .onlyLeaders }
    guard !reason.allSatisfy(\.isWhitespace) else { throw .reasonMissing }
    visits[visits.count - 1].ending = .left(at: entry.at)
    stage = .abandoned(at: entry.at, by: entry.by, because: reason)
  }
}

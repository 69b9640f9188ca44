extension Answer {
  /// The answer that `fields` of a form hold, to a prompt of `kind`.
  ///
  /// One field for a text, a figure, a step, a day or a choice; one for each option that was ticked, or voted for (the
  /// number of its entry, where votes go to answers), or ranked, the best first; a sum and a currency for money; the
  /// cells of a table row by row, of which empty rows are left out.
  ///
  /// - Throws: why it is no such answer. `Exchange` checks the rest.
  package init(reading fields: [String], as kind: Prompt.Kind) throws(Unfit) {
    let filled = fields.filter { !$0.allSatisfy(\.isWhitespace) }
    guard let first = filled.first.map(Self.trimmed) else { throw .empty }
    switch kind {
    case .text: self = .text(fields[0])
    case .choice: self = .choice(try Self.option(first))
    case .choices: self = .choices(try Self.options(filled))
    case .ranking: self = .ranking(try Self.options(filled))
    case .scale(let range, _):
      guard let step = Int(first) else { throw .outside(range) }
      self = .scale(step)
    case .number:
      guard let amount = Amount(first) else { throw .anotherKind(wanted: kind.slug) }
      self = .number(amount)
    case .date:
      guard let day = Day(first) else { throw .anotherKind(wanted: kind.slug) }
      self = .date(day)
    case .money:
      guard filled.count == 2, let amount = Amount(first), let currency = Currency(Self.trimmed(filled[1]).uppercased())
      else { throw .anotherKind(wanted: kind.slug) }
      self = .money(amount, currency)
    case .vote(let ballot, _):
      self = .vote(try filled.map { (field) throws(Unfit) in try Self.candidate(field, ballot) })
    case .table(let columns, _): self = .table(try Self.rows(fields, columns))
    }
  }

  private static func option(_ field: String) throws(Unfit) -> Option.ID {
    guard let id = Option.ID(trimmed(field)) else { throw .noSuchOption }
    return id
  }

  private static func options(_ fields: [String]) throws(Unfit) -> [Option.ID] {
    try fields.map { (field) throws(Unfit) in try option(field) }
  }

  private static func candidate(_ field: String, _ ballot: Prompt.Ballot) throws(Unfit) -> Candidate {
    if case .options = ballot { return .option(try option(field)) }
    guard let number = Int(trimmed(field)) else { throw .anotherKind(wanted: "vote") }
    return .contribution(number)
  }

  private static func rows(_ fields: [String], _ columns: [Prompt.Column]) throws(Unfit) -> [[Answer?]] {
    guard !columns.isEmpty, fields.count % columns.count == 0 else { throw .columnsDiffer(wanted: columns.count) }
    var rows: [[Answer?]] = []
    for start in stride(from: 0, to: fields.count, by: columns.count) {
      let row = try zip(fields[start...], columns).map { (field, column) throws(Unfit) -> Answer? in
        field.allSatisfy(\.isWhitespace) ? nil : try Answer(reading: [field], as: column.kind)
      }
      if row.contains(where: { $0 != nil }) { rows.append(row) }
    }
    return rows
  }

  private static func trimmed(_ field: String) -> String {
    let start = field.drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }
}

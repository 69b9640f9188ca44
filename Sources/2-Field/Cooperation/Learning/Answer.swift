/// What someone said to a prompt.
package enum Answer: Sendable, Hashable {
  case text(String)
  case choice(Option.ID)
  case choices([Option.ID])
  case scale(Int)
  case number(Amount)
  case date(Day)
  case money(Amount, Currency)
  /// Row by row; nil is a cell left empty.
  case table([[Answer?]])
  case vote([Candidate])
  /// The best first.
  case ranking([Option.ID])

  /// What a vote goes to.
  package enum Candidate: Sendable, Hashable {
    case option(Option.ID)
    /// What was written in the entry with this number.
    case contribution(Int)
  }

  /// Why an answer does not fit its prompt.
  package enum Unfit: Refusal, Equatable {
    case empty
    case anotherKind(wanted: String)
    case tooLong(limit: Int)
    case noSuchOption
    case sameTwice
    case outside(ClosedRange<Int>)
    case tooManyRows(limit: Int)
    case columnsDiffer(wanted: Int)
    case tooManyVotes(limit: Int)
    case incomplete
    case noSuchContribution(Int)
  }
}

extension Answer {
  /// Why this is no answer to a prompt of `kind`; nil where it is one.
  func unfit(for kind: Prompt.Kind) -> Unfit? {
    switch (self, kind) {
    case (.text(let text), .text(let limit)): Self.unfit(text, limit: limit)
    case (.choice(let chosen), .choice(let options)): Self.unfit([chosen], among: options)
    case (.choices(let chosen), .choices(let options)): Self.unfit(chosen, among: options)
    case (.ranking(let ranked), .ranking(let options)):
      Self.unfit(ranked, among: options) ?? (ranked.count == options.count ? nil : .incomplete)
    case (.scale(let step), .scale(let range, _)): range.contains(step) ? nil : .outside(range)
    case (.number, .number), (.date, .date), (.money, .money): nil
    case (.table(let rows), .table(let columns, let limit)): Self.unfit(rows, columns, limit: limit)
    case (.vote(let votes), .vote(let ballot, let each)): Self.unfit(votes, on: ballot, each: each)
    default: .anotherKind(wanted: kind.slug)
    }
  }

  private static func unfit(_ text: String, limit: Int) -> Unfit? {
    if text.unicodeScalars.allSatisfy(\.properties.isWhitespace) { return .empty }
    if text.utf8.count <= limit { return nil }
    return text.unicodeScalars.count > limit ? .tooLong(limit: limit) : nil
  }

  private static func unfit(_ chosen: [Option.ID], among options: [Option]) -> Unfit? {
    if chosen.isEmpty { return .empty }
    if !chosen.allSatisfy({ one in options.contains { $0.id == one } }) { return .noSuchOption }
    return Set(chosen).count == chosen.count ? nil : .sameTwice
  }

  private static func unfit(_ rows: [[Answer?]], _ columns: [Prompt.Column], limit: Int) -> Unfit? {
    if rows.isEmpty || rows.contains(where: { $0.allSatisfy { $0 == nil } }) { return .empty }
    if rows.count > limit { return .tooManyRows(limit: limit) }
    for row in rows {
      if row.count != columns.count { return .columnsDiffer(wanted: columns.count) }
      for (cell, column) in zip(row, columns) {
        if let unfit = cell?.unfit(for: column.kind) { return unfit }
      }
    }
    return nil
  }

  private static func unfit(_ votes: [Candidate], on ballot: Prompt.Ballot, each: Int) -> Unfit? {
    if votes.isEmpty { return .empty }
    if votes.count > each { return .tooManyVotes(limit: each) }
    if Set(votes).count != votes.count { return .sameTwice }
    for vote in votes {
      switch (vote, ballot) {
      case (.option(let id), .options(let options)):
        if !options.contains(where: { $0.id == id }) { return .noSuchOption }
      case (.contribution, .answers): break
      default: return .anotherKind(wanted: "vote")
      }
    }
    return nil
  }
}

extension Answer {
  /// How much it is, for answers that can be more or less than others.
  var size: Double? {
    switch self {
    case .scale(let step): Double(step)
    case .number(let amount): amount.value
    case .date(let day): Double(day.number)
    default: nil
    }
  }

  func chooses(_ options: [Option.ID]) -> Bool {
    switch self {
    case .choice(let chosen): options.contains(chosen)
    case .choices(let chosen): chosen.contains { options.contains($0) }
    default: false
    }
  }

  /// The answer as it is read out, with options, labels and units in the first of `languages` that the method has.
  package func words(to kind: Prompt.Kind, in languages: [Language]) -> String {
    func title(_ id: Option.ID) -> String {
      kind.options.first { $0.id == id }?.title.reading(in: languages).text ?? id.text
    }
    switch (self, kind) {
    case (.text(let text), _): return text
    case (.choice(let chosen), _): return title(chosen)
    case (.choices(let chosen), _): return chosen.map(title).joined(separator: "; ")
    case (.ranking(let ranked), _):
      return ranked.enumerated().map { "\($0.offset + 1) \(title($0.element))" }.joined(separator: "; ")
    case (.scale(let step), .scale(_, let labels)):
      return labels[step].map { "\(step) (\($0.reading(in: languages).text))" } ?? "\(step)"
    case (.scale(let step), _): return "\(step)"
    case (.number(let amount), .number(let unit?)): return "\(amount) \(unit.reading(in: languages).text)"
    case (.number(let amount), _): return "\(amount)"
    case (.date(let day), _): return "\(day)"
    case (.money(let amount, let currency), _): return "\(amount) \(currency)"
    case (.table(let rows), .table(let columns, _)):
      return rows.map { Self.words(row: $0, columns, in: languages) }.joined(separator: "\n")
    case (.table, _): return ""
    case (.vote(let votes), _):
      return votes.map { vote in
        switch vote {
        case .option(let id): title(id)
        case .contribution(let number): "#\(number)"
        }
      }.joined(separator: "; ")
    }
  }

  private static func words(row: [Answer?], _ columns: [Prompt.Column], in languages: [Language]) -> String {
    zip(row, columns).map { cell, column in
      "\(column.title.reading(in: languages).text): \(cell?.words(to: column.kind, in: languages) ?? "–")"
    }.joined(separator: "; ")
  }
}

extension Answer.Unfit {
  package var kind: RefusalKind { .invalid }

  package var words: Phrase {
    switch self {
    case .empty: Phrase("unfit.empty", "There is nothing in it yet.")
    case .anotherKind(let wanted):
      Phrase("unfit.kind", "This asks for another kind of answer: {kind}.", ["kind": wanted])
    case .tooLong(let limit):
      Phrase("unfit.too-long", "It may have {limit} characters; it has more.", ["limit": "\(limit)"])
    case .noSuchOption: Phrase("unfit.no-option", "That is not one of the choices.")
    case .sameTwice: Phrase("unfit.same-twice", "The same choice is there twice.")
    case .outside(let range):
      Phrase(
        "unfit.outside", "Choose a number from {least} to {most}.",
        ["least": "\(range.lowerBound)", "most": "\(range.upperBound)"])
    case .tooManyRows(let limit):
      Phrase("unfit.rows", "The table may have {limit} rows; it has more.", ["limit": "\(limit)"])
    case .columnsDiffer(let wanted): Phrase("unfit.columns", "Each row has {count} cells.", ["count": "\(wanted)"])
    case .tooManyVotes(let limit): Phrase("unfit.votes", "Each person has {limit} votes.", ["limit": "\(limit)"])
    case .incomplete: Phrase("unfit.incomplete", "Every choice needs its place in the order.")
    case .noSuchContribution(let number):
      Phrase("unfit.no-contribution", "There is no contribution {number} to vote for.", ["number": "\(number)"])
    }
  }
}

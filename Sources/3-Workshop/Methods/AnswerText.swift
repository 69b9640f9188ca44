import Cooperation
import Markup

extension Answer {
  /// An answer, by the one field that says what it is: `{"text": "…"}`, `{"scale": 3}`.
  init(_ value: JSONValue) throws(StepError) {
    let fields = StepFields(value)
    switch value.members?.first?.name {
    case "text": self = .text(try fields.text("text"))
    case "choice": self = .choice(try fields.slug("choice"))
    case "choices": self = .choices(try fields.read("choices", "a list of names", Self.names))
    case "ranking": self = .ranking(try fields.read("ranking", "a list of names", Self.names))
    case "scale": self = .scale(try fields.number("scale"))
    case "number": self = .number(try fields.read("number", "a figure", Self.amount))
    case "date": self = .date(try fields.read("date", "a day") { $0.text.flatMap { Day($0) } })
    case "money":
      self = .money(
        try fields.read("money", "a figure", Self.amount),
        try fields.read("currency", "a currency") { $0.text.flatMap { Currency($0) } })
    case "vote": self = .vote(try fields.read("vote", "a list of votes", Self.votes))
    case "table": self = .table(try Self.rows(try fields.value("table")))
    default: throw StepError(line: value.line, words: "this is no answer")
    }
  }

  private static func amount(_ value: JSONValue) -> Amount? {
    if case .number(let digits) = value.content { Amount(digits) } else { value.text.flatMap { Amount($0) } }
  }

  private static func names(_ value: JSONValue) -> [Option.ID]? {
    guard let list = value.list else { return nil }
    let names = list.compactMap { $0.text.flatMap { Option.ID($0) } }
    return names.count == list.count ? names : nil
  }

  private static func votes(_ value: JSONValue) -> [Candidate]? {
    guard let list = value.list else { return nil }
    let votes = list.compactMap { vote -> Candidate? in
      if let number = vote.int { return .contribution(number) }
      return vote.text.flatMap { Option.ID($0) }.map { .option($0) }
    }
    return votes.count == list.count ? votes : nil
  }

  private static func rows(_ value: JSONValue) throws(StepError) -> [[Answer?]] {
    var rows: [[Answer?]] = []
    for row in value.list ?? [] {
      var cells: [Answer?] = []
      for cell in row.list ?? [] { cells.append(cell.isNull ? nil : try Answer(cell)) }
      rows.append(cells)
    }
    return rows
  }

  /// Writes the fields of this answer into an object that is open.
  func write(into json: inout JSON) {
    switch self {
    case .text(let text): json["text"] = text
    case .choice(let option): json["choice"] = option.text
    case .choices(let options): json.array("choices", options) { $0.element($1.text) }
    case .ranking(let options): json.array("ranking", options) { $0.element($1.text) }
    case .scale(let step): json.number("scale", step)
    case .number(let amount): json["number"] = amount.description
    case .date(let day): json["date"] = day.description
    case .money(let amount, let currency):
      json["money"] = amount.description
      json["currency"] = currency.code
    case .vote(let votes):
      json.array("vote", votes) { json, vote in
        switch vote {
        case .option(let option): json.element(option.text)
        case .contribution(let number): json.element(number)
        }
      }
    case .table(let rows):
      json.array("table", rows) { json, row in
        json.array { json in for cell in row { Self.write(cell, into: &json) } }
      }
    }
  }

  private static func write(_ cell: Answer?, into json: inout JSON) {
    guard let cell else { return json.element(nil as String?) }
    json.object { cell.write(into: &$0) }
  }
}

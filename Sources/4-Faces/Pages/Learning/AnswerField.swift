import Cooperation
import Languages
import Markup

/// The part of a form in which one prompt is answered.
struct AnswerField {
  let prompt: Prompt
  /// The form's name for it.
  let name: String
  let values: [String]
  /// Why what was typed could not be taken; nil where nothing was refused.
  let problem: String?
  /// What was written before and can be voted for, with the numbers of the entries.
  let candidates: [(number: Int, text: String)]
  let reader: Reader

  /// What a form shows of an answer, field by field: the inverse of `Answer(reading:as:)`.
  static func values(of answer: Answer?) -> [String] {
    switch answer {
    case nil: []
    case .text(let text): [text]
    case .choice(let option): [option.text]
    case .choices(let options), .ranking(let options): options.map(\.text)
    case .scale(let step): ["\(step)"]
    case .number(let amount): ["\(amount)"]
    case .date(let day): ["\(day)"]
    case .money(let amount, let currency): ["\(amount)", currency.code]
    case .table(let rows): rows.flatMap { $0.map { values(of: $0).first ?? "" } }
    case .vote(let votes):
      votes.map { vote in
        switch vote {
        case .option(let option): option.text
        case .contribution(let number): "\(number)"
        }
      }
    }
  }

  func write(_ html: inout HTML) {
    switch prompt.kind {
    case .text(let limit): text(limit, &html)
    case .number(let unit): line("text", unit.map { reader.words.reading($0).text } ?? "", "decimal", &html)
    case .date: line("date", "", "", &html)
    case .money: money(&html)
    case .choice(let options): picks(options.map(pick), .one, &html)
    case .choices(let options): picks(options.map(pick), .several, &html)
    case .scale(let range, let labels):
      picks(
        range.map { step in
          Pick(value: "\(step)", title: labels[step].map { "\(step) \(reader.words.reading($0).text)" } ?? "\(step)")
        }, .scale, &html)
    case .vote(let ballot, let each): vote(ballot, each, &html)
    case .ranking(let options): ranking(options, &html)
    case .table(let columns, let limit): TableField(field: self, columns: columns, limit: limit).write(&html)
    }
  }

  private var first: String { values.first ?? "" }
  var question: String { reader.words.reading(prompt.question).text }
  var hint: String { prompt.hint.map { reader.words.reading($0).text } ?? "" }
  private var invalid: Written { problem == nil ? "" : " aria-invalid=\"true\" aria-describedby=\"\(name)-error\"" }
  var error: Written { problem.map { "<p class=\"error\" id=\"\(name)-error\">\($0)</p>" } ?? "" }
  var hinted: Written { hint.isEmpty ? "" : "<p class=\"hint\">\(hint)</p>" }

  private func text(_ limit: Int, _ html: inout HTML) {
    html << "<div class=\"field\"><label for=\"\(name)\">\(question)</label>\(hinted)"
    if limit <= 200 {
      html << "<input id=\"\(name)\" name=\"\(name)\" dir=\"auto\" maxlength=\"\(limit)\" value=\"\(first)\"\(invalid)>"
    } else {
      html
        << "<textarea id=\"\(name)\" name=\"\(name)\" dir=\"auto\" maxlength=\"\(limit)\"\(invalid)>\n\(first)</textarea>"
    }
    html << "\(error)</div>"
  }

  private func line(_ type: String, _ unit: String, _ mode: String, _ html: inout HTML) {
    html << "<div class=\"field\"><label for=\"\(name)\">\(question)</label>\(hinted)"
    let keyboard: Written = mode.isEmpty ? "" : " inputmode=\"\(mode)\""
    html
      << "<input class=\"short\" id=\"\(name)\" name=\"\(name)\" type=\"\(type)\" value=\"\(first)\"\(keyboard)\(invalid)>"
    html << " \(unit)\(error)</div>"
  }

  private func money(_ html: inout HTML) {
    html << "<fieldset class=\"field\" id=\"\(name)\"><legend>\(question)</legend>\(hinted)"
    html << "<input class=\"short\" name=\"\(name)\" inputmode=\"decimal\" value=\"\(first)\""
    html << " aria-label=\"\(reader("answer.amount", "Amount"))\"> "
    html << "<input class=\"short\" name=\"\(name)\" maxlength=\"3\" value=\"\(values.count > 1 ? values[1] : "")\""
    html << " aria-label=\"\(reader("answer.currency", "Currency, three letters: USD, EUR, MZN"))\">\(error)</fieldset>"
  }

  /// How many of several things are picked.
  enum Picking { case one, several, scale }

  struct Pick {
    let value: String
    let title: String
    var instructions: Written = .nothing
  }

  private func pick(_ option: Option) -> Pick {
    guard let instructions = option.instructions else {
      return Pick(value: option.id.text, title: reader.words.reading(option.title).text)
    }
    return Pick(
      value: option.id.text, title: reader.words.reading(option.title).text,
      instructions: """
        <details><summary>\(reader("answer.how", "How it is done"))\(Guiding.ours(option, reader))</summary>\
        <p>\(reader.reading(instructions))</p></details>
        """)
  }

  private func picks(_ picks: [Pick], _ picking: Picking, _ html: inout HTML) {
    let scale: Written = picking == .scale ? " scale" : ""
    html << "<fieldset class=\"field\(scale)\" id=\"\(name)\"><legend>\(question)</legend>\(hinted)"
    let type = picking == .several ? "checkbox" : "radio"
    for pick in picks {
      let checked: Written = values.contains(pick.value) ? " checked" : ""
      html << "<label class=\"pick\"><input type=\"\(type)\" name=\"\(name)\" value=\"\(pick.value)\"\(checked)> "
      html << "\(pick.title)</label>\(pick.instructions)"
    }
    if picking != .several, prompt.atLeast == 0 {
      let checked: Written = values.isEmpty ? " checked" : ""
      html << "<label class=\"pick\"><input type=\"radio\" name=\"\(name)\" value=\"\"\(checked)> "
      html << "\(reader("answer.open", "No answer"))</label>"
    }
    html << "\(error)</fieldset>"
  }

  private func vote(_ ballot: Prompt.Ballot, _ each: Int, _ html: inout HTML) {
    let all: [Pick] =
      switch ballot {
      case .options(let options): options.map(pick)
      case .answers: candidates.map { Pick(value: "\($0.number)", title: $0.text) }
      }
    if all.isEmpty {
      html << "<div class=\"field\" id=\"\(name)\"><p><b>\(question)</b></p>"
      html << "<p class=\"hint\">\(reader("answer.nothing-yet", "There is nothing to vote for yet."))</p>\(error)</div>"
      return
    }
    picks(all, each == 1 ? .one : .several, &html)
    if each > 1 {
      html << "<p class=\"hint\">\(reader.count(each, "answer.votes", one: "One vote.", other: "Up to {n} votes."))</p>"
    }
  }

  private func ranking(_ options: [Option], _ html: inout HTML) {
    html << "<fieldset class=\"field\" id=\"\(name)\"><legend>\(question)</legend>\(hinted)"
    for place in options.indices {
      html << "<p>\(place + 1) <select name=\"\(name)\" aria-label=\"\(place + 1)\"><option value=\"\"></option>"
      for option in options {
        let chosen = place < values.count && values[place] == option.id.text
        html << "<option value=\"\(option.id)\"\(chosen ? " selected" as Written : "")>"
        html << "\(reader.words.reading(option.title).text)</option>"
      }
      html << "</select></p>"
    }
    html << "\(error)</fieldset>"
  }
}

/// A prompt that is answered by rows of cells.
struct TableField {
  let field: AnswerField
  let columns: [Prompt.Column]
  let limit: Int

  func write(_ html: inout HTML) {
    let filled = columns.isEmpty ? 0 : (field.values.count + columns.count - 1) / columns.count
    html << "<fieldset class=\"field\" id=\"\(field.name)\"><legend>\(field.question)</legend>\(field.hinted)"
    html << "<table class=\"stack\"><thead><tr>"
    for column in columns { html << "<th scope=\"col\">\(title(column))</th>" }
    html << "</tr></thead><tbody>"
    for row in 0..<min(limit, max(3, filled + 2)) {
      html << "<tr>"
      for (place, column) in columns.enumerated() {
        let index = row * columns.count + place
        let value = index < field.values.count ? field.values[index] : ""
        html << "<td data-th=\"\(title(column))\">\(cell(column, value, row + 1))</td>"
      }
      html << "</tr>"
    }
    html << "</tbody></table>\(field.error)</fieldset>"
  }

  private func title(_ column: Prompt.Column) -> String { field.reader.words.reading(column.title).text }

  private func cell(_ column: Prompt.Column, _ value: String, _ row: Int) -> Written {
    let label = "\(title(column)) \(row)"
    switch column.kind {
    case .choice(let options):
      return select(options.map { ($0.id.text, field.reader.words.reading($0.title).text) }, value, label)
    case .scale(let range, let labels):
      return select(
        range.map { ("\($0)", labels[$0].map { field.reader.words.reading($0).text } ?? "\($0)") }, value, label)
    case .date: return input("date", value, label)
    default: return input("text", value, label)
    }
  }

  private func input(_ type: String, _ value: String, _ label: String) -> Written {
    "<input name=\"\(field.name)\" type=\"\(type)\" dir=\"auto\" value=\"\(value)\" aria-label=\"\(label)\">"
  }

  private func select(_ options: [(String, String)], _ value: String, _ label: String) -> Written {
    var html = HTML(capacity: 256)
    html << "<select name=\"\(field.name)\" aria-label=\"\(label)\"><option value=\"\"></option>"
    for (id, title) in options {
      html << "<option value=\"\(id)\"\(id == value ? " selected" as Written : "")>\(title)</option>"
    }
    html << "</select>"
    return "\(html)"
  }
}

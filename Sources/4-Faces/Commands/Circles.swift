import Actions
import Cooperation
import Languages
import Markup
import Pages
import Reference
import SQL
import Storage
import Web

extension CommandLineFace {
  static let circles = Command(
    "circles", "Lists learning circles: organisations in which everyone both teaches and learns.",
    options: [
      .init("--theme", "THEME", "only circles in which someone learns about it"),
      .init("--size", "NUMBER", "only circles of 2, 3 or 4"),
      .init("--organisation", "ORG", "only circles that it is in"),
      .init("--top", "NUMBER", "how many; 20 unless said"),
      .init("--in", "TAG", "the language of the answer; en unless said"),
      .init("--json", nil, "as JSON"),
    ], example: "copolis circles --theme water-supply --size 3 --top 5"
  ) { arguments, console in
    let language = try arguments.value("--in") { Language($0) } ?? "en"
    let top = try arguments.number("--top", in: 1...100) ?? 20
    var question = CircleKeeper.Question()
    question.themes = try arguments.value("--theme") { Theme.ID($0).flatMap { Themes[$0] } }
      .map { Set(Themes.within($0.id)) }
    if let size = try arguments.number("--size", in: Circle.sizes) { question.sizes = size...size }
    question.organisation = try arguments.value("--organisation") { Organisation.ID($0) }
    let asking = CircleAsking(question, Span(per: top))
    return try withOccasion(console) { occasion in
      let told = try occasion.database.read { session in
        try asking.told(CircleKeeper(), MatchKeeper(), session, in: language, at: occasion.now)
      }
      let lines = told?.lines ?? [], words = Words.speaking([language])
      try console.print(arguments.has("--json") ? json(lines) : text(lines, words))
      return .done
    }
  }

  private static func json(_ lines: [CircleLine]) -> String {
    var json = JSON()
    json.object { json in json.array("items", lines) { json, line in line.write(&json) } }
    return json.text
  }

  private static func text(_ lines: [CircleLine], _ words: Words) -> String {
    lines.map { line in
      let score = line.circle.score.value.points
      return line.arcs.enumerated().map { place, arc in
        (place == 0 ? "\(score)  " : "    ") + arc.sentence(words)
      }.joined(separator: "\n")
    }.joined(separator: "\n")
  }
}

import Actions
import Cooperation
import Languages
import Markup
import Pages
import SQL
import Storage
import Web

extension CommandLineFace {
  static let match = Command(
    "match", "Finds who has an answer to a need, with the reasons.",
    options: [
      .init("--need", "ID", "a need on record"),
      .init("--text", "WORDS", "or a question in your own words"),
      .init("--for", "ORG", "for which organisation the question is asked"),
      .init("--in", "TAG", "the language of the words, and of the answer; en unless said"),
      .init("--weights", "WEIGHTS", "how much each part counts; \(Match.Weights.standard) unless said"),
      .init("--weight", "PART=N", "how much one part counts, such as capacity=20; may come several times"),
      .init("--top", "NUMBER", "how many; 20 unless said"),
      .init("--json", nil, "as JSON"),
    ], example: "copolis match --text \"Blocked drains flood three wards\" --for org_01… --top 5"
  ) { arguments, console in
    let language = try arguments.value("--in") { Language($0) } ?? "en"
    var weights = try arguments["--weights"].map { try Match.Weights($0) } ?? .standard
    for text in arguments.all("--weight") { weights = try weights.setting(text) }
    let chosen = weights
    let top = try arguments.number("--top", in: 1...100) ?? 20
    return try withOccasion(console) { occasion in
      let lines = try occasion.database.read { session in
        let subject = try subject(arguments, language, session)
        return try MatchAsking(subject, by: chosen, top: top)
          .lines(MatchKeeper(), session, for: .commandLine, in: language, on: occasion.now.day) ?? []
      }
      let words = Words.speaking([language])
      try console.print(arguments.has("--json") ? json(lines, words) : text(lines, words))
      return .done
    }
  }

  private static func subject(
    _ arguments: Arguments, _ language: Language, _ session: any Session
  ) throws -> MatchAsking.Subject {
    let need = try arguments.value("--need") { Need.ID($0) }
    let organisation = try arguments.value("--for") { Organisation.ID($0) }
    switch (need, arguments["--text"]) {
    case (let need?, nil): return .need(try session.needs.require(need, for: .commandLine))
    case (nil, let text?):
      guard let organisation else { throw Misuse("--text asks for an organisation: --for ORG.") }
      return .words(text, in: language, by: organisation)
    default: throw Misuse("Say either --need ID, or --text WORDS --for ORG.")
    }
  }

  private static func json(_ lines: [MatchLine], _ words: Words) -> String {
    var json = JSON()
    json.object { json in json.array("items", lines) { json, line in line.write(&json, in: words) } }
    return json.text
  }

  private static func text(_ lines: [MatchLine], _ words: Words) -> String {
    let naming = Match.Naming(words)
    return lines.map { line in
      let score = line.match.score.points
      let reasons = line.match.reasons.map { "     \(words[$0.words(naming)])" }
      return (["\(score)  \(line.organisation.name.text): \(line.practice.text)"] + reasons).joined(separator: "\n")
    }.joined(separator: "\n")
  }
}

extension Match.Weights {
  /// These with one part weighed otherwise, as `part=n` says.
  ///
  /// - Throws: `Misuse`; `Refusal`.
  fileprivate func setting(_ text: String) throws -> Match.Weights {
    let pair = text.split(separator: "=", omittingEmptySubsequences: false)
    guard pair.count == 2, let part = Match.Part(rawValue: String(pair[0])), let number = Int(pair[1]) else {
      let parts = Match.Part.allCases.map(\.rawValue).joined(separator: ", ")
      throw Misuse("--weight is a part and a number, such as capacity=20. The parts: \(parts).")
    }
    return try setting(part, to: number)
  }
}

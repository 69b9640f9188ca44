import Cooperation
import Markup

extension MethodReader {
  mutating func output(_ value: JSONValue) -> Output? {
    guard has(value, .output), let id: Output.ID = slug(value["id"]) else { return nil }
    note(.output(id), at: value)
    let sections = each(value["sections"]) { $0.section($1) }, signers = each(value["signedBy"]) { $0.signer($1) }
    let kind: Output.Kind? = word(value["kind"]), audience: Output.Audience? = word(value["audience"])
    guard let kind, let audience, let title = texts(value["title"]) else { return nil }
    return Output(id: id, kind: kind, title: title, audience: audience, sections: sections, signers: signers)
  }

  private mutating func section(_ value: JSONValue) -> Output.Section? {
    guard has(value, .section), let title = texts(value["title"]) else { return nil }
    return Output.Section(
      title: title, note: texts(value["note"]), quotes: slugs(value["quotes"]),
      showsMismatches: flag(value["mismatches"]) ?? false)
  }

  private enum Relation: String, CaseIterable { case less, more, differs, both }

  mutating func comparison(_ value: JSONValue) -> Comparison? {
    guard has(value, .comparison), let id: Comparison.ID = slug(value["id"]) else { return nil }
    note(.comparison(id), at: value)
    let left = value["left"].flatMap { term($0) }, right = value["right"].flatMap { term($0) }
    let word: Relation? = word(value["is"]), words = texts(value["words"])
    let chosen: [[Option.ID]] = [value["left"], value["right"]].map { $0?["is"].map { names($0) } ?? [] }
    guard let left, let right, let word, let words else { return nil }
    if word == .both, chosen.contains(where: \.isEmpty) {
      refuse(
        value.line, "missing-field", "“both” needs the options that it looks for: an “is” in “left” and in “right”.")
      return nil
    }
    let relation: Comparison.Relation =
      switch word {
      case .less: .less
      case .more: .more
      case .differs: .differs
      case .both: .both(chosen[0], chosen[1])
      }
    return Comparison(id: id, left: left, right: right, relation: relation, words: words)
  }

  private mutating func term(_ value: JSONValue) -> Comparison.Term? {
    guard has(value, .term), let prompt: Prompt.ID = slug(value["prompt"]), let role: Role.ID = slug(value["role"])
    else { return nil }
    return Comparison.Term(prompt, of: role)
  }
}

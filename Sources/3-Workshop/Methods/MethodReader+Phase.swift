import Cooperation
import Markup

extension MethodReader {
  /// The phases; the first casts every role where it does not say which.
  mutating func phases(_ value: JSONValue?, roles: [Role]) -> [Phase] {
    var isFirst = true
    return each(value) { reader, value in
      let phase = reader.phase(value, casting: isFirst ? roles.map(\.id) : [])
      isFirst = false
      return phase
    }
  }

  private mutating func phase(_ value: JSONValue, casting roles: [Role.ID]) -> Phase? {
    guard has(value, .phase), let id: Phase.ID = slug(value["id"]) else { return nil }
    note(.phase(id), at: value)
    let minutes = length(value["minutes"]), days = length(value["days"])
    let prompts = each(value["prompts"]) { $0.prompt($1) }
    let gate = Phase.Gate(closers: slugs(value["closedBy"]), signers: each(value["signedBy"]) { $0.signer($1) })
    let ways = each(value["next"]) { $0.way($1) }
    guard let title = texts(value["title"]), let guidance = value["guidance"].flatMap({ self.guidance($0) })
    else { return nil }
    return Phase(
      id: id, title: title, guidance: guidance, minutes: minutes, days: days,
      casts: value["casts"] == nil ? roles : slugs(value["casts"]), prompts: prompts, recalls: slugs(value["recalls"]),
      gate: gate, ways: ways)
  }

  private mutating func guidance(_ value: JSONValue) -> Phase.Guidance? {
    guard has(value, .guidance), let what = texts(value["what"]) else { return nil }
    return Phase.Guidance(
      what: what, say: each(value["say"]) { $0.texts($1) }, avoid: each(value["avoid"]) { $0.texts($1) })
  }

  private mutating func length(_ value: JSONValue?) -> Phase.Length? {
    guard let value, has(value, .length), let from = number(value["from"], 1...100_000),
      let typical = number(value["typical"], 1...100_000), let to = number(value["to"], 1...100_000)
    else { return nil }
    guard from <= to, let length = Phase.Length(from...to, typical: typical) else {
      refuse(value.line, "wrong-range", "A length goes from the shortest over the typical to the longest.")
      return nil
    }
    return length
  }

  /// `"consultation"`, `"end"`, or an object with a condition or words of its own.
  private mutating func way(_ value: JSONValue) -> Phase.Way? {
    if let name = value.text {
      if name == "end" { return Phase.Way(to: nil) }
      return slug(value).map { Phase.Way(to: $0) }
    }
    guard has(value, .way), let to = value["to"] else { return nil }
    let condition = value["when"].flatMap { self.condition($0) }, words = texts(value["words"])
    if to.text == "end" { return Phase.Way(to: nil, condition: condition, words: words) }
    return slug(to).map { Phase.Way(to: $0, condition: condition, words: words) }
  }

  /// `{"prompt": "found", "is": "yes"}`, or a list of options of which one must be chosen.
  mutating func condition(_ value: JSONValue) -> Condition? {
    guard has(value, .condition), let prompt: Prompt.ID = slug(value["prompt"]), let options = value["is"]
    else { return nil }
    return Condition(prompt, isOneOf: names(options))
  }

  /// One name, or a list of names.
  mutating func names<Subject>(_ value: JSONValue) -> [Slug<Subject>] {
    value.list == nil ? [slug(value)].compactMap { $0 } : slugs(value)
  }
}

import Cooperation
import Markup

extension MethodReader {
  mutating func prompt(_ value: JSONValue) -> Prompt? {
    guard let shape = self.shape(.prompt, of: value), has(value, shape), let id: Prompt.ID = slug(value["id"])
    else { return nil }
    note(.prompt(id), at: value)
    let heading = texts(value["heading"]), question = texts(value["question"]), hint = texts(value["hint"]),
      kind = self.kind(value)
    let asked = value["by"].flatMap { self.asked($0) }, times = self.times(value["times"])
    let condition = value["onlyIf"].flatMap { self.condition($0) }
    let about = self.about(value["about"]), sight = self.sight(value["visible"]),
      scribes: [Role.ID] = slugs(value["scribes"])
    let atLeast = number(value["atLeast"], 0...1000) ?? (flag(value["required"]) ?? false ? 1 : 0)
    let isNamed = flag(value["named"]) ?? true
    guard let question, let kind, let asked else { return nil }
    return Prompt(
      id: id, heading: heading, question: question, hint: hint, kind: kind, asked: asked, times: times,
      atLeast: atLeast, about: about, condition: condition, sight: sight, scribes: scribes, isNamed: isNamed)
  }

  /// The shape of a prompt or column, with the fields of its kind.
  private mutating func shape(_ shape: Shape, of value: JSONValue) -> Shape? {
    guard let kind = value["kind"] else { return shape }
    guard let fields = kind.text.flatMap({ Shape.kinds[$0] }) else {
      let known = Shape.kinds.keys.sorted().map { "“\($0)”" }.joined(separator: ", ")
      refuse(kind.line, "unknown-kind", "There is no such kind of prompt. The kinds are \(known).")
      return nil
    }
    return shape.with(fields.required, optional: fields.optional)
  }

  private mutating func kind(_ value: JSONValue) -> Prompt.Kind? {
    switch value["kind"]?.text {
    case "text": number(value["limit"], 1...100_000).map { .text(limit: $0) }
    case "choice": .choice(options(value["options"]))
    case "choices": .choices(options(value["options"]))
    case "ranking": .ranking(options(value["options"]))
    case "scale": scale(value)
    case "number": .number(unit: texts(value["unit"]))
    case "date": .date
    case "money": .money
    case "vote": vote(value)
    default: number(value["rows"], 1...1000).map { .table(each(value["columns"]) { $0.column($1) }, limit: $0) }
    }
  }

  /// A list of options, or the name of one that the file gives under `lists`.
  private mutating func options(_ value: JSONValue?) -> [Option] {
    guard let name = value?.text else { return each(value) { $0.option($1) } }
    if let options = lists[name] { return options }
    refuse(value?.line ?? 1, "unknown-list", "There is no list “\(name)” under “lists”.")
    return []
  }

  private mutating func scale(_ value: JSONValue) -> Prompt.Kind? {
    guard let from = number(value["from"], -100...100), let to = number(value["to"], -100...100) else { return nil }
    guard from < to else {
      refuse(value["from"]?.line ?? value.line, "wrong-range", "A scale begins below where it ends.")
      return nil
    }
    var labels: [Int: Texts] = [:]
    for member in value["labels"]?.members ?? [] {
      guard let step = Int(member.name), (from...to).contains(step) else {
        refuse(member.value.line, "wrong-number", "A label stands at a step from \(from) to \(to).")
        continue
      }
      labels[step] = texts(member.value)
    }
    return .scale(from...to, labels: labels)
  }

  private mutating func vote(_ value: JSONValue) -> Prompt.Kind? {
    guard let votes = number(value["votes"], 1...100) else { return nil }
    if let prompt: Prompt.ID = slug(value["on"]) { return .vote(on: .answers(prompt), each: votes) }
    guard value["options"] != nil else {
      refuse(value.line, "missing-field", "A vote is “on” the answers to a prompt, or has “options”.")
      return nil
    }
    return .vote(on: .options(options(value["options"])), each: votes)
  }

  private mutating func column(_ value: JSONValue) -> Prompt.Column? {
    guard let shape = self.shape(.column, of: value), has(value, shape), let id: Prompt.Column.ID = slug(value["id"])
    else { return nil }
    guard !["table", "vote", "ranking", "money", "choices"].contains(value["kind"]?.text) else {
      refuse(value.line, "unknown-kind", "A column holds a text, choice, scale, number or date.")
      return nil
    }
    guard let title = texts(value["title"]), let kind = self.kind(value) else { return nil }
    return Prompt.Column(id: id, title: title, kind: kind)
  }
}

extension MethodReader {
  private mutating func asked(_ value: JSONValue) -> Prompt.Asked? {
    if value.text == "everyone" { return .everyone }
    let roles: [Role.ID] = names(value)
    return .roles(roles)
  }

  private enum Times: String, CaseIterable {
    case one, each, many
    case inTurn = "in-turn"
  }

  private mutating func times(_ value: JSONValue?) -> Prompt.Times {
    let times: Times? = word(value)
    return switch times ?? .one {
    case .one: .one
    case .each: .each
    case .many: .many(inTurn: false)
    case .inTurn: .many(inTurn: true)
    }
  }

  /// `"exchange"`, `"oneself"`, `{"role": …}` or `{"answers": …}`.
  private mutating func about(_ value: JSONValue?) -> Prompt.About {
    switch value?.text {
    case "exchange": return .exchange
    case "oneself": return .oneself
    default: break
    }
    guard let value else { return .exchange }
    if let role: Role.ID = slug(value["role"]) { return .eachOf(role) }
    if let prompt: Prompt.ID = slug(value["answers"]) { return .eachAnswer(prompt) }
    refuse(value.line, "unknown-word", "Here should be “exchange”, “oneself”, {\"role\": …} or {\"answers\": …}.")
    return .exchange
  }

  /// `"at-once"`, `"when-closed"` or `{"roles": […]}`.
  private mutating func sight(_ value: JSONValue?) -> Prompt.Sight {
    switch value?.text {
    case "at-once": return .atOnce
    case "when-closed": return .whenClosed
    default: break
    }
    guard let value else { return .atOnce }
    if let roles = value["roles"] { return .roles(slugs(roles)) }
    refuse(value.line, "unknown-word", "Here should be “at-once”, “when-closed” or {\"roles\": […]}.")
    return .atOnce
  }
}

import Cooperation
import Markup

extension MethodReader {
  mutating func method(_ value: JSONValue) -> Method? {
    note(.method, at: value)
    guard has(value, .method) else { return nil }
    for list in each(value["lists"], { $0.list($1) }) { lists[list.name] = list.options }
    let id: Method.ID? = slug(value["id"])
    let version = number(value["version"], 1...9999)
    let title = texts(value["title"]), summary = texts(value["summary"]),
      source = value["source"].flatMap { self.source($0) }
    let clocks: [Method.Clock] = each(value["clocks"]) { $0.word($1) }
    let roles = each(value["roles"]) { $0.role($1) }
    let phases = self.phases(value["phases"], roles: roles)
    let outputs = each(value["outputs"]) { $0.output($1) }
    let comparisons = each(value["comparisons"]) { $0.comparison($1) }
    guard let id, let version, let title, let summary, let source,
      !findings.contains(where: { $0.level == .error })
    else { return nil }
    do throws(Method.Refusal) {
      return try Method(
        id: id, version: version, title: title, summary: summary, source: source, clocks: Set(clocks), roles: roles,
        phases: phases, outputs: outputs, comparisons: comparisons)
    } catch {
      switch error {
      case .notClosed(let faults): refuse(faults)
      }
      return nil
    }
  }

  private mutating func source(_ value: JSONValue) -> Method.Source? {
    guard has(value, .source), let citation = text(value["citation"]) else { return nil }
    let link = text(value["link"]) ?? ""
    if !link.isEmpty, !link.hasPrefix("https://"), !link.hasPrefix("http://") {
      refuse(value["link"]?.line ?? value.line, "not-an-address", "A link begins with https:// or http://.")
    }
    return Method.Source(citation: citation, link: link, ours: texts(value["ours"]))
  }

  private mutating func list(_ value: JSONValue) -> SharedOptions? {
    guard has(value, .list), let name = text(value["id"]) else { return nil }
    return SharedOptions(name: name, options: each(value["options"]) { $0.option($1) })
  }

  struct SharedOptions {
    let name: String
    let options: [Option]
  }

  mutating func option(_ value: JSONValue) -> Option? {
    guard has(value, .option), let id: Option.ID = slug(value["id"]), let title = texts(value["title"])
    else { return nil }
    return Option(
      id: id, title: title, instructions: texts(value["instructions"]), isOurs: flag(value["ours"]) ?? false)
  }

  private mutating func role(_ value: JSONValue) -> Role? {
    guard has(value, .role), let id: Role.ID = slug(value["id"]) else { return nil }
    note(.role(id), at: value)
    let bars = each(value["bars"]) { $0.bar($1) }
    guard let title = texts(value["title"]), let task = texts(value["task"]), let places = people(value["people"])
    else { return nil }
    return Role(id: id, title: title, task: task, places: places, leads: flag(value["leads"]) ?? false, bars: bars)
  }

  /// `[2, 7]`: at least two, at most seven.
  private mutating func people(_ value: JSONValue?) -> ClosedRange<Int>? {
    guard let value else { return nil }
    let ends = each(value) { $0.number($1, 0...10_000) }
    guard ends.count == 2, ends[0] <= ends[1], ends[1] >= 1 else {
      refuse(value.line, "wrong-range", "Say how few and how many people, the smaller first: [2, 7].")
      return nil
    }
    return ends[0]...ends[1]
  }

  private mutating func bar(_ value: JSONValue) -> Role.Bar? {
    if value.text == "other-organisations" { return .otherOrganisation }
    guard value.members != nil else {
      refuse(value.line, "unknown-word", "Here should be “other-organisations”, or {\"role\": …}.")
      return nil
    }
    guard has(value, .bar) else { return nil }
    if let role: Role.ID = slug(value["role"]) { return .alsoPlays(role) }
    if let role: Role.ID = slug(value["organisationOf"]) { return .sameOrganisation(as: role) }
    refuse(value.line, "missing-field", "A bar needs “role” or “organisationOf”.")
    return nil
  }

  mutating func signer(_ value: JSONValue) -> Signer? {
    guard has(value, .signer), let mandate: Mandate.Role = word(value["mandate"]) else { return nil }
    if value["of"]?.text == "each-party" { return Signer(mandate, of: .eachParty) }
    guard let role: Role.ID = slug(value["of"]?["role"] ?? value["of"]) else { return nil }
    return Signer(mandate, of: .role(role))
  }
}

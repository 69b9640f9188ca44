extension Method {
  /// Everything that keeps the method from being closed, from its beginning to its end; empty where nothing does.
  var faults: [Fault] {
    var faults: [Fault] = []
    if version < 1 { faults.append(Fault(.method, "version", .versionBelowOne)) }
    if clocks.isEmpty { faults.append(Fault(.method, "clocks", .noClock)) }
    if roles.isEmpty { faults.append(Fault(.method, "roles", .noRole)) }
    if phases.isEmpty { faults.append(Fault(.method, "phases", .noPhase)) }
    faults += namesTakenTwice + roles.flatMap(faults(in:)) + phases.flatMap(faults(in:)) + faultsOfWays
    return faults + outputs.flatMap(faults(in:)) + comparisons.flatMap(faults(in:))
  }

  private var namesTakenTwice: [Fault] {
    Self.repeated(roles.map(\.id)).map { Fault(.role($0), "id", .sameNameTwice) }
      + Self.repeated(phases.map(\.id)).map { Fault(.phase($0), "id", .sameNameTwice) }
      + Self.repeated(phases.flatMap(\.prompts).map(\.id)).map { Fault(.prompt($0), "id", .sameNameTwice) }
      + Self.repeated(outputs.map(\.id)).map { Fault(.output($0), "id", .sameNameTwice) }
      + Self.repeated(comparisons.map(\.id)).map { Fault(.comparison($0), "id", .sameNameTwice) }
  }

  private static func repeated<Subject>(_ names: [Slug<Subject>]) -> [Slug<Subject>] {
    var seen: Set<Slug<Subject>> = []
    return names.filter { !seen.insert($0).inserted }
  }

  private func faults(in role: Role) -> [Fault] {
    role.bars.flatMap { bar in
      switch bar {
      case .alsoPlays(let other), .sameOrganisation(let other): unknown([other], .role(role.id), "bars")
      case .otherOrganisation: [Fault]()
      }
    }
  }

  private func faults(in phase: Phase) -> [Fault] {
    let part = Part.phase(phase.id)
    var faults = unknown(phase.casts, part, "casts") + unknown(phase.gate.closers, part, "closedBy")
    faults += unknown(phase.gate.signers, part, "signedBy")
    faults += phase.recalls.filter { prompt($0) == nil }.map { Fault(part, "recalls", .unknownPrompt($0)) }
    for clock in Clock.allCases where clocks.contains(clock) && phase.length(by: clock) == nil {
      faults.append(Fault(part, clock == .live ? "minutes" : "days", .noLength(clock)))
    }
    if phase.gate.closers.isEmpty, !roles.contains(where: \.leads) {
      faults.append(Fault(part, "closedBy", .nobodyCloses))
    }
    return faults + phase.prompts.flatMap { self.faults(in: $0) }
  }

  private func faults(in prompt: Prompt) -> [Fault] {
    let part = Part.prompt(prompt.id)
    var faults = unknown(prompt.asked.roles, part, "by") + unknown(prompt.scribes, part, "scribes")
    if case .roles(let roles) = prompt.sight { faults += unknown(roles, part, "visible") }
    if case .roles(let roles) = prompt.asked, roles.isEmpty { faults.append(Fault(part, "by", .noRole)) }
    if prompt.atLeast > 1, prompt.times == .one || prompt.times == .each {
      faults.append(Fault(part, "atLeast", .takesOne))
    }
    switch prompt.about {
    case .eachOf(let role): faults += unknown([role], part, "about")
    case .eachAnswer(let source): faults += unseen(source, from: prompt, "about")
    case .exchange, .oneself: break
    }
    if let condition = prompt.condition { faults += self.faults(in: condition, part, "onlyIf", before: prompt) }
    return faults + self.faults(in: prompt.kind, of: prompt)
  }

  private func faults(in kind: Prompt.Kind, of prompt: Prompt) -> [Fault] {
    let part = Part.prompt(prompt.id)
    switch kind {
    case .choice(let options), .choices(let options), .ranking(let options), .vote(.options(let options), _):
      let twice = Self.repeated(options.map(\.id)).map { _ in Fault(part, "options", .sameNameTwice) }
      return options.count < 2 ? [Fault(part, "options", .tooFewOptions)] : twice
    case .vote(.answers(let source), _): return unseen(source, from: prompt, "on")
    case .table(let columns, _):
      let twice = Self.repeated(columns.map(\.id)).map { _ in Fault(part, "columns", .sameNameTwice) }
      return columns.flatMap { faults(in: $0.kind, of: prompt) } + twice
    case .text, .scale, .number, .date, .money: return []
    }
  }

  /// What is wrong with asking about the answers to `source`.
  private func unseen(_ source: Prompt.ID, from prompt: Prompt, _ field: String) -> [Fault] {
    let part = Part.prompt(prompt.id)
    guard let asked = self.prompt(source) else { return [Fault(part, field, .unknownPrompt(source))] }
    guard isAsked(source, before: prompt.id) else { return [Fault(part, field, .askedLater(source))] }
    let samePhase = phase(asking: source)?.id == phase(asking: prompt.id)?.id
    switch asked.sight {
    case .atOnce: return []
    case .whenClosed: return samePhase ? [Fault(part, field, .notInSight(source))] : []
    case .roles(let roles):
      let sees = !prompt.asked.roles.isEmpty && prompt.asked.roles.allSatisfy(roles.contains)
      return sees ? [] : [Fault(part, field, .notInSight(source))]
    }
  }

  private func faults(in output: Output) -> [Fault] {
    let part = Part.output(output.id)
    return unknown(output.signers, part, "signedBy")
      + output.sections.flatMap(\.quotes).compactMap { quoted in
        guard let prompt = prompt(quoted) else { return Fault(part, "sections", .unknownPrompt(quoted)) }
        return prompt.sight.isForAll ? nil : Fault(part, "sections", .notInSight(quoted))
      }
  }

  private func faults(in comparison: Comparison) -> [Fault] {
    let part = Part.comparison(comparison.id)
    let terms = faults(in: comparison.left, part, "left") + faults(in: comparison.right, part, "right")
    guard terms.isEmpty, let left = prompt(comparison.left.prompt)?.kind,
      let right = prompt(comparison.right.prompt)?.kind
    else { return terms }
    switch comparison.relation {
    case .less, .more: return left.isMeasured && left.slug == right.slug ? [] : [Fault(part, "is", .notComparable)]
    case .differs: return left.slug == right.slug ? [] : [Fault(part, "is", .notComparable)]
    case .both(let first, let second):
      return unknown(first, among: left.options, part, "left") + unknown(second, among: right.options, part, "right")
    }
  }

  private func faults(in term: Comparison.Term, _ part: Part, _ field: String) -> [Fault] {
    guard let prompt = prompt(term.prompt) else { return [Fault(part, field, .unknownPrompt(term.prompt))] }
    if role(term.role) == nil { return [Fault(part, field, .unknownRole(term.role))] }
    if prompt.times != .one || prompt.about != .exchange { return [Fault(part, field, .notComparable)] }
    if !prompt.asked.roles.contains(term.role) { return [Fault(part, field, .askedOfOthers(prompt.id))] }
    return prompt.sight.isForAll ? [] : [Fault(part, field, .notInSight(prompt.id))]
  }

  private func unknown(_ named: [Option.ID], among options: [Option], _ part: Part, _ field: String) -> [Fault] {
    named.filter { name in !options.contains { $0.id == name } }.map { Fault(part, field, .unknownOption($0)) }
  }
}

extension Method {
  func unknown(_ named: [Role.ID], _ part: Part, _ field: String) -> [Fault] {
    named.filter { role($0) == nil }.map { Fault(part, field, .unknownRole($0)) }
  }

  private func unknown(_ signers: [Signer], _ part: Part, _ field: String) -> [Fault] {
    let named = signers.compactMap { signer in if case .role(let role) = signer.of { role } else { nil } }
    return unknown(named, part, field)
  }

  private func isAsked(_ first: Prompt.ID, before second: Prompt.ID) -> Bool {
    guard let one = place(of: first), let other = place(of: second) else { return false }
    return (one.phase, one.prompt) < (other.phase, other.prompt)
  }

  /// A condition on what was chosen: in an earlier prompt, or, for a way out (`prompt` is nil), in any.
  func faults(in condition: Condition, _ part: Part, _ field: String, before later: Prompt?) -> [Fault] {
    guard let prompt = prompt(condition.prompt) else { return [Fault(part, field, .unknownPrompt(condition.prompt))] }
    switch prompt.kind {
    case .choice, .choices: if prompt.times != .one { return [Fault(part, field, .notAChoice(prompt.id))] }
    default: return [Fault(part, field, .notAChoice(prompt.id))]
    }
    if let later, !isAsked(prompt.id, before: later.id) { return [Fault(part, field, .askedLater(prompt.id))] }
    let knows = prompt.asked.onlyRole != nil || (later.map { $0.asked == prompt.asked && $0.times == .one } ?? false)
    if !knows { return [Fault(part, field, .askedOfOthers(prompt.id))] }
    return condition.options.filter { option in !prompt.kind.options.contains { $0.id == option } }
      .map { Fault(part, field, .unknownOption($0)) }
  }
}

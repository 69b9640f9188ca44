import Cooperation

/// Pretend people who run a method, by chance or as it should be.
struct Player {
  let method: Method
  var exchange: Exchange
  var journal: [Exchange.Entry] = []
  var chance: Chance

  static let people = (1...10).map { Person.ID(bits: UInt128($0)) }
  static let cities = (1...3).map { Organisation.ID(bits: UInt128(100 + $0)) }
  static let start = Instant(microseconds: 1_800_000_000_000_000)

  init(_ method: Method, seed: UInt64) throws(Exchange.Refusal) {
    self.method = method
    chance = Chance(seed: seed)
    let clocks = Method.Clock.allCases.filter(method.clocks.contains)
    let opening = Exchange.Opening(
      id: Exchange.ID(bits: UInt128(seed)), method: method.id, version: method.version, title: "A try",
      host: Self.cities[0],
      parties: Array(Self.cities.prefix(2)), clock: clocks[Int(seed) % clocks.count], language: "en",
      convenor: Self.people[0], at: Self.start)
    exchange = try Exchange(opening, under: method)
  }

  mutating func take(_ step: Exchange.Step, by person: Person.ID) throws(Exchange.Refusal) {
    let token = Bool.random(using: &chance) ? Slug<Exchange.Entry>("step-\(exchange.count)") : nil
    let now = Self.start.adding(seconds: exchange.count * 7)
    exchange = try exchange.taking(step, by: person, at: now, token: token, under: method)
    if let entry = exchange.latest { journal.append(entry) }
  }

  /// Tries a step; whether it was taken.
  @discardableResult mutating func attempt(_ step: Exchange.Step, by person: Person.ID) -> Bool {
    do throws(Exchange.Refusal) { try take(step, by: person) } catch { return false }
    return true
  }

  mutating func joinAll() {
    for (number, person) in Self.people.enumerated() {
      let city = Self.cities[number % 2]
      attempt(.join(.init(person, of: city, name: "Person \(number + 1)")), by: person)
    }
  }
}

extension Player {
  /// Walks from the first phase to the end; whether it got there within `limit` phases.
  mutating func walk(limit: Int = 50) -> Bool {
    joinAll()
    for _ in 0..<limit {
      guard passPhase() else { return false }
      if exchange.stage != .running { return true }
    }
    return false
  }

  /// Does what the present phase needs and goes on; whether that was possible.
  @discardableResult mutating func passPhase() -> Bool {
    castMissing()
    for _ in 0..<20 where !exchange.unmet(under: method).isEmpty { answerWhatIsMissing() }
    return close()
  }

  private mutating func castMissing() {
    for role in method.roles {
      let free = Self.people.reversed().sorted { exchange.roles(of: $0).count < exchange.roles(of: $1).count }
      for person in free where exchange.players(of: role.id).count < role.places.lowerBound {
        attempt(.cast(person, as: role.id), by: person)
      }
    }
  }

  private mutating func answerWhatIsMissing() {
    for requirement in exchange.unmet(under: method) {
      switch requirement {
      case .unanswered(let prompt, let owner, let subject): answer(prompt, about: subject) { $0.owns(owner, $1) }
      case .tooFew(let prompt, _): for _ in 0..<3 { answer(prompt, about: .whole) { _, _ in true } }
      case .unfilled, .unsigned: break
      }
    }
  }

  private mutating func answer(
    _ id: Prompt.ID, about subject: Exchange.Subject, by mayAnswer: (Player, Person.ID) -> Bool
  ) {
    guard let prompt = method.prompt(id), let answer = anyAnswer(to: prompt.kind, first: true) else { return }
    for person in Self.people where mayAnswer(self, person) {
      if attempt(.write(.init(id, answer, about: subject, of: person)), by: person) { return }
    }
  }

  private func owns(_ owner: Exchange.Owner, _ person: Person.ID) -> Bool {
    switch owner {
    case .group: true
    case .role(let role): exchange.roles(of: person).contains(role)
    case .person(let one): one == person
    }
  }

  private mutating func close() -> Bool {
    guard let person = Self.people.first(where: { exchange.mayClose($0, under: method) }) else { return false }
    let number = exchange.visit.number
    for way in exchange.ways(under: method) where !method.isBack(way, from: exchange.visit.phase) {
      if attempt(way.to.map { .enter($0, after: number) } ?? .conclude(after: number), by: person) { return true }
    }
    return false
  }
}

extension Player {
  /// An answer that fits, by chance or, where `first`, with the first of the options.
  mutating func anyAnswer(to kind: Prompt.Kind, first: Bool = false) -> Answer? {
    func pick(_ options: [Option], _ chance: inout Chance) -> Option.ID? {
      first ? options.first?.id : options.randomElement(using: &chance)?.id
    }
    switch kind {
    case .text: return .text("Words \(Int.random(in: 1...999, using: &chance))")
    case .choice(let options): return pick(options, &chance).map(Answer.choice)
    case .choices(let options): return pick(options, &chance).map { .choices([$0]) }
    case .ranking(let options): return .ranking(options.map(\.id).shuffled(using: &chance))
    case .scale(let range, _): return .scale(Int.random(in: range, using: &chance))
    case .number: return Amount("\(Int.random(in: 0...30, using: &chance))").map(Answer.number)
    case .date: return .date(Self.start.day.adding(days: Int.random(in: 0...400, using: &chance)))
    case .money: return Amount("100").flatMap { amount in Currency("EUR").map { .money(amount, $0) } }
    case .table(let columns, _):
      var row: [Answer?] = []
      for column in columns { row.append(anyAnswer(to: column.kind, first: first)) }
      return .table([row])
    case .vote(.options(let options), _): return pick(options, &chance).map { .vote([.option($0)]) }
    case .vote(.answers(let source), _):
      let written = exchange.visits.flatMap(\.contributions).filter { $0.prompt == source && $0.standing == .stands }
      return written.randomElement(using: &chance).map { .vote([.contribution($0.number)]) }
    }
  }

  /// One step of any kind by anyone, most of them in order.
  mutating func anyStep() {
    guard let person = Self.people.randomElement(using: &chance), let other = Self.people.randomElement(using: &chance),
      let role = method.roles.randomElement(using: &chance)?.id
    else { return }
    let number = exchange.visit.number - (Int.random(in: 0...9, using: &chance) == 0 ? 1 : 0)
    switch Int.random(in: 0...39, using: &chance) {
    case 0: attempt(.join(.init(other, of: Self.cities[2], name: "Again")), by: person)
    case 1...5: attempt(.cast(other, as: role), by: person)
    case 6: attempt(.stepDown(other, from: role), by: person)
    case 7: attempt(.handOver(role, from: other, to: person), by: other)
    case 8...10: attempt(.withdraw(Int.random(in: 1...max(1, exchange.count), using: &chance)), by: person)
    case 11:
      attempt(
        .enter(method.phases[Int.random(in: method.phases.indices, using: &chance)].id, after: number), by: person)
    case 12...16: closeByChance(number)
    case 17: if Int.random(in: 0...9, using: &chance) == 0 { attempt(.abandon(because: "Chance"), by: person) }
    case 18...30: for _ in 0..<3 { writeByChance(person) }
    default:
      castMissing()
      answerWhatIsMissing()
    }
  }

  private mutating func closeByChance(_ number: Int) {
    guard let person = Self.people.first(where: { exchange.mayClose($0, under: method) }),
      let way = exchange.ways(under: method).randomElement(using: &chance)
    else { return }
    attempt(way.to.map { .enter($0, after: number) } ?? .conclude(after: number), by: person)
  }

  private mutating func writeByChance(_ person: Person.ID) {
    let here = method.phase(exchange.visit.phase)?.prompts ?? []
    guard let prompt = (here + method.phases.flatMap(\.prompts)).randomElement(using: &chance),
      let answer = anyAnswer(to: prompt.kind)
    else { return }
    let subject = exchange.subjects(of: prompt, for: .person(person)).randomElement(using: &chance) ?? .whole
    attempt(.write(.init(prompt.id, answer, about: subject, of: person)), by: person)
  }
}

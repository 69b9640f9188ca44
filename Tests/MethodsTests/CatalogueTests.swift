import Cooperation
import Methods
import Testing

@Suite("Every learning method") struct CatalogueTests {
  @Test("is a file without a fault, with every text in five languages", arguments: Library.files)
  func files(file: Library.File) {
    #expect(MethodFile.findings(in: file.bytes) == [])
  }

  @Test("is in the library once, by its name and version")
  func names() {
    #expect(Library.methods.count == Library.files.count)
    #expect(Set(Library.methods.map(\.id)).count == Library.methods.count)
    for method in Library.methods { #expect(Library.method(method.id, version: method.version)?.id == method.id) }
  }

  @Test("can be walked to its end, by either of its clocks", arguments: Library.methods, [1, 2] as [UInt64])
  func walk(method: Method, seed: UInt64) throws {
    var player = try Player(method, seed: seed)
    let arrived = player.walk()
    #expect(arrived, "stuck in \(player.exchange.visit.phase): \(player.exchange.unmet(under: method))")
    for output in method.outputs {
      let report = ReportBack(output.id, of: player.exchange, under: method, organisations: [:])
      #expect(report?.text.isEmpty == false)
    }
  }

  @Test("stays within its phases whatever is tried, and can be told again from its journal", arguments: Library.methods)
  func histories(method: Method) throws {
    for seed in 1...200 as ClosedRange<UInt64> {
      let player = try Player.after(steps: 60, of: method, seed: seed)
      let exchange = player.exchange
      #expect(exchange.visits.allSatisfy { method.phase($0.phase) != nil })
      #expect(exchange.visits.map(\.number) == Array(1...exchange.visits.count))
      for role in method.roles { #expect(exchange.players(of: role.id).count <= role.places.upperBound) }
      #expect(try Exchange(replaying: player.journal, of: exchange.opening, under: method) == exchange)
      #expect(try player.journal.map { try Exchange.Step(reading: $0.step.text) } == player.journal.map(\.step))
    }
  }

  @Test("is seen to its last phase and to its end by some of those who try at random", arguments: Library.methods)
  func coverage(method: Method) throws {
    var phases: Set<Phase.ID> = [], ends = 0
    for seed in 1...40 as ClosedRange<UInt64> {
      let exchange = try Player.after(steps: 150, of: method, seed: seed).exchange
      phases.formUnion(exchange.visits.map(\.phase))
      if case .concluded = exchange.stage { ends += 1 }
    }
    #expect(phases == Set(method.phases.map(\.id)))
    #expect(ends > 0)
  }

  @Test("keeps what is blind unseen by others for as long as its phase is open", arguments: Library.methods)
  func blind(method: Method) throws {
    for seed in 1...200 as ClosedRange<UInt64> {
      let player = try Player.after(steps: 40, of: method, seed: seed)
      let blind = method.phases.flatMap(\.prompts).filter { $0.sight == .whenClosed }
      for person in Player.people + [nil] as [Person.ID?] {
        for prompt in blind { #expect(player.isHonest(prompt, for: person)) }
      }
    }
  }
}

extension Player {
  static func after(steps: Int, of method: Method, seed: UInt64) throws -> Player {
    var player = try Player(method, seed: seed)
    player.joinAll()
    for _ in 0..<steps { player.anyStep() }
    return player
  }

  /// Whether all that `person` sees of a blind prompt is opened, or their own.
  func isHonest(_ prompt: Prompt, for person: Person.ID?) -> Bool {
    let opened = Set(exchange.visits.filter(\.isOpened).flatMap(\.contributions).map(\.number))
    return exchange.answers(to: prompt.id, visibleTo: person, under: method).allSatisfy { answer in
      if opened.contains(answer.number) || answer.of == person || answer.by == person { return true }
      guard let person, case .role(let role) = answer.owner else { return false }
      return exchange.roles(of: person).contains(role)
    }
  }
}

extension Method: CustomTestStringConvertible {
  public var testDescription: String { id.text }
}

extension Library.File: CustomTestStringConvertible {
  public var testDescription: String { path }
}

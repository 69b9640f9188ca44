import Cooperation
import Methods
import Testing

@Suite("Peer supervision") struct PeerSupervisionTests {
  let method: Method

  init() throws { method = try #require(Library.method("peer-supervision")) }

  @Test("has the six phases of its source, in their order")
  func phases() {
    #expect(
      method.phases.map(\.id) == [
        "casting", "case-presentation", "key-question", "method-choice", "consultation", "conclusion",
      ])
  }

  @Test("lasts thirty to forty-five minutes live and about twelve days in writing")
  func lengths() {
    #expect((30...45).contains(method.phases.compactMap { $0.minutes?.typical }.reduce(0, +)))
    #expect((10...12).contains(method.phases.compactMap { $0.days?.typical }.reduce(0, +)))
    #expect(method.phases.compactMap { $0.days?.range.upperBound }.reduce(0, +) <= 20)
  }

  @Test("offers the seven ways of consulting that its source names, and marks the others as ours")
  func modules() throws {
    let options = try #require(method.prompt("module")).kind.options
    #expect(
      options.filter { !$0.isOurs }.map(\.id) == [
        "brainstorming", "headstand-brainstorming", "developing-hypotheses", "resonance", "short-comments",
        "good-advice", "find-key-question",
      ])
    #expect(options.filter(\.isOurs).count == 4)
    #expect(options.allSatisfy { $0.instructions != nil })
  }

  @Test("lets secretary and time keeper consult, but neither the moderator nor the case presenter")
  func consulting() throws {
    var player = try Player.until("consultation", of: method)
    func person(_ role: Role.ID) throws -> Person.ID { try #require(player.exchange.players(of: role).first) }
    for role in ["secretary", "time-keeper", "consultant"] as [Role.ID] {
      let someone = try person(role)
      try player.take(.write(.init("contribution", .text("An idea"), of: someone)), by: someone)
    }
    for role in ["moderator", "case-presenter"] as [Role.ID] {
      let someone = try person(role)
      #expect(throws: Exchange.Refusal.notAsked("contribution")) {
        try player.take(.write(.init("contribution", .text("An idea"), of: someone)), by: someone)
      }
    }
  }

  @Test("goes back to the key question as long as none is found, and only then on to the conclusion")
  func help() throws {
    var player = try Player.until("key-question", of: method)
    let presenter = try #require(player.exchange.players(of: "case-presenter").first)
    let moderator = try #require(player.exchange.players(of: "moderator").first)
    try player.take(.write(.init("question-found", .choice("help"), of: presenter)), by: presenter)
    try player.take(.enter("method-choice", after: 3), by: moderator)
    try player.take(.write(.init("module", .choice("find-key-question"), of: presenter)), by: presenter)
    try player.take(.enter("consultation", after: 4), by: moderator)
    #expect(player.exchange.ways(under: method).map(\.to) == ["key-question"])
    try player.take(.enter("key-question", after: 5), by: moderator)
    try player.take(.write(.init("question-found", .choice("found"), of: presenter)), by: presenter)
    #expect(
      throws: Exchange.Refusal.stillNeeds([.unanswered("key-question", by: .role("case-presenter"), about: .whole)])
    ) { try player.take(.enter("method-choice", after: 6), by: moderator) }
    try player.take(.write(.init("key-question", .text("How can I begin?"), of: presenter)), by: presenter)
    try player.take(.enter("method-choice", after: 6), by: moderator)
  }

  @Test("ends with a report-back that the political leaders of both parties sign")
  func signed() throws {
    var player = try Player(method, seed: 1)
    let arrived = player.walk()
    #expect(arrived)
    let report = try #require(method.output("report-back"))
    #expect(
      player.exchange.missing(report.signers, on: .output(report.id)) == [
        .unsigned(.politicalLeader, for: Player.cities[0]), .unsigned(.politicalLeader, for: Player.cities[1]),
      ])
    for city in 0...1 {
      let signatory = Exchange.Signatory(
        person: Person.ID(bits: UInt128(50 + city)), name: "Mayor", mandate: Mandate.ID(bits: UInt128(city)),
        role: .politicalLeader, title: "Mayor", organisation: Player.cities[city])
      let digest = Digest(String(repeating: "e", count: 64))
      try player.take(.sign(.init(.output(report.id), by: signatory, digest: digest)), by: signatory.person)
    }
    #expect(player.exchange.isComplete(under: method))
  }
}

extension Player {
  /// Plays until `phase` is entered.
  static func until(_ phase: Phase.ID, of method: Method) throws -> Player {
    var player = try Player(method, seed: 1)
    player.joinAll()
    for _ in 0..<20 where player.exchange.visit.phase != phase { player.passPhase() }
    return player
  }
}

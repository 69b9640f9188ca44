import Cooperation
import SQL
import Storage
import TestSupport
import Testing

@Suite("People and their mandates") struct MandatesTests {
  private let today = Day(number: 20_000)

  private func mandate(
    _ number: Int, _ person: Person, _ from: Int, _ until: Int? = nil, of city: Organisation = City.inhambane
  ) throws -> Mandate {
    try Mandate(
      id: .number(number), person: person.id, organisation: city.id, role: .politicalLeader, title: "Vereadora",
      from: today.adding(days: from), until: until.map { today.adding(days: $0) })
  }

  @Test("come back as they went in", arguments: Engine.allCases)
  func roundTrip(engine: Engine) throws {
    let database = try world(engine)
    var changed = amelia
    (changed.name, changed.languages, changed.contact, changed.showsContact) = ("A. Tivane", [], "", true)
    try database.transaction { try $0.people.update(changed) }
    try database.read { session throws in
      #expect(try session.people.find([rui.id, amelia.id, .number(9)]) == [changed, rui])
      #expect(throws: Missing(Person.ID.number(9))) { try session.people.require(.number(9)) }
    }
  }

  @Test("hold from their first day to their last", arguments: Engine.allCases)
  func holding(engine: Engine) throws {
    let database = try world(engine)
    let past = try mandate(1, amelia, -900, -1)
    let lasting = try mandate(2, rui, 0)
    let elsewhere = try mandate(3, rui, -10, of: City.durban)
    try database.transaction { session in
      for mandate in [past, lasting, elsewhere] { try session.mandates.insert(mandate) }
    }
    try database.read { session throws in
      func holders(_ days: Int) throws -> [Mandate] {
        try session.mandates.holders(in: City.inhambane.id, on: today.adding(days: days)).map(\.mandate)
      }
      #expect(try holders(-1) == [past])
      #expect(try holders(0) == [lasting])
      #expect(try holders(-901) == [])
      #expect(try session.mandates.holders(in: City.inhambane.id).map(\.person) == [rui, amelia])
      #expect(try session.mandates.of(rui.id) == [lasting, elsewhere])
      #expect(try session.mandates.find(past.id) == past)
    }
    let ended = try mandate(2, rui, 0, 30)
    try database.transaction { try $0.mandates.update(ended) }
    #expect(try database.read { try $0.mandates.require(ended.id) } == ended)
    let stolen = try mandate(2, amelia, 0)
    #expect(throws: Missing(stolen.id)) { try database.transaction { try $0.mandates.update(stolen) } }
  }

  @Test("tell what belongs to what", arguments: Engine.allCases)
  func memberships(engine: Engine) throws {
    let database = try world(engine)
    let first = try Membership(of: City.durban.id, in: City.vitoria.id, since: today)
    let second = try Membership(of: City.medellin.id, in: City.vitoria.id)
    try database.transaction { session in
      try session.memberships.insert(first)
      try session.memberships.insert(second)
      try session.memberships.insert(first)
    }
    #expect(try database.read { try $0.memberships.members(of: City.vitoria.id) } == [first, second])
    #expect(try database.read { try $0.memberships.of(City.durban.id) } == [first])
    try database.transaction { try $0.memberships.delete(first) }
    #expect(throws: Missing(City.durban.id)) { try database.transaction { try $0.memberships.delete(first) } }
    #expect(try database.read { try $0.memberships.of(City.durban.id) } == [])
  }

  @Test("are told of at once with all else that an organisation may have", arguments: Engine.allCases)
  func surroundings(engine: Engine) throws {
    let database = try world(engine)
    func has(_ id: Organisation.ID) throws -> [Bool] {
      let around = try database.read { try $0.organisations.surroundings(of: id) }
      return [
        around.hasPractices, around.hasNeeds, around.hasMandates, around.hasBodies, around.hasMembers,
        around.hasPredecessors,
      ]
    }
    let (city, body) = (City.durban.id, City.vitoria.id)
    #expect(try has(city) == Array(repeating: false, count: 6))
    let mandate = try mandate(1, rui, 0, of: City.durban)
    let membership = try Membership(of: city, in: body, since: today)
    var follower = City.inhambane
    follower.succession = .init(to: body, on: today)
    let text = Texts("Floods", in: "en")
    let need = Need(
      id: .number(1), organisation: body, title: text, problem: text,
      topic: Topic(themes: ["housing"], languages: ["pt"]), shelf: Shelf(.published(at: noon)))
    try database.transaction { session in
      try session.mandates.insert(mandate)
      try session.memberships.insert(membership)
      try session.needs.insert(need, at: noon)
      try session.organisations.update(follower, at: noon)
    }
    #expect(try has(city) == [false, false, true, true, false, false])
    #expect(try has(body) == [false, true, false, false, true, true])
    #expect(throws: Missing(Organisation.ID.number(99))) { try has(.number(99)) }
  }
}

import Cooperation
import SQL
import Storage
import TestSupport
import Testing

@Suite("Who is asked to come together") struct TogetherTests {
  @Test("have worked together where a partnership joins them, not where one only proposed", arguments: Engine.allCases)
  func together(engine: Engine) throws {
    let database = try world(engine)
    try database.transaction { session in
      try session.partnerships.insert(Bond.between(1, [Party(Bond.b), Party(Bond.m)], .inferred), at: noon)
      try session.partnerships.insert(
        Bond.between(2, [Party(Bond.b), Party(Bond.d)], .proposed(by: Bond.b, on: noon.day)), at: noon)
      let found = try session.relations.together(among: [Bond.b, Bond.m, Bond.d])
      #expect(found == [Bond.b: [Bond.m], Bond.m: [Bond.b]])
      #expect(try session.relations.together(among: [Bond.b, Bond.d]).isEmpty)
      #expect(try session.relations.together(among: []).isEmpty)
    }
  }

  @Test("bring what they have published, and nothing else", arguments: Engine.allCases)
  func published(engine: Engine) throws {
    let database = try world(engine)
    try database.transaction { session in
      for (number, owner, shelf) in [
        (3, Bond.b, Shelf(.published(at: noon))), (2, Bond.m, Shelf(.published(at: noon))), (4, Bond.b, Shelf()),
        (5, Bond.d, Shelf(.published(at: noon))),
      ] {
        let need = Need(id: .number(number), organisation: owner, title: Texts("A need", in: "en"), shelf: shelf)
        try session.needs.insert(need, at: noon)
      }
      #expect(try session.needs.published(of: [Bond.m, Bond.b]).map(\.id) == [.number(2), .number(3)])
      #expect(try session.practices.published(of: [Bond.m]).isEmpty && session.needs.published(of: []).isEmpty)
    }
  }
}

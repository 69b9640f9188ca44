import Cooperation
import SQL
import Storage
import TestSupport
import Testing

@Suite("Imports") struct ImportsTests {
  private let first = ImportRun(
    id: .number(1), kind: .twinning, file: "twins.csv", digest: "aa", account: nil, at: noon)
  private let second = ImportRun(
    id: .number(2), kind: .iati, file: "x'; --.xml", digest: "bb", account: nil, at: noon.adding(minutes: 1))

  private func database(_ engine: Engine) throws -> any Database {
    try world(engine) { session in
      for run in [first, second] { try session.importRuns.insert(run) }
    }
  }

  @Test("are runs that come back as they went in, the latest first", arguments: Engine.allCases)
  func runs(engine: Engine) throws {
    let database = try database(engine)
    var counted = first
    (counted.tally.added, counted.tally.changed, counted.tally.skipped, counted.tally.review) = (1, 2, 3, 4)
    try database.transaction { try $0.importRuns.update(counted) }
    try database.read { session throws in
      #expect(try session.importRuns.list().items == [second, counted])
      #expect(try session.importRuns.find(digest: "aa") == [counted])
    }
    var undone = counted
    undone.undone = noon.adding(days: 1)
    try database.transaction { try $0.importRuns.update(undone) }
    try database.read { session throws in
      #expect(try session.importRuns.find(digest: "aa") == [])
      #expect(try session.importRuns.require(first.id) == undone)
      #expect(throws: Missing(ImportRun.ID.number(9))) { try session.importRuns.require(.number(9)) }
    }
  }

  @Test("know what they changed, to undo it from the last to the first", arguments: Engine.allCases)
  func changes(engine: Engine) throws {
    let database = try database(engine)
    try database.transaction { session throws in
      for (subject, before) in [("org_1", nil), ("org_2", "was"), ("par_1", nil), ("org_2", "was not")] {
        try session.importRuns.add(.init(subject, before: before), to: first.id)
      }
      try session.importRuns.add(.init("org_2", before: "now"), to: second.id)
    }
    func changes(_ run: ImportRun) throws -> [ImportRuns.Change] {
      var all: [ImportRuns.Change] = []
      try database.read { session in try session.importRuns.eachChange(of: run.id) { all.append($0) } }
      return all
    }
    #expect(
      try changes(first) == [
        .init("par_1", before: nil), .init("org_2", before: "was"), .init("org_1", before: nil),
      ])
    #expect(try database.read { try $0.importRuns.changing("org_2") } == [first.id, second.id])
    var undone = second
    undone.undone = noon
    try database.transaction { try $0.importRuns.update(undone) }
    #expect(try database.read { try $0.importRuns.changing("org_2") } == [first.id])
  }

  @Test("give one pair two sources, and each source once", arguments: Engine.allCases)
  func sources(engine: Engine) throws {
    let (wikidata, lists) = (Source("wikidata-p190", "Q1-Q2"), Source("wikipedia-lists", "line 7"))
    let database = try database(engine)
    let pair = try Bond.between(1, [Party(Bond.b), Party(Bond.m)], .inferred)
    try database.transaction { session throws in
      try session.partnerships.insert(pair, .imported, at: noon)
      #expect(try session.sources.insert(wikidata, of: pair.id.text, by: first.id))
      // The second file knows the same pair: found, not added.
      #expect(try session.partnerships.between(Bond.m, Bond.b, .twinning) == [pair.id])
      #expect(try session.sources.insert(lists, of: pair.id.text, by: second.id))
      #expect(try !session.sources.insert(lists, of: pair.id.text, by: second.id))
    }
    try database.read { session throws in
      #expect(try session.sources.of(pair.id.text) == [wikidata, lists])
      #expect(try session.sources.subjects(from: lists) == [pair.id.text])
      #expect(try session.relations.of(Bond.b, in: "en").count == 1)
      #expect(try session.sources.of(["org_x", pair.id.text]).count == 1)
    }
    try database.transaction { try $0.sources.delete(of: second.id) }
    #expect(try database.read { try $0.sources.of(pair.id.text) } == [wikidata])
    try database.transaction { try $0.sources.delete(of: pair.id.text) }
    #expect(try database.read { try $0.sources.of(pair.id.text) } == [])
  }

  @Test("put aside what nobody can be sure of, once, until someone decides", arguments: Engine.allCases)
  func review(engine: Engine) throws {
    let items = [
      ReviewItem(
        id: .number(1), run: first.id, line: 7, code: "ambiguous-place",
        content: [.init("city", "Springfield \"the\" [1],\n\u{1}"), .init("twin", "")], candidates: ["12", "34"]),
      ReviewItem(id: .number(2), run: second.id, line: 8, code: "unknown-place", content: [], candidates: []),
    ]
    let database = try database(engine)
    try database.transaction { session throws in
      for item in items { #expect(try session.reviewItems.insert(item, digest: "d\(item.line)")) }
      #expect(try !session.reviewItems.insert(items[0], digest: "d7"))
    }
    try database.read { session throws in
      #expect(try session.reviewItems.list().items == items)
      #expect(try session.reviewItems.list(.init(code: "unknown-place")).items == [items[1]])
      #expect(try session.reviewItems.list(.init(run: first.id)).total == 1)
      #expect(try session.reviewItems.codes() == [Count("ambiguous-place", 1), Count("unknown-place", 1)])
    }
    var decided = items[0]
    decided.state = .resolved
    try database.transaction { try $0.reviewItems.decide(decided, by: nil, at: noon) }
    #expect(throws: Stale(decided.id)) {
      try database.transaction { try $0.reviewItems.decide(decided, by: nil, at: noon) }
    }
    try database.read { session throws in
      #expect(try session.reviewItems.require(decided.id) == decided)
      #expect(try session.reviewItems.list().items == [items[1]])
      #expect(try session.reviewItems.list(.init(state: nil)).total == 2)
    }
    try database.transaction { try $0.reviewItems.delete(of: first.id) }
    #expect(try database.read { try $0.reviewItems.list(.init(state: nil)).items } == [items[1]])
  }
}

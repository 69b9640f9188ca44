import Foundation
import Search
import Testing

let searchLanguages = ["en", "fr", "es", "pt", "ar"]

/// An index of its own in a folder that goes when it goes.
final class TemporaryIndex: Sendable {
  let index: SearchIndex
  let path: String

  init(_ documents: [SearchDocument] = []) throws {
    path = FileManager.default.temporaryDirectory.appending(path: "index-\(UInt64.random(in: 0 ... .max))").path
    index = try SearchIndex(folder: path, languages: searchLanguages)
    try index.change { changes in for document in documents { try changes.put(document) } }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The ids of what is found, the best first.
  func ids(_ query: SearchQuery) throws -> [String] { try index.search(query).hits.map(\.id) }
  func ids(_ words: String) throws -> [String] { try ids(SearchQuery(words)) }
}

@Suite("Searching") struct SearchTests {
  private let library: TemporaryIndex

  init() throws {
    library = try TemporaryIndex([
      .init(
        id: "water", title: [SearchText("Clean water for growing towns", in: "en")],
        body: [SearchText("How neighbourhoods share the costs of pipes.", in: "en")],
        facets: ["theme": ["water"], "country": ["za"]], numbers: [595_061], payload: "first"),
      .init(
        id: "eau", title: [SearchText("Gestion de l’eau à Ouagadougou", in: "fr")],
        body: [SearchText("La municipalité réunit les écoles et les déchets.", in: "fr")],
        facets: ["theme": ["water", "waste"], "country": ["bf"]], numbers: [2_453_496]),
      .init(
        id: "educacion", title: [SearchText("Educación y participación", in: "es")],
        body: [SearchText("Presupuestos participativos; clean energy.", in: "es")],
        facets: ["theme": ["education"], "country": ["co"]], numbers: [2_529_403]),
      .init(
        id: "residuos", title: [SearchText("Gestão de resíduos e habitações", in: "pt")],
        body: [SearchText("Água limpa, eau, water.", in: "pt")],
        facets: ["theme": ["waste"], "country": ["br"]], numbers: [0]),
      .init(
        id: "madina", title: [SearchText("تخطيط المدينة", in: "ar"), SearchText("City planning", in: "en")],
        facets: ["theme": ["planning"], "country": ["ma"]], numbers: [-5]),
      .init(id: "kiswahili", title: [SearchText("Mipango ya miji", in: "sw")], facets: ["country": ["tz"]]),
    ])
  }

  @Test(
    "forgives accents, case and the forms of words, in every language",
    arguments: [
      ("OUAGADOUGOU", "eau"), ("municipalites", "eau"), ("ecole", "eau"), ("École", "eau"), ("déchet", "eau"),
      ("educaciones", "educacion"), ("educacion", "educacion"), ("participativo", "educacion"),
      ("habitação", "residuos"), ("habitacao", "residuos"), ("RESIDUO", "residuos"), ("neighbourhood", "water"),
      ("cities", "madina"), ("مدينة", "madina"), ("المَدِينَة", "madina"), ("مدينه", "madina"), ("miji", "kiswahili"),
      ("o\u{301}u\u{AD}agadougou ecoles", "eau"),
    ])
  func forms(words: String, id: String) throws {
    #expect(try library.ids(words).first == id)
  }

  @Test("ranks a word in the title above the same in the text")
  func titles() throws {
    #expect(try library.ids("water") == ["water", "residuos"])
    #expect(try library.ids("eau") == ["eau", "residuos"])
  }

  @Test("wants all the words, and does with some where nothing has all")
  func relaxed() throws {
    let all = try library.index.search(SearchQuery("clean water"))
    #expect(all.hits.map(\.id) == ["water"])
    #expect(!all.isRelaxed)
    let some = try library.index.search(SearchQuery("ouagadougou habitações"))
    #expect(Set(some.hits.map(\.id)) == ["eau", "residuos"])
    #expect(some.isRelaxed)
    var any = SearchQuery("clean water")
    any.match = .any
    #expect(Set(try library.ids(any)) == ["water", "educacion", "residuos"])
  }

  @Test("does without small words where there are others")
  func smallWords() throws {
    #expect(try library.ids("the water of a town") == ["water"])
    #expect(try library.ids("la gestion de") == ["eau"])
    #expect(try library.ids("for") == ["water"])
  }

  @Test("completes the last word where somebody is still typing it")
  func begun() throws {
    var query = SearchQuery("clean wat")
    #expect(try library.ids(query) != ["water"])
    query.lastWord = .begun
    #expect(try library.ids(query) == ["water"])
    query.words = "ouaga"
    #expect(try library.ids(query) == ["eau"])
  }

  @Test("finds by other words and by themes as well, after what has the words themselves")
  func expanded() throws {
    var query = SearchQuery("water")
    query.expansions = ["eau"]
    query.boosts = ["theme": ["water"]]
    let ids = try library.ids(query)
    #expect(ids.first == "water")
    #expect(Set(ids) == ["water", "eau", "residuos"])
    query.words = ""
    query.expansions = []
    #expect(Set(try library.ids(query)) == ["water", "eau"])
  }

  @Test("brings back what was put with it")
  func payload() throws {
    let hit = try #require(try library.index.search(SearchQuery("pipes")).hits.first)
    #expect(hit.payload == "first")
    #expect(hit.score > 0)
  }

  @Test("finds nothing without failing", arguments: ["zzz", "!!!", "x", "\0", "\u{202E}", " ", "a:b AND (", "*"])
  func nothing(words: String) throws {
    #expect(try library.index.search(SearchQuery(words)).hits.isEmpty)
  }

  @Test("takes a whole book for a question")
  func long() throws {
    var query = SearchQuery(String(repeating: "resilience of towns and waters ", count: 5_000))
    query.match = .any
    #expect(try library.ids(query).contains("water"))
  }
}

@Suite("Narrowing a search") struct SearchFacetTests {
  private let library: TemporaryIndex

  init() throws {
    library = try TemporaryIndex(
      (0..<60).map { place in
        .init(
          id: "d\(place)", title: [SearchText(place % 2 == 0 ? "even number" : "odd number", in: "en")],
          facets: ["third": ["\(place % 3)"], "tenth": ["\(place % 10)", "all"]],
          numbers: place == 7 ? [] : [Double(place) - 20.5])
      })
  }

  @Test("counts the values of facets exactly among few documents")
  func counts() throws {
    var query = SearchQuery("even")
    query.countedFacets = ["third", "tenth"]
    let results = try library.index.search(query)
    #expect(results.total == 30 && results.totalIsExact && results.countsAreExact)
    #expect(results.facets["third"]?.map(\.count) == [10, 10, 10])
    #expect(results.facets["tenth"]?.first == .init("all", 30))
    #expect(results.facets["tenth"]?.count == 6)
  }

  @Test("counts over everything where nothing is asked")
  func everything() throws {
    var query = SearchQuery()
    query.countedFacets = ["third"]
    let results = try library.index.search(query)
    #expect(results.total == 60)
    #expect(results.facets["third"]?.map(\.value) == ["0", "1", "2"])
    #expect(results.facets["third"]?.map(\.count) == [20, 20, 20])
    #expect(results.hits.count == 20)
  }

  @Test("keeps to the filters, and shows what else a filtered facet has")
  func filters() throws {
    var query = SearchQuery("number")
    query.filters = ["third": ["0", "1"], "tenth": ["2"]]
    query.countedFacets = ["third", "tenth"]
    let results = try library.index.search(query)
    #expect(Set(results.hits.map(\.id)) == ["d12", "d22", "d42", "d52"])
    #expect(results.facets["third"]?.map(\.count).reduce(0, +) == 6)
    #expect(results.facets["tenth"]?.first == .init("all", 40))
    query.filters["tenth"] = ["none"]
    #expect(try library.ids(query).isEmpty)
  }

  @Test("keeps to ranges and sorts by numbers, negative ones too")
  func numbers() throws {
    var query = SearchQuery()
    query.ranges = [0: -3.0...3.0]
    query.order = .ascending(0)
    #expect(try library.ids(query) == (18...23).map { "d\($0)" })
    query.order = .descending(0)
    query.limit = 2
    query.offset = 1
    #expect(try library.ids(query) == ["d22", "d21"])
    query = SearchQuery("odd")
    query.order = .ascending(0)
    query.limit = 2
    #expect(try library.ids(query) == ["d7", "d1"])
  }

  @Test("pages through all of it, each once")
  func pages() throws {
    var query = SearchQuery("number")
    var seen: [String] = []
    for offset in stride(from: 0, to: 80, by: 20) {
      query.offset = offset
      seen += try library.ids(query)
    }
    #expect(seen.count == 60)
    #expect(Set(seen).count == 60)
  }

  @Test("estimates beyond what it was told to look at, and says so")
  func estimates() throws {
    let many = try TemporaryIndex(
      (0..<2_000).map { place in
        .init(
          id: "d\(place)", title: [SearchText("common \(place % 7 == 0 ? "rare" : "")", in: "en")],
          facets: ["half": ["\(place % 2)"]])
      })
    var query = SearchQuery("common")
    query.thoroughness = 200
    query.countedFacets = ["half"]
    let results = try many.index.search(query)
    #expect(!results.countsAreExact)
    #expect(abs(results.total - 2_000) < 200)
    #expect((results.facets["half"] ?? []).allSatisfy { abs($0.count - 1_000) < 200 })
    query.words = "rare"
    query.thoroughness = 1_000
    let exact = try many.index.search(query)
    #expect(exact.countsAreExact && exact.total == 286)
  }
}

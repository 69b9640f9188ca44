import Cooperation
import SQL
import Storage
import TestSupport
import Testing

@Suite("Needs and practices in lists") struct KnowledgeBriefsTests {
  private let markets = Practice(
    id: .number(1), organisation: City.inhambane.id,
    title: Texts("Mercados que se pagam", in: "pt", translations: ["en": "Markets that pay", "fr": "Des marchés"]),
    story: Texts("O que fizemos", in: "pt"),
    topic: Topic(themes: ["markets", "local-taxes"], languages: ["pt", "zu"]),
    shelf: Shelf(.published(at: noon), expires: noon.day))
  private let gardens = Practice(
    id: .number(2), organisation: City.vitoria.id, title: Texts("Hortas", in: "pt"),
    topic: Topic(themes: ["markets"], languages: ["pt", "en"], context: .init(country: "AO")),
    shelf: Shelf(.published(at: noon.adding(days: -1))))
  private let draft = Practice(
    id: .number(3), organisation: City.vitoria.id, title: Texts("Rascunho", in: "pt"),
    topic: Topic(themes: ["housing"], languages: ["es"]), shelf: Shelf())

  private func read(_ engine: Engine, _ body: (any Session) throws -> Void) throws {
    let database = try world(engine) { session in
      for practice in [markets, gardens, draft] { try session.practices.insert(practice, at: noon.adding(days: -2)) }
    }
    try database.read(body)
  }

  private func editor(of city: Organisation) -> Viewer {
    let email = Email("someone@example.org").unsafelyUnwrapped
    return Viewer(Account(id: .number(1), email: email, person: amelia.id), roles: [city.id: .editor])
  }

  @Test("say what they are, whose and where, in the reader's language", arguments: Engine.allCases)
  func telling(engine: Engine) throws {
    try read(engine) { session in
      let found = try session.practices.briefs(for: .visitor, in: "fr")
      #expect(found.total == 2)
      #expect(found.items.map(\.id) == [markets.id, gardens.id])
      let first = try #require(found.items.first), second = try #require(found.items.last)
      #expect(first.title == .init(text: "Des marchés", language: "fr", isOriginal: false))
      #expect(second.title == .init(text: "Hortas", language: "pt", isOriginal: true))
      #expect(first.organisation.name.text == "Município de Inhambane")
      #expect(first.themes == ["local-taxes", "markets"])
      #expect(first.languages == ["pt", "zu"])
      #expect(first.shelf == markets.shelf)
      #expect(first.published == noon)
      #expect(first.country == "MZ" && second.country == "AO")
      #expect(try session.practices.briefs([markets.id], for: .visitor, in: "ar").first?.title.language == "en")
    }
  }

  @Test("show drafts to their own organisation alone", arguments: Engine.allCases)
  func drafts(engine: Engine) throws {
    try read(engine) { session in
      let all = [draft.id, gardens.id, markets.id, .number(99)]
      #expect(try session.practices.briefs(all, for: .visitor, in: "en").map(\.id) == [gardens.id, markets.id])
      let own = editor(of: City.vitoria), other = editor(of: City.durban)
      #expect(try session.practices.briefs(all, for: own, in: "en").map(\.id) == [draft.id, gardens.id, markets.id])
      #expect(try session.practices.briefs(for: own, in: "en").total == 3)
      #expect(try session.practices.briefs(for: other, in: "en").total == 2)
      let shown = try session.practices.briefs([draft.id], for: own, in: "en").first
      #expect(shown?.published == nil && shown?.shelf.stage == .draft)
      #expect(try session.practices.languages(LibraryFilter(), for: other).map(\.value).contains("es") == false)
      #expect(try session.practices.languages(LibraryFilter(), for: own).contains(Count("es", 1)))
    }
  }

  @Test("come page by page, and only what was asked for", arguments: Engine.allCases)
  func paging(engine: Engine) throws {
    try read(engine) { session in
      let pages = try (1...3).map { number in
        try session.practices.briefs(by: .title, Span(page: number, per: 1), for: .visitor, in: "en")
      }
      #expect(pages.map { $0.items.map(\.id) } == [[gardens.id], [markets.id], []])
      #expect(pages.map(\.total) == [2, 2, 2])
      var filter = LibraryFilter()
      filter.words = "' OR stage = 'draft' --"
      #expect(try session.practices.briefs(filter, for: .visitor, in: "en").items == [])
      filter.words = "march"
      #expect(try session.practices.briefs(filter, for: .visitor, in: "en").items.map(\.id) == [markets.id])
      #expect(try session.needs.briefs(for: .commandLine, in: "en").total == 0)
    }
  }

  @Test("are counted by language, whatever language is asked for", arguments: Engine.allCases)
  func languages(engine: Engine) throws {
    try read(engine) { session in
      var filter = LibraryFilter()
      filter.language = "zu"
      let counts = try session.practices.languages(filter, for: .visitor)
      #expect(counts == [Count("pt", 2), Count("en", 1), Count("zu", 1)])
      filter.themes = ["local-taxes"]
      #expect(try session.practices.languages(filter, for: .visitor) == [Count("pt", 1), Count("zu", 1)])
      #expect(try session.practices.briefs(filter, for: .visitor, in: "en").total == 1)
    }
  }
}

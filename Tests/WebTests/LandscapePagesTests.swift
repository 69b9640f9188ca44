import Cooperation
import Languages
import Markup
import Reference
import Testing

@testable import Pages
@testable import Pictures

@Suite("The pages of the landscape") struct LandscapePagesTests {
  static let flows = PicturesMapTests.flows
  static let languages: [Language] = ["en", "ar"]

  private func pages(of regions: [String] = ["014", "155"]) throws -> [any Page] {
    let evolution = LandscapePages.evolution, pieces = LandscapePages.pieces
    let countries = ["MZ", "DE"].compactMap { Country.Code($0) }.compactMap { Countries[$0] }
    return [LandscapePage(.world, of: Self.flows, evolution: evolution), FrontPage(pieces, of: Self.flows)]
      + regions.map { LandscapePage(.region($0), of: Self.flows, evolution: evolution) }
      + countries.map { CountryPage($0, LandscapePages.figures, of: Self.flows, evolution: evolution) }
      + [
        ThemePage(try #require(Themes["drainage-and-floods"]), pieces, LandscapePages.figures.themes),
        GoalPage(try #require(Goal(11)), [], pieces), LandscapePages.search,
      ]
  }

  @Test("are closed and named as a page must be, in both directions", arguments: languages)
  func wellFormed(language: Language) throws {
    let reader = LandscapePages.reader(language)
    for page in try pages() {
      let html = WrittenMarkup(LandscapePages.html(page, reader)), name = page.head(for: reader).title
      #expect(html.misplaced == nil, "\(name)")
      #expect(html.stray == 0 && html.doubleIDs.isEmpty, "\(name): \(html.doubleIDs)")
      #expect(html.count("<h1>") == 1 && !html.text.contains("style="), "\(name)")
    }
  }

  @Test("weigh under 30 kB with everything that they need, whatever is on record", arguments: languages)
  func weight(language: Language) throws {
    let regions = Set(Countries.all.map(\.subregion)).subtracting([""]).sorted()
    for page in try pages(of: language == "ar" ? regions : ["014"]) {
      let weight = WrittenMarkup(LandscapePages.html(page, LandscapePages.reader(language))).weight
      #expect(weight < 30_000, "\(page.head(for: LandscapePages.reader(language)).title): \(weight)")
    }
  }

  @Test("say the same to programs", arguments: languages)
  func json(language: Language) throws {
    for page in try pages() {
      var json = JSON()
      page.write(&json, for: LandscapePages.reader(language))
      let name = page.head(for: LandscapePages.reader(language)).title
      #expect(throws: Never.self, "\(name)") { try JSONValue(reading: json.bytes) }
    }
  }

  @Test("tell every line of the map in its table", arguments: PicturesMapTests.views)
  func table(view: Landscape.View) {
    let landscape = Relations.landscape(view, of: Self.flows), reader = LandscapePages.reader()
    let map = LandscapeMap(landscape, for: reader)
    let html = WrittenMarkup(map.written(for: reader).html)
    let main = Set(map.map.lines.filter { !$0.isBeside }.map(\.bundle))
    #expect(html.count("<th scope=\"row\">") == main.count && main == Set(map.map.bundles))
    for bundle in map.map.bundles {
      let other = bundle.isWithin ? "itself" : reader.name(of: bundle.to).escaped
      let row = "<th scope=\"row\">\(reader.name(of: bundle.from).escaped)</th><td>\(other)</td>"
      #expect(html.text.contains(row + reader.cells(bundle.tally).html.text), "\(bundle.from) \(bundle.to)")
    }
  }

  @Test("keep what was chosen in every way to another part of the world")
  func choice() {
    let choice = LandscapeChoice(forms: [.twinning], claims: [.confirmed], themes: ["housing"])
    let page = LandscapePage(.world, of: Self.flows, choice: choice, evolution: LandscapePages.evolution)
    let html = LandscapePages.html(page).text
    #expect(html.contains("/landscape?region=014&amp;form=twinning&amp;claim=confirmed&amp;theme=housing"))
    #expect(page.landscape.tally == Tally([.confirmed: page.landscape.tally.total]))
    #expect(page.landscape.tally.total > 0)
  }

  @Test("count the world's regions as they count its countries")
  func sums() {
    let all = Self.flows.map(\.tally).sum()
    let world = Relations.landscape(.world, of: Self.flows)
    #expect(world.tally == all)
    let drawn = world.drawn + world.undrawn + world.bundles.filter(\.isWithin)
    #expect(drawn.map(\.tally).sum() == all)
    #expect(drawn.flatMap(\.forms.values).reduce(0, +) == all.total)
  }

  @Test("say so where nothing is on record yet")
  func nothing() throws {
    let empty = LandscapePage(.world, of: [], evolution: Evolution(years: [], undated: 0))
    #expect(LandscapePages.html(empty).text.contains("No partnership is on record here yet."))
    let country = try #require(Countries.all.first)
    let page = CountryPage(country, CountryFigures(), of: [], evolution: Evolution(years: [], undated: 0))
    let html = WrittenMarkup(LandscapePages.html(page))
    #expect(html.text.contains("No theme yet") && html.misplaced == nil)
  }

  @Test("tell gaps from what is taught nearby, and what several work on")
  func figures() {
    let figures = LandscapePages.figures
    #expect(figures.gaps.map(\.theme) == ["drainage-and-floods"])
    #expect(figures.nearby.map(\.theme) == ["water-supply"] && figures.overlaps.map(\.theme) == ["water-supply"])
    #expect(figures.gifts.map(\.theme) == ["housing"])
    #expect(figures.tally == Tally([.inferred: 80, .confirmed: 5, .disputed: 1]))
  }
}

extension Written {
  fileprivate var html: HTML {
    var html = HTML()
    html << self
    return html
  }
}

extension String {
  fileprivate var escaped: String { Written(escaping: self).html.text }
}

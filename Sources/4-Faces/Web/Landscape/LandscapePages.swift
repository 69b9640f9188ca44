import Addresses
import Cooperation
import HTTP
import Languages
import Pages
import Reference
import SQL
import Storage

extension Site {
  /// The front door, the whole picture, and what is known of a country, a theme, a goal.
  static let landscape: [Entry] = [
    Entry(Address.front, Site.front),
    Entry(Address.frontByName, Site.front),
    Entry(Address.search, Site.search, .list(by: ["q"] + Site.searchFacets)),
    Entry(Address.landscape, Site.landscape, .page(asking: ["form", "claim", "theme", "region"])),
    Entry(Address.country, Site.country, .page),
    Entry(Address.theme, Site.theme),
    Entry(Address.goal, Site.goal, .page),
  ]

  /// What one can do here, and what is sought and taught now.
  func front(_ visit: Visit) throws -> any Answer {
    try database.read { session in
      Shown(FrontPage(try session.pieces(visit.shelf(), 4, for: visit), of: try session.overview.flows()))
    }
  }

  /// Who works with whom, in the world or in a region.
  func landscape(_ visit: Visit) throws -> any Answer {
    let choice = try visit.query.landscapeChoice()
    let view = try visit.query.landscapeView()
    return try database.read { session in
      let themes = choice.themes.isEmpty ? nil : choice.themes.flatMap { Themes.within($0) }
      let flows = try session.overview.flows(about: themes)
      let isWhole = view == .world && choice.isEmpty
      let evolution = isWhole ? try session.overview.evolution() : Evolution(years: [], undated: 0)
      return Shown(LandscapePage(view, of: flows, choice: choice, evolution: evolution))
    }
  }

  /// One country.
  func country(_ visit: Visit, _ code: Country.Code) throws -> any Answer {
    guard let country = Countries[code] else {
      throw Problem(
        "no-such-page", 404, "There is no such country.", detail: "Countries go by two letters, as in ISO 3166.")
    }
    return try database.read { session in
      let overview = session.overview
      return Shown(
        CountryPage(
          country, try overview.figures(of: code, on: visit.now.day), of: try overview.flows(of: code),
          evolution: try overview.evolution(of: code)))
    }
  }

  /// One theme, with all that is part of it.
  func theme(_ visit: Visit, _ id: Theme.ID) throws -> any Answer {
    guard let theme = Themes[id] else { throw Problem("no-such-page", 404, "There is no such theme.") }
    let parts = Themes.within(id)
    var filter = visit.shelf()
    filter.themes = parts
    return try database.read { session in
      let figures = try session.overview.themes(on: visit.now.day).filter { parts.contains($0.theme) }
      return Shown(ThemePage(theme, try session.pieces(filter, 6, for: visit), figures))
    }
  }

  /// One of the global goals.
  func goal(_ visit: Visit, _ goal: Goal) throws -> any Answer {
    var filter = visit.shelf()
    filter.goal = goal
    return try database.read { session in
      Shown(
        GoalPage(
          goal, try session.overview.targets(of: goal, on: visit.now.day), try session.pieces(filter, 6, for: visit)))
    }
  }
}

extension Visit {
  /// Needs and practices that anyone may see today.
  fileprivate func shelf() -> LibraryFilter {
    var filter = LibraryFilter()
    filter.current = now.day
    return filter
  }
}

extension Session {
  /// The newest needs and practices that a filter leaves, as anyone sees them.
  fileprivate func pieces(_ filter: LibraryFilter, _ count: Int, for visit: Visit) throws -> Pieces {
    let span = Span(page: 1, per: count), language = visit.reader.words.language
    return Pieces(
      needs: try needs.briefs(filter, span, for: .visitor, in: language).listing,
      practices: try practices.briefs(filter, span, for: .visitor, in: language).listing)
  }
}

import Cooperation
import HTTP
import Languages
import Pages
import Reference
import Storage

extension Visit {
  /// How many values of a facet are shown, besides those chosen.
  private static let shown = 12

  /// A facet of counts: the largest, and those chosen.
  func facet<Value>(
    _ name: String, _ title: String, _ counts: [Count<Value>], slug: (Value) -> String, _ words: (Value) -> String
  ) -> Facet {
    let chosen = Set(query.values(name))
    let values = counts.enumerated().filter { place, count in
      place < Self.shown || chosen.contains(slug(count.value))
    }
    return Facet(
      name, title,
      values.map { _, count in
        .init(slug(count.value), words(count.value), count: count.number, isChosen: chosen.contains(slug(count.value)))
      })
  }

  func facet(countries counts: [Count<Country.Code>]) -> Facet {
    facet("country", reader("facet.country", "Country"), counts, slug: \.text) { reader.name(of: $0) }
  }

  /// The regions below the world, by how many are in their countries.
  func facet(regionsOf counts: [Count<Country.Code>]) -> Facet {
    var numbers: [String: Int] = [:]
    for count in counts { Countries[count.value].map { numbers[$0.region, default: 0] += count.number } }
    let sums = numbers.filter { !$0.key.isEmpty }.map { Count($0.key, $0.value) }
      .sorted { ($1.number, $0.value) < ($0.number, $1.value) }
    return facet(regions: sums)
  }

  func facet(regions: [Count<String>]) -> Facet {
    facet("region", reader("facet.region", "Region"), regions, slug: \.self) { code in
      Countries.region(code).map { reader.words.name(among: $0.names) } ?? code
    }
  }

  func facet(themes counts: [Count<Theme.ID>], as name: String, _ title: String) -> Facet {
    facet(name, title, counts, slug: \.text) { reader.words.name(of: $0) }
  }

  func facet(languages counts: [Count<Language>]) -> Facet {
    facet("language", reader("facet.language", "Language"), counts, slug: \.tag) { reader.words.name(of: $0) }
  }

  func facet(goals counts: [Count<Goal>]) -> Facet {
    facet("goal", reader("facet.goal", "Goal"), counts, slug: \.description) { goal in
      "\(goal) " + (Goals.titles[goal].map { reader.words.name(among: $0) } ?? "")
    }
  }
}

extension Excerpt {
  /// As pages tell a list.
  var listing: Listing<Item> { Listing(items: items, total: total, page: span.page, per: span.per) }
}

extension Visit {
  /// Which stretch of a list the address asks for.
  var span: Span { Span(page: query.page, per: query.per) }
}

import BareEngines
import Cooperation
import Reference
import Search

extension Benchmark {
  static let searching = Benchmark(
    name: "search",
    about: "200,000 documents in four languages: the best 20 and the counts of four facets, one core"
  ) {
    let folder = Scratch(for: "search")
    defer { folder.clear() }
    do {
      return try searched(in: folder.path + "/index")
    } catch {
      return [Measure(what: "search could not be measured: \(error)", figure: 0, unit: "", limit: .atLeast(1))]
    }
  }

  private static let documents = 200_000

  private static func searched(in folder: String) throws -> [Measure] {
    var library = SyntheticLibrary(seed: 2026)
    let index = try SearchIndex(folder: folder, languages: SyntheticLibrary.languages)
    let start = Gauge.busy
    try index.rebuild { changes in
      for number in 0..<documents { try changes.put(library.document(number)) }
    }
    let built = (Gauge.busy - start) / 1000
    guard let bare = bare_open(folder + "/current", SyntheticLibrary.languages.joined(separator: " ")) else {
      return []
    }
    defer { bare_close(bare) }
    let questions = library.questions()
    let ours = try questions.map { question in try time { try index.search(asking(question.words)) } }
    let theirs = questions.map { question in
      let asked = bare_ask(bare, question.words)
      defer { bare_forget(asked) }
      return time { _ = bare_find(bare, asked, 3000) }
    }
    let common = zip(questions, ours).filter { $0.0.isVeryCommon }.map(\.1)
    return [
      Measure(
        what: "search, median (reference: the same in bare Xapian)", figure: ours.quantile(0.5), unit: "ms",
        reference: theirs.quantile(0.5), limit: .ratioAtMost(1.5)),
      Measure(
        what: "search, 99 of 100", figure: ours.quantile(0.99), unit: "ms", reference: theirs.quantile(0.99),
        limit: .atMost(10)),
      Measure(what: "search for a very common word, median", figure: common.quantile(0.5), unit: "ms"),
      Measure(
        what: "search for a very common word, 99 of 100", figure: common.quantile(0.99), unit: "ms", limit: .atMost(10)),
      Measure(what: "documents written and indexed", figure: Double(documents) / built, unit: "a second"),
    ]
  }

  /// As the site's search asks.
  private static func asking(_ words: String) -> SearchQuery {
    var query = SearchQuery(words)
    query.countedFacets = ["kind", "country", "theme", "language"]
    return query
  }

  /// The middle of three times, after one that is not counted.
  private static func time<Found>(_ search: () throws -> Found) rethrows -> Double {
    _ = try search()
    return try (0..<3).map { _ in
      let start = Gauge.busy
      _ = try search()
      return Gauge.busy - start
    }.quantile(0.5)
  }
}

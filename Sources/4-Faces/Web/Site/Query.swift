import HTTP
import Pages

extension Fields {
  /// The fields as a query writes them: `theme=water-supply&page=2`.
  var encoded: String {
    all.filter { $0.name != "done" }.map { Reader.encoded($0.name) + "=" + Reader.encoded($0.value) }
      .joined(separator: "&")
  }

  /// A page's number in a list, from 1; 1 for anything that is none.
  var page: Int { self["page"].flatMap { Int($0) }.map { min(max($0, 1), 1_000_000) } ?? 1 }

  /// How many go on a page: 20 unless said, at most 100.
  var per: Int { self["per"].flatMap { Int($0) }.map { min(max($0, 1), 100) } ?? 20 }
}

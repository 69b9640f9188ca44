package import HTTP

extension Fields {
  /// A page's number in a list, from 1; 1 for anything that is none.
  package var page: Int { self["page"].flatMap { Int($0) }.map { min(max($0, 1), 1_000_000) } ?? 1 }

  /// How many go on a page: 20 unless said, at most 100.
  package var per: Int { self["per"].flatMap { Int($0) }.map { min(max($0, 1), 100) } ?? 20 }
}

extension Listing {
  /// The page of everything there is that the address being read asks for.
  package init(of all: [Item], for reader: Reader) {
    let asked = (try? Fields(encoded: Array(reader.query.utf8)[...])) ?? [:], page = asked.page, per = asked.per
    self.init(items: Array(all.dropFirst((page - 1) * per).prefix(per)), total: all.count, page: page, per: per)
  }
}

import Cooperation
import HTTP
import Reference

/// A list's address asked for more values of a filter than a list is narrowed by.
struct TooManyValues: Refusal {
  let name: String

  var kind: RefusalKind { .invalid }
  var words: Phrase {
    Phrase(
      "refusal.too-many-values", "The list cannot be narrowed to more than {n} values by “{name}”.",
      ["n": "\(Self.most)", "name": name])
  }

  /// How many values of one filter an address may name: more than there are countries.
  static let most = 300
}

/// What a list's address asked for that it cannot be narrowed to.
struct UnknownFilter: Refusal {
  let name: String
  let value: String

  var kind: RefusalKind { .invalid }
  var words: Phrase {
    Phrase(
      "refusal.unknown-filter", "The list cannot be narrowed to “{value}” by “{name}”.",
      ["name": name, "value": String(value.prefix(60))])
  }
}

extension Fields {
  /// One value of a filter; nil where the address does not ask for it.
  ///
  /// - Throws: `UnknownFilter` for a value that `read` makes nothing of.
  func filter<Value>(_ name: String, _ read: (String) -> Value?) throws -> Value? { try filters(name, read)?.first }

  /// Every value of a filter, each once; nil where the address does not ask for it.
  ///
  /// - Throws: `UnknownFilter` for a value that `read` makes nothing of; `TooManyValues`.
  func filters<Value>(_ name: String, _ read: (String) -> Value?) throws -> [Value]? {
    var known: Set<String> = []
    let values = values(name).filter { !$0.isEmpty && known.insert($0).inserted }
    guard !values.isEmpty else { return nil }
    guard values.count <= TooManyValues.most else { throw TooManyValues(name: name) }
    return try values.map { text in
      guard let value = read(text) else { throw UnknownFilter(name: name, value: text) }
      return value
    }
  }

  /// The themes that a filter names, each with everything that is part of it.
  func themes(_ name: String) throws -> [Theme.ID]? {
    try filters(name) { Theme.ID($0).flatMap { Themes[$0] } }?.flatMap { Themes.within($0.id) }.each
  }

  /// The countries that `country` and `region` name together; nil where neither is asked for.
  func countries() throws -> [Country.Code]? {
    let named = try filters("country") { Country.Code($0).flatMap { Countries[$0]?.id } }
    let inRegions = try filters("region") { code in Countries.region(code).map { Countries.within($0.code) } }?
      .flatMap { $0 }.each
    guard let named else { return inRegions }
    // A country chosen inside a region narrows it; one outside widens it.
    guard let inRegions else { return named }
    let inside = named.filter { inRegions.contains($0) }
    return inside.isEmpty ? named + inRegions : inside
  }
}

extension Array where Element: Hashable {
  /// Its elements, each once, in their order.
  fileprivate var each: [Element] {
    var known: Set<Element> = []
    return filter { known.insert($0).inserted }
  }
}

package import Cooperation
import SQL

extension Organisations {
  /// Whom each of some names means, in one pass over all organisations, however many names there are: those that go by
  /// the very name in some language, or its acronym; where nobody does, those whose names hold all its words.
  ///
  /// - Returns: by the names as they were given, in the order of identifiers; names that mean nobody are left out.
  package func called(_ names: [String]) throws -> [String: [Organisation.ID]] {
    var sought = SoughtNames(names)
    let all: Statement = """
      SELECT o.id, o.name, o.acronym, w.text
      FROM organisation o LEFT JOIN wording w ON w.subject = o.id AND w.field = 'name' ORDER BY o.id
      """
    try session.each(all) { row in
      let id: Organisation.ID = try row.id(0)
      for name in [try row.text(1), try row.text(2), row.textIfAny(3) ?? ""] { sought.meet(folded(name), of: id) }
    }
    return sought.found
  }
}

/// Names that are looked for, and whom they have been found to mean.
private struct SoughtNames {
  private let names: [Name]
  /// The places of the names that hold a word.
  private var holding: [Substring: [Int]] = [:]
  private var exact: [[Organisation.ID]]
  private var partial: [[Organisation.ID]]

  private struct Name {
    let given: String
    let folded: String
    let words: Set<Substring>
  }

  init(_ given: [String]) {
    names = Set(given).map { text in
      let text = (given: text, folded: folded(text))
      return Name(given: text.given, folded: text.folded, words: Set(text.folded.split(separator: " ")))
    }
    (exact, partial) = (names.map { _ in [] }, names.map { _ in [] })
    for (place, name) in names.enumerated() {
      if let word = name.words.max(by: { $0.count < $1.count }) { holding[word, default: []].append(place) }
    }
  }

  /// Takes in that an organisation goes by a folded name.
  mutating func meet(_ name: String, of id: Organisation.ID) {
    let words = name.split(separator: " ")
    for place in words.compactMap({ holding[$0] }).joined() {
      if names[place].folded == name {
        if exact[place].last != id { exact[place].append(id) }
      } else if names[place].words.isSubset(of: words), partial[place].last != id {
        partial[place].append(id)
      }
    }
  }

  var found: [String: [Organisation.ID]] {
    var found: [String: [Organisation.ID]] = [:]
    for (place, name) in names.enumerated() {
      let ids = exact[place].isEmpty ? partial[place] : exact[place]
      if !ids.isEmpty { found[name.given] = ids }
    }
    return found
  }
}

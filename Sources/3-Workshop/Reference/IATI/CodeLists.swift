package import Cooperation

/// The code lists of IATI 2.03, and those of 1.05 that differ from them.
package enum CodeLists {
  /// The list of that name; those of 1.05 end in `@1.05`. Nil where there is none.
  package static subscript(_ name: String) -> CodeList? { all[name] }

  /// Which list holds at which place of a document.
  package static let rules: [CodeRule] = Sheet("code-rules.tsv").rows { cells in
    CodeRule(
      isOfFirstVersion: cells[0] == "1.05", path: cells[1], list: cells[2], isComplete: cells[3] == "1",
      condition: cells[4])
  }

  private static let all: [String: CodeList] = {
    var codes: [String: [CodeList.Code]] = [:]
    Sheet("codes.tsv").each { cells in
      var names: [Language: String] = [:]
      if !cells[4].isEmpty { names["en"] = cells[4] }
      if !cells[5].isEmpty { names["fr"] = cells[5] }
      codes[cells[0], default: []].append(
        CodeList.Code(text: cells[1], isWithdrawn: cells[2] == "withdrawn", category: cells[3], names: names))
    }
    return Dictionary(uniqueKeysWithValues: codes.map { ($0, CodeList(name: $0, codes: $1)) })
  }()
}

/// The codes that may stand for something, with their names.
package struct CodeList: Sendable {
  package let name: String
  /// In the list's own order, the withdrawn among them.
  package let codes: [Code]
  private let places: [String: Int]

  init(name: String, codes: [Code]) {
    (self.name, self.codes) = (name, codes)
    places = Dictionary(codes.enumerated().map { ($1.text, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Nil for a code that is not on the list.
  package subscript(_ code: String) -> Code? { places[code].map { codes[$0] } }

  /// A code and what it stands for.
  package struct Code: Sendable, Hashable {
    package let text: String
    /// Whether it is not to be used any more.
    package let isWithdrawn: Bool
    /// The code that groups this one, of another list; empty where there is none.
    package let category: String
    /// In English and French, as far as they are known.
    package let names: [Language: String]
  }
}

/// That a list holds at a place of a document.
package struct CodeRule: Sendable {
  /// For all of 1.0x; else for all of 2.0x.
  package let isOfFirstVersion: Bool
  /// An XPath that ends in an attribute or in `text()`: `//iati-activity/sector/@code`.
  package let path: String
  package let list: String
  /// Whether a code that is not on the list is wrong; the others may lack some.
  package let isComplete: Bool
  /// An XPath that must be true on the element; empty where it always holds.
  package let condition: String
}

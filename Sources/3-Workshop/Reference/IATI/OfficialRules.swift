/// A rule that the public IATI validator follows beside the schema and the code lists.
package struct OfficialRule: Sendable {
  /// As the standard numbers it: `6.11.1`; several rules may share one.
  package let id: String
  /// Or only a warning.
  package let isError: Bool
  package let category: String
  /// An XPath, from the document, of the elements it is about.
  package let context: String
  /// An XPath, from such an element, of the values it holds for one by one; empty where it holds once.
  package let each: String
  package let verb: String
  /// In JSON, as docs/reference.md explains for each verb.
  package let arguments: String
  /// What is wrong where it is broken, in English.
  package let message: String

  /// In the official order.
  package static let all: [OfficialRule] = Sheet("iati-rules.tsv").rows { cells in
    OfficialRule(
      id: cells[0], isError: cells[1] == "error", category: cells[2], context: cells[3], each: cells[4],
      verb: cells[5], arguments: cells[6], message: cells[7])
  }
}

/// An organisation that publishes to IATI.
package struct Publisher: Sendable, Hashable {
  /// Its IATI identifier: `NL-KVK-27195046`.
  package let identifier: String
  package let name: String
  /// An ISO 3166-1 code; empty where it is unknown.
  package let country: String
  /// A code of the list `OrganisationType`.
  package let type: String

  /// In the order of their identifiers.
  package static let all: [Publisher] = Sheet("publishers.tsv").rows { cells in
    Publisher(identifier: cells[0], name: cells[1], country: cells[2], type: cells[3])
  }

  /// The publisher of that identifier; nil where none is known.
  package static func identified(by identifier: String) -> Publisher? { places[identifier].map { all[$0] } }

  private static let places = Dictionary(
    all.enumerated().map { ($1.identifier, $0) }, uniquingKeysWith: { first, _ in first })
}

/// The shape of IATI documents of one version: which elements and attributes stand where, and what they hold.
package struct IATISchema: Sendable {
  /// The types of elements, by their number in the table.
  package let kinds: [Kind]
  /// The type of each element that may be the outermost, or stand in foreign content.
  package let tops: [Document: [String: Int]]
  /// Attributes that are looked at in foreign content too.
  package let loose: [Document: [String: TextType]]

  /// The versions that have a shape of their own; 1.05 stands for all of 1.0x.
  package enum Version: String, Sendable, CaseIterable {
    case v105 = "1.05"
    case v201 = "2.01"
    case v202 = "2.02"
    case v203 = "2.03"
  }

  /// The two documents of the standard.
  package enum Document: String, Sendable, CaseIterable { case activities, organisations }

  /// What an element may hold.
  package enum Content: Sendable, Equatable {
    /// Its parts in their order.
    case sequence
    /// Any of its parts, in any order.
    case choice
    case empty
    case text(TextType)
    /// Whatever another standard puts there.
    case any
  }

  /// The type of an element.
  package struct Kind: Sendable {
    package let content: Content
    /// Whether at least one part must be there, in a choice.
    package let needsPart: Bool
    /// Whether text may stand between the parts.
    package let isMixed: Bool
    /// Whether attributes of other standards are welcome.
    package let isOpen: Bool
    package fileprivate(set) var parts: [Part] = []
    package fileprivate(set) var attributes: [Attribute] = []
  }

  /// An element's place in another.
  package struct Part: Sendable {
    /// `*` for any element of another standard.
    package let name: String
    package let kind: Int
    package let least: Int
    /// Nil for as many as there are.
    package let most: Int?
  }

  /// An attribute that an element may have.
  package struct Attribute: Sendable {
    /// As it is written: `xml:lang`.
    package let name: String
    package let text: TextType
    package let isNeeded: Bool
  }

  /// What a text must be written like (XML Schema, part 2).
  package enum TextType: String, Sendable, CaseIterable {
    case string, decimal, int, nonNegativeInteger, positiveInteger, boolean, date, dateTime, anyURI, lang, space
    case nameToken = "NMTOKEN"
    case identifier = "ID"
  }

  /// The shape of `version`, read once.
  package static subscript(_ version: Version) -> IATISchema { all[version] ?? IATISchema(version) }

  private static let all = Dictionary(uniqueKeysWithValues: Version.allCases.map { ($0, IATISchema($0)) })
}

extension IATISchema {
  private init(_ version: Version) {
    var kinds: [Int: Kind] = [:]
    var tops: [Document: [String: Int]] = [:]
    var loose: [Document: [String: TextType]] = [:]
    Sheet("iati-schema-\(version.rawValue).tsv").each { cells in
      let number = Int(cells[1]) ?? 0
      switch cells[0] {
      case "top":
        if let document = Document(rawValue: cells[1]) { tops[document, default: [:]][cells[2]] = Int(cells[3]) }
      case "loose":
        if let document = Document(rawValue: cells[1]) {
          loose[document, default: [:]][cells[2]] = TextType(rawValue: cells[3])
        }
      case "type": kinds[number] = Kind(cells)
      case "element":
        kinds[number]?.parts.append(
          Part(name: cells[2], kind: Int(cells[3]) ?? 0, least: Int(cells[4]) ?? 0, most: Int(cells[5])))
      default:
        kinds[number]?.attributes.append(
          Attribute(name: cells[2], text: TextType(rawValue: cells[3]) ?? .string, isNeeded: cells[4] == "1"))
      }
    }
    let any = Kind(content: .any, needsPart: false, isMixed: true, isOpen: true)
    self.kinds = (0...(kinds.keys.max() ?? 0)).map { kinds[$0] ?? any }
    (self.tops, self.loose) = (tops, loose)
  }
}

extension IATISchema.Kind {
  fileprivate init(_ cells: [String]) {
    let words = cells[3].split(separator: " ")
    switch words.first {
    case "sequence": content = .sequence
    case "choice": content = .choice
    case "empty": content = .empty
    case "text": content = .text(IATISchema.TextType(rawValue: words.last.map(String.init) ?? "") ?? .string)
    default: content = .any
    }
    (needsPart, isMixed, isOpen) = (cells[4] == "1", cells[6] == "1", cells[7] == "1")
  }
}

/// A country or territory, with what cooperation asks of it.
package struct Country: Identifiable, Sendable, Hashable {
  package typealias ID = Code

  package let id: Code
  /// The name by interface language; English is always there.
  package let names: [Language: String]
  /// The world region (UN M49), such as `002` for Africa.
  package let region: String
  /// The sub-region (UN M49), such as `014` for Eastern Africa.
  package let subregion: String
  /// Nil where the World Bank has not classed it.
  package let income: IncomeGroup?
  package let groups: Set<Group>
  package let currency: Currency?
  /// The working languages, the main one first.
  package let languages: [Language]
  /// Where its label stands on a map.
  package let position: Position
  package let population: Int?

  package init(
    id: Code, names: [Language: String], region: String, subregion: String, income: IncomeGroup?, groups: Set<Group>,
    currency: Currency?, languages: [Language], position: Position, population: Int?
  ) {
    (self.id, self.names, self.region, self.subregion) = (id, names, region, subregion)
    (self.income, self.groups, self.currency) = (income, groups, currency)
    (self.languages, self.position, self.population) = (languages, position, population)
  }

  /// A country by its ISO 3166-1 alpha-2 code, in capitals; `XK` is Kosovo, as GeoNames has it.
  package struct Code: Hashable, Sendable, CustomStringConvertible, Comparable {
    package let text: String

    package init?(_ text: some StringProtocol) {
      guard text.utf8.count == 2, text.utf8.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0 & 0xDF) })
      else { return nil }
      self.text = text.uppercased()
    }

    /// The same from the bytes of a text.
    package init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
      let capital = UInt8(ascii: "A")...UInt8(ascii: "Z")
      let text = String(decoding: bytes, as: UTF8.self)
      if bytes.count == 2, capital ~= bytes[0], capital ~= bytes[1] {
        self.init(checked: text)
      } else {
        self.init(text)
      }
    }

    private init(checked text: String) { self.text = text }

    package var description: String { text }
    package static func < (a: Code, b: Code) -> Bool { a.text < b.text }
  }

  /// The World Bank's classes by gross national income per head, poorest first.
  package enum IncomeGroup: String, Sendable, CaseIterable {
    case low, lowerMiddle = "lower-middle", upperMiddle = "upper-middle", high
  }

  /// Groups of countries that the United Nations names.
  package enum Group: String, Sendable, CaseIterable {
    case leastDeveloped = "ldc", landlocked = "lldc", smallIsland = "sids"
  }
}

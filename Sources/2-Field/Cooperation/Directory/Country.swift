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
    /// The first letter in the high byte, the second in the low one.
    private let letters: UInt16

    package init?(_ text: some StringProtocol) {
      var text = String(text)
      guard let code = text.withUTF8({ Code(utf8: $0) }) else { return nil }
      self = code
    }

    /// The same from the bytes of a text.
    package init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
      guard bytes.count == 2 else { return nil }
      let capital = UInt8(ascii: "A")...UInt8(ascii: "Z"), first = bytes[0] & 0xDF, second = bytes[1] & 0xDF
      guard capital ~= first, capital ~= second else { return nil }
      letters = UInt16(first) << 8 | UInt16(second)
    }

    package var text: String {
      String(unsafeUninitializedCapacity: 2) { room in
        room[0] = UInt8(truncatingIfNeeded: letters >> 8)
        room[1] = UInt8(truncatingIfNeeded: letters)
        return 2
      }
    }

    /// Where the code stands among all that two letters can make, 0 to 675.
    package var place: Int { (Int(letters >> 8) - 65) * 26 + Int(letters & 0xFF) - 65 }

    package var description: String { text }
    package static func < (a: Code, b: Code) -> Bool { a.letters < b.letters }
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

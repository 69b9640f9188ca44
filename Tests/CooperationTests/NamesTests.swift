import Cooperation
import Testing

@Suite("The names of things") struct NamesTests {
  @Test("come back as they were written", arguments: 1...50)
  func written(seed: UInt64) {
    var chance = Chance(seed: seed)
    let bits = UInt128(chance.next()) << 64 | UInt128(chance.next())
    let id = Organisation.ID(bits: bits)
    #expect(Organisation.ID(id.text) == id)
    #expect(id.text.hasPrefix("org_") && id.text.utf8.count == Organisation.ID.length)
    #expect(Partnership.ID(id.text) == nil)
  }

  @Test("are refused with a single character that is none of theirs")
  func refused() {
    let id = Organisation.ID(bits: .max >> 3).text
    for byte in UInt8.min...UInt8.max where !"0123456789abcdefghjkmnpqrstvwxyz".utf8.contains(byte) {
      for place in 4..<30 {
        var bytes = Array(id.utf8)
        bytes[place] = byte
        let read = bytes.withUnsafeBufferPointer { Organisation.ID(utf8: $0) }
        #expect(read == nil, "\(byte) at \(place)")
      }
    }
    #expect(Organisation.ID("org_8" + String(repeating: "0", count: 25)) == nil)
  }

  @Test("are those of countries in capitals or small letters", arguments: ["MZ", "mz", "Mz"])
  func countries(text: String) {
    #expect(Country.Code(text)?.text == "MZ")
    #expect(Country.Code(text) == Country.Code("MZ") && Country.Code(text)?.place == 12 * 26 + 25)
  }

  @Test("are not those of countries", arguments: ["", "M", "MOZ", "M1", "É", "m-", "[Z"])
  func noCountries(text: String) { #expect(Country.Code(text) == nil) }

  @Test("are those of languages, with a region or without")
  func languages() {
    #expect(Set<Language>(["pt", "pt-BR", "pt", "zh-Hant-TW", "zh-Hant"]).count == 4)
    #expect(Language("PT-br") == "pt-BR" && Language("p" as String) == nil)
  }
}

import Cooperation
import Reference
import Testing

@Suite("A sum of money, as people type it") struct MoneyTests {
  private func units(_ text: String, _ code: String) throws -> Int64? {
    Money(text, try #require(Currency(known: code)))?.minorUnits
  }

  @Test("is exact in the units of its currency")
  func exact() throws {
    #expect(try units("1200", "USD") == 120_000 && units("1200.5", "EUR") == 120_050 && units("0,05", "MZN") == 5)
    #expect(try units("12 000", "XOF") == 12_000 && units("1'200.50", "CHF") == 120_050)
    #expect(try units("12.5", "TND") == 12_500 && units("1.255", "TND") == 1255)
    #expect(try units("-200.50", "USD") == -20_050 && units("−1", "JPY") == -1, "a refund")
  }

  @Test(
    "is refused where it is no sum, or could be meant in two ways",
    arguments: [
      "", "-", "1,200", "1.200", "1,2,3", "1.2.3", "12.", ".5", "1e3", "٣", "USD 3", "9999999999999999", "--1",
    ])
  func refused(text: String) throws {
    #expect(try units(text, "USD") == nil)
  }

  @Test("has no more decimals than its currency", arguments: [("1.5", "JPY"), ("1.255", "USD"), ("0.0001", "TND")])
  func decimals(text: String, code: String) throws {
    #expect(try units(text, code) == nil)
  }

  @Test("is in a currency that there is")
  func currencies() {
    #expect(Currency(known: "TND") != nil && Currency(known: "XQX") == nil && Currency(known: "usd") == nil)
  }
}

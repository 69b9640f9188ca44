import Cooperation
import Testing

@Suite("Whether a practice would stand elsewhere") struct TransferSheetTests {
  private func land(_ code: String, _ income: Country.IncomeGroup?, _ region: String, _ subregion: String)
    -> Setting.Land?
  {
    Country.Code(code).map { Setting.Land(country: $0, income: income, region: region, subregion: subregion) }
  }

  private func sheet(
    _ here: TransferSheet.Surroundings, _ corrections: [TransferSheet.Condition: TransferSheet.Correction] = [:]
  ) -> TransferSheet {
    let there = TransferSheet.Surroundings(
      Setting(population: 90_000, land: land("EC", .upperMiddle, "019", "005")), languages: ["es", "pt"], posts: 15)
    return TransferSheet(
      of: .init(bits: 1), for: .init(bits: 2), there: there, here: here, corrections: corrections)
  }

  private func lights(_ sheet: TransferSheet) -> [TransferSheet.Light] { sheet.lines.map(\.light) }

  @Test("is told from what is on record, and is unknown where one side is")
  func lights() {
    let near = sheet(
      .init(Setting(population: 30_000, land: land("BR", .upperMiddle, "019", "005")), languages: ["pt"]))
    #expect(near.lines.map(\.condition) == TransferSheet.Condition.allCases)
    #expect(lights(near) == [.green, .green, .green, .unknown, .unknown, .unknown, .unknown, .green])
    let far = sheet(.init(Setting(population: 901_000, land: land("MZ", .low, "002", "014")), languages: ["ar"]))
    #expect(lights(far) == [.red, .red, .red, .unknown, .unknown, .unknown, .unknown, .red])
    let between = sheet(
      .init(Setting(population: 900_000, land: land("US", .high, "019", "021")), languages: ["pt-BR"]))
    #expect(lights(between) == [.amber, .amber, .amber, .unknown, .unknown, .unknown, .unknown, .green])
    #expect(sheet(.init(Setting(), languages: [])).count(.unknown) == 8)
    let paying = sheet(.init(Setting(), languages: [], means: .init(budgetLine: .no, share: .target)))
    let budget = paying.lines.first { $0.condition == .budget }
    #expect(budget?.here == .means(.init(budgetLine: .no, share: .target)) && budget?.light == .unknown)
  }

  @Test("is what people say, where they say something")
  func corrected() {
    let said = TransferSheet.Correction(.amber, here: "Two people, half a day each")
    let sheet = sheet(.init(Setting(), languages: ["es"]), [.staff: said])
    let staff = sheet.lines.first { $0.condition == .staff }
    #expect(staff?.light == .amber && staff?.correction == said && staff?.there == .posts(15))
    #expect(sheet.count(.amber) == 1)
  }
}

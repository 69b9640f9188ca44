import Cooperation
import Reference

/// A line of what a ministry is told of decentralised cooperation: a year, a recipient, a purpose and a currency.
///
/// The columns follow the OECD's Creditor Reporting System; nothing is filed, the ministry takes over what it needs.
package struct ReturnRow: Sendable, Equatable {
  private let report: ActivityReport
  private let year: Int
  private let country: String
  private let recipient: String
  private let purpose: String
  private let currency: Currency
  private let committed: Int64
  private let disbursed: Int64

  /// The lines of one activity in `year`; none where no money of its own moved or was promised in it.
  ///
  /// Sums are parted by recipient and purpose as the activity is, and the parts add up to the whole.
  ///
  /// - Parameter country: the reporter's; empty for unknown.
  package static func rows(of report: ActivityReport, in year: Int, country: String) -> [ReturnRow] {
    let own = report.transactions.filter { $0.day.year == year }
    let recipients = (report.countries.isEmpty ? report.regions : report.countries)
    let cells = recipients.flatMap { recipient in report.sectors.map { (recipient, $0) } }
    let weights = cells.map { $0.0.percent.hundredths * $0.1.percent.hundredths }
    guard weights.contains(where: { $0 > 0 }) else { return [] }
    return Set(own.map(\.value.currency)).sorted { $0.code < $1.code }.flatMap { currency in
      let mine = own.filter { $0.value.currency == currency }
      let committed = parted(sum(mine, ["2"]), weights), disbursed = parted(sum(mine, ["3", "4"]), weights)
      return cells.indices.filter { committed[$0] != 0 || disbursed[$0] != 0 }.map { place in
        ReturnRow(
          report: report, year: year, country: country, recipient: cells[place].0.code, purpose: cells[place].1.code,
          currency: currency, committed: committed[place], disbursed: disbursed[place])
      }
    }
  }

  package static let columns = [
    Column("year", "Of the payments"), Column("donor_country", "ISO 3166-1 code of the reporter's country"),
    Column("agency", "Identifier of the reporter in IATI"), Column("agency_name", "Its name"),
    Column("agency_type", "IATI list OrganisationType: 11 is local government"),
    Column("project_number", "Our identifier of the partnership"), Column("title", "Of the activity"),
    Column("description", "What is done"), Column("recipient", "ISO 3166-1 code, or DAC region"),
    Column("recipient_name", "In English"), Column("purpose_code", "DAC purpose code"),
    Column("purpose_name", "In English"), Column("modality", "DAC type of aid; empty where it is none"),
    Column("bi_multi", "IATI list CollaborationType: 1 bilateral, 8 triangular"),
    Column("channel_name", "Who else takes part"), Column("sdg_focus", "Goals and targets"),
    Column("commitment", "Promised in the year"), Column("disbursement", "Paid in the year"),
    Column("currency", "ISO 4217 code"), Column("start", "First day, planned or actual"),
    Column("end", "Last day, planned or actual"),
  ]

  package var row: Row {
    let days = report.dates.map { ($0.type, $0.day) }
    let others = report.participants.filter { $0.body.ref != report.reporter.ref }.map(\.body.name.own)
    return Row([
      .init(year), .init(country), .init(report.reporter.ref), .init(report.reporter.name.own),
      .init(report.reporter.type), .init(report.ownIdentifier), .init(report.title.own),
      .init(report.descriptions.first?.text.own), .init(recipient),
      .init((CodeLists["Country"]?[recipient] ?? CodeLists["Region"]?[recipient])?.names["en"]), .init(purpose),
      .init(CodeLists["Sector"]?[purpose]?.names["en"]), .init(report.aidType), .init(report.collaboration),
      .init(others), .init(report.tags.map(\.code)),
      .init(Money(minorUnits: committed, currency).decimalText),
      .init(Money(minorUnits: disbursed, currency).decimalText),
      .init(currency.code), .init(days.first { ["1", "2"].contains($0.0) }?.1),
      .init(days.first { ["3", "4"].contains($0.0) }?.1),
    ])
  }

  private static func sum(_ transactions: [ActivityReport.Transaction], _ types: Set<String>) -> Int64 {
    transactions.filter { types.contains($0.type) }.reduce(0) { $0 &+ $1.value.minorUnits }
  }

  /// `sum` in parts, by weight; what is rounded away in one part comes back in the next.
  private static func parted(_ sum: Int64, _ weights: [Int]) -> [Int64] {
    let total = Int128(weights.reduce(0, +))
    var reached: Int128 = 0, given: Int64 = 0
    return weights.map { weight in
      reached += Int128(weight)
      let due = Int64(Int128(sum) * reached / total)
      defer { given = due }
      return due - given
    }
  }
}

import Cooperation
import Markup
import Testing

@testable import Pictures

@Suite("The small pictures") struct PicturesSmallTests {
  static let evolution = Evolution(
    years: [
      .init(1958, [.twinning: 3]), .init(1959, [.twinning: 1]), .init(1994, [.southSouth: 2, .twinning: 9]),
      .init(2026, [.southSouth: 5]),
    ], undated: 4)

  @Test("tell every dated partnership once, in years, fives or tens")
  func timeline() throws {
    let timeline = try #require(Timeline(Self.evolution))
    #expect(timeline.rows.map(\.total).reduce(0, +) == Self.evolution.total)
    #expect(timeline.rows.map(\.form) == [.twinning, .southSouth])
    #expect(timeline.stretches.first == 1955...1959 && timeline.stretches.last == 2025...2029)
    #expect(timeline.rows.map { timeline.peak(of: $0) } == [1990...1994, 2025...2029])
    #expect(Timeline(Evolution(years: [], undated: 12)) == nil)
  }

  @Test("run time with the reading", arguments: [false, true])
  func mirrored(isMirrored: Bool) throws {
    let timeline = try #require(Timeline(Self.evolution))
    let svg = timeline.svg(title: "Years", isMirrored: isMirrored, name: { $0.form.rawValue }, peak: { "\($0.peak)" })
    let first = try #require(svg.text.firstMatch(of: #/x="(\d+)" y="\d+"[^>]*>1955</#))
    #expect(first.1 == (isMirrored ? "360" : "0"))
    #expect(WrittenMarkup(svg).misplaced == nil)
  }

  @Test("draw each claim in its own line, and none where there is none")
  func claims() {
    let svg = ClaimBars(Tally([.confirmed: 40, .inferred: 4000, .disputed: 1])).svg(
      title: "Claims & more", isMirrored: false, name: { $0.rawValue }, number: { "\($0)" })
    let written = WrittenMarkup(svg)
    #expect(written.count("arc confirmed") == 1 && written.count("arc inferred") == 1)
    #expect(written.count("arc claimed") == 0 && written.count("arc silent") == 0)
    #expect(written.misplaced == nil && written.stray == 0 && svg.text.contains("Claims &amp; more"))
  }

  @Test("show progress forwards, also where less is better", arguments: [(12.0, 40.0, 25.0), (40, 12, 25)])
  func progress(baseline: Double, target: Double, actual: Double) throws {
    let line = ResultLine(
      baseline: .init(baseline, "B"), actual: .init(actual, "A"), target: .init(target, "T"), state: .claimed)
    let svg = try #require(line.svg(title: "Fees", isMirrored: false)).text
    let from = try #require(svg.firstMatch(of: #/class="hollow" cx="([\d.]+)"/#).flatMap { Double($0.1) })
    let now = try #require(svg.firstMatch(of: #/class="dot" cx="([\d.]+)"/#).flatMap { Double($0.1) })
    #expect(from < now && now < 352 && svg.contains("arc claimed n3"))
  }

  @Test("show a figure that fell behind its baseline, and one without a target")
  func behind() throws {
    let line = ResultLine(baseline: .init(12, "B"), actual: .init(9, "A"), target: .init(40, "T"), state: .silent)
    let svg = try #require(line.svg(title: "Fees", isMirrored: false)).text
    let from = try #require(svg.firstMatch(of: #/class="hollow" cx="([\d.]+)"/#).flatMap { Double($0.1) })
    let now = try #require(svg.firstMatch(of: #/class="dot" cx="([\d.]+)"/#).flatMap { Double($0.1) })
    #expect(now < from && svg.contains("arc core n3"))
    let alone = ResultLine(baseline: nil, actual: .init(0, "A"), target: nil, state: .claimed)
    #expect(try #require(alone.svg(title: "x", isMirrored: true)).text.contains("dot"))
    let none = ResultLine(baseline: nil, actual: nil, target: nil, state: .claimed)
    #expect(none.svg(title: "x", isMirrored: false) == nil)
  }

  @Test("lay teaching and learning on two sides of one line", arguments: [false, true])
  func ledger(isMirrored: Bool) throws {
    let given = try #require(PeerDays("3.5")), received = try #require(PeerDays("12"))
    let svg = Ledger([.init("Nhamatare <x>", given: given, received: received)]).svg(
      title: "Days", isMirrored: isMirrored, number: { "\($0)" })
    let ends = svg.text.matches(of: #/H([\d.]+)v14/#).compactMap { Double($0.1) }
    #expect(ends.count == 2 && (ends[0] < 180) == !isMirrored && (ends[1] > 180) == !isMirrored)
    #expect(abs(ends[1] - 180) > abs(ends[0] - 180))
    #expect(WrittenMarkup(svg).misplaced == nil && svg.text.contains("Nhamatare &lt;x&gt;"))
  }
}

import Cooperation
import Imports
import SQL
import Storage
import TestSupport
import Testing

extension ImportWorld {
  /// Every partnership on record, the oldest first.
  func partnerships() throws -> [Partnership] {
    try database.read { session in
      var all: [Partnership] = []
      try session.partnerships.each { all.append($0) }
      return all
    }
  }

  func only() throws -> Partnership {
    let all = try partnerships()
    #expect(all.count == 1)
    return try #require(all.first)
  }
}

@Suite("An IATI file that is read in") struct ImportActivityTests {
  @Test("makes an inferred partnership of an activity, in its languages", arguments: Engine.allCases)
  func adds(engine: Engine) throws {
    let world = try ImportWorld(engine)
    let money = """
      <budget><period-start iso-date="2024-01-01"/><period-end iso-date="2024-12-31"/>
      <value value-date="2024-01-01">1200.50</value></budget>
      <transaction><transaction-type code="3"/><transaction-date iso-date="2024-03-01"/>
      <value value-date="2024-03-01">-300</value></transaction>
      <transaction><transaction-type code="4"/><transaction-date iso-date="2024-04-01"/>
      <value value-date="2024-04-01" currency="XOF">50000</value></transaction>
      """
    let results = """
      <result type="2"><title><narrative>Fewer leaks</narrative></title>
      <indicator measure="1"><title><narrative>Leaks</narrative></title><baseline year="2023" value="40"/>
      <period><period-start iso-date="2024-01-01"/><period-end iso-date="2024-12-31"/>
      <target value="20"/><actual value="25"/></period></indicator></result>
      """
    let report = try world.read(activityFile(activity(rest: money + results)))
    #expect(
      report.kind == .iati && report.tally.added == 1 && report.findings.contains { $0.code == "mixed-currencies" })
    let partnership = try world.only()
    #expect(partnership.stage == .inferred && partnership.form == .programme && partnership.began == Day("2024-02-01"))
    #expect(partnership.title.versions == ["en": "Safe water", "fr": "Eau saine"])
    #expect(partnership.topic.themes == ["water-supply"] && partnership.topic.context.country == Country.Code("BJ"))
    #expect(partnership.parties.all.map(\.role) == [.lead, .partner])
    try world.database.read { session in
      let names = try session.organisations.find(partnership.parties.all.map(\.organisation))
      #expect(names.map(\.standing) == [.inferred, .inferred] && names.last?.country == Country.Code("BJ"))
      #expect(names.first?.identifiers == [.init(.iati, "NL-KVK-27195046")])
      let contributions = try session.contributions.of(partnership.id)
      #expect(contributions.map(\.kind) == [.budget, .disbursement, .expenditure])
      #expect(contributions.map(\.money.minorUnits) == [120_050, -30_000, 50_000])
      #expect(contributions.map(\.money.currency.code) == ["EUR", "EUR", "XOF"])
      let outcome = try #require(try session.outcomes.of(partnership.id).first)
      #expect(outcome.level == .outcome && outcome.indicators.first?.baseline?.value == Amount("40"))
      #expect(outcome.indicators.first?.periods.first?.actual == Amount("25"))
      let source = Source("iati:NL-KVK-27195046", "NL-KVK-27195046-water")
      #expect(try session.sources.of(partnership.id.text) == [source])
    }
  }

  @Test("changes nothing the second time, and what is different the third", arguments: Engine.allCases)
  func again(engine: Engine) throws {
    let world = try ImportWorld(engine)
    let budget = """
      <budget><period-start iso-date="2024-01-01"/><period-end iso-date="2024-12-31"/>
      <value value-date="2024-01-01">10</value></budget>
      """
    _ = try world.read(activityFile(activity(rest: budget)))
    let before = try world.rows(), first = try world.only()
    let second = try world.read(activityFile(activity(rest: budget)), 2)
    #expect(second.tally.skipped == 1 && second.tally.added == 0 && second.tally.changed == 0)
    #expect(try world.only() == first && world.rows() == before)
    let other = activity(title: "<title><narrative>Clean water</narrative></title>", rest: budget + budget)
    let third = try world.read(activityFile(other), 3)
    #expect(third.tally.changed == 1)
    #expect(third.lines.first?.details.contains { $0.hasPrefix("title:") } == true)
    #expect(third.lines.first?.details.contains { $0.hasPrefix("money:") } == true)
    _ = try UndoImport(try #require(third.run)).run(on: world.occasion(4))
    let restored = try world.only()
    #expect(restored.title == first.title && restored.parties == first.parties)
    #expect(try world.rows() == before)
  }

  @Test("is undone without a trace, parts and wholes included", arguments: Engine.allCases)
  func undone(engine: Engine) throws {
    let world = try ImportWorld(engine)
    let before = try world.rows()
    let part = activity("NL-KVK-27195046-part", rest: "<related-activity type=\"1\" ref=\"NL-KVK-27195046-water\"/>")
    let report = try world.read(activityFile(part, activity()))
    let all = try world.partnerships()
    #expect(report.tally.added == 2 && all.compactMap(\.parent).count == 1)
    #expect(try world.read(activityFile(part, activity()), 2).tally.skipped == 2)
    let undone = try UndoImport(try #require(report.run)).run(on: world.occasion(3))
    #expect(undone.left == [])
    #expect(try world.rows() == before)
  }

  @Test("makes one partnership with two sources of two reports on the same") func twoReports() throws {
    let world = try ImportWorld()
    _ = try world.read(activityFile(activity()))
    let other = activity(
      "BJ-IFU-6201408024805-eau", by: "BJ-IFU-6201408024805",
      rest: "<related-activity type=\"5\" ref=\"NL-KVK-27195046-water\"/>")
    let report = try world.read(activityFile(other), 2)
    #expect(report.tally.changed == 1 && report.tally.added == 0)
    let id = try world.only().id.text
    #expect(try world.database.read { try $0.sources.of(id).count } == 2)
    #expect(try world.read(activityFile(other), 3).tally.skipped == 1)
  }

  @Test("attaches to whom it knows by identifier, never by name") func attaches() throws {
    let world = try ImportWorld()
    let known = Organisation(
      id: Identifier(bits: 5), kind: .association, name: Texts("VNG", in: "nl"), country: Country.Code("NL"),
      identifiers: [.init(.iati, "NL-KVK-27195046")])
    let namesake = Organisation(
      id: Identifier(bits: 6), kind: .association, name: Texts("ANCB", in: "fr"), country: Country.Code("BJ"))
    try world.database.transaction { session in
      for each in [known, namesake] { try session.organisations.insert(each, at: ImportWorld.noon) }
    }
    _ = try world.read(activityFile(activity()))
    let parties = try world.only().parties
    #expect(parties.contains(known.id) && !parties.contains(namesake.id))
  }

  @Test(
    "puts aside whom only a name or a bare number tells, and what would then be left with one party",
    arguments: ["", "60", "22000", "GB", "NL KVK 1"])
  func unknown(ref: String) throws {
    let world = try ImportWorld()
    let two = """
      <participating-org ref="NL-KVK-27195046" role="2"><narrative>VNG International</narrative></participating-org>
      <participating-org ref="\(ref)" role="4"><narrative>Ville de Ouidah</narrative></participating-org>
      """
    let report = try world.read(activityFile(activity(parties: two)))
    #expect(report.tally.review == 2 && report.tally.added == 0)
    #expect(try world.partnerships() == [])
    let items = try world.database.read { try $0.reviewItems.list().items }
    #expect(items.map(\.code) == ["unknown-organisation", "waiting-activity"])
    let again = try world.read(activityFile(activity(parties: two)), 2)
    #expect(again.tally.skipped == 1 && again.tally.review == 0 && again.tally.added == 0)
  }

  @Test("passes over an activity of one organisation, and a second one of the same identifier") func alone() throws {
    let world = try ImportWorld()
    let one = "<participating-org ref=\"NL-KVK-27195046\" role=\"2\"><narrative>VNG</narrative></participating-org>"
    let report = try world.read(activityFile(activity("NL-KVK-27195046-a", parties: one), activity(), activity()))
    #expect(report.tally.skipped == 2 && report.tally.added == 1)
    #expect(report.codes["one-organisation"] == 1 && report.codes["repeated-activity"] == 1)
  }

  @Test("leaves alone what someone has changed since, and says so") func changedHere() throws {
    let world = try ImportWorld()
    _ = try world.read(activityFile(activity()))
    var partnership = try world.only()
    partnership.title = Texts("As we call it", in: "en")
    try world.database.transaction { try $0.partnerships.update(partnership, at: ImportWorld.noon) }
    let report = try world.read(activityFile(activity(title: "<title><narrative>New</narrative></title>")), 2)
    #expect(report.tally.skipped == 1 && report.codes["changed-here"] == 1)
    #expect(try world.only().title.versions == ["en": "As we call it"])
  }

  @Test("keeps impossible dates and reversed periods out, and says where") func dates() throws {
    let world = try ImportWorld()
    let rest = """
      <activity-date type="4" iso-date="2023-01-01"/>
      <budget><period-start iso-date="2024-12-31"/><period-end iso-date="2024-01-01"/><value>5</value></budget>
      <result type="1"><title><narrative>R</narrative></title>
      <indicator measure="1"><title><narrative>I</narrative></title>
      <period><period-start iso-date="2024-12-31"/><period-end iso-date="2024-01-01"/></period></indicator></result>
      """
    let report = try world.read(activityFile(activity(rest: rest)))
    #expect(report.codes["reversed-dates"] == 2 && report.codes["impossible-period"] == 1 && report.tally.added == 1)
    #expect(try world.only().stage == .inferred)
  }
}

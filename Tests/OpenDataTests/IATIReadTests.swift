import Cooperation
import Reference
import Streams
import Tables
import Testing
import XML

@testable import OpenData

private func read(_ bytes: [UInt8]) throws -> (records: [IATIReader.Record], found: [Finding]) {
  var found: [Finding] = []
  let reader = IATIReader(ByteSource(bytes)) { found.append($0) }
  var records: [IATIReader.Record] = []
  while let record = try reader.next() { records.append(record) }
  return (records, found)
}

private func activities(_ bytes: [UInt8]) throws -> (activities: [Activity], found: [Finding]) {
  let (records, found) = try read(bytes)
  return (records.compactMap { if case .activity(let activity) = $0 { activity } else { nil } }, found)
}

/// One activity around `parts`.
private func one(_ parts: String, version: String = "2.03", _ attributes: String = "default-currency=\"EUR\"") throws
  -> (
    activity: Activity, found: [Finding]
  )
{
  let text = """
    <iati-activities version="\(version)"><iati-activity xml:lang="fr" \(attributes)>
    <iati-identifier> BJ-1-eau </iati-identifier>\(parts)</iati-activity></iati-activities>
    """
  let (activities, found) = try activities(Array(text.utf8))
  return (try #require(activities.first), found)
}

@Suite("Reading an IATI activity") struct IATIReadTests {
  @Test("keeps names and texts by language, markup and all") func texts() throws {
    let (activity, found) = try one(
      """
      <reporting-org ref="BJ-1" type="11"><narrative>Ville de Ouidah</narrative>
      <narrative xml:lang="en">Ouidah</narrative></reporting-org>
      <title><narrative>Eau &amp; marchés</narrative><narrative xml:lang="ar">الماء</narrative></title>
      <description type="2"><narrative><![CDATA[<p>Former <b>20</b> agents</p>]]></narrative></description>
      <participating-org ref="DE-2" role="1" type="11"><narrative>Dortmund</narrative></participating-org>
      """)
    #expect(found == [])
    #expect(activity.identifier == "BJ-1-eau" && activity.line == 1 && activity.language == "fr")
    #expect(activity.reporter?.ref == "BJ-1" && activity.reporter?.type?.text == "11")
    #expect(activity.reporter?.name.texts?.versions == ["fr": "Ville de Ouidah", "en": "Ouidah"])
    #expect(activity.title.texts?.original == "fr" && activity.title.texts?.versions["ar"] == "الماء")
    #expect(activity.descriptions.first?.words.first == "<p>Former <b>20</b> agents</p>")
    #expect(
      activity.participants.map(\.role?.text) == ["1"] && activity.participants.first?.body.name.first == "Dortmund")
  }

  @Test("takes out invisible signs that turn a name around, and says so") func bidi() throws {
    let (activity, found) = try one("<title><narrative>Ville\u{202E} de\u{2066} Ouidah</narrative></title>")
    #expect(activity.title.first == "Ville de Ouidah" && found.map(\.code) == ["bidi-control"])
  }

  @Test(
    "keeps money exact, in the minor units of its currency",
    arguments: [
      ("1200.5", "EUR", 120_050), ("1200", "JPY", 1200), ("1.234", "TND", 1234), (" -0.01 ", "EUR", -1),
      ("100.500", "EUR", 10_050),
      ("90071992547409.93", "USD", 9_007_199_254_740_993),
    ])
  func money(text: String, currency: String, minorUnits: Int64) throws {
    let (activity, found) = try one(
      "<transaction ref='t'><transaction-type code='3'/><transaction-date iso-date='2024-02-29'/>"
        + "<value value-date='2024-03-01' currency='\(currency)'>\(text)</value></transaction>")
    let transaction = try #require(activity.transactions.first)
    #expect(transaction.value == Currency(currency).map { Money(minorUnits: minorUnits, $0) } && found == [])
    #expect(transaction.day == Day("2024-02-29") && transaction.valueDate == Day("2024-03-01"))
  }

  @Test(
    "says which money it cannot keep as it is",
    arguments: [
      ("1200.505", "EUR", "too-many-decimals"), ("1.5", "XOF", "too-many-decimals"),
      ("1,200", "EUR", "unreadable-amount"),
      ("", "EUR", "unreadable-amount"), ("99999999999999999999", "EUR", "unreadable-amount"),
      ("1", "ECU", "unknown-code"),
    ])
  func badMoney(text: String, currency: String, code: String) throws {
    let (activity, found) = try one("<budget><value currency='\(currency)'>\(text)</value></budget>")
    #expect(found.map(\.code) == [code])
    #expect((activity.budgets.first?.value == nil) == (code == "unreadable-amount"))
  }

  @Test("leaves out days that no calendar has, and sums without a currency") func impossible() throws {
    let (activity, found) = try one(
      "<activity-date type='2' iso-date='2023-02-29'/><activity-date type='4' iso-date='2024-12-31Z'/>"
        + "<budget><period-start iso-date='2023-13-01'/><value>5</value></budget>", "")
    #expect(found.map(\.code) == ["impossible-date", "no-date", "impossible-date", "no-currency"])
    #expect(activity.start == nil && activity.end == Day("2024-12-31"))
    #expect(activity.budgets.first?.start == nil && activity.budgets.first?.value == nil)
  }

  @Test("keeps codes as they were published, and flags the unknown and the withdrawn") func codes() throws {
    let (activity, found) = try one(
      "<recipient-country code='MZ' percentage='60.5'/><sector code='15112' percentage='100'/>"
        + "<sector vocabulary='99' code='ours'/>"
        + "<tag vocabulary='3' code='11.3'/><tag vocabulary='2' code='99'/><policy-marker code='1' significance='2'/>"
        + "<collaboration-type code='8'/><activity-status code='7'/>")
    #expect(activity.countries.first?.percentage == Amount("60.5"))
    #expect(activity.sectors.map(\.code.standing) == [.known, .unlisted] && activity.sectors[1].vocabulary == "99")
    #expect(activity.tags.map(\.code.text) == ["11.3", "99"] && activity.markers.first?.significance?.text == "2")
    #expect(activity.collaboration?.text == "8" && activity.status?.published == "7")
    #expect(found.map(\.code) == ["unknown-code", "unknown-code"])
  }

  @Test("keeps results with their baselines, periods, targets and actuals") func results() throws {
    let (activity, found) = try one(
      """
      <result type="1"><title><narrative>Marchés</narrative></title>
      <indicator measure="1" ascending="0"><title><narrative>Pannes</narrative></title>
      <baseline year="2020" value="10"/>
      <period><period-start iso-date="2021-01-01"/><period-end iso-date="2021-12-31"/>
      <target value="5"><dimension name="sex" value="f"/><comment><narrative>Ensemble</narrative></comment></target>
      <actual value="environ 6"/></period></indicator></result>
      <document-link url="https://example.org/a" format="text/html"><title><narrative>A</narrative></title>
      <category code="A08"/><language code="fr"/></document-link><related-activity ref="DE-2-x" type="5"/>
      """)
    let indicator = try #require(activity.results.first?.indicators.first)
    #expect(!indicator.ascending && indicator.baselines.first?.year == 2020)
    #expect(indicator.baselines.first?.figure.value == Amount("10"))
    #expect(indicator.periods.first?.targets.first?.dimensions == [.init(name: "sex", value: "f")])
    #expect(indicator.periods.first?.targets.first?.comment.first == "Ensemble")
    #expect(indicator.periods.first?.actuals.first?.value == nil)
    #expect(
      indicator.periods.first?.actuals.first?.published == "environ 6" && found.map(\.code) == ["unreadable-figure"])
    #expect(activity.documents.first?.categories.first?.text == "A08" && activity.documents.first?.languages == ["fr"])
    #expect(activity.related == [.init(identifier: "DE-2-x", type: PublishedCode(published: "5", standing: .known))])
  }

  @Test("understands the first versions, and gives their codes the names of today") func first() throws {
    let (activity, found) = try one(
      """
      <title>Water</title><title xml:lang="es">Agua</title>
      <description type="1">Wells</description><description type="1" xml:lang="es">Pozos</description>
      <participating-org role="Funding" ref="GB-1">DFID</participating-org>
      <activity-date type="start-actual" iso-date="2010-05-01"/>
      <activity-date type="end-planned">2012-06-30</activity-date>
      <sector vocabulary="DAC" code="14030" percentage="100">Water</sector>
      <transaction><transaction-type code="D"/><value value-date="2011-01-01">7</value></transaction>
      """, version: "1.03")
    #expect(found == [] && activity.version == .v105)
    #expect(activity.title.texts?.versions == ["fr": "Water", "es": "Agua"])
    #expect(activity.descriptions.count == 1 && activity.descriptions.first?.words.narratives.count == 2)
    #expect(activity.participants.first?.role?.text == "1" && activity.participants.first?.role?.published == "Funding")
    #expect(activity.start == Day("2010-05-01") && activity.end == Day("2012-06-30"))
    #expect(activity.sectors.first?.vocabulary == "1" && activity.sectors.first?.name.first == "Water")
    #expect(activity.transactions.first?.type?.text == "3")
  }
}

@Suite("Reading an IATI file") struct IATIFileTests {
  @Test("tells an organisation file by its organisations") func organisations() throws {
    let text =
      "<iati-organisations version='2.03'><iati-organisation><organisation-identifier>DE-2</organisation-identifier>"
      + "<name><narrative xml:lang='de'>Dortmund</narrative></name></iati-organisation></iati-organisations>"
    let (records, found) = try read(Array(text.utf8))
    let name = Words([Words.Narrative(language: "de", text: "Dortmund")])
    #expect(records == [.organisation(PublishedOrganisation(line: 1, identifier: "DE-2", name: name))] && found == [])
  }

  @Test("passes over an activity that has no identifier, and gives the others") func nameless() throws {
    let text =
      "<iati-activities version='2.03'><iati-activity/>"
      + "<iati-activity><iati-identifier>A</iati-identifier></iati-activity></iati-activities>"
    let (activities, found) = try activities(Array(text.utf8))
    #expect(activities.map(\.identifier) == ["A"] && found.map(\.code) == ["no-identifier"])
    #expect(found.first?.level == .error)
  }

  @Test("gives what came before the trouble in a file that is not whole") func broken() throws {
    let text =
      "<iati-activities version='2.03'><iati-activity><iati-identifier>A</iati-identifier></iati-activity><iati-act"
    let reader = IATIReader(ByteSource(Array(text.utf8))) { _ in }
    #expect(try reader.next() != nil)
    #expect(throws: XMLError.self) { try reader.next() }
  }

  @Test("gives nothing of a file that is something else") func other() throws {
    let (records, found) = try read(Array("<html><body/></html>".utf8))
    #expect(records == [] && found.map(\.code) == ["not-iati"])
  }

  @Test(
    "finds as many activities, transactions and budgets in 24 real files as are known to be in them",
    .enabled(if: SharedData.isHere, Comment(rawValue: SharedData.absent)))
  func real() throws {
    var table = try SharedData.manifest()
    while let row = try table.next() {
      let name = try #require(row["file"])
      let (records, found) = try read(SharedData.bytes("iati/real/" + name))
      // Drafts from before the first version, whose activities have no identifier.
      if name.contains("prestandard") {
        #expect(found.filter { $0.code == "no-identifier" }.count == Int(row["activities"] ?? ""), "\(name)")
        continue
      }
      let activities = records.compactMap { if case .activity(let activity) = $0 { activity } else { nil } }
      let sums = [
        ("activities", activities.count), ("organisations", records.count - activities.count),
        ("transactions", activities.reduce(0) { $0 + $1.transactions.count }),
        ("budgets", activities.reduce(0) { $0 + $1.budgets.count }),
        ("results", activities.reduce(0) { $0 + $1.results.count }),
        ("indicators", activities.reduce(0) { $0 + $1.results.reduce(0) { $0 + $1.indicators.count } }),
      ]
      for (column, count) in sums { #expect(row[column] == String(count), "\(column) of \(name)") }
    }
  }
}

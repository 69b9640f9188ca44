import Cooperation
import Markup
import OpenData
import Reference
import Streams
import Tables
import Testing
import XML

private let today = Instant(start: Day(year: 2026, month: 11, day: 23) ?? Day(number: 0))

/// What is found in a document, and the report on it.
private func findings(
  _ bytes: [UInt8], _ parts: Set<IATICheck.Part>, version: IATISchema.Version? = nil,
  document: IATISchema.Document? = nil
) throws -> (found: [Finding], report: IATICheck.Report) {
  var found: [Finding] = []
  let check = IATICheck(now: today, version: version, document: document, parts: parts)
  let report = try check.run(on: ByteSource(bytes)) { found.append($0) }
  return (found, report)
}

private func codes(_ text: String, _ parts: Set<IATICheck.Part> = Set(IATICheck.Part.allCases)) throws -> [String] {
  try findings(Array(text.utf8), parts).found.map { "\($0.line) \($0.code)" }
}

@Suite("Checking an IATI document", .enabled(if: SharedData.isHere, Comment(rawValue: SharedData.absent)))
struct IATIAgreementTests {
  @Test("agrees with every official case", arguments: ["1.05", "2.02", "2.03"])
  func suite(version: String) throws {
    let cases = try SharedData.values("iati/schema-suite/suite-\(version).jsonl")
    #expect(cases.count >= 68)
    for one in cases {
      let (found, _) = try findings(
        Array((one["xml"]?.text ?? "").utf8), [.schema],
        version: IATISchema.Version(rawValue: one["version"]?.text ?? ""),
        document: IATISchema.Document(rawValue: one["schema"]?.text ?? ""))
      let errors = found.filter { $0.level == .error }
      #expect(
        errors.isEmpty == (one["expected"]?.text == "pass"), "\(one["id"]?.text ?? "") \(errors.first?.message ?? "")")
    }
  }

  @Test("agrees with what is known of 24 real files")
  func real() throws {
    var table = try SharedData.manifest()
    var count = 0
    while let row = try table.next() {
      let name = try #require(row["file"])
      let (found, report) = try findings(SharedData.bytes("iati/real/" + name), [.schema])
      // The list calls it valid; the official schema refuses document-link/@language at the same line as we do.
      let isExplained = name == "gb-dfid-drc-1.01.xml.gz"
      let isValid = row["xmllint"] == "valid" && !isExplained
      #expect(report.isClean == isValid, "\(name) \(found.first { $0.level == .error }?.message ?? "")")
      #expect(
        report.records == Int(row["activities"] ?? "").flatMap { $0 + (Int(row["organisations"] ?? "") ?? 0) },
        "\(name)")
      count += 1
    }
    #expect(count == 24)
  }

  @Test("finds nothing wrong with the shape of the annotated examples")
  func examples() throws {
    let names = try SharedData.files(in: "iati/examples")
    #expect(names.count == 12)
    for name in names {
      let (found, report) = try findings(SharedData.bytes("iati/examples/" + name), [.schema])
      #expect(report.isClean, "\(name) \(found.first?.message ?? "")")
    }
  }

  @Test("finds the 532 coded values of Spain's file that are on no list: 514 empty ones, and two aid types")
  func spain() throws {
    let (found, _) = try findings(SharedData.bytes("iati/real/es-maec-indonesia-2.01.xml"), [.codes])
    #expect(found.filter { $0.code == "unknown-code" }.count == 532)
    #expect(found.filter { $0.message.contains("“”") }.count == 514)
    #expect(found.allSatisfy { $0.level == .warning })
  }

  @Test("follows the official rules as their own tests do")
  func rules() throws {
    let cases = try SharedData.values("iati/rulesets/meta-tests.jsonl")
    #expect(cases.count == 83)
    for one in cases {
      let check = RuleCheck(rules(of: try #require(one["ruleset"])), now: today)
      var found: [Finding] = []
      try check.run(on: XMLDocument(Array((one["xml"]?.text ?? "").utf8))) { found.append($0) }
      #expect(found.isEmpty == one["expected"]?.bool, "\(one["rule"]?.text ?? "") with \(one["file"]?.text ?? "")")
    }
  }

  /// The rules of a ruleset in its official form: element, verb, cases.
  private func rules(of set: JSONValue) -> [Rule] {
    (set.members ?? []).flatMap { context in
      (context.value.members ?? []).flatMap { verb in
        (verb.value["cases"]?.list ?? []).compactMap {
          Rule(id: verb.name, context: context.name, verb: verb.name, arguments: $0)
        }
      }
    }
  }
}

/// The smallest document in which nothing is wrong.
private func sample(_ changes: (String, String)...) -> String {
  var text = """
    <?xml version="1.0" encoding="UTF-8"?>
    <iati-activities version="2.03">
      <iati-activity default-currency="EUR" xml:lang="en">
        <iati-identifier>GB-COH-1-water</iati-identifier>
        <reporting-org ref="GB-COH-1" type="11"><narrative>Northport</narrative></reporting-org>
        <title><narrative>Safe water for two markets</narrative></title>
        <description type="1"><narrative>Two cities teach each other.</narrative></description>
        <participating-org ref="GB-COH-1" role="4"/>
        <activity-status code="2"/>
        <activity-date type="2" iso-date="2024-02-01"/>
        <recipient-country code="MZ"/>
        <sector vocabulary="1" code="14030"/>
        <budget><period-start iso-date="2024-01-01"/><period-end iso-date="2024-12-31"/>
          <value value-date="2024-01-01">1200.50</value></budget>
      </iati-activity>
    </iati-activities>
    """
  for (old, new) in changes { text = text.replacing(old, with: new) }
  return text
}

@Suite("What a check of an IATI document says") struct IATIFindingTests {
  @Test("is nothing where nothing is wrong") func clean() throws {
    let (found, report) = try findings(Array(sample().utf8), Set(IATICheck.Part.allCases))
    #expect(found.map(\.message) == [])
    #expect(report.records == 1 && report.version == .v203 && report.document == .activities)
  }

  @Test("is the same for a file that is compressed or comes in small pieces") func pieces() throws {
    var rest = Array(sample(("code=\"2\"", "code=\"9\"")).utf8)[...]
    var found: [Finding] = []
    let source = ByteSource {
      defer { rest = rest.dropFirst(7) }
      return rest.isEmpty ? nil : Array(rest.prefix(7))
    }
    _ = try IATICheck(now: today).run(on: source) { found.append($0) }
    #expect(found.map(\.code) == ["unknown-code"] && found.first?.line == 9)
  }

  @Test("names what stands too late, too often, or where it may not") func places() throws {
    let title = "    <title><narrative>Safe water for two markets</narrative></title>\n"
    let description = "    <description type=\"1\"><narrative>Two cities teach each other.</narrative></description>\n"
    #expect(
      try codes(sample((title + description, description + title)), [.schema]) == [
        "6 missing-element", "7 wrong-order",
      ])
    let twice = sample(("<activity-status code=\"2\"/>", "<activity-status code=\"2\"/><activity-status code=\"2\"/>"))
    #expect(try codes(twice, [.schema]) == ["9 repeated-element"])
    #expect(try codes(sample(("<sector ", "<sectors ")), [.schema]) == ["12 unexpected-element"])
    #expect(try codes(sample((title, "")), [.schema]) == ["6 missing-element"])
    #expect(
      try codes(sample(("<activity-status code=\"2\"/>", "ongoing <activity-status code=\"2\"/>")), [.schema]) == [
        "9 stray-text"
      ])
  }

  @Test("names what is missing from an attribute, or cannot be read") func values() throws {
    #expect(try codes(sample(("iso-date=\"2024-02-01\"", "iso-date=\"2024-02-30\"")), [.schema]) == ["10 wrong-value"])
    #expect(try codes(sample((" type=\"2\" iso-date", " iso-date")), [.schema]) == ["10 missing-attribute"])
    #expect(try codes(sample(("<sector ", "<sector percent=\"1\" ")), [.schema]) == ["12 unexpected-attribute"])
    #expect(try codes(sample(("1200.50", "1,200.50")), [.schema]) == ["14 wrong-value"])
  }

  @Test("lets unknown and withdrawn codes pass with a warning") func codeLists() throws {
    let (found, report) = try findings(
      Array(sample(("\"14030\"", "\"99999\""), ("code=\"MZ\"", "code=\"AN\"")).utf8), [.codes])
    #expect(found.map(\.code) == ["withdrawn-code", "unknown-code"] || found.map(\.code) == ["unknown-code"])
    #expect(report.isClean && report.warnings == found.count)
  }

  @Test("holds codes that are written as text to their lists, and names their element") func textCodes() throws {
    let channel = "<crs-add><channel-code>1</channel-code></crs-add>\n      </iati-activity>"
    let (found, _) = try findings(Array(sample(("</iati-activity>", channel)).utf8), Set(IATICheck.Part.allCases))
    #expect(found.map(\.code) == ["unknown-code"])
    #expect(found.first?.message.contains("<channel-code>") == true)
  }

  @Test("names the official rule that is broken, at its line") func officialRules() throws {
    #expect(try codes(sample(("<sector vocabulary=\"1\" code=\"14030\"/>", ""))) == ["3 6.2.2"])
    #expect(try codes(sample(("2024-12-31", "2025-12-31"))) == ["13 7.5.3"])
    #expect(try codes(sample(("GB-COH-1-water", "GB-COH-1"))) == ["4 1.1.3", "4 1.1.21"])
    #expect(try codes(sample(("2024-02-01", "2027-02-01"))) == ["10 11.1.4"])
    let split =
      "<sector vocabulary=\"1\" code=\"14030\" percentage=\"66.6\"/>"
      + "<sector vocabulary=\"1\" code=\"14050\" percentage=\"33.3\"/>"
    #expect(try codes(sample(("<sector vocabulary=\"1\" code=\"14030\"/>", split))) == ["12 2.1.2"])
    #expect(
      try codes(sample(("<sector vocabulary=\"1\" code=\"14030\"/>", split.replacing("66.6", with: "66.7")))) == [])
  }

  @Test("is that a file is no IATI document, not whole, or of an unknown version") func other() throws {
    #expect(try codes("<rss version=\"2.0\"/>", [.schema]).contains("1 not-iati"))
    #expect(try codes("<iati-activities version=\"2.03\"><iati-activity>") == ["1 not-well-formed"])
    #expect(
      try codes("<!DOCTYPE a [<!ENTITY b 'c'>]><iati-activities version=\"2.03\"/>").contains("1 not-well-formed"))
    #expect(try codes(sample(("2.03", "2.04"))) == ["2 unknown-version"])
    #expect(try codes(sample((" version=\"2.03\"", ""))).first == "2 unknown-version")
    #expect(try codes("") == ["1 not-well-formed"])
  }

  @Test("says what, where, why, and what to do") func words() throws {
    let (found, _) = try findings(Array(sample(("<sector ", "<sectors ")).utf8), [.schema])
    let message = try #require(found.first?.message)
    #expect(message.contains("<sectors>") && message.contains("<iati-activity>") && message.contains("2.03"))
    #expect(message.hasSuffix("leave it out."))
  }
}

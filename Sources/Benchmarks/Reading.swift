import BareEngines
import Cooperation
import OpenData
import Streams

extension Benchmark {
  static let reading = Benchmark(
    name: "iati",
    about: "IATI activities read and checked against the code lists, beside libxml2 doing nothing with them"
  ) {
    let folder = Scratch(for: "iati")
    defer { folder.clear() }
    do {
      var activities = SyntheticActivities(seed: 2026)
      let small = try folder.file("small.xml") { activities.write(20_000_000, to: $0) }
      let large = try folder.file("large.xml") { activities.write(100_000_000, to: $0) }
      return try measured(small, large)
    } catch {
      return [Measure(what: "IATI could not be measured: \(error)", figure: 0, unit: "", limit: .atLeast(1))]
    }
  }

  private static func measured(_ small: String, _ large: String) throws -> [Measure] {
    var ours: [Double] = [], bare: [Double] = []
    for _ in 0..<3 {
      bare.append(try rate(of: small, parse))
      ours.append(try rate(of: small, read))
    }
    let atSmall = try Gauge.peak { try read(small) }, atLarge = try Gauge.peak { try read(large) }
    return [
      Measure(
        what: "activities read (reference: libxml2's bare parse of the same file)", figure: ours.quantile(0.5),
        unit: "MB/s", reference: bare.quantile(0.5), limit: .ratioAtLeast(0.4)),
      Measure(
        what: "memory at most, 100 MB (reference: 20 MB)", figure: atLarge / 1e6, unit: "MB",
        reference: atSmall / 1e6, limit: .ratioAtMost(1.1)),
    ]
  }

  /// Megabytes a second of a busy core.
  private static func rate(of path: String, _ work: (String) throws -> Void) throws -> Double {
    let start = Gauge.busy
    try work(path)
    let seconds = (Gauge.busy - start) / 1000
    return Double(Scratch.size(of: path)) / 1e6 / seconds
  }

  private static func read(_ path: String) throws {
    let reader = IATIReader(try ByteSource(file: path)) { finding in
      preconditionFailure("what the generator writes is sound: \(finding)")
    }
    while try reader.next() != nil {}
    precondition(reader.records > 1000, "the generator writes many activities")
  }

  private static func parse(_ path: String) {
    precondition(bare_parse(path) == 1, "the generator writes XML")
  }
}

/// Activities made up by chance, as publishers write them: a dozen kilobytes each, most of it transactions and results.
private struct SyntheticActivities {
  private var chance: Chance

  init(seed: UInt64) { chance = Chance(seed: seed) }

  /// Hands a file of about `bytes` bytes to `piece`.
  mutating func write(_ bytes: Int, to piece: (String) -> Void) {
    piece("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<iati-activities version=\"2.03\">\n")
    var (written, number) = (0, 0)
    while written < bytes {
      number += 1
      let activity = activity(number)
      written += activity.utf8.count
      piece(activity)
    }
    piece("</iati-activities>\n")
  }

  private mutating func activity(_ number: Int) -> String {
    let country = ["MZ", "ZA", "BR", "CO", "PH", "MA", "SN", "KE"].randomElement(using: &chance) ?? "MZ"
    let year = Int.random(in: 2008...2022, using: &chance)
    return """
      <iati-activity default-currency="EUR" xml:lang="en" last-updated-datetime="\(year)-11-02T10:15:00Z">
        <iati-identifier>XM-EXAMPLE-\(number)</iati-identifier>
        <reporting-org ref="XM-EXAMPLE" type="40"><narrative>An example of a publisher</narrative></reporting-org>
        <title><narrative>\(sentence(8))</narrative><narrative xml:lang="fr">\(sentence(9))</narrative></title>
        <description type="1"><narrative>\(sentence(60))</narrative></description>
        <participating-org ref="XM-EXAMPLE" role="1" type="40"><narrative>An example of a publisher</narrative>
        </participating-org>
        <participating-org role="4" type="10"><narrative>Municipality of \(sentence(2))</narrative></participating-org>
        <activity-status code="2"/>
        <activity-date type="1" iso-date="\(year)-01-15"/><activity-date type="2" iso-date="\(year)-02-01"/>
        <activity-date type="3" iso-date="\(year + 3)-12-31"/>
        <recipient-country code="\(country)" percentage="100"/>
        <sector vocabulary="1" code="14030" percentage="60"/><sector vocabulary="1" code="15112" percentage="40"/>
        <default-flow-type code="10"/><default-finance-type code="110"/><default-aid-type code="C01"/>
        <budget type="1" status="2"><period-start iso-date="\(year)-01-01"/><period-end iso-date="\(year)-12-31"/>\
      <value currency="EUR" value-date="\(year)-01-01">\(Int.random(in: 1000...900_000, using: &chance))</value>
        </budget>
      \((0..<Int.random(in: 4...30, using: &chance)).map { transaction($0, year) }.joined())\
      \((0..<Int.random(in: 1...4, using: &chance)).map { result($0, year) }.joined())</iati-activity>

      """
  }

  private mutating func transaction(_ number: Int, _ year: Int) -> String {
    let day = "\(year + number % 3)-0\(1 + number % 9)-\(10 + number % 18)"
    return """
        <transaction ref="T\(number)"><transaction-type code="\(2 + number % 3)"/><transaction-date iso-date="\(day)"/>
          <value currency="EUR" value-date="\(day)">\(Int.random(in: 100...90_000, using: &chance)).50</value>
          <description><narrative>\(sentence(6))</narrative></description>
          <provider-org ref="XM-EXAMPLE"><narrative>An example of a publisher</narrative></provider-org>
          <receiver-org><narrative>\(sentence(3))</narrative></receiver-org></transaction>

      """
  }

  private mutating func result(_ number: Int, _ year: Int) -> String {
    let periods = (0..<3).map { place in
      """
            <period><period-start iso-date="\(year + place)-01-01"/><period-end iso-date="\(year + place)-12-31"/>
              <target value="\(place * 20 + 10)"/><actual value="\(place * 18 + 9)"><comment><narrative>\(sentence(12))\
      </narrative></comment></actual></period>

      """
    }
    return """
        <result type="\(1 + number % 3)" aggregation-status="false"><title><narrative>\(sentence(7))</narrative></title>
          <indicator measure="1" ascending="true"><title><narrative>\(sentence(9))</narrative></title>
            <baseline year="\(year)" value="5"/>
      \(periods.joined())    </indicator></result>

      """
  }

  private mutating func sentence(_ count: Int) -> String {
    let words = [
      "water", "city", "régies", "council", "training", "waste", "plan", "años", "peer", "staff", "street", "tax",
    ]
    return (0..<count).map { _ in words.randomElement(using: &chance) ?? "" }.joined(separator: " ")
  }
}

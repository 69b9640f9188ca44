import Cooperation
import Foundation
import Reference
import Streams
import TestSupport
import Testing

@testable import OpenData

/// A file with those reports.
private func written(_ reports: [ActivityReport]) throws -> [UInt8] {
  var bytes: [UInt8] = []
  try ActivityFile(at: Sample.now).write({ each in try reports.forEach(each) }, to: { bytes += $0 })
  return bytes
}

private func report(_ change: (inout PartnershipRecord) throws -> Void = { _ in }) throws -> ActivityReport {
  var record = try Sample.record()
  try change(&record)
  return try ActivityReport(of: record, by: try #require(record.reporter), at: Sample.now)
}

/// What our own check says of a file.
private func complaints(_ bytes: [UInt8]) throws -> [String] {
  var found: [String] = []
  _ = try IATICheck(now: Sample.now).run(on: ByteSource(bytes)) { found.append("\($0.line) \($0.code) \($0.message)") }
  return found
}

private func activity(_ report: ActivityReport) throws -> Activity {
  var found: [Finding] = []
  let reader = IATIReader(ByteSource(try written([report]))) { found.append($0) }
  guard case .activity(let activity)? = try reader.next() else { throw Sample.Absent() }
  #expect(found == [])
  return activity
}

/// The official schema, asked by the program that publishers use.
private enum OfficialSchema {
  static let program = "/usr/bin/xmllint"
  static var isHere: Bool { SharedData.isHere && FileManager.default.isExecutableFile(atPath: program) }
  static let absent = "skipped: the folder ../shared/data or the program xmllint is not here"

  /// What it complains of; empty where a file is valid.
  static func complaints(_ bytes: [UInt8], _ document: String) throws -> String {
    try withFolder { folder in
      let file = folder + "/report.xml"
      try Data(bytes).write(to: URL(filePath: file))
      let process = Process(), words = Pipe()
      let schema = "\(SharedData.folder ?? "")/iati/xsd/2.03/iati-\(document)-schema.xsd"
      process.executableURL = URL(filePath: program)
      process.arguments = ["--noout", "--nonet", "--schema", schema, file]
      process.standardError = words
      try process.run()
      let said = try words.fileHandleForReading.readToEnd() ?? Data()
      process.waitUntilExit()
      return process.terminationStatus == 0 ? "" : String(decoding: said, as: UTF8.self)
    }
  }
}

private func organisationFile() throws -> [UInt8] {
  var bytes: [UInt8] = []
  let all = [Sample.north, Sample.south].map {
    OrganisationFile.Report(body: .init($0), lastUpdated: Sample.now, page: "https://copolis.example/organisations/1")
  }
  try OrganisationFile(at: Sample.now).write({ each in try all.forEach(each) }, to: { bytes += $0 })
  return bytes
}

/// The sample in one of many states, so that little is known of it or much; nil where nobody could report it.
private func varied(_ seed: Int) throws -> ActivityReport? {
  var chance = Chance(seed: UInt64(seed))
  var record = try Sample.record()
  let old = record.partnership, parties = [Sample.north.id, Sample.south.id]
  let stages: [Partnership.Stage] = [
    old.stage, .proposed(by: Sample.north.id, on: Sample.day(2026, 1, 1)), .agreed(on: Sample.day(2025, 5, 5)),
    .ended(on: Sample.day(2026, 2, 1), why: Partnership.Ending.allCases.randomElement(using: &chance) ?? .lapsed),
    .inferred,
  ]
  let form = Partnership.Form.allCases.randomElement(using: &chance) ?? .twinning
  let full = Bool.random(using: &chance)
  record.partnership = Partnership(
    id: old.id, title: old.title, form: form, parties: old.parties,
    stage: stages.randomElement(using: &chance) ?? .inferred, about: full ? old.about : nil,
    topic: full ? old.topic : Topic(), began: Bool.random(using: &chance) ? old.began : nil)
  let stances = parties.shuffled(using: &chance).prefix(Int.random(in: 1...2, using: &chance))
  let voices = stances.enumerated().map {
    Sample.voice(
      $1, $0 == 0 ? .claims : [.confirms, .disputes].randomElement(using: &chance) ?? .confirms, because: "No.")
  }
  record.claim = Claim(among: parties, voices: voices, isImported: Bool.random(using: &chance))
  record.contributions.removeAll { _ in Bool.random(using: &chance) }
  if Bool.random(using: &chance) { record.organisations[Sample.south.id]?.country = nil }
  if Bool.random(using: &chance) { record.organisations[Sample.south.id]?.standing = .invented }
  if !full { (record.outcomes, record.places, record.page) = ([], [:], "") }
  do {
    return try ActivityReport(of: record, by: try #require(record.reporter), at: Sample.now)
  } catch let refusal as ActivityReport.Refusal {
    #expect(refusal == .noStart && record.partnership.began == nil)
    return nil
  }
}

@Suite("Reporting a partnership in IATI") struct IATIReportTests {
  @Test("gives a file without anything to complain of, by our check")
  func clean() throws {
    let bytes = try written([try report()])
    let found = try complaints(bytes)
    #expect(found == [])
  }

  @Test("stays clean whatever the stage, form and claims are, with little known or much", arguments: 1...40)
  func every(seed: Int) throws {
    guard let report = try varied(seed) else { return }
    let found = try complaints(written([report]))
    #expect(found == [], "seed \(seed)")
  }

  @Test(
    "is valid by the official schema, in every state", .enabled(if: OfficialSchema.isHere, "\(OfficialSchema.absent)"))
  func official() throws {
    let reports = try [report()] + (1...200).compactMap { try varied($0) }
    #expect(reports.count > 120)
    #expect(try OfficialSchema.complaints(written(reports), "activities") == "")
    #expect(try OfficialSchema.complaints(organisationFile(), "organisations") == "")
    #expect(try OfficialSchema.complaints(Array("<iati-activities/>".utf8), "activities") != "")
  }

  @Test("comes back as it went out") func roundTrip() throws {
    let activity = try activity(report())
    #expect(activity.identifier == "DE-CR-HRB1-" + Partnership.ID(bits: 9).text)
    #expect(activity.reporter?.name.first == "Stadt Norden & Söhne <1>" && activity.reporter?.type?.text == "11")
    #expect(activity.title.texts == (try Sample.record().partnership.title))
    #expect(activity.descriptions.first?.words.first == "Duas cidades <aprendem> uma da outra.")
    #expect(
      activity.participants.map(\.body.ref) == ["DE-CR-HRB1", "XI-WIKIDATA-Q12", "XI-COPOLIS-" + Sample.donor.id.text])
    #expect(activity.participants.map(\.role?.text) == ["2", "4", "1"] && activity.status?.text == "2")
    #expect(activity.day("2") == Sample.day(2024, 1, 15) && activity.day("3") == Sample.day(2027, 2, 28))
    #expect(activity.countries.map(\.code.text) == ["MZ"] && activity.countries.first?.percentage == Amount("100"))
    #expect(activity.tags.map(\.code.text) == ["6", "11", "6.1", "11.3"])
    #expect(activity.related.map(\.identifier) == ["XI-WIKIDATA-Q12-" + Partnership.ID(bits: 9).text])
    #expect(activity.documents.map(\.address) == ["https://copolis.example/partnerships/par_1"])
    #expect(activity.lastUpdated == Sample.now)
  }

  @Test("keeps every cent: budgets by year add up, payments keep their currency, what is not paid is left out")
  func money() throws {
    let activity = try activity(report())
    #expect(activity.currency == Currency("EUR") && activity.budgets.count == 3)
    #expect(activity.budgets.reduce(0) { $0 + ($1.value?.minorUnits ?? 0) } == 100_001)
    #expect(
      activity.budgets.first?.start == Sample.day(2024, 3, 1) && activity.budgets.last?.end == Sample.day(2027, 2, 28))
    #expect(activity.transactions.map(\.type?.text) == ["2", "1", "4"])
    #expect(
      activity.transactions.map(\.value) == [
        try Sample.money(50_000), try Sample.money(1_500, "JPY"), try Sample.money(-20),
      ])
    #expect(
      activity.transactions[1].provider?.name.first == "A fund"
        && activity.transactions[1].receiver?.ref == "DE-CR-HRB1")
  }

  @Test("tells figures in numbers or in words, as their indicator is measured") func results() throws {
    let result = try #require(try activity(report()).results.first)
    #expect(result.type?.text == "2" && result.indicators.map(\.measure?.text) == ["1", "5"])
    #expect(result.indicators[0].periods.first?.actuals.first?.value == Amount("10.5"))
    #expect(result.indicators[1].periods.first?.actuals.first?.published == "")
    #expect(result.indicators[1].periods.first?.actuals.first?.comment.first == "10.5")
  }

  @Test("tells how one knows a figure, and what is told in words as words") func words() throws {
    var outcome = try Sample.outcome()
    for place in outcome.indicators.indices {
      outcome.indicators[place].periods[0].words = Texts("Contámos.", in: "pt")
    }
    let told = PartnershipRecord.Told(outcome, .confirmed)
    let result = try #require(try activity(report { $0.outcomes = [told] }).results.first)
    let actuals = result.indicators.map { $0.periods.first?.actuals.first }
    #expect(actuals.map { $0?.comment.first } == ["Contámos.", "Contámos."])
    #expect(actuals[0]?.value == Amount("10.5") && actuals[1]?.published == "")
  }

  @Test("leaves out results that a party disputes, and figures of periods that one does") func disputes() throws {
    #expect(try report { $0.outcomes = [.init(try Sample.outcome(), .disputed)] }.results == [])
    let period = try report { $0.disputed = [.init(bits: 7)] }.results.first?.indicators.first?.periods.first
    #expect(period?.actual == nil && period?.target != nil)
  }

  @Test("says in words who confirms, who is silent and who disputes") func claims() throws {
    let parties = [Sample.north.id, Sample.south.id]
    func note(_ voices: [Claim.Voice]) throws -> String? {
      try report { $0.claim = Claim(among: parties, voices: voices, isImported: false) }.descriptions.last?.text
        .versions["en"]
    }
    let own = Sample.voice(Sample.north.id, .claims)
    #expect(try note([own, Sample.voice(Sample.south.id, .confirms)]) == "Confirmed by both partners on 2025-03-01.")
    #expect(
      try note([own])
        == "Claimed by Stadt Norden & Söhne <1> on 2025-03-01; not yet confirmed by Município do Sul.")
    #expect(
      try note([own, Sample.voice(Sample.south.id, .disputes, because: "It never began")])
        == "Claimed by Stadt Norden & Söhne <1>; disputed by Município do Sul: It never began")
  }

  @Test("puts no words into anybody's mouth") func silence() throws {
    var record = try Sample.record()
    record.claim = Claim(among: [Sample.north.id, Sample.south.id], voices: [], isImported: true)
    #expect(record.reporter == nil)
    #expect(throws: ActivityReport.Refusal.notTheirWord) {
      try ActivityReport(of: record, by: Sample.north.id, at: Sample.now)
    }
  }

  @Test("gives an organisation its own identifier, or one that others can look up") func identifiers() {
    func identifier(_ given: [Organisation.ExternalIdentifier], _ standing: Organisation.Standing = .claimed) -> String
    {
      var organisation = Sample.donor
      (organisation.identifiers, organisation.standing) = (given, standing)
      return IATIIdentifier.of(organisation)
    }
    #expect(identifier([.init(.wikidata, "Q1"), .init(.iati, "XM-DAC-1")]) == "XM-DAC-1")
    #expect(identifier([.init(.national, "GB-LAE-LND"), .init(.wikidata, "Q1")]) == "GB-LAE-LND")
    #expect(identifier([.init(.national, "05913"), .init(.wikidata, "Q1")]) == "XI-WIKIDATA-Q1")
    #expect(identifier([.init(.iati, "A/B")]) == "XI-COPOLIS-" + Sample.donor.id.text)
    #expect(identifier([.init(.iati, "XM-DAC-1")], .invented) == "XE-EXAMPLE-" + Sample.donor.id.text)
  }

  @Test("shares a whole so that the parts are exactly 100 %", arguments: 1...300)
  func shares(count: Int) {
    var chance = Chance(seed: UInt64(count))
    let weights = (0..<(count % 37 + 1)).map { _ in Int.random(in: 1...9, using: &chance) }
    let parts = Percent.shares(of: weights)
    #expect(parts.reduce(0) { $0 + $1.hundredths } == 10_000)
    let total = weights.reduce(0, +)
    for (weight, part) in zip(weights, parts) { #expect(abs(part.hundredths * total - weight * 10_000) < total) }
  }

  @Test("writes an organisation file that nothing is wrong with either") func organisations() throws {
    let bytes = try organisationFile()
    let found = try complaints(bytes)
    #expect(found == [])
    let reader = IATIReader(ByteSource(bytes)) { _ in }
    let record = try #require(try reader.next())
    guard case .organisation(let read) = record else { throw ReportedOtherwise() }
    #expect(read.line == 3 && read.identifier == "DE-CR-HRB1" && read.reporter?.ref == "DE-CR-HRB1")
    #expect(read.name == Words([.init(language: "de", text: "Stadt Norden & Söhne <1>")]))
  }

  @Test("writes a file without any activity, too") func none() throws {
    #expect(try written([]).count < 200)
  }
}

/// The file tells of something else.
private struct ReportedOtherwise: Error {}

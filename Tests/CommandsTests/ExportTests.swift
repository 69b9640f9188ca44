import Commands
import Cooperation
import Foundation
import OpenData
import SQL
import Storage
import Streams
import TestSupport
import Testing

/// The demonstration universe in a database of its own, and what is exported from it.
struct ExportWorld {
  let environment: [String: String]
  let folder: String

  /// Lends `body` such a world, with money that moved; it is gone afterwards.
  static func lend(_ engine: Engine, _ body: (ExportWorld) throws -> Void) throws {
    try engine.setting { setting in
      try withFolder { folder in
        let world = ExportWorld(environment: ["COPOLIS_DATABASE": setting], folder: folder)
        #expect(Terminal().run("demo", environment: world.environment) == .done)
        try body(world)
      }
    }
  }

  func database<Result>(_ body: (any Database) throws -> Result) throws -> Result {
    let database = try openDatabase(environment["COPOLIS_DATABASE"] ?? "")
    defer { database.close() }
    return try body(database)
  }

  /// The bytes of an export.
  func export(_ dataset: String, _ format: String) throws -> [UInt8] {
    let terminal = Terminal(), file = "\(folder)/\(dataset).\(format)"
    let exit = terminal.run("export", dataset, "--format", format, "-o", file, environment: environment)
    #expect(exit == .done, "\(terminal.errors)")
    return Array(try Data(contentsOf: URL(filePath: file)))
  }

  func lines(_ dataset: String) throws -> [String] {
    String(decoding: try export(dataset, "json"), as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// Two years of a budget, and money that went from one city to the other.
  func spend() throws -> [Contribution] {
    try database { database in
      try database.transaction { session in
        var all: [Contribution] = []
        try session.partnerships.each { partnership in
          guard case .signed(let agreement) = partnership.stage, all.isEmpty,
            try session.partnerships.claim(of: partnership.id).state == .confirmed
          else { return }
          let giver = partnership.parties.all.first?.organisation
          for (number, kind, units, code) in [
            (1, Contribution.Kind.budget, 100_001, "EUR"), (2, .disbursement, 12_345, "EUR"),
            (3, .expenditure, -700, "JPY"), (4, .inKind, 99, "EUR"),
          ] {
            let currency = try #require(Currency(code))
            all.append(
              Contribution(
                id: .init(bits: UInt128(number)), partnership: partnership.id, kind: kind, organisation: giver,
                money: Money(minorUnits: Int64(units), currency), day: agreement.signed,
                until: kind == .budget ? agreement.signed.adding(months: 24) : nil, note: ""))
          }
        }
        for contribution in all { try session.contributions.insert(contribution) }
        return all
      }
    }
  }
}

/// The official schema, asked by the program that publishers use.
private enum OfficialSchema {
  static let program = "/usr/bin/xmllint"
  static var isHere: Bool { ReferenceData.isHere && FileManager.default.isExecutableFile(atPath: program) }

  /// What it complains of; empty where a file is valid.
  static func complaints(_ file: String, _ document: String) throws -> String {
    let process = Process(), words = Pipe()
    let schema = "\(ReferenceData.folder ?? "")/iati/xsd/2.03/iati-\(document)-schema.xsd"
    process.executableURL = URL(filePath: program)
    process.arguments = ["--noout", "--nonet", "--schema", schema, file]
    process.standardError = words
    try process.run()
    let said = try words.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? "" : String(decoding: said, as: UTF8.self)
  }
}

@Suite("Exporting the demonstration universe", .serialized) struct ExportTests {
  @Test("gives every dataset in every format, with as many records as are public", arguments: Engine.allCases)
  func everything(engine: Engine) throws {
    try ExportWorld.lend(engine) { world in
      for dataset in Dataset.all {
        for format in dataset.formats { _ = try world.export(dataset.slug, format.name) }
      }
      let (organisations, needs, partnerships, results, activities, reporters) = try world.database { database in
        try database.read { session in
          let all = session.holdings
          return try (
            all.organisations().count, all.published(Need.self).count, all.partnerships().count, all.results().count,
            all.activities().count, all.reporters().count
          )
        }
      }
      #expect(try world.lines("organisations").count == organisations)
      #expect(try world.lines("needs").count == needs)
      #expect(try world.lines("partnerships").count == partnerships)
      #expect(try world.lines("results").count == results)
      let file = String(decoding: try world.export("activities", "iati.xml"), as: UTF8.self)
      #expect(file.components(separatedBy: "<iati-activity ").count - 1 == activities && activities > 3)
      let bodies = String(decoding: try world.export("organisation-file", "iati.xml"), as: UTF8.self)
      #expect(bodies.components(separatedBy: "<iati-organisation ").count - 1 == reporters)
    }
  }

  @Test("tells of each partnership and each figure how it stands, and of nothing that is not public")
  func honest() throws {
    try ExportWorld.lend(.sqlite) { world in
      let partnerships = try world.lines("partnerships").joined()
      for state in ["inferred", "claimed", "confirmed", "disputed", "silent"] {
        #expect(partnerships.contains("\"claim\":\"\(state)\""), "\(state)")
      }
      let results = try world.lines("results")
      for (title, state) in [("Hectares", "disputed"), ("Blocked drains", "confirmed"), ("Residents", "claimed")] {
        let rows = results.filter { $0.contains("\"indicator_title\":\"\(title)") }
        #expect(rows.contains { $0.contains("\"claim\":\"\(state)\"") }, "\(title)")
      }
      let drafts = try world.database { database in
        try database.texts(
          """
          SELECT title FROM need WHERE stage <> 'published'
          UNION SELECT title FROM practice WHERE stage <> 'published'
          """)
      }
      let contacts = try world.database { try $0.texts("SELECT contact FROM person WHERE contact <> ''") }
      #expect(!drafts.isEmpty && !contacts.isEmpty)
      for dataset in Dataset.all {
        for format in dataset.formats where format.name != "xlsx" {
          let text = String(decoding: try world.export(dataset.slug, format.name), as: UTF8.self)
          for secret in drafts + contacts { #expect(!text.contains(secret), "\(dataset.slug): \(secret)") }
        }
      }
    }
  }

  @Test(
    "gives IATI that our own check finds clean, and that is valid under the official schema",
    .enabled(if: OfficialSchema.isHere, "skipped: the folder ../shared/data or the program xmllint is not here"),
    arguments: Engine.allCases)
  func valid(engine: Engine) throws {
    try ExportWorld.lend(engine) { world in
      _ = try world.spend()
      for (dataset, document) in [("activities", "activities"), ("organisation-file", "organisations")] {
        _ = try world.export(dataset, "iati.xml")
        let terminal = Terminal(), file = "\(world.folder)/\(dataset).iati.xml"
        #expect(terminal.run("check", file, environment: world.environment) == .done, "\(terminal.output)")
        #expect(terminal.output.isEmpty && terminal.errors.contains("0 errors, 0 warnings"))
        #expect(try OfficialSchema.complaints(file, document) == "")
      }
    }
  }

  @Test("gives IATI that says the same when it is read again")
  func roundTrip() throws {
    try ExportWorld.lend(.sqlite) { world in
      let spent = try world.spend()
      var activities: [Activity] = []
      let reader = IATIReader(ByteSource(try world.export("activities", "iati.xml"))) { finding in
        Issue.record("\(finding)")
      }
      while let record = try reader.next() {
        if case .activity(let activity) = record { activities.append(activity) }
      }
      let terminal = Terminal(), file = "\(world.folder)/activities.iati.xml"
      #expect(terminal.run("check", file) == .done && terminal.output.isEmpty, "\(terminal.output)")
      let told = try #require(activities.first { $0.identifier.hasSuffix(spent[0].partnership.text) })
      let (partnership, kept) = try world.database { database in
        try database.read { session in
          (
            try session.partnerships.require(spent[0].partnership),
            try session.contributions.of(spent[0].partnership)
          )
        }
      }
      #expect(kept.count >= spent.count)
      #expect(told.title.texts == partnership.title)
      let moved = kept.filter { [.disbursement, .expenditure].contains($0.kind) }.map(\.money)
      #expect(told.transactions.compactMap(\.value) == moved)
      let budget = told.budgets.compactMap(\.value).filter { $0.currency.code == "EUR" }.map(\.minorUnits)
      #expect(budget.count == 3 && budget.reduce(0, +) == 100_001)
      #expect(told.start == partnership.began)
    }
  }
}

@Suite("copolis export") struct ExportCommandTests {
  @Test(
    "names what there is where it is asked for something else",
    arguments: [["nonsense"], ["needs", "--format", "iati.xml"], ["needs"], [], ["needs", "practices"]])
  func misuse(words: [String]) throws {
    try withFolder { folder in
      let terminal = Terminal()
      let exit = terminal.run(words: ["export"] + words, environment: ["COPOLIS_DATABASE": "\(folder)/a.db"])
      #expect(exit == .wrongUsage)
      #expect(terminal.errors.contains("csv") || terminal.errors.contains("organisations, practices"))
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/a.db"))
    }
  }

  @Test("leaves what is there as it was when it cannot finish, and no half file")
  func unfinished() throws {
    try withFolder { folder in
      let environment = ["COPOLIS_DATABASE": "\(folder)/a.db"]
      try FileManager.default.createDirectory(atPath: "\(folder)/there", withIntermediateDirectories: true)
      let terminal = Terminal()
      let exit = terminal.run(
        "export", "needs", "--format", "csv", "-o", "\(folder)/there", environment: environment)
      #expect(exit == .failed && terminal.errors.contains("cannot be written"))
      let left = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(left.filter { $0.hasPrefix("there") } == ["there"])
    }
  }

  @Test("writes to standard output where no file is named, and says nothing else there")
  func output() throws {
    try withFolder { folder in
      let terminal = Terminal()
      let exit = terminal.run(
        "export", "needs", "--format=csv", environment: ["COPOLIS_DATABASE": "\(folder)/a.db"])
      #expect(exit == .done && terminal.output.hasPrefix("id,title,") && terminal.errors.isEmpty)
    }
  }
}

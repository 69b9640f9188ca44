import Cooperation
import Imports
import SQL
import Storage
import TestSupport
import Testing

private let header = "city1,country1,lat1,lng1,city2,country2,lat2,lng2\n"

@Suite("A list of twin towns that is read in") struct ImportTwinningTests {
  @Test("makes one inferred partnership of a pair, whoever lists it, with each source", arguments: Engine.allCases)
  func twoSources(engine: Engine) throws {
    let world = try ImportWorld(engine)
    let first = try world.read(
      header + "Londres,UK,51.5,-0.1,Paris,France,48.9,2.3\nParis,France,48.9,2.3,London,England,51.5,0\n")
    #expect(first.kind == .twinning && !first.hasErrors)
    #expect(first.tally.added == 1 && first.tally.skipped == 1)
    let second = try world.read(
      "origincityLabel,origincountry,originlat,originlong,originpopulation,sistercityLabel,destinationlat,"
        + "destinationlong,destinationpopulation,destination_countryLabel,dist,eu\n"
        + "Paris,France,48.85,2.35,1,London,51.5,-0.12,2,United Kingdom,340,EU\n", 2)
    #expect(second.tally.added == 0 && second.tally.changed == 1)
    try world.database.read { session in
      let id = try #require(
        try session.rows("SELECT id FROM partnership") { Partnership.ID(try $0.text(0)) }.first ?? nil)
      let twinning = try session.partnerships.require(id)
      #expect(twinning.form == .twinning && twinning.stage == .inferred)
      #expect(try session.sources.of(id.text).map(\.name) == ["wikidata-p190", "wikipedia-lists"])
      let cities = try session.organisations.find(twinning.parties.all.map(\.organisation))
      #expect(
        cities.map(\.standing) == [.inferred, .inferred] && cities.map(\.kind) == [.localGovernment, .localGovernment])
      #expect(cities.first { $0.country == Country.Code("GB") }?.name.versions["fr"] == "Londres")
    }
  }

  @Test(
    "puts aside what it cannot attach for certain, with what it may mean",
    arguments: [
      ("Kansas City,USA,39.1,-94.6", "ambiguous-place", ["1/4393217", "1/4273837"]),
      ("Nowhere,France,48.8,2.3", "unknown-place", ["1/2968254", "1/2988507"]),
      ("Paris,Prussia,48.9,2.3", "unknown-country", ["1/2988507", "1/4717560"]),
      ("Paris,,48.9,2.3", "unknown-country", ["1/2988507", "1/4717560"]),
      ("Paris,France,,", "no-position", ["1/2988507"]),
      ("Paris,France,45.0,0.0", "position-elsewhere", ["1/2988507"]),
      ("Bratislava,Austria,48.15,17.1", "position-in-another-country", ["1/3060972"]),
      ("Brussels,France,33.7,-95.5", "position-in-another-country", []),
    ])
  func doubt(town: String, code: String, candidates: [String]) throws {
    let world = try ImportWorld()
    let report = try world.read(header + "\(town),London,Canada,43,-81.2\n")
    #expect(report.findings.map(\.code) == [code] && report.findings.first?.line == 2)
    #expect(report.tally.review == 1 && !report.hasErrors)
    let item = try #require(try world.database.read { try $0.reviewItems.list().items.first })
    #expect(item.code == code && item.candidates.filter { $0.hasPrefix("1/") }.starts(with: candidates))
    #expect(item.candidates.contains("2/6058560") && item.content.contains(.init("city-2", "London")))
    #expect(try world.rows()["partnership"] == 0 && world.rows()["organisation"] == 0)
    #expect(try world.read(header + "London,Canada,43,-81.3,\(town)\n", 2).tally.skipped == 1)
  }

  @Test("suspects two towns of one country, and passes over a town that is its own twin") func suspects() throws {
    let world = try ImportWorld()
    let report = try world.read(
      header + "Paris,France,48.9,2.3,Villejuif,France,48.8,2.36\nParis,France,48.9,2.3,PARIS,France,48.8,2.3\n")
    #expect(report.findings.map(\.code) == ["same-country", "same-place"])
    #expect(report.tally.review == 1 && report.tally.skipped == 1)
  }

  @Test("attaches nothing where several local governments sit on a place") func several() throws {
    let world = try ImportWorld()
    try world.database.transaction { session in
      for number in 1...2 {
        try session.organisations.insert(
          Organisation(
            id: Identifier(bits: UInt128(number)), kind: .localGovernment, name: Texts("Paris \(number)", in: "fr"),
            country: Country.Code("FR"), place: GeoNamesNumber(2_988_507)), at: ImportWorld.noon)
      }
    }
    let report = try world.read(header + "Paris,France,48.9,2.3,Vienna,Austria,48.2,16.4\n")
    #expect(report.findings.map(\.code) == ["several-organisations"])
    let item = try #require(try world.database.read { try $0.reviewItems.list().items.first })
    #expect(item.candidates.filter { $0.hasPrefix("1/org_") }.count == 2)
  }

  @Test("writes nothing in a preview, and says the same as for real") func preview() throws {
    let world = try ImportWorld()
    let text = header + "Paris,France,48.9,2.3,Vienna,Austria,48.2,16.4\nParis,France,48.9,2.3,Ouagadougou,Zaire,1,1\n"
    let before = try world.rows()
    let preview = try world.preview(text)
    #expect(preview.run == nil && preview.tally.added == 1 && preview.tally.review == 1)
    #expect(try world.rows() == before)
    let real = try world.read(text)
    #expect(real.run != nil && real.tally == preview.tally && real.lines == preview.lines)
  }

  @Test(
    "is refused as a whole, with the line, where it cannot be read to its end",
    arguments: [
      (header + "Paris,France,48.9,2.3,Vienna,Austria,48.2,16.4\n\"Paris,x\n", "unreadable-table", 3),
      ("", "unknown-kind", 1),
      ("a,b\n1,2\n", "unknown-kind", 1),
      (header + "Pa\0ris,France,48.9,2.3,Vienna,Austria,48.2,16.4\n", "unreadable-table", 2),
      (
        header + "Paris,France,48.9,2.3,Vienna,Austria,48.2,16.4\nx,\(String(repeating: "y", count: 1_100_000))",
        "unreadable-table", 3
      ),
    ])
  func hostile(text: String, code: String, line: Int) throws {
    let world = try ImportWorld()
    let before = try world.rows()
    let report = try world.read(text)
    #expect(report.isRefused && report.run == nil && report.findings.map(\.code) == [code])
    #expect(report.findings.first?.line == line)
    #expect(try world.rows() == before)
  }

  @Test("is refused in another encoding, and where a compressed file is cut short") func bytes() throws {
    let world = try ImportWorld()
    let latin =
      Array(header.utf8) + Array("M".utf8) + [0xFC] + Array("nchen,Germany,48,11,Paris,France,48.8,2.3\n".utf8)
    let report = try Import(ImportFile(latin, called: "latin.csv")).run(on: world.occasion())
    #expect(
      report.isRefused && report.findings.first?.line == 2 && report.findings.first?.message.contains("UTF-8") == true)
    let gzip: [UInt8] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0x4b, 0xce]
    let cut = try Import(ImportFile(gzip, called: "cut.gz"), as: .twinning).run(on: world.occasion(2))
    #expect(cut.isRefused && cut.findings.map(\.code) == ["damaged-file"])
  }

  @Test("goes on after a row with too few values, and says which") func ragged() throws {
    let world = try ImportWorld()
    let report = try world.read(header + "Paris,France\nParis,France,48.9,2.3,Vienna,Austria,48.2,16.4\n")
    #expect(report.hasErrors && !report.isRefused && report.tally.added == 1)
    #expect(report.findings.first?.line == 2 && report.findings.first?.code == "wrong-columns")
  }

  @Test("is for reviewers and administrators only") func denied() throws {
    let world = try ImportWorld()
    #expect(throws: Denial.signIn) {
      try Import(ImportFile(Array(header.utf8), called: "x")).run(on: world.occasion(1, viewer: .visitor))
    }
  }

  @Test(
    "of the real world comes out the same the second time, and leaves no trace when it is undone",
    .enabled(if: ReferenceData.isHere, ReferenceData.absent)) func real() throws
  {
    let world = try ImportWorld(places: [])
    // The gazetteer comes with the first import, and stays.
    _ = try world.read(header + "Nowhere,Nowhere,0,0,Nowhere,Nowhere,1,1\n")
    let before = try world.rows()
    let names = ["wikidata-p190-25-eu-countries.csv.gz", "wikipedia-lists-28-countries-outside-eu.csv.gz"]
    let files = names.map { ReferenceData.file("twinning/" + $0) }
    let first = try Import(files[0]).run(on: world.occasion(2))
    #expect((6000...7500).contains(first.tally.added) && (8000...10_000).contains(first.tally.review))
    #expect(first.tally.added + first.tally.skipped + first.tally.review == 24_926)
    let second = try Import(files[1]).run(on: world.occasion(3))
    #expect((2700...3500).contains(second.tally.added) && (300...500).contains(second.tally.changed))
    let again = try Import(files[0]).run(on: world.occasion(4))
    #expect(again.tally.skipped == 24_926 && again.findings.allSatisfy { $0.code == "same-place" })
    for (number, report) in [first, second, again].enumerated() {
      let undone = try UndoImport(try #require(report.run)).run(on: world.occasion(UInt64(5 + number)))
      #expect(undone.left == [])
    }
    #expect(try world.rows() == before)
  }
}

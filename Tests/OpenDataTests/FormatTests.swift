import Cooperation
import Markup
import Reference
import Tables
import Testing
import XML

@testable import OpenData

private let credit = Credit(page: "https://c.example/x", licence: "CC BY 4.0", changed: Sample.now)

/// What a format makes of a dataset.
private func written(_ format: Format, _ dataset: Dataset, _ content: Publication.Content) throws -> [UInt8] {
  var bytes: [UInt8] = []
  try format.write(Publication(dataset, content, at: Sample.now)) { bytes += $0 }
  return bytes
}

private func rows(_ rows: [Row]) -> Publication.Content { .rows { each in try rows.forEach(each) } }

private func organisation(_ name: String, at position: Position? = nil) -> Row {
  var organisation = Sample.south
  organisation.name = Texts(name, in: "pt", translations: ["ar": "بلدية"])
  let place = position.flatMap { position in
    Country.Code("MZ").map {
      Place(id: GeoNamesNumber(7), name: "Sul", country: $0, division: "", position: position, population: 12)
    }
  }
  return OrganisationRow(organisation, place: place, seeks: ["water-supply"], teaches: [], credit: credit).row
}

@Suite("Open data") struct FormatTests {
  @Test(
    "can be had as promised",
    arguments: [
      ("organisations", "csv json xlsx geojson"), ("practices", "csv json xlsx geojson"),
      ("needs", "csv json xlsx geojson"),
      ("partnerships", "csv json xlsx geojson"), ("results", "csv json xlsx"), ("activities", "iati.xml"),
      ("organisation-file", "iati.xml"), ("updates", "atom"), ("national-return", "csv"), ("catalogue", "jsonld"),
    ])
  func promised(slug: String, formats: String) throws {
    let dataset = try #require(Dataset.named(slug))
    #expect(Set(formats.split(separator: " ").map(String.init)).isSubset(of: dataset.formats.map(\.name)))
  }

  @Test("is offered in every format that has a file", arguments: Format.all)
  func offered(format: Format) throws {
    #expect(Dataset.all.contains { format.offers($0) } && Format.named(format.name) != nil)
    #expect(format.mediaType.contains("/"))
  }

  @Test(
    "has columns that any program takes for names, each once and explained", arguments: Dataset.all.filter(\.isTable))
  func columns(dataset: Dataset) {
    #expect(Set(dataset.columns.map(\.name)).count == dataset.columns.count)
    for column in dataset.columns {
      #expect(column.name.allSatisfy { $0.isLowercase || $0 == "_" } && !column.about.isEmpty)
    }
  }

  @Test("is refused in a format that it does not have") func refused() throws {
    let publication = Publication(.updates, .updates(feed, { _ in }), at: Sample.now)
    #expect(throws: Format.Refusal.notOffered("updates", "csv")) { try Format.csv.write(publication) { _ in } }
  }

  @Test("has a value for each column of every table") func values() throws {
    var record = try Sample.record()
    record.partnership.parent = .init(bits: 77)
    let report = try ActivityReport(of: record, by: Sample.north.id, at: Sample.now)
    let partnership = PartnershipRow(
      record.partnership, claim: .confirmed, organisations: record.organisations, places: record.places, lastSign: nil,
      credit: credit
    ).row
    #expect(partnership.values.count == Dataset.partnerships.columns.count && partnership.positions.count == 1)
    let results = ResultRow.rows(of: try Sample.outcome(), claim: .claimed, in: report.title, credit: credit).map(\.row)
    #expect(results.count == 2 && results.allSatisfy { $0.values.count == Dataset.results.columns.count })
    let returns = ReturnRow.rows(of: report, in: 2024, country: "DE").map(\.row)
    #expect(returns.count == 3 && returns.allSatisfy { $0.values.count == Dataset.nationalReturn.columns.count })
    #expect(organisation("A").values.count == Dataset.organisations.columns.count)
    let need = Need(
      id: .init(bits: 3), organisation: Sample.south.id, title: report.title, shelf: Shelf(.published(at: Sample.now)))
    let practice = Practice(id: .init(bits: 3), organisation: Sample.south.id, title: report.title, shelf: Shelf())
    #expect(
      KnowledgeRow(need, of: Sample.south, place: nil, credit: credit).row.values.count == Dataset.needs.columns.count)
    #expect(
      KnowledgeRow(practice, of: Sample.south, place: nil, credit: credit).row.values.count
        == Dataset.practices.columns.count)
  }

  @Test("parts a year's money by purpose so that nothing is lost", arguments: [1, 7, 100, 50_000, 99_999])
  func nationalReturn(minorUnits: Int64) throws {
    var record = try Sample.record()
    record.contributions = [
      Sample.contribution(1, .disbursement, Sample.north.id, try Sample.money(minorUnits), Sample.day(2025, 2, 1)),
      Sample.contribution(2, .inKind, Sample.north.id, try Sample.money(5), Sample.day(2025, 2, 1)),
    ]
    let report = try ActivityReport(of: record, by: Sample.north.id, at: Sample.now)
    let place = try #require(ReturnRow.columns.firstIndex { $0.name == "disbursement" })
    let parts = ReturnRow.rows(of: report, in: 2025, country: "DE").compactMap {
      ExactNumber($0.row.values[place].text)
    }
    #expect(parts.reduce(.zero, +).description == ExactNumber(try Sample.money(minorUnits).decimalText)?.description)
    #expect(ReturnRow.rows(of: report, in: 2023, country: "DE") == [])
  }

  private var feed: Feed {
    Feed(
      address: "https://c.example/open/updates.atom", page: "https://c.example/", title: "Cities & <peers>",
      author: "A network", language: "en", updated: Sample.now)
  }

  @Test("is a feed that readers take: ids, dates, author and links, each change an entry of its own") func atom() throws
  {
    let title = Texts("بلدية <1>", in: "ar").reading(in: [])
    let entries = [0, 1].map {
      Feed.Entry(
        subject: "prc_1", page: "https://c.example/practices/prc_1", title: title, summary: "a < b\u{1}",
        category: "practice",
        published: Sample.now, updated: Sample.now.adding(days: -$0))
    }
    let bytes = try written(.atom, .updates, .updates(feed) { each in try entries.forEach(each) })
    let root = try XMLDocument(bytes).root
    #expect(root.name == "feed" && root.namespace == "http://www.w3.org/2005/Atom")
    #expect(root.elements.prefix(6).map(\.name) == ["id", "title", "updated", "author", "link", "link"])
    let found = root.elements.filter { $0.name == "entry" }
    #expect(Set(found.compactMap { $0.elements.first?.text }).count == 2)
    for entry in found {
      #expect(entry.attribute("xml:lang") == "ar")
      #expect(entry.elements.map(\.name) == ["id", "title", "updated", "published", "link", "category", "summary"])
      #expect(entry.elements[1].text == "بلدية <1>" && entry.elements[2].text.hasSuffix("Z"))
    }
    #expect(try XMLDocument(written(.atom, .updates, .updates(feed) { _ in })).root.elements.count == 6)
  }

  @Test("is a catalogue that names every dataset in every format, with its address") func catalogue() throws {
    let catalogue = OpenCatalogue(
      base: "https://c.example", title: "Cities", publisher: "A network", licence: "https://l.example/by",
      languages: ["en"],
      modified: Sample.now)
    let value = try JSONValue(reading: written(.catalogueJsonld, .catalogue, .catalogue(catalogue)))
    let datasets = try #require(value["dcat:dataset"]?.list)
    #expect(datasets.compactMap { $0["dct:identifier"]?.text } == Dataset.all.filter { $0 != .catalogue }.map(\.slug))
    let addresses = datasets.flatMap { $0["dcat:distribution"]?.list ?? [] }.compactMap {
      $0["dcat:downloadURL"]?["@id"]?.text
    }
    #expect(addresses.contains("https://c.example/open/activities.iati.xml"))
    #expect(
      addresses.count == Dataset.all.reduce(-1) { $0 + $1.formats.count } && Set(addresses).count == addresses.count)
  }

  @Test("is IATI where the activities are") func iati() throws {
    let report = try ActivityReport(of: Sample.record(), by: Sample.north.id, at: Sample.now)
    #expect(try XMLDocument(written(.iatiXml, .activities, .activities { try $0(report) })).root.elements.count == 1)
    let own = OrganisationFile.Report(body: .init(Sample.north), lastUpdated: Sample.now)
    #expect(
      try XMLDocument(written(.iatiXml, .organisationFile, .organisations { try $0(own) })).root.elements.count == 1)
  }
}

@Suite("A table of open data") struct TableFormatTests {
  private let awkward = [
    "plain", "comma, \"quote\"\r\nnew line", "=cmd()", "@SUM(1)", "-1+2", "مابوتو ‏(عاصمة)", "  spaced", "'=already",
    "Zażółć 🌍",
  ]

  @Test("comes back from CSV as it was, and runs no formula") func csv() throws {
    let all = awkward.map { organisation($0) }
    let bytes = try written(.csv, .organisations, rows(all))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.hasPrefix("id,title,title_language,") && text.hasSuffix("\r\n"))
    #expect(text.contains(",'=cmd(),") && text.contains(",'@SUM(1),"))
    var table = try TableReader(bytes)
    for name in awkward {
      let row = try #require(try table.next())
      // Only white space around a value is lost on the way back.
      #expect(row["title"] == String(name.drop { $0 == " " }))
      #expect(row["title_ar"] == "بلدية" && row["seeks"] == "water-supply" && row["changed"] == "2026-11-23T00:00:00Z")
    }
    #expect(try table.next() == nil)
  }

  @Test("comes back from JSON as it was, one object a line, with null for the unknown") func json() throws {
    let bytes = try written(.json, .organisations, rows(awkward.map { organisation($0) }))
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    let values = try lines.map { try JSONValue(reading: Array($0)) }
    #expect(values.map { $0["title"]?.text } == awkward)
    #expect(values.allSatisfy { $0["latitude"]?.isNull == true && $0["seeks"]?.list?.count == 1 })
    #expect(values.allSatisfy { $0.members?.map(\.name) == Dataset.organisations.columns.map(\.name) })
  }

  @Test("is a map layer with longitude first, and no place where none is known") func geoJSON() throws {
    let position = try #require(Position(latitude: -25.5, longitude: 32.25))
    let all = [
      organisation("A", at: position), organisation("B"), Row(organisation("C").values, at: [position, position]),
    ]
    let value = try JSONValue(reading: written(.geoJson, .organisations, rows(all)))
    let features = try #require(value["features"]?.list)
    #expect(value["type"]?.text == "FeatureCollection" && features.count == 3)
    #expect(features[0]["geometry"]?["coordinates"]?.list?.compactMap(\.double) == [32.25, -25.5])
    #expect(features[1]["geometry"]?.isNull == true && features[2]["geometry"]?["type"]?.text == "MultiPoint")
    #expect(features[0]["properties"]?["population"]?.int == 12 && features[0]["id"]?.text == Sample.south.id.text)
  }

  @Test("is a spreadsheet that is whole, and leaves no file behind") func spreadsheet() throws {
    let bytes = try written(.xlsx, .organisations, rows(awkward.map { organisation($0) }))
    #expect(bytes.starts(with: Array("PK".utf8)) && bytes.count > 4000)
    #expect(bytes.suffix(22).starts(with: [0x50, 0x4B, 0x05, 0x06]))
  }

  @Test("is well-formed without any row, in every format", arguments: Format.all.filter { $0.offers(.organisations) })
  func empty(format: Format) throws {
    let bytes = try written(format, .organisations, rows([]))
    if format.name == "csv" {
      #expect(try TableReader(bytes).header.names.count == Dataset.organisations.columns.count)
    }
    if format.name == "json" { #expect(bytes == []) }
    if format.name == "geojson" { #expect(try JSONValue(reading: bytes)["features"]?.list == []) }
    if format.name == "xlsx" { #expect(bytes.starts(with: Array("PK".utf8))) }
  }

  @Test(
    "leaves in small pieces, however many rows there are",
    arguments: [("csv", 100_000), ("json", 10_000), ("geojson", 10_000)])
  func pieces(name: String, count: Int) throws {
    let format = try #require(Format.named(name)), row = organisation("Município")
    var largest = 0, pieces = 0, total = 0
    let content = Publication.Content.rows { each in for _ in 0..<count { try each(row) } }
    try format.write(Publication(.organisations, content, at: Sample.now)) { bytes in
      (largest, pieces, total) = (max(largest, bytes.count), pieces + 1, total + bytes.count)
    }
    #expect(largest < 65_536 && pieces > count / 250 && total > count * 150)
  }
}

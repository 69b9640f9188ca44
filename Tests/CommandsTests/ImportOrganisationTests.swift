import Actions
import Cooperation
import Imports
import SQL
import Storage
import TestSupport
import Testing

@Suite("A table of organisations that is read in") struct ImportOrganisationTests {
  @Test("adds them, in any order of columns, changes nothing again, and is undone", arguments: Engine.allCases)
  func adds(engine: Engine) throws {
    let world = try ImportWorld(engine)
    let before = try world.rows()
    let table = """
      \u{FEFF}name;name_en;kind;languages;country;geonames;wikidata;website;about;member_of
      Ville de Paris;City of Paris;local-government;fr;;2988507;Q90;https://paris.example;Une ville.;FR-AMF
      Association des maires;;association;fr en;France;;;;;
      "Réseau; uni";;network;fr;FR;;;;;
      """
    let table2 =
      table.replacing("Association des maires;;association;fr en;France;;;;;", with: "")
      + "\nAssociation des maires;;association;fr en;France;;;;;\n"
    let report = try world.read(table2)
    #expect(report.kind == .organisations && report.tally.added == 3 && !report.hasErrors)
    #expect(report.codes == ["unknown-body": 1, "unknown-language": 1])
    let paris = try #require(try world.database.read { try $0.organisations.find(.init(.wikidata, "Q90")) }.first)
    #expect(paris.country == Country.Code("FR") && paris.place == GeoNamesNumber(2_988_507))
    #expect(paris.name.versions["en"] == "City of Paris" && paris.standing == .inferred && paris.languages == ["fr"])
    let again = try world.read(table2, 2)
    #expect(again.tally.skipped == 3 && again.tally.added == 0 && again.tally.changed == 0 && again.tally.review == 0)
    let changed = try world.read(table2.replacing("paris.example", with: "paris.test"), 3)
    #expect(
      changed.tally.changed == 1
        && changed.lines.first?.details == [
          "website: https://paris.example → https://paris.test"
        ])
    #expect(try UndoImport(try #require(changed.run)).run(on: world.occasion(4)).restored == 1)
    let restored = try world.database.read { try $0.organisations.require(paris.id) }
    #expect(restored.website == "https://paris.example" && restored.name == paris.name)
    _ = try UndoImport(try #require(report.run)).run(on: world.occasion(5))
    #expect(try world.rows() == before)
  }

  @Test("gives back, when undone, what the organisation had said of itself", arguments: Engine.allCases)
  func profile(engine: Engine) throws {
    let world = try ImportWorld(engine)
    let table = "name;kind;country;geonames;wikidata\nVille de Paris;local-government;FR;2988507;Q90\n"
    _ = try world.read(table)
    let said = try world.database.transaction { session in
      var city = try #require(try session.organisations.find(.init(.wikidata, "Q90")).first)
      city.means = .init(budgetLine: .yes, share: .target)
      city.formerNames = [.init("Lutetia", until: 360), .init("Parisii", until: nil)]
      return try session.organisations.update(city, at: world.occasion(2).now)
    }
    let changed = try world.read(table.replacing("Ville de Paris", with: "Paris, ville"), 3)
    #expect(changed.tally.changed == 1)
    #expect(try UndoImport(try #require(changed.run)).run(on: world.occasion(4)).restored == 1)
    let restored = try world.database.read { try $0.organisations.require(said.id) }
    #expect(restored.means == said.means && restored.formerNames == said.formerNames && restored.name == said.name)
  }

  @Test("keeps who belongs to whom, and undoes that too") func members() throws {
    let world = try ImportWorld()
    let before = try world.rows()
    let report = try world.read(
      "kind,name,country,iati,member_of\nlocal-government,Ouidah,BJ,,BJ-1-A\nassociation,ANCB,BJ,BJ-1-A,\n")
    #expect(report.tally.added == 2 && !report.hasErrors)
    #expect(try world.rows()["membership"] == 1)
    #expect(try UndoImport(try #require(report.run)).run(on: world.occasion(2)).left == [])
    #expect(try world.rows() == before)
  }

  @Test("never attaches by name alone: the namesake waits, with whom it may be") func namesake() throws {
    let world = try ImportWorld()
    let known = Organisation(
      id: Identifier(bits: 7), kind: .association, name: Texts("Associação Nacional", in: "pt"),
      country: Country.Code("MZ"))
    try world.database.transaction { try $0.organisations.insert(known, at: ImportWorld.noon) }
    let text = "kind,name,country\nassociation,associacao nacional,MZ\nassociation,Associação Nacional,BR\n"
    let report = try world.read(text)
    #expect(report.tally.review == 1 && report.tally.added == 1)
    let item = try #require(try world.database.read { try $0.reviewItems.list().items.first })
    #expect(item.code == "same-name" && item.candidates == [known.id.text])
    #expect(try world.read(text, 2).tally.skipped == 2)
  }

  @Test(
    "says of each row what is wrong with it, and where",
    arguments: [
      ("town,X,FR,,", "unknown-kind"), ("association,,FR,,", "no-name"), ("association,X,Prussia,,", "unknown-country"),
      ("association,X,FR,99,", "unknown-place"), ("association,X,US,2988507,", "place-in-another-country"),
      ("association,X,FR,Paris,", "unreadable-place"), ("association,X,FR,,P31", "unreadable-identifier"),
    ])
  func wrong(row: String, code: String) throws {
    let world = try ImportWorld()
    let report = try world.read("kind,name,country,geonames,wikidata\n\(row)\nassociation,Y,FR,,\n")
    #expect(report.findings.map(\.code) == [code] && report.findings.first?.line == 2)
    #expect(report.hasErrors && !report.isRefused && report.tally.added == 1)
  }

  @Test("leaves alone what an organisation says of itself") func ownWords() throws {
    let world = try ImportWorld()
    let known = Organisation(
      id: Identifier(bits: 7), kind: .association, name: Texts("ANAM", in: "pt"), identifiers: [.init(.wikidata, "Q5")])
    try world.database.transaction { try $0.organisations.insert(known, at: ImportWorld.noon) }
    let report = try world.read("kind,name,wikidata\nassociation,Another name,Q5\n")
    #expect(report.codes == ["kept-by-itself": 1] && report.tally.skipped == 1)
    #expect(try world.database.read { try $0.organisations.require(known.id) } == known)
  }

  @Test("takes a formula for the text that it is") func formula() throws {
    let world = try ImportWorld()
    _ = try world.read("kind,name,wikidata\nassociation,\"=HYPERLINK(\"\"https://evil.example\"\")\",Q5\n")
    let kept = try #require(try world.database.read { try $0.organisations.find(.init(.wikidata, "Q5")) }.first)
    #expect(kept.name.versions["und"] == "=HYPERLINK(\"https://evil.example\")")
  }

  @Test("is refused with a million columns") func wide() throws {
    let world = try ImportWorld()
    let text = "kind,name," + (0..<1_000_000).map(String.init).joined(separator: ",") + "\nassociation,X\n"
    let report = try Import(ImportFile(Array(text.utf8), called: "wide.csv"), as: .organisations).run(
      on: world.occasion())
    #expect(report.isRefused && report.findings.map(\.code) == ["unreadable-table"])
  }
}

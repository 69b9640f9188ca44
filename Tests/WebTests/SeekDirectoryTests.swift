import Cooperation
import HTTP
import SQL
import Storage
import Testing

@Suite("The list of organisations") struct OrganisationsListTests {
  @Test("is narrowed by kind, country, region, language and words")
  func narrowed() throws {
    let site = try SeekWorld(signedIn: false).site
    for (query, expected) in [
      ("kind=association", ["Associa"]), ("country=EC", ["Santa Clariva"]), ("region=019", ["Santa Clariva"]),
      ("region=002", ["Associa", "Municip"]), ("language=es", ["Santa Clariva"]), ("q=nhama", ["Municip"]),
      ("standing=verified", []), ("member-of=\(SeekWorld.association.id)", ["Municip"]),
    ] {
      let parts = query.split(separator: "=").map(String.init)
      let json = site.get("/organisations.json", query: Fields([.init(parts[0], parts[1])])).text
      for name in ["Associa", "Municip", "Santa Clariva"] {
        #expect(json.contains("\"name\":\"\(name)") == expected.contains(name), "\(query): \(name)")
      }
      #expect(json.contains("\"total\":\(expected.count)"), "\(query)")
    }
  }

  @Test(
    "says what it cannot be narrowed to", arguments: ["kind=city", "country=ZZ", "region=9", "sort=size", "theme=x"])
  func unknown(query: String) throws {
    let parts = query.split(separator: "=").map(String.init)
    let response = try TestSite().get("/organisations.json", query: Fields([.init(parts[0], parts[1])]))
    #expect(response.status == 422)
    #expect(response.text.contains("unknown-filter"))
  }

  @Test("shows what it can be narrowed by, and keeps that while searching")
  func facets() throws {
    let site = try SeekWorld(signedIn: false).site
    let page = site.get("/organisations", query: ["kind": "local-government"]).text
    #expect(page.contains("aria-current=\"true\">Local government"))
    #expect(page.contains("country=MZ"))
    #expect(page.contains("<input type=\"hidden\" name=\"kind\" value=\"local-government\">"))
  }
}

@Suite("The page of an organisation") struct OrganisationPageTests {
  @Test("tells its facts in the reader's language, and whose member it is")
  func facts() throws {
    let world = try SeekWorld(signedIn: false)
    let page = world.site.get(world.nhamatarePage).text
    #expect(page.contains("Municipality of Nhamatare"))
    #expect(page.contains("82,119 people"))
    #expect(page.contains("Amélia Tivane"))
    #expect(page.contains("https://nhamatare.example"))
    #expect(!page.contains("/edit"))
    let french = world.site.get(world.nhamatarePage, query: ["lang": "pt"]).text
    #expect(french.contains("Município de Nhamatare"))
  }

  @Test("escapes what others wrote")
  func escaped() throws {
    let page = try SeekWorld(signedIn: false).site.get("/organisations/\(SeekWorld.association.id)").text
    #expect(page.contains("Associação &lt;b&gt;Nacional"))
    #expect(!page.contains("<b>Nacional"))
  }

  @Test("is a record for programs, with the mark that a change is based on")
  func json() throws {
    let world = try SeekWorld(signedIn: false)
    let response = world.site.get(world.nhamatarePage + ".json")
    #expect(response[header: "ETag"] == "\"r1\"")
    for part in [
      "\"name\":\"Município de Nhamatare\"", "\"original\":\"pt\"", "\"translations\":{\"en\":{\"name\":\"Municipality",
      "\"role\":\"political-leader\"", "\"member-of\":[{", "\"geonames\":1045110",
    ] {
      #expect(response.text.contains(part), "\(part)")
    }
  }

  @Test("is not there for an unknown name, or one of another kind")
  func missing() throws {
    let site = try SeekWorld(signedIn: false).site
    #expect(site.get("/organisations/\(Organisation.ID(bits: 999))").status == 404)
    #expect(site.get("/organisations/\(Person.ID(bits: 21))").status == 404)
    #expect(site.get("/places/5").status == 404)
  }
}

@Suite("The page of a person") struct PersonPageTests {
  @Test("shows how to reach them to the signed-in alone, and only where they agreed")
  func contact() throws {
    let world = try SeekWorld()
    let address = "/people/\(SeekWorld.amelia.id)"
    #expect(!world.browser.open(address).text.contains("amelia@"))
    var willing = SeekWorld.amelia
    willing.showsContact = true
    try world.site.database.transaction { session in try session.people.update(willing) }
    #expect(world.browser.open(address).text.contains("amelia@nhamatare.example"))
    #expect(!world.site.get(address).text.contains("amelia@"))
    #expect(world.site.get(address + ".json").text.contains("\"contact\":null"))
  }

  @Test("names the mandates, and the page of a place who is there")
  func mandates() throws {
    let site = try SeekWorld(signedIn: false).site
    #expect(site.get("/people/\(SeekWorld.amelia.id)").text.contains("Mayor, Municipality of Nhamatare"))
    let place = site.get("/places/1045110").text
    #expect(place.contains("Municipality of Nhamatare") && place.contains("82,119"))
    #expect(site.get("/places/78").text.contains("&lt;script&gt;"))
  }
}

import Cooperation
import HTTP
import SQL
import Storage
import Testing

@Suite("Telling how a practice was taken up") struct ShareAdoptionTests {
  private let told = [
    ("worked", "no"), ("kept", "Los comités de calle."), ("dropped", "La paga."), ("results", "Nadie vino."),
    ("began", "2021"), ("ended", "2022"), ("language", "es"),
  ]

  /// Nhamatare's practice, and Inés of Santa Clariva, who has taken it up.
  private func start() throws -> (SeekWorld, Browser, address: String) {
    let world = try SeekWorld()
    world.browser.open("/practices/new")
    let fields = [
      ("title", "Comités de rua"), ("story", "Cada rua tem um comité."), ("themes", "drainage-and-floods"),
      ("languages", "pt"), ("publish", "yes"),
    ]
    let sent = world.browser.send(fields, to: "/practices")
    let ines = Browser(on: world.site)
    ines.signIn("ines@santaclariva.example")
    return (world, ines, String((sent[header: "Location"] ?? "").prefix { $0 != "?" }))
  }

  @Test("goes from the form to the author, who confirms it; a failure is as welcome")
  func confirmed() throws {
    let (world, ines, address) = try start()
    #expect(world.site.get(address).text.contains("Nobody that we know of"))
    let form = ines.open(address + "/adoptions/new").text
    let id = try #require(form.firstMatch(of: #/name="id" value="(ado_[a-z0-9]+)"/#)).1
    let sent = ines.send(told + [("id", String(id))], to: address + "/adoptions")
    #expect(sent.status == 303 && sent[header: "Location"]?.hasPrefix(address + "/adoptions") == true)
    #expect(ines.send(told + [("id", String(id))], to: address + "/adoptions").status == 303, "sent twice")
    let page = world.site.get(address).text
    for words in ["Santa Clariva", "It did not work", "Los comités de calle.", "La paga.", "claim claimed", "<svg"] {
      #expect(page.contains(words), "\(words)")
    }
    #expect(world.browser.open("/account").text.contains("Someone took up your practice"))
    #expect(world.browser.open(address).text.contains("It is so"))
    let voice = address + "/adoptions/\(id)/voices"
    #expect(ines.send([("stance", "confirms")], to: voice).status == 409, "nobody confirms their own word")
    #expect(world.browser.send([("stance", "confirms")], to: voice).status == 303)
    #expect(world.site.get(address + "/adoptions").text.contains("claim confirmed"))
    #expect(!world.browser.open("/account").text.contains("Someone took up your practice"))
    let json = world.site.get(address + "/adoptions.json").text
    #expect(json.contains(#""worked":"no","began":2021,"ended":2022,"claim":"confirmed""#))
  }

  @Test("is disputed with a reason, and told anew")
  func disputed() throws {
    let (world, ines, address) = try start()
    ines.open(address + "/adoptions/new")
    ines.send(told, to: address + "/adoptions")
    let form = ines.open(address + "/adoptions/new").text
    #expect(form.contains("Los comités de calle.") && form.contains("name=\"revision\" value=\"1\""))
    let id = String(try #require(form.firstMatch(of: #/name="id" value="(ado_[a-z0-9]+)"/#)).1)
    let voice = address + "/adoptions/\(id)/voices"
    world.browser.open(address)
    #expect(world.browser.send([("stance", "disputes")], to: voice).status == 422)
    #expect(world.browser.send([("stance", "disputes"), ("reason", "Sem <b>paga</b>.")], to: voice).status == 303)
    let page = world.site.get(address + "/adoptions").text
    #expect(page.contains("claim disputed") && page.contains("Sem &lt;b&gt;paga"))
    let anew = told.filter { $0.0 != "worked" } + [("worked", "partly"), ("id", id), ("revision", "1")]
    ines.open(address + "/adoptions/new")
    #expect(ines.send(anew, to: address + "/adoptions").status == 303)
    #expect(world.site.get(address).text.contains("It worked in part"))
    let late = told.filter { $0.0 != "worked" } + [("worked", "yes"), ("id", id), ("revision", "1")]
    #expect(ines.send(late, to: address + "/adoptions").status == 412)
  }

  @Test("may be told at length, and taken up again from there")
  func tree() throws {
    let (world, ines, address) = try start()
    ines.open("/practices/new")
    let own = ines.send(
      [
        ("title", "Comités de calle"), ("story", "Cada calle tiene uno."), ("themes", "drainage-and-floods"),
        ("languages", "es"), ("publish", "yes"), ("anyway", "yes"),
      ], to: "/practices")
    let theirs = String((own[header: "Location"] ?? "").prefix { $0 != "?" })
    let practice = String(try #require(theirs.split(separator: "/").last))
    #expect(ines.open(address + "/adoptions/new").text.contains("value=\"\(practice)\""))
    #expect(ines.send(told + [("told-as", practice)], to: address + "/adoptions").status == 303)
    #expect(world.site.get(theirs).text.contains("Here it began"), "the tree is told from its first")
    #expect(world.site.get(address).text.contains("href=\"\(theirs)\""))
    world.browser.open(theirs + "/adoptions/new")
    let first = String(try #require(address.split(separator: "/").last))
    let circle = world.browser.send(told + [("told-as", first)], to: theirs + "/adoptions")
    #expect(circle.status == 422 && circle.text.contains("taken from"))
  }

  @Test(
    "is shown again where something is wrong",
    arguments: [
      ("worked", "", "Say whether it worked"), ("began", "", "when it began"), ("began", "last year", "four digits"),
      ("kept", "", "One of them is enough"), ("language", "??", "by its tag"),
      ("told-as", "prc_00000000000000000000000009", "practice of your own"),
    ])
  func problems(field: String, value: String, words: String) throws {
    let (_, ines, address) = try start()
    ines.open(address + "/adoptions/new")
    let fields = told.filter { ![field, field == "kept" ? "dropped" : ""].contains($0.0) } + [(field, value)]
    let answer = ines.send(fields, to: address + "/adoptions")
    #expect(answer.status == 422 && answer.text.contains(words), "\(answer.status)")
    #expect(answer.text.contains("Nadie vino."))
  }

  @Test("is new to a program once, and answers the list that holds it")
  func program() throws {
    let (world, ines, address) = try start(), key = try world.key(ines)
    let words = #"{"worked":"no","kept":"Los comités de calle.","began":2021,"language":"es"}"#
    let first = world.send(.post, address + "/adoptions", words, key)
    #expect(first.status == 201 && first.text.contains(#""total":1,"page":1,"per":20,"next":null"#), "\(first.text)")
    let id = try #require(first.text.firstMatch(of: #/"id":"(ado_[a-z0-9]+)"/#)).1
    let again = #"{"id":"\#(id)","revision":1,"worked":"partly","kept":"Los comités.","began":2021,"language":"es"}"#
    #expect(world.send(.post, address + "/adoptions", again, key).status == 200)
  }

  @Test("is nobody's but those who took it up, and never of one's own practice")
  func forbidden() throws {
    let (world, ines, address) = try start()
    #expect(world.site.get(address + "/adoptions/new").status == 403)
    #expect(world.browser.open(address + "/adoptions/new").status == 409)
    world.browser.open(address)
    #expect(world.browser.send(told, to: address + "/adoptions").status == 409)
    ines.open(address + "/adoptions/new")
    let forged = told + [("organisation", SeekWorld.association.id.text)]
    #expect(ines.send(forged, to: address + "/adoptions").status == 403)
    #expect(
      ines.send([("stance", "confirms")], to: address + "/adoptions/\(Adoption.ID(bits: 7))/voices").status == 404)
  }
}

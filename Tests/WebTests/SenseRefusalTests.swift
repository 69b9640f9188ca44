import Cooperation
import HTTP
import SQL
import Storage
import Testing

@Suite("A partnership refuses") struct SenseRefusalTests {
  @Test("everyone who is not a party, and says so")
  func strangers() throws {
    let world = try SenseWorld()
    let address = world.agreed()
    let other = try world.browser("lotte@ostrahaven.example", for: SeekWorld.association.id, as: .owner)
    let reader = try world.browser("aluno@nhamatare.example", for: SeekWorld.nhamatare.id, as: .reader)
    for stranger in [other, reader] {
      for verb in ["agreement", "ending", "voices", "log", "contributions"] {
        #expect(stranger.open(address + "/\(verb)/new").status == 403, "\(verb)")
        let fields = SenseWorld.agreement + [("stance", "confirms"), ("why", "lapsed"), ("day", "2026-11-20")]
        #expect(stranger.send(fields, to: address + "/\(verb)").status == 403, "\(verb)")
      }
      #expect(stranger.open(address + "/edit").status == 403)
      #expect(stranger.send([("title", "Mine")], to: address).status == 403)
      #expect(stranger.send([], to: address + "/acceptance").status == 403)
    }
    #expect(world.site.get(address + "/log/new").status == 403 && world.site.get("/partnerships/new").status == 403)
    let borrowed = [("stance", "disputes"), ("reason", "x"), ("by", SeekWorld.clariva.id.text)]
    world.rui.open(address + "/voices/new")
    #expect(world.rui.send(borrowed, to: address + "/voices").status == 403, "another party's word")
    #expect(
      other.send(SenseWorld.proposal.with(("by", SeekWorld.nhamatare.id.text)), to: "/partnerships").status == 403)
  }

  @Test("a proposer's own acceptance, a second signature, and whoever does not own the city that signs")
  func rules() throws {
    let world = try SenseWorld()
    let address = world.proposed()
    world.rui.open(address)
    #expect(world.rui.send([], to: address + "/acceptance").status == 409)
    #expect(world.rui.send(SenseWorld.agreement, to: address + "/agreement").status == 409, "nobody has accepted")
    #expect(world.ines.send([("stance", "confirms")], to: address + "/voices").status == 409, "a proposal is answered")
    world.ines.open(address)
    world.ines.send([], to: address + "/acceptance")
    world.site.clock.pass(minutes: 1)
    let editor = try world.browser("tec@nhamatare.example", for: SeekWorld.nhamatare.id, as: .editor)
    editor.open(address + "/agreement/new")
    let denied = editor.send(SenseWorld.agreement, to: address + "/agreement")
    #expect(denied.status == 403 && denied.text.contains("Only an owner"))
    #expect(world.rui.send(SenseWorld.agreement, to: address + "/agreement").status == 303)
    world.site.clock.pass(minutes: 1)
    let again = world.ines.send(SenseWorld.agreement.with(("aspects", "Another")), to: address + "/agreement")
    #expect(again.status == 409 && again.text.contains("stands here already") && again.text.contains("Another"))
    let renewed = SenseWorld.agreement.with(("signed", "2026-11-23"), ("aspects", "Renewed"))
    #expect(world.ines.send(renewed, to: address + "/agreement").status == 303)
    #expect(world.site.get(address).text.contains("Renewed"))
  }

  @Test(
    "what cannot be, at its field, and keeps what was typed",
    arguments: [
      ("agreement", "signed", "2026-02-31", "is not a day"), ("agreement", "signed", "2028-01-01", "has not come yet"),
      ("agreement", "ends", "2020-01-01", "before it was signed"), ("agreement", "kind", "oath", "Choose which paper"),
      ("agreement", "signatory.\(SeekWorld.clariva.id).name", "", "who signed for each side"),
      ("contributions", "currency", "XQX", "three letters"), ("contributions", "amount", "1,2,3", "Write a sum"),
      ("contributions", "amount", "1.200", "Write a sum"), ("contributions", "amount", "1.255", "Write a sum"),
      ("contributions", "until", "2020-01-01", "end before it begins"),
      ("contributions", "kind", "gold", "Choose what"),
      ("log", "day", "tomorrow", "is not a day"), ("log", "day", "2030-01-01", "has not come yet"),
      ("log", "text", " ", "in a few words"), ("log", "given", "-3", "number of days"),
      ("log", "kind", "party", "Choose"),
      ("ending", "day", "2020-01-01", "before it began"), ("ending", "why", "bored", "Say why it ends"),
      ("voices", "stance", "maybe", "whether it is so"),
    ])
  func fields(verb: String, field: String, value: String, words: String) throws {
    let world = try SenseWorld()
    let address = world.agreed()
    let good = [
      "agreement": SenseWorld.agreement,
      "contributions": [
        ("kind", "budget"), ("amount", "100"), ("currency", "USD"), ("day", "2026-01-01"), ("note", "Kept"),
      ],
      "log": [("kind", "note"), ("day", "2026-11-01"), ("text", "Kept"), ("given", "1")],
      "ending": [("why", "lapsed"), ("day", "2026-11-23"), ("note", "Kept")],
      "voices": [("stance", "confirms"), ("reason", "Kept")],
    ]
    world.rui.open(address + "/\(verb)/new")
    let response = world.rui.send(try #require(good[verb]).with((field, value)), to: address + "/\(verb)")
    #expect(response.status == 422 && response.text.contains(words), "\(response.status)")
    #expect(
      response.text.contains("href=\"#\(field)\"") && response.text.contains(field == "text" ? "" : "Kept")
        || verb == "agreement")
    #expect(world.json(address).contains("\"name\":\"agreed\""))
  }

  @Test("a dispute without a reason, and a first word that confirms nobody's")
  func reasons() throws {
    let world = try SenseWorld()
    let address = world.agreed()
    world.ines.open(address + "/voices/new")
    let bare = world.ines.send([("stance", "disputes"), ("reason", " ")], to: address + "/voices")
    #expect(bare.status == 422 && bare.text.contains("A dispute needs a reason"))
    #expect(
      world.ines.send([("stance", "disputes"), ("reason", "Nunca <b>empezó</b>.")], to: address + "/voices").done
        == "disputed")
    let page = world.site.get(address).text
    #expect(page.contains("class=\"arc disputed") && page.contains("Nunca &lt;b&gt;empezó&lt;/b&gt;."))
    #expect(page.contains("Santa Clariva says that it is not so"))
  }

  @Test(
    "parties that are none, the same twice, or unknown",
    arguments: [
      [("with", "")], [("with", SeekWorld.nhamatare.id.text)], [("with", "org_00000000000000000000000000")],
      [("with", ""), ("names", "Atlantis")], [("funder", SeekWorld.clariva.id.text)], [("form", "friendship")],
      [("title", "")],
    ])
  func parties(fields: [(String, String)]) throws {
    let world = try SenseWorld()
    world.rui.open("/partnerships/new")
    var all = SenseWorld.proposal
    for field in fields { all = all.with(field) }
    let response = world.rui.send(all, to: "/partnerships")
    #expect(response.status == 422 && response.text.contains("mangais nossos"))
    #expect(world.json("/partnerships").contains("\"total\":0,"))
  }

  @Test("a second twinning of the same two, and names the first")
  func twins() throws {
    let world = try SenseWorld()
    let first = try world.inferred()
    world.rui.open("/partnerships/new?with=\(SeekWorld.clariva.id)")
    #expect(world.rui.last.text.contains(first), "what there is already is shown with the form")
    let response = world.rui.send(SenseWorld.proposal.with(("form", "twinning")), to: "/partnerships")
    #expect(response.status == 409 && response.text.contains("twinning on record already"))
  }

  @Test("identifiers of another kind, and partnerships that are not there")
  func addresses() throws {
    let world = try SenseWorld()
    for path in [
      "/partnerships/\(SeekWorld.nhamatare.id)", "/partnerships/\(Partnership.ID(bits: 9))", "/partnerships/x",
      "/partnerships/\(Partnership.ID(bits: 9))/log/new",
    ] { #expect(world.rui.open(path).status == 404, "\(path)") }
    let address = world.agreed()
    world.rui.open(address + "/log/new")
    let entry = [
      ("kind", "note"), ("day", "2026-11-01"), ("text", "x"), ("organisation", SeekWorld.association.id.text),
    ]
    #expect(world.rui.send(entry, to: address + "/log").status == 403)
    #expect(world.rui.send([("by", "par_1"), ("stance", "claims")], to: address + "/voices").status == 404)
    let giver = [("kind", "budget"), ("amount", "1"), ("currency", "EUR"), ("day", "2026-11-01")]
    let theirs = giver + [("organisation", SeekWorld.association.id.text)]
    #expect(world.rui.send(theirs, to: address + "/contributions").status == 403)
  }

  @Test("to run markup or to turn the direction of what is read")
  func hostile() throws {
    let world = try SenseWorld()
    let address = world.proposed(
      ("title", "<img src=x onerror=a>\u{202E}x"), ("about", "</textarea><script>b()</script>"))
    for page in [
      world.site.get(address).text, world.site.get("/partnerships").text, world.rui.open(address + "/edit").text,
      world.ines.open(address).text, world.rui.open(address + "/log/new").text,
    ] { #expect(!page.contains("<img src=x") && !page.contains("<script>b") && !page.contains("\u{202E}")) }
  }
}

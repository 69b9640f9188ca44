import Cooperation
import HTTP
import SQL
import Storage
import Testing

@Suite("An introduction on the site") struct IntroductionTests {
  @Test("begins at a match, waits on the account page, is accepted, and shows both how to go on")
  func accepted() throws {
    let world = try IntroductionWorld()
    let matches = world.rui.open("/needs/\(IntroductionWorld.need)/matches").text
    let link = try #require(matches.firstMatch(of: #/href="(\/introductions\/new[^"]+)"/#)).1
    let form = world.rui.open(String(link).unescaped).text
    #expect(form.contains("Santa Clariva") && form.contains("\(SeekWorld.nhamatare.id)"))
    #expect(form.contains("value=\"\(IntroductionWorld.need)\" selected"))
    #expect(form.contains("value=\"\(IntroductionWorld.practice)\" selected") && form.contains("Associação"))
    let sent = try world.rui.submit(
      ["name=\"message\""], [("message", "How do you keep them open?"), ("contact", "+258 84 000")])
    #expect(sent.done == "sent")
    let address = sent.leadsTo
    #expect(world.rui.open(address).text.contains("is still to come"))
    #expect(!world.rui.open("/account").text.contains(address))
    #expect(world.ines.open("/account").text.contains("href=\"\(address)\""))

    let asked = world.ines.open(address).text
    #expect(asked.contains("Will you talk with each other?") && asked.contains("How do you keep them open?"))
    #expect(!asked.contains("+258 84 000"), "nobody sees it before both agree")
    let answered = try world.ines.submit(["name=\"answer\""], [("answer", "accept"), ("contact", "ines@mail.example")])
    #expect(answered.done == "sent")
    for (browser, other) in [(world.rui, SeekWorld.clariva.id), (world.ines, SeekWorld.nhamatare.id)] {
      let page = browser.open(address).text
      #expect(page.contains("+258 84 000") && page.contains("ines@mail.example") && page.contains("Both sides agreed"))
      #expect(page.contains("/partnerships/new?with=\(other)"))
      let ways = page.matches(of: #/href="(\/(?:partnerships|exchanges)\/new[^"]+)"/#).map { String($0.1).unescaped }
      #expect(ways.count == 2)
      for way in ways { #expect(browser.open(way).status == 200) }
      let supervision = browser.open(ways[1]).text
      #expect(supervision.contains("value=\"peer-supervision\" selected"))
    }
    #expect(world.rui.open("/needs/\(IntroductionWorld.need)/matches").text.contains("You asked them: Accepted"))
    #expect(!world.ines.open("/account").text.contains(address))
  }

  @Test("is seen by the two sides, and by the body between them without their contacts; by nobody else")
  func seen() throws {
    let world = try IntroductionWorld()
    let address = world.asked(("through", SeekWorld.association.id.text))
    world.answer(world.ines, address, ("answer", "accept"), ("contact", "ines@mail.example"))
    try world.site.database.transaction { session in
      try session.organisations.insert(
        Organisation(id: .init(bits: 14), kind: .localGovernment, name: Texts("Ostra", in: "en")),
        at: world.site.clock.now)
    }
    let other = try world.sense.browser("lotte@ostra.example", for: Organisation.ID(bits: 14), as: .owner)
    let reader = try world.sense.browser("aluno@nhamatare.example", for: SeekWorld.nhamatare.id, as: .reader)
    try world.site.account("tomas@instance.example", duty: .administrator)
    let administrator = Browser(on: world.site)
    administrator.signIn("tomas@instance.example")
    #expect(world.site.get(address).status == 404 && other.open(address).status == 404)
    #expect(world.site.get(address + ".json").status == 404)
    for browser in [reader, world.rui, world.ines] {
      #expect(world.json(browser, address).contains("\"contact\":\"ines@mail.example\""))
    }
    for browser in [world.broker, administrator] {
      #expect(browser.open(address).status == 200)
      let json = world.json(browser, address)
      #expect(json.contains("\"state\":\"accepted\"") && json.contains("\"contacts\":[]"))
      #expect(!json.contains("mail.example") && !browser.open(address).text.contains("mail.example"))
    }
    #expect(world.json(other, "/introductions").contains("\"total\":0,"))
    #expect(world.site.get("/introductions.json").text.contains("\"total\":0,"))
    for browser in [reader, world.rui, world.ines, world.broker] {
      #expect(world.json(browser, "/introductions").contains("\"total\":1,"))
    }
  }

  @Test("can be put off, declined with a reason, or taken back; every state and its day is there for both")
  func states() throws {
    let world = try IntroductionWorld()
    let address = world.asked()
    world.answer(world.ines, address, ("answer", "later"), ("until", "2026-12-05"), ("text", "After the vote."))
    for browser in [world.rui, world.ines] {
      let page = browser.open(address).text
      #expect(page.contains("will come back to it after 5 December 2026") && page.contains("After the vote."))
    }
    #expect(!world.ines.open("/account").text.contains(address), "the day that they named has not come")
    world.passDays(13)
    #expect(world.ines.open("/account").text.contains(address))
    #expect(world.rui.open("/introductions?stuck=yes").text.contains(address), "the day that they named is past")
    world.answer(world.ines, address, ("answer", "decline"), ("reason", "no-language"))
    let declined = world.json(world.rui, address)
    #expect(declined.contains("\"state\":\"declined\"") && declined.contains("\"reason\":\"no-language\""))
    #expect(declined.contains("\"says\":\"asks\"") && declined.contains("\"until\":\"2026-12-05\""))
    let again = world.asked(("message", "And now?"))
    world.rui.open(again)
    #expect(world.rui.send([("why", "Solved.")], to: again + "/withdrawal").done == "saved")
    let page = world.ines.open(again).text
    #expect(page.contains("took it back on") && page.contains("Solved."))
  }

  @Test("by a body needs both, and its queue tells what does not move")
  func brokered() throws {
    let world = try IntroductionWorld()
    let address = world.brokered()
    world.answer(world.rui, address, ("answer", "accept"), ("contact", "rui@mail.example"))
    #expect(!world.ines.open(address).text.contains("rui@mail.example"))
    #expect(world.json(world.broker, address).contains("\"awaits\":[\"\(SeekWorld.clariva.id)\"]"))
    #expect(world.json(world.broker, "/introductions").contains("\"stuck\":false"))
    world.passDays(15)
    let queue = world.broker.open("/introductions?part=brokered&stuck=yes").text
    #expect(queue.contains(address) && queue.contains("It does not move"))
    world.answer(world.ines, address, ("answer", "accept"), ("contact", "ines@mail.example"))
    #expect(world.rui.open(address).text.contains("ines@mail.example"))
    #expect(world.broker.open("/introductions?part=brokered&stuck=yes").text.contains("No such introduction"))
  }

  @Test("is offered from a need, a practice and an organisation, and a need can be answered by who has done it")
  func offered() throws {
    let world = try IntroductionWorld()
    for address in [
      "/needs/\(IntroductionWorld.need)", "/practices/\(IntroductionWorld.practice)",
      "/organisations/\(SeekWorld.clariva.id)",
    ] { #expect(world.site.get(address).text.contains("Ask for an introduction"), "\(address)") }
    let form = world.ines.open("/introductions/new?need=\(IntroductionWorld.need)").text
    #expect(form.contains("value=\"\(IntroductionWorld.need)\" selected") && form.contains("Residents mend drains"))
    let sent = try world.ines.submit(
      ["name=\"message\""], [("message", "We have."), ("practice", IntroductionWorld.practice.text), ("contact", "i")])
    #expect(sent.done == "sent")
    #expect(world.rui.open("/account").text.contains(sent.leadsTo))
    #expect(
      world.broker.open("/organisations/\(SeekWorld.association.id)").text.contains(
        "/introductions/new?broker=\(SeekWorld.association.id)"))
  }
}

@Suite("An introduction refuses") struct IntroductionRefusalTests {
  @Test("whoever may not, and says so")
  func strangers() throws {
    let world = try IntroductionWorld()
    let address = world.asked()
    let reader = try world.sense.browser("aluna@clariva.example", for: SeekWorld.clariva.id, as: .reader)
    let decline = [("answer", "decline"), ("reason", "other-field")]
    #expect(!reader.open(address).text.contains("name=\"answer\""))
    #expect(reader.send(decline, to: address + "/answer").status == 403)
    #expect(world.rui.send(decline, to: address + "/answer").status == 403, "whoever asked does not answer")
    world.ines.open(address)
    #expect(world.ines.send([], to: address + "/withdrawal").status == 403)
    world.broker.open("/introductions/new?broker=\(SeekWorld.association.id)")
    #expect(world.broker.send(decline, to: address + "/answer").status == 404, "it is not through them")
    #expect(world.site.get("/introductions/new").status == 403)
    let borrowed = IntroductionWorld.fields.filter { $0.0 != "with" } + [("by", SeekWorld.clariva.id.text)]
    world.rui.open("/introductions/new")
    #expect(world.rui.send(borrowed + [("with", SeekWorld.association.id.text)], to: "/introductions").status == 403)
    let foreign = [
      ("broker", SeekWorld.association.id.text), ("one", SeekWorld.nhamatare.id.text),
      ("other", SeekWorld.clariva.id.text), ("message", "x"), ("minutes", "30"),
    ]
    #expect(world.rui.send(foreign, to: "/introductions").status == 403)
    #expect(world.rui.open("/introductions/new?broker=\(SeekWorld.association.id)").status == 403)
    #expect(world.json(world.ines, address).contains("\"state\":\"waiting\""))
  }

  @Test(
    "what cannot be, at its field, and keeps what was typed",
    arguments: [
      ("message", " ", "Say in a few lines"), ("contact", "", "Say how they can reach you"),
      ("minutes", "5", "15 to 240 minutes"), ("with", "Nobody at all", "No organisation on record"),
      ("with", SeekWorld.nhamatare.id.text, "introduced to another one"),
      ("through", SeekWorld.clariva.id.text, "is a third"), ("need", "x", "not the name of one on record"),
    ])
  func fields(name: String, value: String, words: String) throws {
    let world = try IntroductionWorld()
    world.rui.open("/introductions/new")
    let fields = IntroductionWorld.fields.with((name, value), ("times", "Kept times"))
    let refused = world.rui.send(fields, to: "/introductions")
    #expect(refused.status == 422 && refused.text.contains(words) && refused.text.contains("Kept times"))
    #expect(world.json(world.rui, "/introductions").contains("\"total\":0,"))
  }

  @Test("answers that say too little or come too late")
  func answers() throws {
    let world = try IntroductionWorld()
    let address = world.asked()
    for (fields, words) in [
      ([("answer", "perhaps")], "Say yes, later or no"), ([("answer", "accept")], "how they can reach you"),
      ([("answer", "later")], "on which day"), ([("answer", "later"), ("until", "2026-01-01")], "is not later"),
      ([("answer", "later"), ("until", "2028-01-01")], "more than a year"),
      ([("answer", "decline")], "Choose one of the reasons"), ([("answer", "decline"), ("reason", "other")], "why"),
    ] {
      world.ines.open(address)
      let refused = world.ines.send(fields + [("text", "")], to: address + "/answer")
      #expect(refused.status == 422 && refused.text.contains(words), "\(fields)")
    }
    world.answer(world.ines, address, ("answer", "decline"), ("reason", "other"), ("text", "We are being merged."))
    let late = world.answer(world.ines, address, ("answer", "accept"), ("contact", "x"))
    #expect(late.status == 409)
    #expect(world.rui.send([], to: address + "/withdrawal").status == 409)
  }

  @Test("the same question while it is open, a draft, and a body that only one belongs to")
  func again() throws {
    let world = try IntroductionWorld()
    let address = world.asked()
    world.rui.open("/introductions/new")
    let twice = world.rui.send(IntroductionWorld.fields, to: "/introductions")
    #expect(twice.status == 409 && twice.text.contains(address.suffix(30)))
    let other = IntroductionWorld.fields.with(("need", Need.ID(bits: 99).text), ("practice", ""))
    #expect(world.rui.send(other, to: "/introductions").status == 404)
    try world.site.database.transaction { session in
      try session.memberships.delete(Membership(of: SeekWorld.clariva.id, in: SeekWorld.association.id))
    }
    let body = IntroductionWorld.fields.with(("through", SeekWorld.association.id.text), ("need", ""))
    let refused = world.rui.send(body, to: "/introductions")
    #expect(refused.status == 422 && refused.text.contains("Both must belong"))
    #expect(world.rui.open("/introductions", accepting: "text/html").status == 200)
    #expect(world.site.get("/introductions", query: ["state": "x"]).status == 422)
  }
}

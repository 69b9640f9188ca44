import Actions
import Cooperation
import HTTP
import SQL
import Storage
import Testing

@Suite("Who knows an organisation") struct VerificationTests {
  private let page = "/organisations/\(SeekWorld.nhamatare.id)"

  /// A world, and someone who speaks for its association, which a reviewer has verified.
  private func world(isVerified: Bool = true) throws -> (SeekWorld, Browser) {
    let world = try SeekWorld()
    if isVerified {
      try world.site.database.transaction { session in
        try session.verifications.keep(SeekWorld.association.id, by: nil, on: Day(number: 19_000))
      }
    }
    try world.site.account("marta@anam.example", for: SeekWorld.association.id)
    let browser = Browser(on: world.site)
    browser.signIn("marta@anam.example")
    return (world, browser)
  }

  @Test("is said by a body of which it is a member, seen by everyone, and can be taken back")
  func wholeWay() throws {
    let (world, marta) = try world()
    #expect(marta.open(page).text.contains("We know it: it is what it says it is"))
    #expect(!world.browser.open(page).text.contains("We know it: it is what it says it is"))
    let said = marta.send([("body", "\(SeekWorld.association.id)")], to: page + "/verifications")
    #expect(said.status == 303 && said[header: "Location"] == page + "?done=verified")
    let seen = world.site.get(page).text
    #expect(seen.contains("Verified") && seen.contains("known by it since"))
    #expect(world.site.get(page + ".json").text.contains("\"standing\":\"verified\""))
    #expect(world.site.get("/organisations.json", query: ["standing": "verified"]).text.contains("\"total\":2"))
    #expect(marta.open(page).text.contains("Take back that we know it"))
    let back = marta.send([], to: page + "/verifications/\(SeekWorld.association.id)/withdrawal")
    #expect(back.status == 303)
    #expect(world.site.get(page + ".json").text.contains("\"standing\":\"claimed\""))
  }

  @Test("is said of a body by a reviewer of the instance; before that the body verifies nobody")
  func chain() throws {
    let (world, marta) = try world(isVerified: false)
    let association = "/organisations/\(SeekWorld.association.id)"
    marta.open(page)
    #expect(marta.send([("body", "\(SeekWorld.association.id)")], to: page + "/verifications").status == 409)
    #expect(marta.send([], to: association + "/verifications").status == 422, "she is no reviewer")
    #expect(marta.send([], to: association + "/verifications/withdrawal").status == 403)
    try world.site.account("rita@copolis.example", duty: .reviewer)
    let rita = Browser(on: world.site)
    rita.signIn("rita@copolis.example")
    #expect(rita.open(association).text.contains("You review what is on this site"))
    #expect(rita.send([], to: association + "/verifications").status == 303)
    #expect(rita.open(association).text.contains("verified by this site on"))
    #expect(marta.send([("body", "\(SeekWorld.association.id)")], to: page + "/verifications").status == 303)
    #expect(rita.send([], to: association + "/verifications/withdrawal").status == 303)
    #expect(!rita.open(association).text.contains("verified by this site on"))
  }

  @Test("is not said by someone who speaks for both, nor for a body by an administrator of the instance")
  func ownWord() throws {
    let (world, _) = try world()
    let account = try world.site.account("both@anam.example", for: SeekWorld.association.id)
    try GrantRole(.editor, to: account.id, in: SeekWorld.nhamatare.id).run(on: world.site.occasion(seed: 99))
    let both = Browser(on: world.site)
    both.signIn("both@anam.example")
    #expect(!both.open(page).text.contains("We know it: it is what it says it is"))
    #expect(both.send([("body", "\(SeekWorld.association.id)")], to: page + "/verifications").status == 409)
    try world.site.account("admin@copolis.example", duty: .administrator)
    let admin = Browser(on: world.site)
    admin.signIn("admin@copolis.example")
    admin.open(page)
    #expect(admin.send([("body", "\(SeekWorld.association.id)")], to: page + "/verifications").status == 403)
  }

  @Test("is not said by itself, by a body it does not belong to, or by nobody")
  func refused() throws {
    let (world, marta) = try world()
    let address = page + "/verifications"
    world.browser.open(page)
    #expect(world.browser.send([("body", "\(SeekWorld.association.id)")], to: address).status == 403)
    #expect(world.browser.send([("body", "\(SeekWorld.nhamatare.id)")], to: address).status == 409)
    marta.open(page)
    #expect(marta.send([("body", "x")], to: address).status == 422)
    #expect(marta.send([], to: address).status == 422)
    let stranger = "/organisations/\(SeekWorld.clariva.id)/verifications"
    #expect(marta.send([("body", "\(SeekWorld.association.id)")], to: stranger).status == 404)
    #expect(world.site.get(page + ".json").text.contains("\"standing\":\"claimed\""))
  }
}

@Suite("What an organisation says of its means and its past") struct ProfileTests {
  private let fields = [
    ("name", "Município de Nhamatare"), ("original", "pt"), ("kind", "local-government"), ("revision", "1"),
  ]

  @Test("is kept, shown beside the target, and found by its old names")
  func kept() throws {
    let world = try SeekWorld()
    world.browser.open(world.nhamatarePage + "/edit")
    let more = [
      ("budget-line", "yes"), ("income-share", "0,35"), ("former-names", "Vila Pery, 1975\r\n\r\nPosto do Rio"),
    ]
    #expect(world.browser.send(fields + more, to: world.nhamatarePage).status == 303)
    let page = world.site.get(world.nhamatarePage).text
    #expect(page.contains("0.35\u{A0}% of its own income; the target is 0.7\u{A0}%"))
    #expect(page.contains("Vila Pery") && page.contains("until 1975") && page.contains("Posto do Rio"))
    let json = world.site.get(world.nhamatarePage + ".json").text
    #expect(json.contains("\"former-names\":[{\"name\":\"Vila Pery\",\"until\":1975},{\"name\":\"Posto do Rio\""))
    #expect(json.contains("\"income-share\":\"0.35\"") && json.contains("\"budget-line\":\"yes\""))
    #expect(world.site.get("/organisations.json", query: ["q": "vila pery"]).text.contains("\"total\":1"))
    let form = world.browser.open(world.nhamatarePage + "/edit").text
    #expect(form.contains("Vila Pery, 1975\nPosto do Rio") && form.contains("value=\"0.35\""))
  }

  @Test(
    "is refused where it cannot be",
    arguments: [
      ("income-share", "101"), ("income-share", "-1"), ("income-share", "0.355"), ("income-share", "0.7 %"),
      ("budget-line", "perhaps"), ("former-names", String(repeating: "x\n", count: 21)),
      ("former-names", String(repeating: "y", count: 201)),
    ])
  func refused(field: String, value: String) throws {
    let world = try SeekWorld()
    world.browser.open(world.nhamatarePage + "/edit")
    #expect(world.browser.send(fields + [(field, value)], to: world.nhamatarePage).status == 422)
    #expect(world.site.get(world.nhamatarePage + ".json").text.contains("\"revision\":1"))
  }

  @Test("reads and writes a share of income", arguments: [("0.7", 70), ("0,35", 35), ("2", 200), ("100", 10_000)])
  func share(text: String, hundredths: Int) throws {
    let share = try #require(Organisation.IncomeShare(percent: text))
    #expect(share.hundredths == hundredths)
    #expect(Organisation.IncomeShare(percent: share.percent) == share)
    for bad in ["", ".", "1.", ".5", "1.234", "1.2.3", "100.01", "٧", "1e1"] {
      #expect(Organisation.IncomeShare(percent: bad) == nil, "\(bad)")
    }
  }
}

@Suite("What an organisation has become part of") struct SuccessionTests {
  private let page = "/organisations/\(SeekWorld.nhamatare.id)"

  @Test("is said by its owner, leads both ways, and can be taken back")
  func wholeWay() throws {
    let world = try SeekWorld(), browser = world.browser
    #expect(browser.open(page).text.contains("/succession"))
    browser.open(page + "/succession")
    let found = browser.send([("successor-name", "santa"), ("find", "successor")], to: page + "/succession")
    #expect(found.status == 200 && found.text.contains("value=\"\(SeekWorld.clariva.id)\""))
    let fields = [("successor", "\(SeekWorld.clariva.id)"), ("day", "2020-01-01")]
    #expect(browser.send(fields, to: page + "/succession").status == 303)
    #expect(world.site.get(page).text.contains("has taken in this organisation, on 1 January 2020"))
    let successor = world.site.get("/organisations/\(SeekWorld.clariva.id)").text
    #expect(successor.contains("Takes in") && successor.contains(page))
    let edit = [("name", "Nhamatare"), ("original", "pt"), ("kind", "local-government"), ("revision", "2")]
    #expect(browser.send(edit, to: page).status == 303)
    #expect(world.site.get(page + ".json").text.contains("\"succeeded-on\":\"2020-01-01\""), "an edit leaves it")
    #expect(browser.send([], to: page + "/succession/withdrawal").status == 303)
    #expect(world.site.get(page + ".json").text.contains("\"successor\":null"))
  }

  @Test("is neither itself nor what became part of it, and is nobody else's to say")
  func refused() throws {
    let world = try SeekWorld(), browser = world.browser
    let other = "/organisations/\(SeekWorld.clariva.id)"
    browser.open(page)
    func send(_ successor: some CustomStringConvertible, to address: String, _ day: String = "2020-01-01") -> Int {
      browser.send([("successor", "\(successor)"), ("day", day)], to: address + "/succession").status
    }
    #expect(send(SeekWorld.nhamatare.id, to: page) == 422)
    #expect(send(Organisation.ID(bits: 99), to: page) == 404)
    #expect(send(SeekWorld.clariva.id, to: page, "2020-02-30") == 422)
    #expect(send("x", to: page) == 422)
    #expect(send(SeekWorld.nhamatare.id, to: other) == 403)
    #expect(world.site.get(other + "/succession").status == 403)
    #expect(send(SeekWorld.clariva.id, to: page) == 303)
    let ines = Browser(on: world.site)
    ines.signIn("ines@santaclariva.example")
    ines.open(other)
    let circle = [("successor", "\(SeekWorld.nhamatare.id)"), ("day", "2021-01-01")]
    #expect(ines.send(circle, to: other + "/succession").status == 422)
  }
}

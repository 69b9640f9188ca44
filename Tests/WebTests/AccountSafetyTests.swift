import Actions
import Cooperation
import HTTP
import SQL
import Storage
import Testing
import Web

@Suite("Keeping an account safe") struct AccountSafetyTests {
  private let world: SeekWorld
  private var browser: Browser { world.browser }
  private let email = "rui@nhamatare.example"

  init() throws { world = try SeekWorld() }

  private func isIn(_ browser: Browser) -> Bool { browser.open("/account").status == 200 }

  @Test("a new password signs out every other browser, and the old one opens nothing")
  func password() throws {
    let other = Browser(on: world.site)
    other.signIn(email)
    #expect(isIn(other) && isIn(browser))
    let fresh = "pedras no rio"
    let changed = browser.send([("current", TestSite.password), ("password", fresh)], to: "/account/password")
    #expect(changed.status == 303)
    #expect(isIn(browser) && !isIn(other))
    other.signIn(email)
    #expect(!isIn(other))
    other.open("/sign-in")
    #expect(other.send([("email", email), ("password", fresh)], to: "/sign-in").status == 303)
  }

  @Test("a password is changed only by who knows it, and to one that is long enough")
  func wrongPassword() throws {
    browser.open("/account")
    let wrong = browser.send([("current", "guess"), ("password", "long enough it is")], to: "/account/password")
    #expect(wrong.status == 422 && wrong.text.contains("not the password that you have now"))
    let short = browser.send([("current", TestSite.password), ("password", "short")], to: "/account/password")
    #expect(short.status == 422 && short.text.contains("at least 10 characters"))
    for _ in 1...5 {
      browser.open("/account")
      browser.send([("current", "guess"), ("password", "long enough it is")], to: "/account/password")
    }
    browser.open("/account")
    let late = browser.send(
      [("current", TestSite.password), ("password", "long enough it is")], to: "/account/password")
    #expect(late.status == 403 && late.text.contains("Too many attempts"))
  }

  @Test("a session ends with the next sign-in, with its time, and everywhere when its owner says so")
  func sessions() throws {
    let sessions = {
      try world.site.database.read { try $0.first("SELECT COUNT(*) FROM session") { try $0.int(0) } ?? 0 }
    }
    let before = try sessions()
    browser.signIn(email)
    #expect(try sessions() == before)
    let other = Browser(on: world.site)
    other.signIn(email)
    browser.open("/account")
    #expect(browser.send([], to: "/account/sessions/ending").status == 303)
    #expect(!isIn(browser) && !isIn(other))
    browser.signIn(email)
    world.site.clock.pass(minutes: 30 * 24 * 60 + 1)
    #expect(!isIn(browser))
  }

  @Test("a key is shown once, kept as a hash, taken back at once, and cannot make another")
  func keys() throws {
    let key = try world.key()
    #expect(world.send(.get, "/account", "", key).status == 200)
    #expect(!browser.open("/account").text.contains(key))
    let hashes = try world.site.database.read { try $0.rows("SELECT token_hash FROM session") { try $0.text(0) } }
    #expect(!hashes.contains(key))
    #expect(world.send(.post, "/account/tokens", "{\"label\":\"another\"}", key).status == 403)
    let other = Browser(on: world.site)
    other.signIn("ines@santaclariva.example")
    let end = try #require(
      FilledForm.all(in: browser.open("/account").text).first { $0.action.contains("/account/tokens/") })
    #expect(other.send([], to: end.action).status == 404)
    browser.open("/account")
    #expect(browser.send([], to: end.action).status == 303)
    #expect(world.send(.get, "/account", "", key).status == 401)
  }

  @Test("how a person can be reached is erased by whoever speaks for them, and stays erased")
  func contact() throws {
    let path = "/people/\(SeekWorld.amelia.id)"
    let other = Browser(on: world.site)
    other.signIn("ines@santaclariva.example")
    #expect(other.send([], to: path + "/erasure").status == 403)
    #expect(browser.open(path).text.contains("/erasure"))
    #expect(browser.send([], to: path + "/erasure").status == 303)
    let person = try world.site.database.read { session in try session.people.require(SeekWorld.amelia.id) }
    #expect(person.contact.isEmpty && !person.showsContact && person.name == SeekWorld.amelia.name)
    #expect(!browser.open(path).text.contains("/erasure"))
  }

  @Test("an erased account leaves no address, no password and no way in")
  func erased() throws {
    let account = try #require(Email(email))
    try EraseAccount(account).run(on: world.site.occasion(seed: 99))
    #expect(!isIn(browser))
    let left = try world.site.database.read { session in try session.accounts.find(account) }
    #expect(left == nil)
    browser.signIn(email)
    #expect(!isIn(browser))
  }
}

@Suite("Who may act for an organisation") struct TeamTests {
  private let world: SeekWorld
  private var browser: Browser { world.browser }
  private var team: String { world.nhamatarePage + "/accounts" }

  init() throws { world = try SeekWorld() }

  @Test("is said by its owners: one who is let in signs in with the password that was shown once")
  func invited() throws {
    browser.open(team)
    let fields = [("email", "ana@nhamatare.example"), ("name", "Ana"), ("role", "editor")]
    let shown = browser.send(fields, to: team)
    #expect(shown.status == 201)
    let password = try String(#require(shown.text.firstMatch(of: #/<code>([^<]+)<\/code>/#)).1)
    #expect(!browser.open(team).text.contains(password))
    let ana = Browser(on: world.site)
    ana.open("/sign-in")
    #expect(ana.send([("email", fields[0].1), ("password", password)], to: "/sign-in").status == 303)
    #expect(ana.open("/needs/new").status == 200)
    #expect(ana.open(team).status == 403)
  }

  @Test("changes at once, and never leaves an organisation without an owner")
  func changes() throws {
    browser.open(team)
    browser.send([("email", "ines@santaclariva.example"), ("role", "reader")], to: team)
    let ines = Browser(on: world.site)
    ines.signIn("ines@santaclariva.example")
    let edit = world.nhamatarePage + "/edit"
    #expect(ines.open(edit).status == 403)
    let page = browser.open(team).text
    let endings = page.matches(of: #/formaction="([^"]+)"/#).map { String($0.1) }
    let email = try #require(Email("ines@santaclariva.example"))
    let found = try world.site.database.read { session in try session.accounts.find(email) }
    let account = try #require(found)
    let own = team + "/\(account.id)"
    #expect(browser.send([("role", "editor")], to: own).status == 303)
    #expect(ines.open(edit).status == 200)
    browser.open(team)
    #expect(browser.send([], to: own + "/ending").status == 303)
    #expect(ines.open(edit).status == 403)
    browser.open(team)
    let last = try #require(endings.first { !$0.hasPrefix(own) })
    #expect(browser.send([], to: last).status == 409)
    #expect(browser.open(world.nhamatarePage + "/audit").text.contains("end-role"))
  }

  @Test("is nobody else's to say or to see")
  func strangers() throws {
    let ines = Browser(on: world.site)
    ines.signIn("ines@santaclariva.example")
    #expect(ines.open(team).status == 403)
    #expect(ines.send([("email", "x@y.example"), ("role", "owner")], to: team).status == 403)
    #expect(world.site.get(team).status == 403)
    let key = try world.key()
    let program = world.send(.post, team, "{\"email\":\"x@y.example\",\"role\":\"owner\"}", key)
    #expect(program.status == 403 && program.text.contains("only-in-browser"))
  }
}

@Suite("A cookie") struct CookieTests {
  @Test("is for our own pages alone, and over TLS alone where there is TLS", arguments: ["http", "https"])
  func secure(scheme: String) throws {
    let world = try TestSite()
    var settings = Site.Settings()
    settings.base = "\(scheme)://copolis.example"
    let site = try Site(database: world.database, settings: settings, clock: { world.clock.now })
    for query in [[:], ["lang": "fr"]] as [Fields] {
      let response = site.respond(to: Request(.get, "/sign-in", query: query))
      let cookies = response.headers.filter { $0.name == "Set-Cookie" }.map(\.value)
      #expect(!cookies.isEmpty)
      for cookie in cookies {
        #expect(cookie.contains("; HttpOnly; SameSite=Lax") && cookie.contains("; Secure") == (scheme == "https"))
      }
    }
  }
}

@Suite("A form whose session is over") struct LostSessionTests {
  @Test("gives back what was typed, escaped, and never a password")
  func typed() throws {
    let world = try SeekWorld(), browser = world.browser
    browser.open("/needs/new")
    let other = Browser(on: world.site)
    other.signIn("rui@nhamatare.example")
    other.open("/account")
    other.send([], to: "/account/sessions/ending")
    let text = "The streets stand <b>under</b> water."
    let answer = browser.send([("title", text), ("password", "two words")], to: "/needs")
    #expect(answer.status == 403)
    #expect(answer.text.contains("The streets stand &lt;b&gt;under&lt;/b&gt; water."))
    #expect(!answer.text.contains("two words"))
  }

  @Test("says nothing back that another site has sent")
  func forged() throws {
    let world = try SeekWorld(signedIn: false)
    var request = Request(.post, "/needs", headers: ["content-type": "application/x-www-form-urlencoded"])
    request.body = .bytes(Array("title=Call+this+number".utf8))
    #expect(!world.site.respond(request).text.contains("Call this number"))
  }
}

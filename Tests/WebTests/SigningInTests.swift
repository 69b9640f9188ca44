import Cooperation
import HTTP
import Testing

@Suite("Signing in") struct SigningInTests {
  @Test("opens a session that knows who it is")
  func opens() throws {
    let site = try TestSite()
    try site.account("rui@nhamatare.example")
    let browser = Browser(on: site)
    browser.open("/sign-in")
    let response = browser.send(
      [("email", "Rui@Nhamatare.example"), ("password", TestSite.password)], to: "/sign-in")
    #expect(response.status == 303)
    #expect(browser.open("/sign-in").text.contains("Rui"))
  }

  @Test("does not say whether the address or the password was wrong")
  func wrong() throws {
    let site = try TestSite()
    try site.account("rui@nhamatare.example")
    let browser = Browser(on: site)
    browser.open("/sign-in")
    let known = browser.send([("email", "rui@nhamatare.example"), ("password", "no")], to: "/sign-in")
    let unknown = browser.send([("email", "nobody@nhamatare.example"), ("password", "no")], to: "/sign-in")
    #expect(known.status == 403 && unknown.status == 403)
    let sentence = "do not belong together"
    #expect(known.text.contains(sentence) && unknown.text.contains(sentence))
  }

  @Test("is refused after five failures, and allowed again a quarter of an hour later")
  func limited() throws {
    let site = try TestSite()
    try site.account("rui@nhamatare.example")
    let browser = Browser(on: site)
    browser.open("/sign-in")
    for _ in 1...5 { browser.send([("email", "rui@nhamatare.example"), ("password", "no")], to: "/sign-in") }
    let right = [("email", "rui@nhamatare.example"), ("password", TestSite.password)]
    let refused = browser.send(right, to: "/sign-in")
    #expect(refused.status == 429)
    #expect(refused[header: "Retry-After"] == "900")
    site.clock.pass(minutes: 16)
    #expect(browser.send(right, to: "/sign-in").status == 303)
  }

  @Test("is refused to a form that another site sends")
  func forged() throws {
    let site = try TestSite()
    try site.account("rui@nhamatare.example")
    var request = Request(
      .post, "/sign-in", headers: ["content-type": "application/x-www-form-urlencoded", "cookie": "copolis-form=abc"])
    request.body = .bytes(Array("email=rui@nhamatare.example&password=x&form-key=def".utf8))
    let response = site.respond(request)
    #expect(response.status == 403)
    #expect(response.text.contains("no longer valid"))
  }

  @Test("leads only to addresses of this site")
  func next() throws {
    let site = try TestSite()
    try site.account("rui@nhamatare.example")
    for (next, expected) in [
      ("//evil.example", "/account"), ("/needs/new", "/needs/new"), ("https://e.example", "/account"),
    ] {
      let browser = Browser(on: site)
      browser.open("/sign-in")
      let fields = [("email", "rui@nhamatare.example"), ("password", TestSite.password), ("next", next)]
      #expect(browser.send(fields, to: "/sign-in")[header: "Location"] == expected)
    }
  }
}

@Suite("Every answer") struct AnswerTests {
  @Test("carries the headers that keep a browser safe", arguments: ["/sign-in", "/nowhere", "/health"])
  func headers(path: String) throws {
    let response = try TestSite().get(path)
    let policy = try #require(response[header: "Content-Security-Policy"])
    #expect(policy.contains("default-src 'none'") && !policy.contains("unsafe"))
    #expect(response[header: "X-Content-Type-Options"] == "nosniff")
  }

  @Test("is a page for people and a problem for programs where there is nothing")
  func nowhere() throws {
    let site = try TestSite()
    let page = site.get("/nowhere"), problem = site.get("/nowhere", headers: ["accept": "application/json"])
    #expect(page.status == 404 && page.text.contains("<h1>"))
    #expect(problem[header: "Content-Type"] == "application/problem+json")
    #expect(problem.text.contains("\"type\":\"/problems/no-such-page\""))
  }

  @Test("names the methods that an address takes")
  func wrongVerb() throws {
    let response = try TestSite().respond(Request(.delete, "/health"))
    #expect(response.status == 405)
    #expect(response[header: "Allow"]?.contains("GET") == true)
  }

  @Test("speaks the language of the address before that of the browser", arguments: ["fr", "es", "pt", "ar"])
  func language(tag: String) throws {
    let site = try TestSite()
    let asked = site.get("/sign-in", headers: ["accept-language": "en"], query: ["lang": tag])
    #expect(asked.text.contains("<html lang=\"\(tag)\""))
    #expect(asked.text.contains("dir=\"rtl\"") == (tag == "ar"))
    #expect(site.get("/sign-in", headers: ["accept-language": "\(tag),en;q=0.5"]).text.contains("lang=\"\(tag)\""))
  }
}

@Suite("A page that is kept") struct KeptPageTests {
  @Test("is sent again as it was, and not at all to a browser that has it")
  func again() throws {
    let site = try TestSite()
    let first = site.get("/problems/no-such-page")
    let tag = try #require(first[header: "ETag"])
    #expect(site.get("/problems/no-such-page").text == first.text)
    #expect(site.get("/problems/no-such-page", headers: ["if-none-match": tag]).status == 304)
  }

  @Test("keeps to the language that was chosen, and remembers it for the next page")
  func language() throws {
    let site = try TestSite()
    let chosen = site.get("/problems/no-such-page", query: ["lang": "fr"])
    #expect(chosen[header: "Set-Cookie"]?.hasPrefix("lang=fr;") == true)
    #expect(site.get("/problems/no-such-page", headers: ["cookie": "lang=fr"]).text.contains("lang=\"fr\""))
    #expect(site.get("/problems/no-such-page", headers: ["accept-language": "en"]).text.contains("lang=\"en\""))
  }

  @Test("never carries what only one visitor should see")
  func notice() throws {
    let site = try TestSite()
    let told = site.get("/problems/no-such-page", query: ["done": "signed-out"])
    #expect(told.text.contains("You are signed out."))
    #expect(!site.get("/problems/no-such-page").text.contains("You are signed out."))
  }
}

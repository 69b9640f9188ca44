import HTTP
import Testing

@Suite("What a client would like") struct HTTPNegotiationTests {
  @Test(
    "in languages, is sorted by how gladly they are read",
    arguments: [
      ("fr-CH, fr;q=0.9, en;q=0.8, de;q=0, *;q=0.5", ["fr-ch", "fr", "en"]),
      ("en;q=0.2,pt-BR", ["pt-br", "en"]), ("es , en", ["es", "en"]), ("ar;q=0.5;x, ,fr;q=1.5", ["ar"]),
      ("", []), (";;;,q=1", ["q=1"]), ("en;q=abc", []),
    ])
  func languages(_ field: String, _ expected: [String]) {
    #expect(Request(.get, "/", headers: ["Accept-Language": field]).languages == expected)
  }

  @Test(
    "is JSON where the address or Accept says so, and a page else",
    arguments: [
      ("/needs.json", "text/html", true), ("/needs", "application/json", true), ("/needs", "*/*", false),
      ("/needs", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", false),
      ("/needs", "application/json, text/html;q=0.5", true), ("/needs", "application/*, text/html", false),
      ("/needs", "application/problem+json", true), ("/needs", "text/html, application/json;q=0.9", false),
    ])
  func json(_ path: String, _ accept: String, _ expected: Bool) {
    #expect(Request(.get, path, headers: ["Accept": accept]).wantsJSON == expected)
  }

  @Test("is remembered in cookies") func cookies() {
    let request = Request(.get, "/", headers: ["Cookie": "a=1; session=x=y;  q=\"z\"; a=2; odd"])
    #expect(request.cookie("a") == "1")
    #expect(request.cookie("session") == "x=y")
    #expect(request.cookie("q") == "z")
    #expect(request.cookie("odd") == nil && request.cookie("none") == nil)
    #expect(Request(.get, "/").cookie("a") == nil)
    #expect(
      SetCookie("session", "abc", .seconds(60), over: .encrypted).header.value
        == "session=abc; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=60")
    #expect(SetCookie("s", "", .over, over: .any).header.value == "s=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0")
  }

  @Test("of header fields, is found by name in lower case, and several of one name together") func headers() {
    var headers: Headers = ["X-Forwarded-For": "1.1.1.1", "cookie": "a=1"]
    headers.append("x-forwarded-for", "2.2.2.2")
    headers.append("Cookie", "b=2")
    #expect(headers["x-forwarded-for"] == "1.1.1.1, 2.2.2.2")
    #expect(headers["cookie"] == "a=1; b=2")
    headers["cookie"] = nil
    #expect(headers["cookie"] == nil && headers.count == 2)
    #expect(!headers.contains("forwarded"))
  }
}

@Suite("A version of a page") struct HTTPConditionTests {
  private let page = Response(200, "text/html", [1]).with("Cache-Control", "no-cache")

  private func get(_ field: String, _ value: String) -> Request { Request(.get, "/", headers: [field: value]) }

  @Test(
    "is not sent to a client that has it",
    arguments: ["\"v1\"", "W/\"v1\"", "\"v1-gz\"", "\"v0\", \"v1\"", "*", "\"a,b\",\"v1\""])
  func had(_ field: String) {
    let answer = page.tagged(ETag("v1"), for: get("If-None-Match", field))
    #expect(answer.status == 304)
    #expect(answer[header: "ETag"] == "\"v1\"")
    #expect(answer[header: "Cache-Control"] == "no-cache")
    #expect(answer[header: "Content-Type"] == nil)
  }

  @Test("is sent to one that has another", arguments: ["\"v2\"", "v1", "", "\"v1", "\"-gz\""])
  func other(_ field: String) {
    let answer = page.tagged(ETag("v1"), for: get("If-None-Match", field))
    #expect(answer.status == 200)
    #expect(answer[header: "ETag"] == "\"v1\"")
  }

  @Test("may be changed by who knows it, and by nobody else") func changed() throws {
    try get("If-Match", "\"v1-gz\"").mustKnow(ETag("v1"))
    try get("If-Match", "*").mustKnow(ETag("v1"))
    try Request(.put, "/").mustKnow(ETag("v1"))
    for (field, tag) in [("\"v2\"", ETag("v1")), ("W/\"v1\"", ETag("v1")), ("*", nil), ("\"v1\"", ETag("v1", .weak))] {
      let problem = try #require(throws: Problem.self) { try get("If-Match", field).mustKnow(tag) }
      #expect(problem.status == 412)
    }
  }
}

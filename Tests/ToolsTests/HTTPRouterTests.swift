import HTTP
import Markup
import Testing

@Suite("The table of addresses") struct HTTPRouterTests {
  private let router = Router<String>(
    [
      .init(.get, "/", "front"),
      .init(.get, "/needs", "needs"),
      .init(.post, "/needs", "publish"),
      .init(.get, "/needs/new", "form"),
      .init(.get, "/needs/*", "need"),
      .init(.delete, "/needs/*", "remove"),
      .init(.get, "/needs/*/matches", "matches"),
      .init(.get, "/open/", "open data"),
      .init(.get, "/open/*", "file"),
      .init(.get, "/api/openapi.json", "openapi"),
      .init(.get, "/*/*/log", "log"),
    ], formats: ["json", "csv"])

  private func found(_ verb: Request.Verb, _ path: String) -> String {
    switch router.find(verb, path) {
    case .match(let match):
      ([match.handler] + match.segments.map { String($0) } + (match.format.map { ["as " + $0] } ?? []))
        .joined(separator: ", ")
    case .wrongVerb(let allowed): "only " + allowed.map(\.rawValue).joined(separator: " ")
    case .nowhere: "nowhere"
    }
  }

  @Test(
    "leads to the handler with the path's own parts, and to a format by its ending",
    arguments: [
      ("/", "front"), ("/needs", "needs"), ("/needs.json", "needs, as json"), ("/needs/new", "form"),
      ("/needs/ned_1", "need, ned_1"), ("/needs/ned_1.json", "need, ned_1, as json"),
      ("/needs/ned_1/matches.csv", "matches, ned_1, as csv"), ("/needs/v2.03", "need, v2.03"),
      ("/needs/.json", "need, .json"), ("/needs/new/log", "log, needs, new"), ("/needs/a/log", "log, needs, a"),
      ("/open/", "open data"), ("/open/cities.csv", "file, cities, as csv"), ("/api/openapi.json", "openapi"),
      ("/needs/éà", "need, éà"), ("/nowhere", "nowhere"), ("/needs/", "nowhere"), ("/needs/a/b", "nowhere"),
      ("/needs.xml", "nowhere"),
    ])
  func ways(_ path: String, _ expected: String) {
    #expect(found(.get, path) == expected)
  }

  @Test("answers HEAD as GET, and says which verbs an address takes")
  func verbs() {
    #expect(found(.head, "/needs/a") == "need, a")
    #expect(found(.delete, "/needs/a.json") == "remove, a, as json")
    #expect(found(.post, "/needs") == "publish")
    #expect(found(.put, "/needs") == "only GET HEAD POST")
    #expect(found(.patch, "/needs/a") == "only GET HEAD DELETE")
    #expect(found(.post, "/needs/new") == "only GET HEAD")
    #expect(found(.post, "/no") == "nowhere")
  }

  @Test("prints a link as it reads one")
  func links() {
    let member = Endpoint<String, Int>(.get, "/bodies/*/members/*")
    #expect(member("a&b", 12) == "/bodies/a&b/members/12")
    #expect(Endpoint<Int>(.get, "/*")(-7) == "/-7")
    #expect(FixedEndpoint(.get, "/needs")() == "/needs")
    var html = HTML()
    html << "\(member.link("a&b", 12)) \(FixedEndpoint(.get, "/needs").link())"
    #expect(html.text == "/bodies/a&amp;b/members/12 /needs")
  }
}

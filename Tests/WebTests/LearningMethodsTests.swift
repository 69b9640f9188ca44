import Cooperation
import HTTP
import Methods
import Testing

@Suite("The methods") struct LearningMethodsTests {
  @Test("are all there, with how long they take and a way to start", arguments: Methods.Library.methods.map(\.id))
  func shown(id: Method.ID) throws {
    let site = try TestSite()
    let method = try #require(Methods.Library.method(id))
    let title = method.title.reading(in: ["en"]).text
    #expect(site.get("/methods").text.contains(title))
    let page = site.get("/methods/\(id)").text
    for phase in method.phases { #expect(page.contains("id=\"\(phase.id)\"")) }
    for role in method.roles { #expect(page.contains(role.title.reading(in: ["en"]).text)) }
    #expect(page.contains("/exchanges/new?method=\(id)"))
  }

  @Test("speak the reader's language", arguments: [("fr", "Exposé du cas"), ("ar", "dir=\"rtl\"")])
  func languages(tag: String, words: String) throws {
    #expect(try TestSite().get("/methods/peer-supervision", query: ["lang": tag]).text.contains(words))
  }

  @Test("are there for programs too")
  func data() throws {
    let site = try TestSite()
    let list = site.get("/methods.json").text
    #expect(list.contains("\"id\":\"peer-supervision\"") && list.contains("\"id\":\"learning-checklist\""))
    let one = site.get("/methods/learning-checklist.json").text
    #expect(one.contains("\"id\":\"days-to-share\"") && one.contains("\"blind\":true"))
  }

  @Test("of another name are not there")
  func unknown() throws {
    #expect(try TestSite().get("/methods/no-such-method").status == 404)
    #expect(try TestSite().get("/methods/Not%20a%20name").status == 404)
  }
}

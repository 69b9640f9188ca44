import Foundation
import HTTP
import Testing
import Web

@Suite("The description of the API") struct APITests {
  private func description() throws -> [String: Any] {
    let response = try TestSite().get("/api/openapi.json")
    #expect(response.status == 200)
    let value = try JSONSerialization.jsonObject(with: Data(response.text.utf8))
    return try #require(value as? [String: Any])
  }

  @Test("is OpenAPI 3.1 and tells every address that programs use, each operation once")
  func complete() throws {
    let description = try description()
    #expect(description["openapi"] as? String == "3.1.0")
    let paths = try #require(description["paths"] as? [String: [String: [String: Any]]])
    let operations = paths.values.flatMap(\.values).compactMap { $0["operationId"] as? String }
    #expect(Set(operations).count == operations.count)
    #expect(paths["/needs/{need}"] != nil || !Site.addresses.contains("GET /needs/*"))
    #expect(paths["/sign-in"] == nil)
  }

  @Test("names every part of a path as a parameter")
  func parameters() throws {
    let paths = try #require(try description()["paths"] as? [String: [String: [String: Any]]])
    for (path, verbs) in paths {
      let parts = path.matches(of: /\{([a-z-]+)\}/).map { String($0.1) }
      for (verb, operation) in verbs {
        let inPath = (operation["parameters"] as? [[String: Any]])?.filter { $0["in"] as? String == "path" }
        let names = inPath?.compactMap { $0["name"] as? String }
        #expect(names == parts, "\(verb) \(path)")
      }
    }
  }

  @Test("leads every reference somewhere, and says of each list and each problem what it looks like")
  func shapes() throws {
    let description = try description()
    func follow(_ value: Any) {
      for each in value as? [Any] ?? [] { follow(each) }
      for (name, each) in value as? [String: Any] ?? [:] {
        guard name == "$ref", let reference = each as? String else {
          follow(each)
          continue
        }
        let found = reference.dropFirst(2).split(separator: "/").reduce(description as Any?) { place, step in
          (place as? [String: Any])?[String(step)]
        }
        #expect(found != nil, "\(reference)")
      }
    }
    follow(description)
    let schemas = (description["components"] as? [String: Any])?["schemas"] as? [String: [String: Any]]
    #expect(schemas?["List"]?["required"] as? [String] == ["items", "total", "page", "per", "next"])
    #expect(schemas?["Problem"]?["required"] as? [String] == ["type", "title", "status"])
    let paths = try #require(description["paths"] as? [String: [String: [String: Any]]])
    let list = paths["/needs"]?["get"]?["parameters"] as? [[String: Any]]
    let names = ["q", "theme", "target", "goal", "country", "region", "language", "organisation", "stage"]
    #expect(list?.compactMap { $0["name"] as? String } == names + ["page", "per", "sort"])
    let sorts = (list?.last?["schema"] as? [String: Any])?["enum"] as? [String]
    #expect(sorts == ["newest", "title"])
  }

  @Test("names one of many as people would")
  func singular() {
    let named = Set(Promises.all.flatMap(\.parts).filter { $0.hasPrefix("{") })
    #expect(
      named.isSuperset(of: ["{match}", "{search}", "{practice}", "{need}", "{person}", "{country}", "{exchange}"]))
    #expect(named.isDisjoint(with: ["{matche}", "{searche}", "{countrie}", "{people}", "{practices}"]))
  }

  @Test("says of every address whether a program gets a list, a record or something else, just as it does")
  func told() throws {
    let world = try SweepWorld()
    var lists = 0
    for entry in SweepWorld.entries where entry.verb == .get {
      let path = world.path(of: entry)
      // A form is for people: it is not described, though a more general address is.
      guard let told = Promises.operation(Request(.get, path)), told.stars == entry.stars.count else { continue }
      let answer = world.ask(.get, path, as: world.administrator, json: true)
      guard answer.status == 200, told.mediaTypes == ["application/json"] else { continue }
      let value = try JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [String: Any]
      let isList = ["items", "total", "page", "per", "next"].allSatisfy { value?[$0] != nil }
      #expect(
        isList == (told.schema == "List"), "\(told.path) is described as \(told.schema): \(answer.text.prefix(80))")
      if told.schema == "Record" { #expect(value?["id"] is String, "\(told.path): \(answer.text.prefix(80))") }
      #expect(told.query.contains("page") == isList && told.query.contains("per") == isList, "\(told.path)")
      lists += isList ? 1 : 0
    }
    #expect(lists > 15)
  }

  @Test("names everything that a list is narrowed by, and nothing that it does not take")
  func narrowed() throws {
    let world = try SweepWorld()
    for entry in SweepWorld.entries where entry.verb == .get {
      let path = world.path(of: entry)
      guard let told = Promises.operation(Request(.get, path)), told.schema == "List" else { continue }
      let page = world.ask(.get, path, as: world.administrator).text
      for link in page.matches(of: #/href="([^"?]*)\?([a-z-]+)=[^"]*" rel="nofollow"/#) where link.1 == path {
        #expect(told.query.contains(String(link.2)), "\(path) can be narrowed by \(link.2)")
      }
      // Words are looked for whatever they are, and so are the codes of what waits and what the search index holds.
      let free = ["q", "page", "per", "code"]
      for name in told.query where !free.contains(name) && path != "/search" {
        let query = Fields([.init(name, "\u{2603}")])
        let answer = world.ask(.get, path, query: query, as: world.administrator, json: true)
        #expect(answer.status == 422, "\(path)?\(name) gave \(answer.status)")
      }
    }
  }
}

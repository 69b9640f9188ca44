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
    #expect(list?.compactMap { $0["name"] as? String } == ["q", "page", "per", "sort"])
  }
}

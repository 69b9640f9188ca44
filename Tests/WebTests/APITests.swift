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
        let names = (operation["parameters"] as? [[String: Any]])?.compactMap { $0["name"] as? String }
        #expect(names == parts, "\(verb) \(path)")
      }
    }
  }
}

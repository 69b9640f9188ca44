import Addresses
import HTTP
import Markup
import Pages

extension Site {
  static let programming: [Entry] = [Entry(Address.api, Site.explainAPI), Entry(Address.openAPI, Site.describeAPI)]

  func explainAPI(_ visit: Visit) -> any Answer {
    let addresses = Site.table.filter(\.isForPrograms).map { "\($0.verb.rawValue) \($0.pattern)" }
    return Shown(APIPage(base: settings.base, addresses: addresses))
  }

  /// The API in the terms of OpenAPI 3.1, told from the table of addresses itself.
  func describeAPI(_ visit: Visit) -> any Answer {
    var json = JSON(capacity: 65_536)
    json.object { json in
      json["openapi"] = "3.1.0"
      json["jsonSchemaDialect"] = "https://json-schema.org/draft/2020-12/schema"
      json.object("info") { json in
        json["title"] = "Copolis"
        json["version"] = "1"
        json["description"] =
          "The learning universe of a network of cities. Every page is JSON too: add .json or ask for it."
        json.object("license") {
          $0["name"] = "CC BY 4.0"; $0["identifier"] = "CC-BY-4.0"
        }
      }
      json.array("servers", [settings.base]) { json, base in json.object { $0["url"] = base } }
      json.object("paths", paths)
      json.object("components") { $0.writeComponents() }
    }
    return Response(200, "application/json; charset=utf-8", json.bytes)
  }

  private func paths(_ json: inout JSON) {
    let entries = Site.table.filter(\.isForPrograms)
    var seen: [String] = []
    for entry in entries where !seen.contains(entry.pattern) {
      seen.append(entry.pattern)
      json.object(named: entry.template) { json in
        for operation in entries where operation.pattern == entry.pattern { describe(operation, &json) }
      }
    }
  }

  private func describe(_ entry: Entry, _ json: inout JSON) {
    let promise = entry.promise
    json.object(named: entry.verb.rawValue.lowercased()) { json in
      json["operationId"] = entry.operation
      json.array("parameters", entry.parameters + promise.parameters) { json, name in
        let inPath = entry.parameters.contains(name)
        json.parameter(name, inPath: inPath, among: name == "sort" ? promise.sorts : [])
      }
      if entry.verb != .get {
        json.object("requestBody") { json in
          json.object("content") { json in
            for type in promise.takes {
              json.object(named: type) { json in
                json.object("schema") { if type == "application/json" { $0["type"] = "object" } }
              }
            }
          }
        }
        json.array("security", [0]) { json, _ in json.object { $0.array("key", [Int]()) { _, _ in } } }
      }
      json.object("responses") { json in
        for status in promise.statuses { json.object(named: String(status)) { promise.write(status, &$0) } }
        if promise.hasMark { json.object(named: "304") { $0["description"] = "You have it already." } }
        json.object(named: "default") { $0["$ref"] = "#/components/responses/Problem" }
      }
    }
  }
}

extension Promise {
  fileprivate func write(_ status: Int, _ json: inout JSON) {
    json["description"] = status == 204 ? "There is nothing to come." : shape.about
    guard status != 204 else { return }
    json.object("content") { json in
      for type in mediaTypes { json.object(named: type) { $0.object("schema") { $0.write(schemaOf: shape) } } }
    }
  }
}

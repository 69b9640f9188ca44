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
    var json = JSON(capacity: 32_768)
    json.object { json in
      json["openapi"] = "3.1.0"
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
      json.object("components", components)
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
    json.object(named: entry.verb.rawValue.lowercased()) { json in
      json["operationId"] = entry.operation
      json.array("parameters", entry.parameters) { json, name in
        json.object { json in
          json["name"] = name
          json["in"] = "path"
          json.flag("required", true)
          json.object("schema") { $0["type"] = "string" }
        }
      }
      if entry.verb != .get {
        json.object("requestBody") { json in
          json.object("content") { json in
            json.object("application/json") { $0.object("schema") { $0["type"] = "object" } }
          }
        }
        json.array("security", [0]) { json, _ in json.object { $0.array("key", [Int]()) { _, _ in } } }
      }
      json.object("responses") { json in
        json.object(named: entry.verb == .post ? "201" : "200") { json in
          json["description"] = "The record, or the list of them."
          json.object("content") { $0.object("application/json") { $0.object("schema") { $0["type"] = "object" } } }
        }
        json.object(named: "default") { $0["$ref"] = "#/components/responses/Problem" }
      }
    }
  }

  private func components(_ json: inout JSON) {
    json.object("securitySchemes") { json in
      json.object("key") { json in
        json["type"] = "http"
        json["scheme"] = "bearer"
      }
    }
    json.object("responses") { json in
      json.object("Problem") { json in
        json["description"] = "What went wrong, why, and what to do (RFC 9457)."
        json.object("content") { json in
          json.object("application/problem+json") { json in
            json.object("schema") { $0["$ref"] = "#/components/schemas/Problem" }
          }
        }
      }
    }
    json.object("schemas") { json in
      json.object("Problem") { json in
        json["type"] = "object"
        json.object("properties") { json in
          for name in ["type", "title", "detail"] { json.object(named: name) { $0["type"] = "string" } }
          json.object("status") { $0["type"] = "integer" }
        }
      }
    }
  }
}

extension Entry {
  /// Whether a program has something to do there; forms, sign-in and what browsers need are for people.
  var isForPrograms: Bool {
    let parts = pattern.split(separator: "/")
    let isForm = parts.last == "new" || parts.last == "edit"
    return !isForm && !["sign-in", "sign-out", "assets", "problems", "metrics"].contains(parts.first ?? "")
  }

  /// The names of the path's parts, after what they stand behind: `needs/*` has `need`.
  var parameters: [String] {
    let parts = pattern.split(separator: "/")
    return parts.indices.filter { parts[$0] == "*" }.map { place in
      let before = place > 0 ? parts[place - 1] : "id"
      if before.hasSuffix("ies") { return before.dropLast(3) + "y" }
      return String(before.hasSuffix("s") ? before.dropLast() : before)
    }
  }

  /// The pattern as OpenAPI writes it: `/needs/{need}/matches`.
  var template: String {
    var names = parameters[...]
    let parts = pattern.split(separator: "/").map { $0 == "*" ? "{\(names.popFirst() ?? "id")}" : String($0) }
    return "/" + parts.joined(separator: "/") + (pattern.count > 1 && pattern.hasSuffix("/") ? "/" : "")
  }

  /// A name for the operation: `get-needs-need-matches`.
  var operation: String {
    let parts = template.split { !$0.isLetter && $0 != "-" }
    return ([verb.rawValue.lowercased()] + parts.map(String.init)).joined(separator: "-")
  }
}

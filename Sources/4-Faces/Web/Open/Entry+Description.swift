import HTTP
import Markup

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
      place > 0 ? Entry.one(of: String(parts[place - 1])) : "id"
    }
  }

  /// What one of many is called: `match` of `matches`, `person` of `people`.
  static func one(of many: String) -> String {
    switch many {
    case "people": "person"
    case "open": "file"
    case _ where many.hasSuffix("ies"): many.dropLast(3) + "y"
    case _ where ["ches", "shes", "sses", "xes"].contains(where: many.hasSuffix): String(many.dropLast(2))
    case _ where many.hasSuffix("s"): String(many.dropLast())
    default: many
    }
  }

  /// The pattern as OpenAPI writes it: `/needs/{need}/matches`.
  var template: String {
    var names = parameters[...]
    let parts = pattern.split(separator: "/").map { $0 == "*" ? "{\(names.popFirst() ?? "id")}" : String($0) }
    return "/" + parts.joined(separator: "/") + (pattern.count > 1 && pattern.hasSuffix("/") ? "/" : "")
  }

  /// A name for the operation, unlike any other: `get-needs-need-matches`.
  var operation: String {
    let parts = template.split { !$0.isLetter && $0 != "-" }
    let end = pattern.count > 1 && pattern.hasSuffix("/") ? ["index"] : []
    return ([verb.rawValue.lowercased()] + parts.map(String.init) + end).joined(separator: "-")
  }
}

extension JSON {
  /// A part of the path, or something that the query may say.
  mutating func parameter(_ name: String, inPath: Bool, among values: [String] = []) {
    object { json in
      json["name"] = name
      json["in"] = inPath ? "path" : "query"
      json.flag("required", inPath)
      json.object("schema") { json in
        switch name {
        case "page", "per":
          json["type"] = "integer"
          json.number("minimum", 1)
          if name == "per" { json.number("maximum", 100) }
          json.number("default", name == "per" ? 20 : 1)
        default:
          json["type"] = "string"
          if !values.isEmpty { json.array("enum", values) { $0.element($1) } }
        }
      }
    }
  }

  mutating func write(schemaOf shape: Promise.Shape) {
    switch shape {
    case .list: self["$ref"] = "#/components/schemas/List"
    case .record: self["$ref"] = "#/components/schemas/Record"
    case .page: self["type"] = "object"
    case .file: break
    }
  }

  /// What the descriptions of many addresses share.
  mutating func writeComponents() {
    object("securitySchemes") { json in
      json.object("key") { json in
        json["type"] = "http"
        json["scheme"] = "bearer"
      }
    }
    object("responses") { json in
      json.object("Problem") { json in
        json["description"] = "What went wrong, why, and what to do (RFC 9457)."
        json.object("content") { json in
          json.object("application/problem+json") { json in
            json.object("schema") { $0["$ref"] = "#/components/schemas/Problem" }
          }
        }
      }
    }
    object("schemas") { json in
      json.object("List") { $0.writeListSchema() }
      json.object("Record") { $0.writeRecordSchema() }
      json.object("Problem") { $0.writeProblemSchema() }
    }
  }

  private mutating func writeListSchema() {
    self["type"] = "object"
    array("required", ["items", "total", "page", "per", "next"]) { $0.element($1) }
    object("properties") { json in
      json.object("items") { json in
        json["type"] = "array"
        json.object("items") { $0["$ref"] = "#/components/schemas/Record" }
      }
      for name in ["total", "page", "per"] {
        json.object(named: name) { json in
          json["type"] = "integer"
          json.number("minimum", name == "total" ? 0 : 1)
        }
      }
      json.object("next") { json in
        json["description"] = "The address of the next page; null on the last."
        json.array("type", ["string", "null"]) { $0.element($1) }
      }
    }
  }

  private mutating func writeRecordSchema() {
    self["type"] = "object"
    object("properties") { json in
      json.object("id") { json in
        json["type"] = "string"
        json["description"] = "Given once and never reused."
      }
    }
  }

  private mutating func writeProblemSchema() {
    self["type"] = "object"
    array("required", ["type", "title", "status"]) { $0.element($1) }
    object("properties") { json in
      for name in ["type", "title", "detail"] { json.object(named: name) { $0["type"] = "string" } }
      json.object("status") { $0["type"] = "integer" }
      json.object("errors") { json in
        json["type"] = "array"
        json.object("items") { json in
          json["type"] = "object"
          json.object("properties") { json in
            for name in ["field", "detail"] { json.object(named: name) { $0["type"] = "string" } }
          }
        }
      }
    }
  }
}

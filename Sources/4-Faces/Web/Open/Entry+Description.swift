import Addresses
import HTTP
import Markup
import OpenData

extension Entry {
  /// Whether a program has something to do there; forms, sign-in and what browsers need are for people.
  var isForPrograms: Bool {
    let parts = pattern.split(separator: "/")
    let isForm = parts.last == "new" || parts.last == "edit"
    return !isForm && !["sign-in", "sign-out", "assets", "problems", "metrics"].contains(parts.first ?? "")
  }

  /// What a program gets there.
  enum Shape: Equatable {
    /// A page of many, each an object.
    case list
    /// One of many: it has an `id`.
    case record
    /// A page that is neither.
    case page
    /// A whole dataset, streamed.
    case file

    var about: String {
      switch self {
      case .list: "A page of the list."
      case .record: "The record."
      case .page: "The same as the page tells."
      case .file: "The whole dataset, as it is at this moment."
      }
    }
  }

  /// The addresses that answer a page of many.
  static let lists = [
    Address.organisations, Address.needs, Address.practices, Address.partnerships, Address.exchanges,
    Address.introductions,
  ].map(\.pattern)

  /// The names of what every list takes besides its own filters.
  static let listParameters = ["q", "page", "per", "sort"]

  var shape: Shape {
    if pattern == Address.openFile.pattern || pattern.hasSuffix(".csv") { return .file }
    if verb == .get, Self.lists.contains(pattern) { return .list }
    let isAdding = verb == .post && Self.lists.contains(pattern)
    return isAdding || pattern.hasSuffix("/*") ? .record : .page
  }

  /// The media types in which it comes.
  var mediaTypes: [String] {
    guard shape == .file else { return ["application/json"] }
    let types = pattern.hasSuffix(".csv") ? ["text/csv"] : Format.all.map { String($0.mediaType.prefix { $0 != ";" }) }
    return Set(types).sorted()
  }

  /// The status of what went well.
  var success: String { verb == .post && shape == .record && !pattern.hasSuffix("/*") ? "201" : "200" }

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

  /// A name for the operation, unlike any other: `get-needs-need-matches`.
  var operation: String {
    let parts = template.split { !$0.isLetter && $0 != "-" }
    let end = pattern.count > 1 && pattern.hasSuffix("/") ? ["index"] : []
    return ([verb.rawValue.lowercased()] + parts.map(String.init) + end).joined(separator: "-")
  }
}

extension JSON {
  /// A part of the path, or something that a list takes.
  mutating func parameter(_ name: String, inPath: Bool) {
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
        default: json["type"] = "string"
        }
      }
    }
  }

  mutating func write(schemaOf shape: Entry.Shape) {
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

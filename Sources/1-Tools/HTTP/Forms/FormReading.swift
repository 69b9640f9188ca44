package import Markup

extension Request {
  /// What a form, or a program with a JSON object, says.
  ///
  /// A form with files gives its texts here and its files in `parts`. In JSON, an object in an object becomes names
  /// with a dot (`contact.email`), a list becomes one field for each element, and null becomes none.
  ///
  /// - Throws: a problem with status 400 for what cannot be read, 413 for more than fits in memory, 415 for another
  ///   type.
  package func fields() throws(Problem) -> Fields {
    switch mediaType {
    case _ where isEmpty: return Fields()
    case "application/x-www-form-urlencoded": return try Fields(encoded: wholeBody()[...])
    case "multipart/form-data":
      var fields: [Fields.Field] = []
      for part in try parts() where part.fileName == nil { fields.append(.init(part.name, try part.text())) }
      return Fields(fields)
    case let type where type == "application/json" || type.hasSuffix("+json"): return try Fields(json())
    default:
      throw Problem(
        "unknown-type", 415, "A form of this type cannot be read.",
        detail: "Send application/x-www-form-urlencoded, multipart/form-data or application/json.")
    }
  }

  /// The JSON that came.
  ///
  /// - Throws: a problem with status 400 that names line and column.
  package func json() throws(Problem) -> JSONValue {
    let body = try wholeBody()
    do throws(JSONError) {
      return try JSONValue(reading: body)
    } catch {
      throw Problem("bad-json", 400, "This is not JSON as it should be.", detail: "In \(error).")
    }
  }

  /// What `Content-Type` says, in lower case and without parameters; empty where it says nothing.
  var mediaType: String {
    let type = (headers["content-type"] ?? "").prefix { $0 != ";" }
    return type.filter { $0 != " " && $0 != "\t" }.lowercased()
  }

  private var isEmpty: Bool { if case .none = body { true } else { false } }

  private func wholeBody() throws(Problem) -> [UInt8] {
    switch body {
    case .none: return []
    case .bytes(let bytes): return bytes
    case .file: throw Upload.tooLarge(Server.Limits().body)
    }
  }
}

extension Fields {
  /// The fields of a flat JSON object.
  ///
  /// - Throws: a problem with status 400 for another value than an object, and for one name that is said in two ways.
  init(_ json: JSONValue) throws(Problem) {
    guard let members = json.members else {
      throw Fields.problem(json, "An object with named fields should be here, not \(json.kind)")
    }
    var flat = Flat()
    try flat.take(members, under: "")
    self.init(flat.fields)
  }

  private struct Flat {
    var fields: [Field] = []
    var names: Set<String> = []

    mutating func take(_ members: [JSONValue.Member], under prefix: String) throws(Problem) {
      for member in members {
        let name = prefix + member.name
        if let inner = member.value.members {
          try take(inner, under: name + ".")
        } else {
          guard names.insert(name).inserted else { throw Fields.problem(member.value, "The field \(name) comes twice") }
          for element in member.value.list ?? [member.value] { try take(element, as: name) }
        }
      }
    }

    mutating func take(_ value: JSONValue, as name: String) throws(Problem) {
      guard fields.count < Fields.most else { throw Fields.problem(value, "There are more than \(Fields.most) fields") }
      switch value.content {
      case .null: break
      case .bool(let bool): fields.append(Field(name, bool ? "true" : "false"))
      case .number(let digits): fields.append(Field(name, digits))
      case .text(let text): fields.append(Field(name, text))
      case .list, .object: throw Fields.problem(value, "The list \(name) may hold texts and numbers, not \(value.kind)")
      }
    }
  }

  private static func problem(_ value: JSONValue, _ words: String) -> Problem {
    Problem("bad-json", 400, "This JSON does not say what a form says.", detail: "\(words), in line \(value.line).")
  }
}

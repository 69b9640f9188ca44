/// The fields that an object of a method file has, by their names as they are written.
struct Shape {
  /// What the object is, as a message calls it: `a prompt`.
  let name: String
  let required: [String]
  let optional: [String]

  init(_ name: String, _ required: [String], optional: [String] = []) {
    (self.name, self.required, self.optional) = (name, required, optional)
  }

  var fields: [String] { required + optional }

  /// This shape with the fields that only some of its kind have.
  func with(_ required: [String], optional: [String] = []) -> Shape {
    Shape(name, self.required + required, optional: self.optional + optional)
  }

  /// The field that was probably meant by `name`; nil where none is near.
  func nearest(to name: String) -> String? {
    let near = fields.map { ($0, Self.distance(Array(name.lowercased().utf8), Array($0.lowercased().utf8))) }
      .min { $0.1 < $1.1 }
    return near.flatMap { $0.1 <= max(2, name.utf8.count / 3) ? $0.0 : nil }
  }

  /// Letters to add, drop or change (Levenshtein).
  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var row = Array(0...b.count)
    for (i, one) in a.enumerated() {
      var corner = row[0]
      row[0] = i + 1
      for (j, other) in b.enumerated() {
        let changed = corner + (one == other ? 0 : 1)
        corner = row[j + 1]
        row[j + 1] = min(changed, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[b.count]
  }
}

extension Shape {
  static let method = Shape(
    "a method", ["id", "version", "title", "summary", "source", "clocks", "roles", "phases"],
    optional: ["outputs", "comparisons", "lists"])
  static let source = Shape("a source", ["citation"], optional: ["link", "ours"])
  static let list = Shape("a list of options", ["id", "options"])
  static let option = Shape("an option", ["id", "title"], optional: ["instructions", "ours"])
  static let role = Shape("a role", ["id", "title", "task", "people"], optional: ["leads", "bars"])
  static let bar = Shape("a bar", [], optional: ["role", "organisationOf"])
  static let phase = Shape(
    "a phase", ["id", "title", "guidance", "next"],
    optional: ["minutes", "days", "casts", "prompts", "recalls", "closedBy", "signedBy"])
  static let guidance = Shape("guidance", ["what"], optional: ["say", "avoid"])
  static let length = Shape("a length", ["from", "typical", "to"])
  static let way = Shape("a way out", ["to"], optional: ["when", "words"])
  static let condition = Shape("a condition", ["prompt", "is"])
  static let signer = Shape("a signer", ["mandate", "of"])
  static let prompt = Shape(
    "a prompt", ["id", "question", "kind", "by"],
    optional: ["heading", "hint", "times", "required", "atLeast", "about", "onlyIf", "visible", "scribes", "named"])
  static let column = Shape("a column", ["id", "title", "kind"])
  static let output = Shape("an output", ["id", "kind", "title", "audience", "sections"], optional: ["signedBy"])
  static let section = Shape("a section", ["title", "quotes"], optional: ["note", "mismatches"])
  static let comparison = Shape("a comparison", ["id", "left", "is", "right", "words"])
  static let term = Shape("a side of a comparison", ["prompt", "role"], optional: ["is"])

  /// The further fields of each kind of prompt and column: those it must have, and those it may.
  static let kinds: [String: (required: [String], optional: [String])] = [
    "text": (["limit"], []), "choice": (["options"], []), "choices": (["options"], []),
    "scale": (["from", "to"], ["labels"]), "number": ([], ["unit"]), "date": ([], []), "money": ([], []),
    "table": (["columns", "rows"], []), "vote": (["votes"], ["on", "options"]), "ranking": (["options"], []),
  ]
}

import Cooperation
import Markup

/// Reads a method out of JSON, and says what is wrong where.
struct MethodReader {
  private(set) var findings: [MethodFinding] = []
  /// Where each part and each of its fields stands.
  private var lines: [Spot: Int] = [:]
  /// Options that several prompts share, by the name of their list.
  var lists: [String: [Option]] = [:]

  struct Spot: Hashable {
    let part: Method.Part
    let field: String
  }

  mutating func refuse(_ line: Int, _ code: String, _ message: String) {
    findings.append(MethodFinding(line: line, level: .error, code: code, message: message))
  }

  mutating func warn(_ line: Int, _ code: String, _ message: String) {
    findings.append(MethodFinding(line: line, level: .warning, code: code, message: message))
  }

  /// Remembers where `part` and its fields stand. Of two with one name, the second is remembered.
  mutating func note(_ part: Method.Part, at value: JSONValue) {
    lines[Spot(part: part, field: "")] = value.line
    for member in value.members ?? [] { lines[Spot(part: part, field: member.name)] = member.value.line }
  }

  /// Says what keeps a method from being closed, each at its line.
  mutating func refuse(_ faults: [Method.Fault]) {
    for fault in faults {
      let line = lines[Spot(part: fault.part, field: fault.field)] ?? lines[Spot(part: fault.part, field: "")] ?? 1
      refuse(line, fault.kind.code, fault.kind.message)
    }
  }
}

extension MethodReader {
  /// Whether `value` is an object of `shape`: with everything that it must have, and nothing that it cannot.
  mutating func has(_ value: JSONValue, _ shape: Shape) -> Bool {
    guard let members = value.members else {
      refuse(value.line, "wrong-kind", "Here should be \(shape.name), an object; this is \(value.kind).")
      return false
    }
    for member in members where !shape.fields.contains(member.name) {
      let hint = shape.nearest(to: member.name).map { " Did you mean “\($0)”?" } ?? ""
      refuse(member.value.line, "unknown-field", "\(capitalised(shape.name)) has no field “\(member.name)”.\(hint)")
    }
    let missing = shape.required.filter { value[$0] == nil }
    if !missing.isEmpty {
      let names = missing.map { "“\($0)”" }.joined(separator: ", ")
      refuse(value.line, "missing-field", "\(capitalised(shape.name)) needs \(names).")
    }
    return missing.isEmpty
  }

  /// What `read` makes of each element; nothing where there is no list.
  mutating func each<Part>(
    _ value: JSONValue?, _ read: (inout MethodReader, JSONValue) -> Part?
  ) -> [Part] {
    guard let value else { return [] }
    guard let list = value.list else {
      refuse(value.line, "wrong-kind", "Here should be a list; this is \(value.kind).")
      return []
    }
    return list.compactMap { read(&self, $0) }
  }

  mutating func text(_ value: JSONValue?) -> String? {
    guard let value else { return nil }
    guard let text = value.text, !text.allSatisfy(\.isWhitespace) else {
      refuse(value.line, "wrong-kind", "Here should be a text with words in it.")
      return nil
    }
    return text
  }

  mutating func slug<Subject>(_ value: JSONValue?) -> Slug<Subject>? {
    guard let value else { return nil }
    guard let slug = value.text.flatMap({ Slug<Subject>($0) }) else {
      refuse(value.line, "not-a-name", "A name has small letters, digits and hyphens, at most 64: “key-question”.")
      return nil
    }
    return slug
  }

  mutating func slugs<Subject>(_ value: JSONValue?) -> [Slug<Subject>] { each(value) { $0.slug($1) } }

  /// A whole number within `range`.
  mutating func number(_ value: JSONValue?, _ range: ClosedRange<Int>) -> Int? {
    guard let value else { return nil }
    guard let number = value.int, range.contains(number) else {
      refuse(
        value.line, "wrong-number", "Here should be a whole number from \(range.lowerBound) to \(range.upperBound).")
      return nil
    }
    return number
  }

  mutating func flag(_ value: JSONValue?) -> Bool? {
    guard let value else { return nil }
    if value.bool == nil { refuse(value.line, "wrong-kind", "Here should be true or false.") }
    return value.bool
  }

  /// One of the words that `Choice` knows.
  mutating func word<Choice: RawRepresentable & CaseIterable>(_ value: JSONValue?) -> Choice?
  where Choice.RawValue == String {
    guard let value else { return nil }
    guard let choice = value.text.flatMap(Choice.init(rawValue:)) else {
      let known = Choice.allCases.map { "“\($0.rawValue)”" }.joined(separator: ", ")
      refuse(value.line, "unknown-word", "Here should be one of \(known).")
      return nil
    }
    return choice
  }

  /// One text in several languages: English at least.
  mutating func texts(_ value: JSONValue?) -> Texts? {
    guard let value else { return nil }
    guard let members = value.members else {
      refuse(value.line, "wrong-kind", "Here should be a text by language: {\"en\": \"…\", \"fr\": \"…\"}.")
      return nil
    }
    var versions: [Language: String] = [:]
    for member in members {
      guard let language = Language(member.name) else {
        refuse(member.value.line, "unknown-language", "“\(member.name)” is not a language tag such as “en” or “pt”.")
        continue
      }
      versions[language] = text(member.value)
    }
    guard let english = versions["en"] else {
      refuse(value.line, "missing-english", "Every text needs its English, on which the others fall back.")
      return nil
    }
    let missing = Language.interface.filter { versions[$0] == nil }
    if !missing.isEmpty {
      warn(value.line, "missing-language", "Not yet in \(missing.map(\.tag).joined(separator: ", ")).")
    }
    return Texts(english, in: "en", translations: versions)
  }

  private func capitalised(_ words: String) -> String { words.prefix(1).uppercased() + words.dropFirst() }
}

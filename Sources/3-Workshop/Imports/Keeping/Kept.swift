import Cooperation
import Markup
import SQL
import Storage

/// A record as it was before an import changed it, in words that an undo reads back.
enum Kept {
  case organisation(Organisation)
  case partnership(KeptPartnership)

  var text: String {
    var json = JSON(capacity: 1024)
    json.object { json in
      switch self {
      case .organisation(let organisation): json.object("organisation") { organisation.keep(in: &$0) }
      case .partnership(let partnership): json.object("partnership") { partnership.keep(in: &$0) }
      }
    }
    return json.text
  }

  /// - Throws: `DatabaseError` for a text that none of us wrote.
  init(_ text: String) throws {
    let value = try JSONValue(reading: Array(text.utf8), depth: 24)
    if let organisation = try value["organisation"].map(Organisation.init(kept:)) {
      self = .organisation(organisation)
    } else if let partnership = try value["partnership"].map(KeptPartnership.init(kept:)) {
      self = .partnership(partnership)
    } else {
      throw DatabaseError("a record that an import changed is not kept as it was")
    }
  }

  /// The revision that it had.
  var revision: Int {
    switch self {
    case .organisation(let organisation): organisation.revision
    case .partnership(let kept): kept.partnership.revision
    }
  }
}

extension JSONValue {
  /// What `read` makes of a member's text.
  ///
  /// - Throws: `DatabaseError` where it is missing or cannot be read.
  func kept<Value>(_ name: String, _ read: (String) -> Value?) throws -> Value {
    guard let text = self[name]?.text, let value = read(text) else {
      throw DatabaseError("what was kept of a record lacks “\(name)”")
    }
    return value
  }

  func keptIfAny<Value>(_ name: String, _ read: (String) -> Value?) throws -> Value? {
    guard let member = self[name], !member.isNull else { return nil }
    return try kept(name, read)
  }

  func keptNumber(_ name: String) throws -> Int {
    guard let number = self[name]?.int else { throw DatabaseError("what was kept of a record lacks “\(name)”") }
    return number
  }

  func keptTexts(_ name: String) throws -> Texts? {
    guard let member = self[name], !member.isNull else { return nil }
    let original = try member.kept("original") { Language($0) }
    var versions: [Language: String] = [:]
    for version in member["versions"]?.members ?? [] {
      if let language = Language(version.name), let text = version.value.text { versions[language] = text }
    }
    guard let own = versions[original] else { throw DatabaseError("what was kept of a record lacks “\(name)”") }
    return Texts(own, in: original, translations: versions)
  }

  /// What `read` makes of the texts in a list.
  func keptList<Value>(_ name: String, _ read: (String) -> Value?) -> [Value] {
    (self[name]?.list ?? []).compactMap { $0.text.flatMap(read) }
  }
}

extension JSON {
  mutating func keep(_ name: StaticString, _ texts: Texts?) {
    guard let texts else { return self[name] = nil }
    object(name) { json in
      json["original"] = texts.original.tag
      json.object("versions") { json in
        for (language, text) in texts.versions.sorted(by: { $0.key < $1.key }) { json.field(language.tag, text) }
      }
    }
  }
}

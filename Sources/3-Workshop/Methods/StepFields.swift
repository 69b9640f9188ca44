import Cooperation
import Markup

/// The fields of a step or an answer, each as what it should be.
struct StepFields {
  private let object: JSONValue

  init(_ object: JSONValue) { self.object = object }

  func has(_ name: String) -> Bool { object[name] != nil }

  func value(_ name: String) throws(StepError) -> JSONValue {
    guard let value = object[name] else { throw StepError(line: object.line, words: "“\(name)” is missing") }
    return value
  }

  func text(_ name: String) throws(StepError) -> String { try read(name, "a text") { $0.text } }
  func number(_ name: String) throws(StepError) -> Int { try read(name, "a whole number") { $0.int } }

  func id<Subject>(_ name: String) throws(StepError) -> Identifier<Subject> {
    try read(name, "an id that begins with \(Subject.kind)_") { $0.text.flatMap { Identifier($0) } }
  }

  func slug<Subject>(_ name: String) throws(StepError) -> Slug<Subject> {
    try read(name, "a name") { $0.text.flatMap { Slug($0) } }
  }

  func word<Word: RawRepresentable>(_ name: String) throws(StepError) -> Word where Word.RawValue == String {
    try read(name, "a known word") { $0.text.flatMap(Word.init(rawValue:)) }
  }

  /// Nil where there is none.
  func digest(_ name: String) throws(StepError) -> Digest? {
    guard has(name) else { return nil }
    return try read(name, "64 hexadecimal digits") { $0.text.flatMap { Digest($0) } }
  }

  /// `{"person": …}` or `{"entry": …}`; the exchange itself where there is none.
  func subject(_ name: String) throws(StepError) -> Exchange.Subject {
    guard let value = object[name], !value.isNull else { return .whole }
    let fields = StepFields(value)
    return fields.has("person") ? .person(try fields.id("person")) : .contribution(try fields.number("entry"))
  }

  func read<Value>(_ name: String, _ wanted: String, _ read: (JSONValue) -> Value?) throws(StepError) -> Value {
    let value = try value(name)
    guard let found = read(value) else { throw StepError(line: value.line, words: "“\(name)” should be \(wanted)") }
    return found
  }
}

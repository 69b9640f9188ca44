package import Cooperation
package import Markup
import Reference

/// A rule that a document may break though its schema holds: one of the official ruleset, or of another in its form.
package struct Rule: Sendable {
  /// `6.11.1`.
  package let id: String
  package let level: Finding.Level
  /// An XPath of the elements that it is about.
  package let context: String
  package let message: String
  let verb: Verb
  /// An XPath, from the element, of the values that stand for `$1` one after another; nil where it holds once.
  let each: String?
  /// Each argument's values, by its name.
  let arguments: [String: [String]]

  /// What a rule asks for; the names are the standard's.
  enum Verb: String, Sendable {
    case atLeastOne = "atleast_one"
    case noMoreThanOne = "no_more_than_one"
    case oneOrAll = "one_or_all"
    case onlyOneOf = "only_one_of"
    case ifThen = "if_then"
    case dependent, unique, sum, range
    case strictSum = "strict_sum"
    case startsWith = "startswith"
    case matches = "regex_matches"
    case matchesNot = "regex_no_matches"
    case noSpaces = "no_spaces"
    case dateOrder = "date_order"
    case dateNow = "date_now"
    case timeLimit = "time_limit"
    case betweenDates = "between_dates"
  }

  /// Nil for a verb that is not known, or arguments that are not a JSON object.
  package init?(
    id: String, level: Finding.Level = .error, context: String, each: String? = nil, verb: String,
    arguments: JSONValue, message: String = ""
  ) {
    guard let verb = Verb(rawValue: verb), let members = arguments.members else { return nil }
    (self.id, self.level, self.context, self.each) = (id, level, context, each)
    (self.verb, self.message) = (verb, message)
    self.arguments = Dictionary(
      members.map { ($0.name, Self.texts(of: $0.value)) }, uniquingKeysWith: { first, _ in first })
  }

  /// The official rules, each about one activity or organisation that stands as a document of its own.
  package static let official: [Rule] = OfficialRule.all.compactMap { row in
    guard let arguments = try? JSONValue(reading: Array(row.arguments.utf8)) else { return nil }
    return Rule(
      id: row.id, level: row.isError ? .error : .warning,
      context: row.context.replacing("/iati-activities/", with: "/").replacing("/iati-organisations/", with: "/"),
      each: row.each.isEmpty ? nil : row.each, verb: row.verb, arguments: arguments, message: row.message)
  }

  /// This rule with `value` in place of `$1`, in the arguments that ask for it.
  func filled(with value: String) -> Rule {
    Rule(
      self,
      arguments: arguments.reduce(into: arguments) { filled, argument in
        guard arguments["subs"]?.contains(argument.key) == true else { return }
        filled[argument.key] = argument.value.map { $0.replacing("$1", with: value) }
      })
  }

  func texts(_ name: String) -> [String] { arguments[name] ?? [] }
  func text(_ name: String) -> String? { arguments[name]?.first }

  private init(_ rule: Rule, arguments: [String: [String]]) {
    (id, level, context, each) = (rule.id, rule.level, rule.context, rule.each)
    (verb, message, self.arguments) = (rule.verb, rule.message, arguments)
  }

  private static func texts(of value: JSONValue) -> [String] {
    switch value.content {
    case .text(let text), .number(let text): [text]
    case .list(let values): values.flatMap(texts)
    default: []
    }
  }
}

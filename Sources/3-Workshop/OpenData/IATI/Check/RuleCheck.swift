package import Cooperation
package import XML

/// Holds documents to rules. For one thread at a time.
package final class RuleCheck {
  let now: Instant
  private let rules: [(context: String, rules: [Rule])]
  private var questions: [String: XPath] = [:]
  private var patterns: [String: Regex<AnyRegexOutput>] = [:]

  /// `now` decides what lies in the future.
  package init(_ rules: [Rule] = Rule.official, now: Instant) {
    self.now = now
    var grouped: [(context: String, rules: [Rule])] = []
    for rule in rules {
      if let place = grouped.firstIndex(where: { $0.context == rule.context }) {
        grouped[place].rules.append(rule)
      } else {
        grouped.append((rule.context, [rule]))
      }
    }
    self.rules = grouped
  }

  /// Says where `document` breaks a rule, in the order of the rules.
  ///
  /// - Throws: `XPathError` for a rule that asks something that cannot be answered.
  package func run(on document: XMLDocument, say: (Finding) -> Void) throws {
    for group in rules {
      for element in try ask(group.context, at: document.root).nodes {
        for rule in group.rules { try check(rule, at: element, say: say) }
      }
    }
  }

  /// The answer to `question`, asked from `node`.
  func ask(_ question: String, at node: XMLNode) throws -> XPathValue {
    let known = questions[question]
    let compiled = try known ?? XPath(question)
    if known == nil { questions[question] = compiled }
    return try compiled.evaluate(at: node)
  }

  /// The pattern, read once.
  func regex(_ pattern: String) throws -> Regex<AnyRegexOutput> {
    let known = patterns[pattern]
    let regex = try known ?? Regex(pattern)
    if known == nil { patterns[pattern] = regex }
    return regex
  }

  private func check(_ rule: Rule, at element: XMLNode, say: (Finding) -> Void) throws {
    guard let each = rule.each else { return try hold(rule, at: element, say: say) }
    var seen: Set<String> = []
    for value in try ask(each, at: element).texts where seen.insert(value).inserted {
      // A value with a quotation mark would end the text it is put into.
      if !value.contains("'") { try hold(rule.filled(with: value), at: element, say: say) }
    }
  }

  private func hold(_ rule: Rule, at element: XMLNode, say: (Finding) -> Void) throws {
    if let condition = rule.text("condition"), try !ask(condition, at: element).isTrue { return }
    guard let breach = try breach(of: rule, at: element) else { return }
    let found = breach.found.map { " Found: “\($0.inShort)”." } ?? ""
    say(Finding(line: breach.node.line, level: rule.level, code: rule.id, message: rule.message + found))
  }
}

/// Where a rule is broken, and by what.
struct Breach {
  let node: XMLNode
  /// The text at fault; nil where it is not one text.
  let found: String?

  init(_ node: XMLNode, _ found: String? = nil) { (self.node, self.found) = (node, found) }
}

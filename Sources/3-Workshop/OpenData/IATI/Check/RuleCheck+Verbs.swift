import Cooperation
import Reference
import XML

// docs/reference.md, "IATI rules", says when each verb is kept.
extension RuleCheck {
  /// Where `rule` is broken; nil where it is kept.
  func breach(of rule: Rule, at element: XMLNode) throws -> Breach? {
    switch rule.verb {
    case .atLeastOne: try nodes(rule, at: element).isEmpty ? Breach(element) : nil
    case .noMoreThanOne: try nodes(rule, at: element).dropFirst().first.map { Breach($0) }
    case .oneOrAll: try oneOrAll(rule, at: element)
    case .onlyOneOf: try onlyOneOf(rule, at: element)
    case .dependent: try dependent(rule, at: element)
    case .ifThen: try ifThen(rule, at: element)
    case .unique: try unique(rule, at: element)
    case .sum, .strictSum: try sum(rule, at: element)
    case .range: try range(rule, at: element)
    case .startsWith: try startsWith(rule, at: element)
    case .matches, .matchesNot: try matches(rule, at: element)
    case .noSpaces: try texts(rule, at: element).first { $0.text.isPadded }.map { Breach($0.node, $0.text) }
    case .dateOrder, .dateNow, .timeLimit, .betweenDates: try dates(rule, at: element)
    }
  }

  /// Everything that the paths of `rule` find.
  private func nodes(_ rule: Rule, at element: XMLNode, _ name: String = "paths") throws -> [XMLNode] {
    try rule.texts(name).flatMap { try ask($0, at: element).nodes }
  }

  /// The texts that the paths of `rule` find and that it is to look at.
  private func texts(_ rule: Rule, at element: XMLNode) throws -> [(node: XMLNode, text: String)] {
    let found = try nodes(rule, at: element).map { ($0, $0.text) }
    switch rule.text("idCondition") {
    case "NOT_EXISTING_ORG_ID": return found.filter { Publisher.identified(by: $0.1) == nil }
    case "NOT_EXISTING_ORG_ID_PREFIX":
      return found.filter { !$0.1.prefixes(before: "-").contains { Publisher.identified(by: $0) != nil } }
    default: return found
    }
  }

  private func oneOrAll(_ rule: Rule, at element: XMLNode) throws -> Breach? {
    if let one = rule.text("one"), try ask(one, at: element).isTrue { return nil }
    let lacking =
      switch rule.text("all") {
      case "lang": "descendant::narrative[not(@xml:lang)]"
      case "currency":
        "descendant::*[(self::value or self::forecast or self::loan-status) and not(@currency)]"
      case "sector": "transaction[not(sector)]"
      default: "self::*[not(\(rule.text("all") ?? "true()"))]"
      }
    return try ask(lacking, at: element).nodes.first.map { Breach($0) }
  }

  private func onlyOneOf(_ rule: Rule, at element: XMLNode) throws -> Breach? {
    let found = try rule.texts("paths").map { try ask($0, at: element).nodes }.filter { !$0.isEmpty }
    let isExcluded = try !nodes(rule, at: element, "excluded").isEmpty
    guard found.count > (isExcluded ? 0 : 1), let node = found.last?.first else { return nil }
    return Breach(node)
  }

  private func dependent(_ rule: Rule, at element: XMLNode) throws -> Breach? {
    let found = try rule.texts("paths").filter { try ask($0, at: element).isTrue }.count
    return found == 0 || found == rule.texts("paths").count ? nil : Breach(element)
  }

  private func ifThen(_ rule: Rule, at element: XMLNode) throws -> Breach? {
    guard let condition = rule.text("if"), let consequence = rule.text("then"),
      try ask(condition, at: element).isTrue, try !ask(consequence, at: element).isTrue
    else { return nil }
    return Breach(try nodes(rule, at: element).first ?? element)
  }

  private func unique(_ rule: Rule, at element: XMLNode) throws -> Breach? {
    var seen: Set<String> = []
    return try texts(rule, at: element).first { !seen.insert($0.text).inserted }.map { Breach($0.node, $0.text) }
  }

  private func sum(_ rule: Rule, at element: XMLNode) throws -> Breach? {
    guard let goal = rule.text("sum").flatMap({ ExactNumber($0) }) else { return nil }
    let found = try texts(rule, at: element).compactMap { text in ExactNumber(text.text).map { (text.node, $0) } }
    let total = found.reduce(ExactNumber.zero) { $0 + $1.1 }
    guard let first = found.first, total != goal else { return nil }
    return Breach(first.0, total.description)
  }

  private func range(_ rule: Rule, at element: XMLNode) throws -> Breach? {
    let least = rule.text("min").flatMap { ExactNumber($0) }, most = rule.text("max").flatMap { ExactNumber($0) }
    let outside = try texts(rule, at: element).first { found in
      guard let number = ExactNumber(found.text) else { return false }
      return least.map { number < $0 } == true || most.map { $0 < number } == true
    }
    return outside.map { Breach($0.node, $0.text) }
  }

  private func startsWith(_ rule: Rule, at element: XMLNode) throws -> Breach? {
    let sources = rule.texts("prefix") + rule.texts("start")
    let separator = rule.text("separator") ?? ""
    if sources.contains("ORG-ID-PREFIX") {
      let agencies = CodeLists["OrganisationRegistrationAgency"]
      return try texts(rule, at: element)
        .first { found in !found.text.prefixes(before: "-").contains { agencies?[$0] != nil } }
        .map { Breach($0.node, $0.text) }
    }
    let prefixes = try sources.flatMap { try ask($0, at: element).texts }.map { $0 + separator }
    guard !prefixes.isEmpty else { return nil }
    return try texts(rule, at: element)
      .first { found in !prefixes.contains { found.text.hasPrefix($0) } }
      .map { Breach($0.node, $0.text) }
  }

  private func matches(_ rule: Rule, at element: XMLNode) throws -> Breach? {
    guard let pattern = rule.text("regex") else { return nil }
    let texts = try texts(rule, at: element)
    guard !texts.isEmpty else { return nil }
    let regex = try regex(pattern)
    let found = try texts.first { try (regex.firstMatch(in: $0.text) != nil) != (rule.verb == .matches) }
    return found.map { Breach($0.node, $0.text) }
  }
}

extension String {
  /// White space at its beginning or end.
  fileprivate var isPadded: Bool { first?.isWhitespace == true || last?.isWhitespace == true }

  /// What stands before each `separator`: `GB`, `GB-COH` of `GB-COH-1`.
  fileprivate func prefixes(before separator: Character) -> [String] {
    indices.filter { self[$0] == separator }.map { String(self[..<$0]) }
  }
}

import Cooperation
import XML

extension RuleCheck {
  /// Where a rule about dates is broken. A date that cannot be read breaks nothing here; the schema has said so.
  func dates(_ rule: Rule, at element: XMLNode) throws -> Breach? {
    switch rule.verb {
    case .dateOrder: try order(rule, at: element)
    case .dateNow: try dates(rule.text("date"), at: element).first { $0.moment > now }.map { Breach($0.node, $0.text) }
    case .timeLimit: try limit(rule, at: element)
    default: try between(rule, at: element)
    }
  }

  private struct Found {
    let node: XMLNode
    let text: String
    let moment: Instant
  }

  private func dates(_ path: String?, at element: XMLNode) throws -> [Found] {
    guard let path else { return [] }
    return try ask(path, at: element).nodes.compactMap { node in
      Instant(dateOf: node.text).map { Found(node: node, text: node.text, moment: $0) }
    }
  }

  private func order(_ rule: Rule, at element: XMLNode) throws -> Breach? {
    let latest =
      rule.text("more") == "NOW"
      ? now.day : try dates(rule.text("more"), at: element).first?.moment.day
    guard let latest else { return nil }
    let late = try dates(rule.text("less"), at: element).first { $0.moment.day > latest }
    return late.map { Breach($0.node, $0.text) }
  }

  private func limit(_ rule: Rule, at element: XMLNode) throws -> Breach? {
    guard let start = try dates(rule.text("start"), at: element).first,
      let end = try dates(rule.text("end"), at: element).first, end.moment.day > start.moment.day.adding(months: 12)
    else { return nil }
    return Breach(end.node, end.text)
  }

  private func between(_ rule: Rule, at element: XMLNode) throws -> Breach? {
    guard let start = try dates(rule.text("start"), at: element).first,
      let end = try dates(rule.text("end"), at: element).first
    else { return nil }
    let outside = try dates(rule.text("date"), at: element).first {
      $0.moment.day < start.moment.day || $0.moment.day > end.moment.day
    }
    return outside.map { Breach($0.node, $0.text) }
  }
}

extension Instant {
  /// A day, or a day and time, as XML Schema writes them; without a zone it is read as UTC. Nil for anything else.
  init?(dateOf text: String) {
    let (day, clock) = (text.prefix(10), text.dropFirst(10))
    guard let start = Day(day) else { return nil }
    var moment = Instant(start: start)
    if clock.hasPrefix("T") {
      let digits = clock.dropFirst().prefix(8).split(separator: ":").compactMap { Int($0) }
      guard digits.count == 3 else { return nil }
      moment = moment.adding(seconds: digits[0] * 3600 + digits[1] * 60 + digits[2])
      let zone = clock.dropFirst(9).drop { $0 == "." || $0.isNumber }
      if let sign = zone.first, sign != "Z" {
        let parts = zone.dropFirst().split(separator: ":").compactMap { Int($0) }
        guard parts.count == 2 else { return nil }
        moment = moment.adding(minutes: (sign == "-" ? 1 : -1) * (parts[0] * 60 + parts[1]))
      }
    }
    self = moment
  }
}

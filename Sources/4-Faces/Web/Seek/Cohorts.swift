import Actions
import Addresses
package import Cooperation
import HTTP
import Languages
import Pages
package import SQL
import Storage

extension Site {
  /// How many organisations may be ticked.
  private static let offered = 60

  /// What its address may ask.
  static let cohortParts =
    ["size", "members-of", "organisation", "organisations"] + Cohort.Rule.allCases.map(\.rawValue)

  /// Who should be put together at an event. It asks by its address, so that the answer can be sent on.
  func showCohort(_ visit: Visit) throws -> any Answer {
    Response(200, body: .later { self.answer(visit) { try self.cohort(visit) } })
  }

  private func cohort(_ visit: Visit) throws -> any Answer {
    let size = try visit.query.filter("size") { text in Int(text).flatMap { (2...3).contains($0) ? $0 : nil } } ?? 2
    let rules = Cohort.Rule.allCases.filter { visit.query.isTicked($0.rawValue) }
    let body = try visit.query.filter("members-of") { Organisation.ID($0) }
    let ticked = try visit.query.filters("organisation") { Organisation.ID($0) } ?? []
    let text = String((visit.query["organisations"] ?? "").prefix(10_000))
    return Shown(
      try database.read { session in
        var unknown: [String] = [], state = CohortPage.Answer.unasked
        if !(text.isEmpty && ticked.isEmpty && body == nil) {
          let put = try circles.alone {
            let named = try NamedOrganisations(text, session)
            let members = try body.map { try session.memberships.members(of: $0).map(\.member) } ?? []
            let asking = CohortAsking(ticked + named.found + members, in: size, by: Set(rules))
            return (named.unknown, try told(asking, session, visit))
          }
          (unknown, state) = put ?? ([], .gathering)
        }
        return CohortPage(
          state, size: size, rules: rules,
          form: CohortForm(
            body: body, ticked: ticked, text: text, unknown: unknown, bodies: try bodies(session, visit),
            offered: try offered(session, visit)))
      })
  }

  private func told(_ asking: CohortAsking, _ session: any Session, _ visit: Visit) throws -> CohortPage.Answer {
    if asking.organisations.isEmpty { return .unasked }
    let told = try asking.told(matches, session, in: visit.reader.words.language, on: visit.now.day)
    return told.map { .told($0) } ?? .gathering
  }

  /// The networks and associations whose members can be asked for.
  private func bodies(_ session: any Session, _ visit: Visit) throws -> [Organisation.Brief] {
    guard !visit.wantsJSON else { return [] }
    return try Organisation.Kind.allCases.filter(\.hasMembers).flatMap { kind in
      var filter = Organisations.Filter()
      filter.kind = kind
      return try session.organisations.list(filter, Span(per: 100), in: visit.reader.words.language).items
    }
  }

  /// Those who could teach or learn, to be ticked.
  private func offered(_ session: any Session, _ visit: Visit) throws -> [Organisation.Brief] {
    guard !visit.wantsJSON else { return [] }
    let found = try circles.organisations(matches, session, at: visit.now)
    return try session.organisations.briefs(Array(found.prefix(Self.offered)), in: visit.reader.words.language)
  }
}

/// The organisations that a pasted text names, one on each line: by identifier, by address, or by name.
package struct NamedOrganisations {
  package private(set) var found: [Organisation.ID] = []
  /// The lines of which nothing could be made, or too much.
  package private(set) var unknown: [String] = []

  package init(_ text: String, _ session: any Session) throws {
    let lines = text.split(whereSeparator: \.isNewline).prefix(Cohort.most).compactMap { line in
      cleaned(String(line), limit: 200).map { Line(text: $0) }
    }
    let names = lines.filter { $0.id == nil }.map(\.text)
    let meant = names.isEmpty ? [:] : try session.organisations.called(names)
    for line in lines {
      if let id = line.id ?? meant[line.text].flatMap({ $0.count == 1 ? $0[0] : nil }) {
        found.append(id)
      } else {
        unknown.append(line.text)
      }
    }
  }

  private struct Line {
    let text: String

    /// The identifier in it, alone or in an address.
    var id: Organisation.ID? {
      text.split { !($0.isLetter || $0.isNumber || $0 == "_") }.lazy.compactMap { Organisation.ID($0) }.first
    }
  }
}

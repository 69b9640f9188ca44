package import Cooperation
package import Pages
package import SQL
import Storage

/// Who comes to an event, and how they are to be put together.
package struct CohortAsking: Sendable {
  let organisations: [Organisation.ID]
  let size: Int
  let rules: Set<Cohort.Rule>

  /// How many needs are put to the practices, the latest.
  private static let mostNeeds = 2000

  /// - Parameters:
  ///   - organisations: those beyond the first 200 are left out.
  ///   - size: 2 or 3.
  package init(_ organisations: [Organisation.ID], in size: Int = 2, by rules: Set<Cohort.Rule> = []) {
    self.organisations = Array(Set(organisations).sorted().prefix(Cohort.most))
    (self.size, self.rules) = (size, rules)
  }

  /// The groups, told in `language`; nil while the practices are being gathered for the first time.
  package func told(
    _ matches: MatchKeeper, _ session: any Session, in language: Language, on day: Day
  ) throws -> CohortTold? {
    guard let index = try matches.index(session, on: day) else { return nil }
    let owners = try Owners(Set(organisations), in: session)
    let known = organisations.filter { owners[$0] != nil }
    let needs = try session.needs.published(of: known).filter { $0.shelf.isCurrent(on: day) }.suffix(Self.mostNeeds)
    let sought = needs.compactMap { need -> Cohort.Sought? in
      guard let owner = owners[need.organisation] else { return nil }
      let matter = Matter(need, of: owner, in: owners.setting(of: need.topic, owner), by: matches.finder)
      let question = MatchQuestion(matter, of: owner.id, by: .ofCircles, to: index)
      return Cohort.Sought(need.id, of: owner.id, question.answers(among: known))
    }
    let together = rules.contains(.notTogether) ? try session.relations.together(among: known) : [:]
    let cohort = Cohort(known, seeking: sought) { one, other in
      guard let first = owners[one], let second = owners[other] else { return true }
      let areKnown = together[one]?.contains(other) ?? false
      return rules.contains { $0.bars(first, second, areKnown: areKnown) }
    }
    let grouping = cohort.grouping(in: size)
    return CohortTold(
      grouping, arcs: try lines(of: grouping, session, in: language),
      organisations: try session.organisations.briefs(known, in: language), needs: needs.count)
  }

  private func lines(
    of grouping: Cohort.Grouping, _ session: any Session, in language: Language
  ) throws -> [[CircleLine.Arc]] {
    let briefs = try ArcBriefs(grouping.groups.flatMap(\.arcs), session, in: language)
    return grouping.groups.map { $0.arcs.compactMap { briefs[$0] } }
  }
}

/// The names of what is taught and sought along some arcs.
struct ArcBriefs {
  private let needs: [Need.ID: Need.Brief]
  private let practices: [Practice.ID: Practice.Brief]

  init(_ arcs: [Circle.Arc], _ session: any Session, in language: Language) throws {
    let needs = try session.needs.briefs(Array(Set(arcs.map(\.need))), for: .visitor, in: language)
    let practices = try session.practices.briefs(Array(Set(arcs.map(\.practice))), for: .visitor, in: language)
    self.needs = Dictionary(uniqueKeysWithValues: needs.map { ($0.id, $0) })
    self.practices = Dictionary(uniqueKeysWithValues: practices.map { ($0.id, $0) })
  }

  /// Nil where something in it is no longer public.
  subscript(arc: Circle.Arc) -> CircleLine.Arc? {
    guard let need = needs[arc.need], let practice = practices[arc.practice] else { return nil }
    return CircleLine.Arc(arc, need: need, practice: practice)
  }
}

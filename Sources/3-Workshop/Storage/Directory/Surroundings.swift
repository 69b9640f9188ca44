package import Cooperation
import SQL

extension Organisations {
  /// Of what an organisation has any at all.
  package struct Surroundings: Sendable, Equatable {
    /// Drafts too, which not everyone may see.
    package let hasPractices: Bool
    package let hasNeeds: Bool
    /// Whether someone speaks, or once spoke, for it.
    package let hasMandates: Bool
    /// Whether it belongs to something.
    package let hasBodies: Bool
    package let hasMembers: Bool
    /// Whether another has become part of it.
    package let hasPredecessors: Bool
  }

  /// One statement: most organisations have none of most, and then these need not be asked for one by one.
  package func surroundings(of id: Organisation.ID) throws -> Surroundings {
    let found = try session.first(
      """
      SELECT EXISTS (SELECT 1 FROM practice x WHERE x.organisation = o.id),
        EXISTS (SELECT 1 FROM need x WHERE x.organisation = o.id),
        EXISTS (SELECT 1 FROM mandate x WHERE x.organisation = o.id),
        EXISTS (SELECT 1 FROM membership x WHERE x.member = o.id),
        EXISTS (SELECT 1 FROM membership x WHERE x.body = o.id),
        EXISTS (SELECT 1 FROM organisation x WHERE x.successor = o.id)
      FROM organisation o WHERE o.id = \(id)
      """
    ) { row in
      Surroundings(
        hasPractices: try row.flag(0), hasNeeds: try row.flag(1), hasMandates: try row.flag(2),
        hasBodies: try row.flag(3), hasMembers: try row.flag(4), hasPredecessors: try row.flag(5))
    }
    guard let found else { throw Missing(id) }
    return found
  }
}

package import Actions
package import Cooperation
import Imports
import SQL
import Storage

/// The demonstration universe: the world's places, the guide's cases as cited facts, twin towns as a list tells of
/// them,
/// and an invented network of cities that do not exist, in every state that a record can be in.
package struct Universe: Sendable {
  package init() {}

  /// The password of every invented person.
  package static let password = "rivers run slowly"
  /// Who can be signed in as, and whom they act for.
  package static let signIns: [SignIn] = SlowRivers.people

  package struct SignIn: Sendable {
    package let email: String
    package let name: String
    package let part: String
  }

  /// Loads everything into an empty database, in one transaction.
  ///
  /// - Parameter hash: the hash of the password of every invented person.
  /// - Throws: `.notEmpty`; `DatabaseError`.
  package func load(on occasion: Occasion, password hash: String) throws {
    let isEmpty = try occasion.database.read { session in try session.places.isEmpty() }
    guard isEmpty else { throw Refused.notEmpty }
    try occasion.change { change in
      let world = World(session: change.session, now: change.now, chance: change.chance)
      try world.places()
      let guide = try Guide(in: world)
      try guide.tell()
      try world.twinTowns()
      try SlowRivers(in: world, password: hash).tell()
      try change.record("load-demo", "demo", for: nil)
    }
  }

  /// Reads in the table that an association kept of its members. It names them by their names alone, so that a person
  /// has to decide whom it means.
  ///
  /// - Throws: `DatabaseError`.
  package func readMembers(on occasion: Occasion) throws {
    let name = "members-of-the-valley.csv"
    guard let table = Embedded.files.first(where: { $0.path.hasSuffix(name) }) else {
      preconditionFailure("\(name) comes with the demonstration")
    }
    _ = try Import(ImportFile(Array(table.text.description.utf8), called: name)).run(on: occasion)
  }

  package enum Refused: Refusal {
    case notEmpty

    package var kind: RefusalKind { .conflict }
    package var words: Phrase {
      Phrase("refusal.demo-not-empty", "The demonstration goes into an empty database only; this one holds records.")
    }
  }
}

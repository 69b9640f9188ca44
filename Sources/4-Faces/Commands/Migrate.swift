import SQL
import Storage

extension CommandLineFace {
  static let migrating = Command(
    "migrate", "Brings the database up to the schema of this version, step by step.", example: "copolis migrate"
  ) { _, console in
    let database = try Surroundings(console).open()
    let applied = try migrate(database, at: Surroundings.now())
    for name in applied { console.say("applied \(name)") }
    if applied.isEmpty { console.say("Nothing to do: the schema is up to date.") }
    database.close()
    return .done
  }
}

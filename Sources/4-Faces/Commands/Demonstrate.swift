import Actions
import Cooperation
import Demo
import Secrets

extension CommandLineFace {
  static let demo = Command(
    "demo", "Loads the demonstration universe into an empty database.", example: "copolis demo"
  ) { _, console in
    _ = try withOccasion(console) { occasion in
      console.say("Loading the places of the world, the guide’s cases and a network that does not exist …")
      try Universe().load(on: occasion, password: try PasswordHash(of: Universe.password).text)
      return .done
    }
    return try withOccasion(console) { occasion in
      try Universe().readMembers(on: occasion)
      sayWhoCanSignIn(console)
      return .done
    }
  }

  /// The invented people that one can sign in as.
  static func sayWhoCanSignIn(_ console: Console) {
    console.say("Sign in as one of these, with the password “\(Universe.password)”:")
    for person in Universe.signIns { console.say("  \(person.email)  \(person.name), \(person.part)") }
  }
}

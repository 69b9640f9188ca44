import Actions
import Cooperation
import Glibc
import Markup
import SQL
import Secrets
import Storage

extension CommandLineFace {
  static let addUser = Command(
    "user add", "Lets someone in, and prints the password they begin with.", "EMAIL",
    options: [
      .init("--name", "NAME", "what they are called; the address unless said"),
      .init("--organisation", "ORG", "the identifier of the organisation that they act for"),
      .init("--role", "ROLE", "reader, editor or owner in it; editor unless said"),
      .init("--duty", "DUTY", "reviewer or administrator of the instance"),
      .init("--language", "TAG", "the language they read: en, fr, es, pt, ar"),
    ], example: "copolis user add rui@example.org --organisation org_01… --role editor"
  ) { arguments, console in
    let words = try arguments.some("The e-mail address")
    guard let email = Email(words[0]) else { throw Misuse("\(words[0]) is not an e-mail address.") }
    let organisation = try arguments.value("--organisation") { Organisation.ID($0) }
    let role = try arguments.value("--role") { Account.Role(rawValue: $0) } ?? .editor
    let duty = try arguments.value("--duty") { Account.Duty(rawValue: $0) }
    let language = try arguments.value("--language") { Language($0) }
    let password = Token().text
    return try withOccasion(console) { occasion in
      if let organisation {
        _ = try occasion.database.read { session in try session.organisations.require(organisation) }
      }
      let account = try AddAccount(
        email, name: arguments["--name"] ?? words[0], password: try PasswordHash(of: password), for: organisation,
        as: role, duty: duty, language: language
      ).run(on: occasion)
      console.say("\(account.email) is in. The password to begin with:")
      try console.print(password)
      return .done
    }
  }

  static let listUsers = Command(
    "user list", "Lists the accounts.", options: [.init("--json", nil, "as JSON")], example: "copolis user list"
  ) { arguments, console in
    try withOccasion(console) { occasion in
      let accounts = try occasion.database.read { session in try session.accounts.all() }
      if arguments.has("--json") {
        var json = JSON()
        json.object { json in
          json.array("items", accounts) { json, account in
            json.object { json in
              json["id"] = account.id.text
              json["email"] = account.email.text
              json["duty"] = account.duty?.rawValue
              json.flag("disabled", account.isDisabled)
            }
          }
        }
        try console.print(json.text)
      } else {
        for account in accounts {
          try console.print(
            "\(account.id)  \(account.email)  \(account.duty?.rawValue ?? "")\(account.isDisabled ? "  disabled" : "")")
        }
      }
      return .done
    }
  }

  static let disableUser = Command(
    "user disable", "Closes an account; what it did stays on record.", "EMAIL",
    example: "copolis user disable rui@example.org"
  ) { arguments, console in
    let words = try arguments.some("The e-mail address")
    guard let email = Email(words[0]) else { throw Misuse("\(words[0]) is not an e-mail address.") }
    return try withOccasion(console) { occasion in
      _ = try DisableAccount(email).run(on: occasion)
      console.say("\(email) can no longer sign in.")
      return .done
    }
  }

  static let eraseUser = Command(
    "user erase", "Closes an account and erases what leads to its person; names that signed documents stay.", "EMAIL",
    example: "copolis user erase rui@example.org"
  ) { arguments, console in
    let words = try arguments.some("The e-mail address")
    guard let email = Email(words[0]) else { throw Misuse("\(words[0]) is not an e-mail address.") }
    return try withOccasion(console) { occasion in
      try EraseAccount(email).run(on: occasion)
      console.say("\(email) is erased: the address, the password, the keys and how to reach the person.")
      return .done
    }
  }

  /// Runs `body` as the operator, on the database that the settings name, brought up to date.
  static func withOccasion(_ console: Console, _ body: (Occasion) throws -> Exit) throws -> Exit {
    let database = try Surroundings(console).open()
    defer { database.close() }
    try migrate(database, at: Surroundings.now())
    return try body(
      Occasion(in: database, viewer: .commandLine, now: Surroundings.now(), seed: Randomness.seed()))
  }
}

extension Arguments {
  /// An option as whatever `read` makes of it; nil where it was not typed.
  ///
  /// - Throws: `Misuse` where it cannot be read.
  func value<Value>(_ name: String, _ read: (String) -> Value?) throws(Misuse) -> Value? {
    guard let text = self[name] else { return nil }
    guard let value = read(text) else { throw Misuse("\(name) cannot be \(text).") }
    return value
  }
}

import Actions
import Addresses
import Cooperation
import HTTP
import Languages
import Pages
import SQL
import Secrets
import Storage

// What someone does to keep their account, and what is known of them, safe.
extension Site {
  static let accountSafety: [Entry] = [
    Entry(Address.changingPassword, Site.changePassword), Entry(Address.endingSessions, Site.endSessions),
    Entry(Address.endingToken, Site.endToken), Entry(Address.erasingContact, Site.eraseContact),
  ]

  func changePassword(_ visit: Visit) throws -> any Answer {
    _ = try visit.person()
    let action = ChangePassword(
      from: visit.fields["current"] ?? "", to: visit.fields["password"] ?? "", keeping: visit.session)
    // Hashing takes a tenth of a second on purpose: on a thread that nobody waits for.
    return Response(200, body: .later { self.answer(visit) { try self.finish(action, visit) } })
  }

  private func finish(_ action: ChangePassword, _ visit: Visit) throws -> any Answer {
    do {
      try action.run(on: visit.occasion(in: self))
    } catch let refusal as ChangePassword.Refused {
      let field = refusal == .wrong ? "current" : "password"
      let filled = Filled(problems: [.init(field, visit.reader.words[refusal.words])])
      return Refused(try accountPage(visit, filled: filled), filled.problems)
    }
    return Changed(Address.account(), try accountPage(visit), .saved)
  }

  /// Signs out everywhere, here included.
  func endSessions(_ visit: Visit) throws -> any Answer {
    _ = try visit.person()
    try EndSessions().run(on: visit.occasion(in: self))
    return signedOut()
  }

  func endToken(_ visit: Visit, _ hash: String) throws -> any Answer {
    _ = try visit.person()
    try EndKey(hash).run(on: visit.occasion(in: self))
    return Changed(Address.account(), try accountPage(visit), .ended)
  }

  func eraseContact(_ visit: Visit, _ id: Person.ID) throws -> any Answer {
    try EraseContact(of: id).run(on: visit.occasion(in: self))
    return Changed(Address.person(id), try personPage(id, visit), .saved)
  }
}

extension Visit {
  /// The account of a person who is here themselves: a program's key does not reach as far as who may come in.
  ///
  /// - Throws: `Denial.signIn`; `Problem` (403) for a program.
  func person() throws -> Account {
    let account = try viewer.person()
    guard session != nil else {
      throw Problem(
        "only-in-browser", 403, "A program's key cannot do this.",
        detail: "Sign in with a browser: keys, passwords and roles are changed by people.")
    }
    return account
  }
}

extension Site {
  /// What `act` answers on a worker's thread, where nothing else catches what it throws.
  func answer(_ visit: Visit, _ act: () throws -> any Answer) -> Response {
    do {
      return try act().response(for: visit, in: self)
    } catch {
      note(error, visit.request)
      return ProblemAnswer(error, number: visit.request.number, words: visit.reader.words)
        .response(for: visit, in: self)
    }
  }
}

import Cooperation
import HTTP
import SQL
import Secrets
import Storage

extension Site {
  /// The name of the cookie that holds a browser's session, and of the one that guards a visitor's forms.
  static let sessionCookie = "copolis", visitorCookie = "copolis-form"

  /// Who sends a request: by the token of a program, or by the session of a browser.
  ///
  /// - Throws: `Problem` (401) for a token that is not valid.
  func recognise(_ request: Request, at now: Instant) throws -> Known {
    if let header = request.headers["authorization"] { return try recognise(bearer: header, at: now) }
    guard let token = request.cookie(Self.sessionCookie).flatMap({ Token($0) }) else {
      return Known(formKey: request.cookie(Self.visitorCookie) ?? "")
    }
    return try known(by: token, at: now) ?? Known(formKey: request.cookie(Self.visitorCookie) ?? "")
  }

  private func recognise(bearer header: String, at now: Instant) throws -> Known {
    guard header.lowercased().hasPrefix("bearer "), let token = Token(String(header.dropFirst(7))),
      var known = try known(by: token, at: now), known.isProgram
    else {
      throw Problem(
        "bad-token", 401, "This key is not valid.", detail: "Make a new one on your account page, and send it as it is."
      )
    }
    known.session = nil
    return known
  }

  private func known(by token: Token, at now: Instant) throws -> Known? {
    try database.read { session in
      guard let signIn = try session.signIns.find(token.hash, at: now),
        let account = try session.accounts.find(signIn.account), !account.isDisabled
      else { return nil }
      let roles = try session.accounts.roles(of: account.id)
      let name = try session.people.find(account.person)?.name ?? account.email.text
      return Known(
        viewer: Viewer(account, roles: roles), name: name, formKey: signIn.formKey ?? "", session: signIn.hash,
        isProgram: signIn.formKey == nil)
    }
  }
}

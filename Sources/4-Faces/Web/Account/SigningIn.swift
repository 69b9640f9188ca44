import Actions
import Addresses
import Cooperation
import HTTP
import Languages
import Markup
import Pages
import SQL
import Secrets
import Storage

extension Site {
  static let accounts: [Entry] =
    [
      Entry(Address.signIn, Site.showSignIn), Entry(Address.signingIn, Site.signIn),
      Entry(Address.signingOut, Site.signOut), Entry(Address.account, Site.showAccount),
      Entry(Address.changingAccount, Site.changeAccount), Entry(Address.makingToken, Site.makeToken, .record.adding),
      Entry(Address.audit, Site.showAudit, .list),
    ] + accountSafety + team

  /// The form, with a key of its own for a browser that has no session yet.
  func showSignIn(_ visit: Visit) -> any Answer {
    let key = visit.reader.formKey.isEmpty ? Token().text : visit.reader.formKey
    let page = SignInPage(next: local(visit.query["next"]))
    return guarded(page, key: key, visit)
  }

  private func guarded(_ page: SignInPage, key: String, status: Int = 200, _ visit: Visit) -> Response {
    let reader = visit.reader.with(formKey: key)
    guard !visit.wantsJSON else { return Shown(page).response(for: visit, in: self) }
    var response = Response(status, "text/html; charset=utf-8", frame.html(of: page, for: reader).bytes)
    response.headers.append(.init("Cache-Control", "no-store"))
    response.headers.append(
      SetCookie(Self.visitorCookie, key, .session, over: settings.isSecure ? .encrypted : .any).header)
    return response
  }

  func signIn(_ visit: Visit) throws -> any Answer {
    let next = local(visit.fields["next"])
    guard let email = Email(visit.fields["email"] ?? "") else {
      let words = visit.reader("sign-in.no-email", "That is not an e-mail address.")
      return refused([.init("email", words)], next, visit)
    }
    let attempt = SignIn(
      email, password: visit.fields["password"] ?? "", from: visit.request.client, replacing: visit.session)
    // Checking a password takes a tenth of a second on purpose: on a thread that nobody waits for.
    return Response(200, body: .later { self.finish(attempt, next, visit) })
  }

  private func finish(_ attempt: SignIn, _ next: String, _ visit: Visit) -> Response {
    do {
      let opened = try attempt.run(in: database, at: visit.now)
      var response = Response.seeOther((next.isEmpty ? Address.account() : next))
      let life = SetCookie.Life.seconds(opened.expires.seconds(since: visit.now))
      let channel: SetCookie.Channel = settings.isSecure ? .encrypted : .any
      response.headers.append(SetCookie(Self.sessionCookie, opened.token.text, life, over: channel).header)
      response.headers.append(SetCookie(Self.visitorCookie, "", .over, over: channel).header)
      return response
    } catch SignIn.Refused.tooOften {
      let words = visit.reader.words[SignIn.Refused.tooOften.words]
      guard !visit.wantsJSON else { return Problem("too-often", 429, words).response.retry(after: 900) }
      return refused([.init("email", words)], next, visit, 429).retry(after: 900)
    } catch let refusal as SignIn.Refused where visit.wantsJSON == false {
      return refused([.init("email", visit.reader.words[refusal.words])], next, visit, 403)
    } catch {
      note(error, visit.request)
      return ProblemAnswer(error, number: visit.request.number, words: visit.reader.words)
        .response(for: visit, in: self)
    }
  }

  private func refused(
    _ problems: [Filled.Problem], _ next: String, _ visit: Visit, _ status: Int = 422
  ) -> Response {
    let filled = Filled(values: ["email": [visit.fields["email"] ?? ""]], problems: problems)
    return guarded(SignInPage(filled: filled, next: next), key: visit.reader.formKey, status: status, visit)
  }

  func signOut(_ visit: Visit) throws -> any Answer {
    if let hash = visit.session { try database.transaction { session in try session.signIns.delete(hash) } }
    return signedOut()
  }

  /// The front page, for a browser that forgets its session.
  func signedOut() -> Response {
    let channel: SetCookie.Channel = settings.isSecure ? .encrypted : .any
    var response = Response.seeOther(Address.front() + "?done=" + Notice.signedOut.rawValue)
    response.headers.append(SetCookie(Self.sessionCookie, "", .over, over: channel).header)
    return response
  }

  /// An address of this site and no other; empty for anything else.
  private func local(_ address: String?) -> String {
    guard let address, address.hasPrefix("/"), !address.hasPrefix("//"), !address.contains("\\"),
      !address.contains(where: \.isNewline)
    else { return "" }
    return address
  }
}

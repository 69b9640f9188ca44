import Addresses
import HTTP
package import Markup

/// Where someone says who they are.
package struct SignInPage: Page {
  let filled: Filled
  /// Where to go afterwards: an address of this site.
  let next: String

  package init(filled: Filled = Filled(), next: String = "") { (self.filled, self.next) = (filled, next) }

  package func head(for reader: Reader) -> Head {
    Head(reader("sign-in.title", "Who are you?"), isPrivate: true)
  }

  package func write(_ html: inout HTML, for reader: Reader) {
    html
      << reader.question(
        reader("sign-in.title", "Who are you?"),
        answer: "\(reader("sign-in.answer", "Sign in with your e-mail address and your password."))")
    html << "<form method=\"post\" action=\"\(Address.signingIn.link())\">\(reader.key)\(filled.errors(for: reader))"
    html << "<input type=\"hidden\" name=\"next\" value=\"\(next)\">"
    html << filled.line("email", reader("sign-in.email", "Your e-mail address"), type: "email", required: true)
    html << filled.line("password", reader("sign-in.password", "Password"), type: "password", required: true)
    html << "<p class=\"doing\"><button>\(reader("frame.sign-in", "Sign in"))</button></p></form>"
    let advice = reader(
      "sign-in.none.text",
      "Everything public can be read without one. To speak for a city, ask someone who already does, or your association."
    )
    html << "<section><h2>\(reader("sign-in.none", "No account yet?"))</h2><p>\(advice)"
    html << "</p><p><a href=\"\(Address.organisations.link())\">"
    html << "\(reader("sign-in.find", "Find who speaks for your city"))</a></p></section>"
  }

  package func write(_ json: inout JSON, for reader: Reader) {
    json.object { json in json["sign-in"] = "POST email and password, or send a token: Authorization: Bearer" }
  }
}

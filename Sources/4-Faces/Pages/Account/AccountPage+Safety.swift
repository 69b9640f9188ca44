import Addresses
import Cooperation
import HTTP
import Languages
import Markup

// Keys, password, and the way out.
extension AccountPage {
  func keys(_ html: inout HTML, _ reader: Reader) {
    html << "<section><h2>\(reader("account.keys", "Keys for programs"))</h2>"
    html << "<p>\(reader("account.keys.text", "A program that sends such a key may do what you may do."))</p>"
    if !tokens.isEmpty { html << "<ol class=\"list\">" }
    for key in tokens {
      let until = reader("account.key.until", "until {day}", ["day": reader.words.day(key.expires.day)])
      html << "<li><form class=\"inline\" method=\"post\" action=\"\(Address.endingToken.link(key.id))\">\(reader.key)"
      html << "<bdi>\(key.label)</bdi>, \(until) "
      html << "<button class=\"quiet\">\(reader("account.key.end", "Take it back"))</button></form></li>"
    }
    if !tokens.isEmpty { html << "</ol>" }
    html << "<form method=\"post\" action=\"\(Address.makingToken.link())\">\(reader.key)"
    html << Filled().line("label", reader("account.key.label", "What is it for?"), required: true)
    html << "<p class=\"doing\"><button class=\"quiet\">\(reader("account.key.make", "Make a key"))</button></p>"
    html << "</form></section>"
  }

  func password(_ html: inout HTML, _ reader: Reader) {
    html << "<section><h2>\(reader("account.password", "Your password"))</h2>"
    html << "<form method=\"post\" action=\"\(Address.changingPassword.link())\" novalidate>\(reader.key)"
    html << filled.errors(for: reader)
    html
      << filled.line(
        "current", reader("account.password.current", "The one that you have now"), type: "password", required: true)
    html
      << filled.line(
        "password", reader("account.password.fresh", "The new one"),
        hint: reader("account.password.hint", "At least 10 characters: a few words are best."), type: "password",
        required: true)
    html << "<p class=\"hint\">"
    html << "\(reader("account.password.text", "Other browsers in which you are signed in are signed out."))</p>"
    html << "<p class=\"doing\"><button>\(reader("account.password.change", "Change it"))</button></p></form></section>"
  }

  func wayOut(_ html: inout HTML, _ reader: Reader) {
    html << "<section><h2>\(reader("account.sign-out", "Sign out"))</h2>"
    html << "<form method=\"post\" action=\"\(Address.signingOut.link())\">\(reader.key)<p class=\"doing\">"
    html << "<button class=\"quiet\">\(reader("account.sign-out", "Sign out"))</button> "
    html << "<button class=\"quiet\" formaction=\"\(Address.endingSessions.link())\">"
    html << "\(reader("account.sign-out.all", "Sign out everywhere"))</button></p></form></section>"
  }
}

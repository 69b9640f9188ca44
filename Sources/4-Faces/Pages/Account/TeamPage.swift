import Addresses
package import Cooperation
import HTTP
import Languages
package import Markup

/// Who may act for an organisation, for its owners: a line for each, and a form for one more.
package struct TeamPage: Page {
  let organisation: Organisation.ID
  let name: Texts
  let members: [Member]
  let filled: Filled
  /// An account just made, whose password is shown this once.
  let fresh: Fresh?

  package init(
    _ organisation: Organisation.ID, name: Texts, members: [Member], filled: Filled = Filled(), fresh: Fresh? = nil
  ) {
    (self.organisation, self.name, self.members) = (organisation, name, members)
    (self.filled, self.fresh) = (filled, fresh)
  }

  package struct Member: Sendable {
    let account: Account
    let name: String
    let role: Account.Role
    package init(_ account: Account, name: String, role: Account.Role) {
      (self.account, self.name, self.role) = (account, name, role)
    }
  }

  package struct Fresh: Sendable {
    let email: Email
    let password: String
    package init(email: Email, password: String) { (self.email, self.password) = (email, password) }
  }

  package func head(for reader: Reader) -> Head {
    Head(reader("team.question", "Who may act for you?"), isPrivate: true)
  }

  package func write(_ html: inout HTML, for reader: Reader) {
    html << reader.crumbs(reader.words.reading(name).text, Address.organisation(organisation))
    let answer = reader.count(
      members.count, "team.answer", one: "One person may sign in and act for it.",
      other: "{n} people may sign in and act for it.")
    html << reader.question(reader("team.question", "Who may act for you?"), answer: "\(answer)")
    if let fresh {
      html << "<div class=\"note\" role=\"status\"><p>"
      html
        << "\(reader("team.fresh", "{email} is in. The first password, shown this once:", ["email": fresh.email.text]))"
      html << " <code>\(fresh.password)</code></p><p>"
      html << "\(reader("team.fresh.text", "Give it to them yourself. They choose their own on their account page."))"
      html << "</p></div>"
    }
    html << "<ol class=\"list\">"
    for member in members { line(&html, member, reader) }
    html << "</ol><section><h2>\(reader("team.add", "Let one more in"))</h2>"
    form(&html, reader)
    html << "</section>"
  }

  private func line(_ html: inout HTML, _ member: Member, _ reader: Reader) {
    let id = member.account.id
    html << "<li><h3><bdi>\(member.name)</bdi></h3><p class=\"meta\"><span><bdi>\(member.account.email)</bdi></span>"
    if member.account.isDisabled { html << "<span>\(reader("team.disabled", "Account closed"))</span>" }
    html << "</p><form method=\"post\" action=\"\(Address.changingColleague.link(organisation, id))\">\(reader.key)"
    html << "<div class=\"field\"><label for=\"\(id)\">\(reader("team.role", "As what?"))</label>"
    html << "<select id=\"\(id)\" name=\"role\">"
    for role in Account.Role.allCases {
      let selected: Written = role == member.role ? " selected" : ""
      html << "<option value=\"\(role.rawValue)\"\(selected)>\(reader.words[role.name])</option>"
    }
    html << "</select></div><p class=\"doing\"><button class=\"quiet\">\(reader("form.save", "Save"))</button> "
    html << "<button class=\"no\" formaction=\"\(Address.endingColleague.link(organisation, id))\">"
    html << "\(reader("team.end", "No longer acts for it"))</button></p></form></li>"
  }

  private func form(_ html: inout HTML, _ reader: Reader) {
    html << "<form method=\"post\" action=\"\(Address.invitingColleague.link(organisation))\" novalidate>\(reader.key)"
    html << filled.errors(for: reader)
    html << filled.line("email", reader("team.email", "Their e-mail address"), type: "email", required: true)
    html
      << filled.line(
        "name", reader("team.name", "Their name"),
        hint: reader("team.name.hint", "Needed only if they have no account here yet."))
    html
      << filled.choice(
        "role", reader("team.role", "As what?"),
        reader.options(\Account.Role.name))
    html << "<p class=\"doing\"><button>\(reader("team.let-in", "Let them in"))</button></p></form>"
  }

  package func write(_ json: inout JSON, for reader: Reader) {
    json.object { json in
      Listing(of: members, for: reader).writeParts(&json, for: reader) { json, member in
        json.object { json in
          json["account"] = member.account.id.text
          json["email"] = member.account.email.text
          json["name"] = member.name
          json["role"] = member.role.rawValue
          json.flag("disabled", member.account.isDisabled)
        }
      }
      if let fresh { json["password"] = fresh.password }
    }
  }
}

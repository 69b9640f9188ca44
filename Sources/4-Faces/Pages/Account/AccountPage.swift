import Addresses
package import Cooperation
import HTTP
import Languages
package import Markup

/// What someone who is signed in may do, and the keys they have given to programs.
package struct AccountPage: Page {
  let account: Account
  let name: String
  /// The organisations they act for, with their names and roles.
  let organisations: [Acting]
  let tokens: [Key]
  let waiting: Listing<Asked>
  /// A token just made, shown this once.
  let fresh: String?
  /// What is wrong with a new password.
  let filled: Filled

  package init(
    account: Account, name: String, organisations: [Acting], tokens: [Key], waiting: Listing<Asked>,
    fresh: String? = nil, filled: Filled = Filled()
  ) {
    (self.account, self.name, self.organisations) = (account, name, organisations)
    (self.tokens, self.waiting, self.fresh, self.filled) = (tokens, waiting, fresh, filled)
  }

  package struct Acting: Sendable {
    package let id: Organisation.ID
    package let name: String
    package let role: Account.Role
    package init(id: Organisation.ID, name: String, role: Account.Role) {
      (self.id, self.name, self.role) = (id, name, role)
    }
  }

  package struct Key: Sendable {
    /// By which it can be taken back, and with which nothing can be opened.
    package let id: String
    package let label: String
    package let created: Instant
    package let expires: Instant
    package init(id: String, label: String, created: Instant, expires: Instant) {
      (self.id, self.label, self.created, self.expires) = (id, label, created, expires)
    }
  }

  package func head(for reader: Reader) -> Head {
    Head(reader("account.title", "What can you do here?"), isPrivate: true)
  }

  package func write(_ html: inout HTML, for reader: Reader) {
    html
      << reader.question(
        reader("account.title", "What can you do here?"),
        answer: "\(reader("account.answer", "You are {name}. You speak for those below.", ["name": name]))")
    if let fresh {
      html << "<div class=\"note\" role=\"status\"><p>\(reader("account.fresh", "Your new key, shown this once:"))"
      html << " <code>\(fresh)</code></p></div>"
    }
    Asked.write(waiting, &html, for: reader)
    html << "<p class=\"doing\"><a class=\"act quiet\" href=\"\(Address.searches.link())\">"
    html << "\(reader("searches.title", "What is new for you?"))</a></p>"
    acting(&html, reader)
    if account.duty != nil { duties(&html, reader) }
    language(&html, reader)
    password(&html, reader)
    keys(&html, reader)
    wayOut(&html, reader)
  }

  private func acting(_ html: inout HTML, _ reader: Reader) {
    html << "<section><h2>\(reader("account.acting", "You speak for"))</h2>"
    if organisations.isEmpty {
      html
        << reader.empty(
          .none, reader("account.nobody", "Nobody yet"),
          reader("account.nobody.text", "An owner of an organisation, or the administrator, can let you speak for it."))
    }
    html << "<ol class=\"list\">"
    for acting in organisations {
      html << "<li><h3><a href=\"\(Address.organisation.link(acting.id))\"><bdi>\(acting.name)</bdi></a></h3>"
      html << "<p class=\"meta\"><span>\(reader.words[acting.role.name])</span>"
      html << "<a href=\"\(Address.audit.link(acting.id))\">\(reader("account.audit", "Who changed what"))</a>"
      if acting.role >= .owner {
        html << "<a href=\"\(Address.team.link(acting.id))\">\(reader("account.team", "Who may act for it"))</a>"
      }
      html << "</p>"
      if acting.role >= .editor {
        html << "<p class=\"doing\"><a class=\"act quiet\" href=\"\(Address.newNeed.link())?organisation=\(acting.id)\">"
        html << "\(reader("account.say-need", "Say what it needs to learn"))</a> "
        html << "<a class=\"act quiet\" href=\"\(Address.newPractice.link())?organisation=\(acting.id)\">"
        html << "\(reader("account.say-practice", "Tell what it can teach"))</a></p>"
      }
      html << "</li>"
    }
    html << "</ol></section>"
  }

  private func duties(_ html: inout HTML, _ reader: Reader) {
    html << "<section><h2>\(reader("account.duties", "You keep the data in order"))</h2><p class=\"doing\">"
    html << "<a class=\"act quiet\" href=\"\(Address.imports.link())\">\(reader("account.imports", "Read a file in"))</a> "
    html << "<a class=\"act quiet\" href=\"\(Address.review.link())\">\(reader("account.review", "Decide what waits"))</a>"
    html << "</p></section>"
  }

  private func language(_ html: inout HTML, _ reader: Reader) {
    let filled = Filled(values: ["language": [account.language?.tag ?? ""]])
    let options =
      [Filled.Option("", reader("account.language.browser", "As my browser says"))]
      + Language.interface.map { Filled.Option($0.tag, Words.ownName(of: $0)) }
    html << "<section><h2>\(reader("account.settings", "How you read"))</h2>"
    html << "<form method=\"post\" action=\"\(Address.changingAccount.link())\">\(reader.key)"
    html << filled.choice("language", reader("account.language", "Your language"), options)
    html << "<p class=\"doing\"><button>\(reader("form.save", "Save"))</button></p></form></section>"
  }

  package func write(_ json: inout JSON, for reader: Reader) {
    json.object { json in
      json["id"] = account.id.text
      json["email"] = account.email.text
      json["name"] = name
      json["duty"] = account.duty?.rawValue
      json.array("organisations", organisations) { json, acting in
        json.object { json in
          json["id"] = acting.id.text
          json["name"] = acting.name
          json["role"] = acting.role.rawValue
        }
      }
      json.array("keys", tokens) { json, key in
        json.object { json in
          json["id"] = key.id
          json["label"] = key.label
          json["created"] = key.created.description
          json["expires"] = key.expires.description
        }
      }
      json.array("waiting", waiting.items) { json, one in one.write(&json) }
      if let fresh { json["token"] = fresh }
    }
  }
}

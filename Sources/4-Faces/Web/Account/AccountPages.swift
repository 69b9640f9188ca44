import Actions
import Cooperation
import HTTP
import Languages
import Pages
import SQL
import Secrets
import Storage

extension Site {
  func showAccount(_ visit: Visit) throws -> any Answer { Shown(try accountPage(visit)) }

  func changeAccount(_ visit: Visit) throws -> any Answer {
    let tag = visit.fields["language"] ?? ""
    let language = Language.interface.first { $0.tag == tag }
    guard language != nil || tag.isEmpty else {
      throw Problem("unknown-language", 422, "Copolis does not speak that language yet.", detail: tag)
    }
    try ChangeLanguage(to: language).run(on: visit.occasion(in: self))
    return Changed("/account", try accountPage(visit), .saved)
  }

  /// Shows the key once, on the page that answers: it is kept nowhere but as a hash.
  func makeToken(_ visit: Visit) throws -> any Answer {
    _ = try visit.person()
    let token = try MakeKey(label: visit.fields["label"] ?? "").run(on: visit.occasion(in: self))
    return Shown(try accountPage(visit, fresh: token.text), status: 201)
  }

  func accountPage(_ visit: Visit, fresh: String? = nil, filled: Filled = Filled()) throws -> AccountPage {
    let account = try visit.viewer.person()
    return try database.read { session in
      let briefs = try session.organisations.briefs(
        visit.viewer.organisations(as: .reader), in: visit.reader.words.language)
      return AccountPage(
        account: account, name: visit.reader.name,
        organisations: briefs.map {
          .init(id: $0.id, name: $0.name.text, role: visit.viewer.roles[$0.id] ?? .reader)
        },
        tokens: try session.signIns.keys(of: account.id).map {
          .init(id: $0.hash, label: $0.label, created: $0.created, expires: $0.expires)
        }, waiting: try waiting(session, visit), fresh: fresh, filled: filled)
    }
  }

  func showAudit(_ visit: Visit, _ id: Organisation.ID) throws -> any Answer {
    try visit.viewer.require(.reader, for: id)
    let (page, per) = (visit.query.page, visit.query.per)
    return Shown(
      try database.read { session in
        let organisation = try session.organisations.require(id)
        let lines = try session.audit.lines(of: id, from: (page - 1) * per, count: per)
        let names = try session.accounts.names(Set(lines.compactMap(\.account)))
        return AuditPage(
          organisation: id, name: visit.reader.words.reading(organisation.name).text,
          lines: Listing(
            items: lines.map { AuditPage.Line($0, by: $0.account.flatMap { names[$0] } ?? "") },
            total: try session.audit.count(of: id), page: page, per: per))
      })
  }
}

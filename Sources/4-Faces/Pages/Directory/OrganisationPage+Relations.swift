import Addresses
import Cooperation
import HTTP
import Languages
import Markup
import Reference

extension OrganisationPage {
  /// How many relations the page shows; the list of partnerships has them all.
  static let shown = 100

  func relations(_ html: inout HTML, _ reader: Reader) {
    html << "<section aria-labelledby=\"rel\"><h2 id=\"rel\">"
    html << "\(reader("organisation.with-whom", "With whom does it work?"))</h2>"
    if relations.isEmpty {
      html
        << reader.empty(
          .unknown, reader("organisation.no-relations", "No partnership on record"),
          reader(
            "organisation.no-relations.text", "No list that we have read names one, and nobody has told us of one."),
          "<a href=\"\(Address.newPartnership.link())?with=\(organisation.id)\">\(reader("organisation.propose", "Propose a partnership"))</a>"
        )
    } else {
      table(&html, reader)
    }
    html << "</section>"
  }

  private func table(_ html: inout HTML, _ reader: Reader) {
    let line = RelationLine(reader)
    let all = reader.count(
      relations.count, "organisation.relations", one: "One relation", other: "{n} relations")
    let confirmed = reader.count(
      relations.count { $0.claim == .confirmed }, "organisation.confirmed", one: "one confirmed by both sides",
      other: "{n} confirmed by both sides")
    html << "<table class=\"stack\"><caption>\(all); \(confirmed).</caption><thead><tr>"
    html << "<th scope=\"col\">\(reader("relation.partner", "Partner"))</th><th scope=\"col\">\(line.form)</th>"
    html << "<th scope=\"col\" class=\"num\">\(line.since)</th><th scope=\"col\">\(line.sign)</th>"
    html << "<th scope=\"col\">\(line.who)</th></tr></thead><tbody>"
    for relation in relations.prefix(Self.shown) { line.write(&html, relation, reader) }
    html << "</tbody></table>"
    if relations.count > Self.shown {
      html << "<p class=\"meta\"><a href=\"\(Address.partnerships.link())?organisation=\(organisation.id)\">"
      html << "\(reader("organisation.all-relations", "All of them"))</a></p>"
    }
  }
}

/// How the relations of one page are written: what is the same in every line is made once.
private struct RelationLine {
  let form: String, since: String, sign: String, who: String
  private let countries: Countries.Names
  private let forms: [(form: Partnership.Form, words: Written)]
  private let badges: [(claim: Claim.State, badge: Written)]
  private let unknown: Written, notYet: Written
  /// What stands before the cell of each.
  private let beforeForm: Written, beforeSince: Written, beforeSign: Written, beforeWho: Written

  init(_ reader: Reader) {
    form = reader("relation.form", "Form")
    since = reader("relation.since", "Since")
    sign = reader("relation.sign", "Last sign of life")
    who = reader("relation.who", "Who says so")
    countries = Countries.called(in: reader.words.language)
    forms = Partnership.Form.allCases.map { ($0, "\(reader.words[$0.name])") }
    badges = Claim.State.allCases.map { ($0, reader.badge($0)) }
    (unknown, notYet) = (reader.blank(.unknown), reader.blank(.notYet))
    beforeForm = "</th><td data-th=\"\(form)\"><a href=\""
    beforeSince = "</a></td><td data-th=\"\(since)\" class=\"num\">"
    beforeSign = "</td><td data-th=\"\(sign)\">"
    beforeWho = "</td><td data-th=\"\(who)\">"
  }

  func write(_ html: inout HTML, _ relation: Relation, _ reader: Reader) {
    html
      << """
      <tr><th scope="row"><a href="\(Address.organisation.link(relation.partner))">\(reader.name(relation.name))</a>\
      \(country(of: relation))\(beforeForm)\(Address.partnership.link(relation.partnership))">\(form(of: relation))\
      \(beforeSince)\(began(relation))\(beforeSign)\(sign(of: relation, reader))\(beforeWho)\(badge(of: relation))\
      </td></tr>
      """
  }

  private func country(of relation: Relation) -> Written {
    guard let country = relation.country else { return .nothing }
    if let name = countries[country] { return " <small>\(name)</small>" }
    return " <small>\(country.text)</small>"
  }

  private func form(of relation: Relation) -> Written {
    forms.first { $0.form == relation.form }?.words ?? .nothing
  }

  private func began(_ relation: Relation) -> Written { relation.began.map { "\($0.year)" } ?? unknown }

  private func sign(of relation: Relation, _ reader: Reader) -> Written {
    guard let life = relation.sign else { return relation.standing == .proposed ? notYet : unknown }
    return "\(reader.words[life.kind.name]), \(reader.words.month(of: life.day))"
  }

  private func badge(of relation: Relation) -> Written {
    badges.first { $0.claim == relation.claim }?.badge ?? .nothing
  }
}

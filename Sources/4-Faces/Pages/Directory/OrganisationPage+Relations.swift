import Addresses
import Cooperation
import HTTP
import Languages
import Markup

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
          "<a href=\"\(Address.newPartnership())?with=\(organisation.id)\">\(reader("organisation.propose", "Propose a partnership"))</a>"
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
      html << "<p class=\"meta\"><a href=\"\(Address.partnerships())?organisation=\(organisation.id)\">"
      html << "\(reader("organisation.all-relations", "All of them"))</a></p>"
    }
  }
}

/// How the relations of one page are written: what is the same in every line is made once.
private struct RelationLine {
  let form: String, since: String, sign: String, who: String
  private let forms: [Partnership.Form: String]
  private let badges: [Claim.State: Written]
  private let kinds: [LogEntry.Kind: String]
  private let countries: Names
  private let unknown: Written
  private let notYet: Written

  /// Countries' names in the reader's language, each looked up once.
  private final class Names {
    var known: [Country.Code: String] = [:]
  }

  init(_ reader: Reader) {
    form = reader("relation.form", "Form")
    since = reader("relation.since", "Since")
    sign = reader("relation.sign", "Last sign of life")
    who = reader("relation.who", "Who says so")
    forms = Dictionary(uniqueKeysWithValues: Partnership.Form.allCases.map { ($0, reader.words[$0.name]) })
    badges = Dictionary(uniqueKeysWithValues: Claim.State.allCases.map { ($0, reader.badge($0)) })
    kinds = Dictionary(uniqueKeysWithValues: LogEntry.Kind.allCases.map { ($0, reader.words[$0.name]) })
    countries = Names()
    (unknown, notYet) = (reader.blank(.unknown), reader.blank(.notYet))
  }

  func write(_ html: inout HTML, _ relation: Relation, _ reader: Reader) {
    let began: Written = relation.began.map { "\($0.year)" } ?? unknown
    html
      << "<tr><th scope=\"row\"><a href=\"\(Address.organisation(relation.partner))\">\(reader.name(relation.name))</a>"
    if let country = relation.country { html << " <small>\(name(of: country, reader))</small>" }
    html << "</th><td data-th=\"\(form)\"><a href=\"\(Address.partnership(relation.partnership))\">"
    html << "\(forms[relation.form] ?? "")</a></td><td data-th=\"\(since)\" class=\"num\">\(began)</td>"
    html << "<td data-th=\"\(sign)\">\(life(relation, reader))</td>"
    html << "<td data-th=\"\(who)\">\(badges[relation.claim] ?? "")</td></tr>"
  }

  private func life(_ relation: Relation, _ reader: Reader) -> Written {
    guard let sign = relation.sign else { return relation.standing == .proposed ? notYet : unknown }
    return "\(kinds[sign.kind] ?? ""), \(reader.words.month(of: sign.day))"
  }

  private func name(of country: Country.Code, _ reader: Reader) -> String {
    if let known = countries.known[country] { return known }
    let name = reader.name(of: country)
    countries.known[country] = name
    return name
  }
}

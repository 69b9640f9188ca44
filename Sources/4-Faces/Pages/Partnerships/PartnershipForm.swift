import Addresses
package import Cooperation
import HTTP
import Languages
package import Markup
import Reference

/// The form with which a partnership is proposed, or with which a party changes what is told of one.
package struct PartnershipForm: Page {
  let id: Partnership.ID
  /// What the change is based on; nil for a proposal.
  let revision: Int?
  let filled: Filled
  /// Those for whom the reader may propose.
  let own: [Filled.Option]
  /// Those to whom it is proposed, as far as they are known.
  let others: [Filled.Option]
  /// The partnerships that the reader's organisations have with one of them already.
  let existing: [Partnership.Brief]

  package init(
    _ id: Partnership.ID, revision: Int? = nil, filled: Filled, own: [Filled.Option] = [], others: [Filled.Option] = [],
    existing: [Partnership.Brief] = []
  ) {
    (self.id, self.revision, self.filled) = (id, revision, filled)
    (self.own, self.others, self.existing) = (own, others, existing)
  }

  package func head(for reader: Reader) -> Head { Head(question(reader), in: .sense, isPrivate: true) }

  private func question(_ reader: Reader) -> String {
    revision == nil
      ? reader("partnership-form.question", "What would you do together?")
      : reader("partnership-form.question.edit", "What should stand here?")
  }

  package func write(_ html: inout HTML, for reader: Reader) {
    let answer =
      revision == nil
      ? reader("partnership-form.answer", "Say it in a few lines. They see it at once, and accept or decline.")
      : reader("partnership-form.answer.edit", "Each party can change it. Everyone sees who did in the audit.")
    let address = revision == nil ? Address.proposing() : Address.changingPartnership(id)
    if revision == nil {
      html << reader.crumbs(reader("partnerships.crumb", "Partnerships"), Address.partnerships())
    } else {
      html << reader.crumbs(reader("partnership-form.back", "The partnership"), Address.partnership(id))
    }
    html << reader.question(question(reader), answer: "\(answer)")
    known(&html, reader)
    html
      << "<form method=\"post\" action=\"\(address)\" data-draft=\"\(revision == nil ? "partnership-new" : id.text)\" "
    html << "novalidate>\(reader.key)\(reader.restored)\(filled.errors(for: reader))"
    html << Filled.hidden([("id", id.text)] + (revision.map { [("revision", String($0))] } ?? []) + kept)
    if revision == nil { parties(&html, reader) }
    texts(&html, reader)
    if revision == nil { helpers(&html, reader) }
    html << "<p class=\"doing\"><button>"
    html << (revision == nil ? "\(reader("partnership-form.do", "Propose it"))" : "\(reader("form.save", "Save"))")
    html << "</button></p></form>"
  }

  /// What this form does not show, so that it stays as it is.
  private var kept: [(String, String)] {
    ["targets", "languages", "population", "country"].flatMap { name in
      (filled.values[name] ?? []).filter { !$0.isEmpty }.map { (name, $0) }
    }
  }

  private func known(_ html: inout HTML, _ reader: Reader) {
    guard !existing.isEmpty else { return }
    html << "<div class=\"note\"><p>\(reader("partnership-form.existing", "You are together in these already:"))</p>"
    html << "<ol class=\"list\">"
    for brief in existing { html << brief.item(reader) }
    html << "</ol></div>"
  }

  private func parties(_ html: inout HTML, _ reader: Reader) {
    if own.count == 1 {
      html << Filled.hidden([("by", own[0].value)])
    } else {
      html << filled.choice("by", reader("partnership-form.by", "For whom do you propose it?"), own)
    }
    if !others.isEmpty { html << filled.choices("with", reader("partnership-form.with", "With whom?"), others) }
    html
      << filled.area(
        "names",
        others.isEmpty
          ? reader("partnership-form.names", "With whom? One name on each line")
          : reader("partnership-form.more-names", "And these, one name on each line"),
        hint: reader("start.others.hint", "As they are called in the directory."))
  }

  private func texts(_ html: inout HTML, _ reader: Reader) {
    html
      << filled.line(
        "title", reader("partnership-form.title", "What is it called?"),
        hint: reader(
          "partnership-form.title.hint", "What you work on says more than two names: “Drains and mangroves”."),
        required: true)
    html
      << filled.area(
        "about", reader("partnership-form.about", "What would you do, and what would each side learn?"),
        hint: reader("partnership-form.about.hint", "What you can teach them is as good a reason as what you need."))
    if revision == nil {
      html
        << filled.choice(
          "form", reader("partnership-form.form", "In which form?"),
          reader.options(
            [
              Partnership.Form.cityToCity, .twinning, .southSouth, .triangular, .network, .programme,
              .associationCapacityBuilding,
            ], \.name))
    }
    html
      << filled.choices(
        "themes", reader("work-form.themes", "What is it about?"),
        hint: reader("work-form.themes.hint", "Open a group and tick what fits, one to three."),
        in: Filled.Group.themes(for: reader))
    html
      << filled.line(
        "began", reader("partnership-form.began", "Has it begun already? On which day?"),
        hint: reader("partnership-form.began.hint", "Such as 2023-05-14. Empty means not yet, or unknown."),
        type: "date")
    html
      << filled.choice(
        "original", reader("work-form.original", "In which language have you written this?"),
        Filled.Option.languages(for: reader, and: [filled["original"]]))
  }

  private func helpers(_ html: inout HTML, _ reader: Reader) {
    let hint = reader("partnership-form.helper.hint", "Its name in the directory. Empty means nobody.")
    for (role, title) in [
      (Party.Role.facilitator, reader("partnership-form.facilitator", "Does someone help you work together?")),
      (.funder, reader("partnership-form.funder", "Does someone pay a part?")),
      (.thirdParty, reader("partnership-form.third-party", "Is there a third party from elsewhere?")),
    ] {
      html << filled.line(role.rawValue, title, hint: hint)
    }
  }

  package func write(_ json: inout JSON, for reader: Reader) {
    json.object { json in
      json["id"] = id.text
      json.number("revision", revision)
    }
  }
}

extension Filled.Group {
  /// The themes, group by group, by their names in the reader's language.
  static func themes(for reader: Reader) -> [Filled.Group] {
    Themes.groups.map { group in
      Filled.Group(
        reader.words.name(among: group.names),
        ([group] + Themes.sectors(of: group.id)).map {
          Filled.Option($0.id.text, reader.words.name(among: $0.names))
        })
    }
  }
}

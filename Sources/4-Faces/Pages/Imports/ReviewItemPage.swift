import Addresses
package import Cooperation
import HTTP
import Languages
package import Markup

/// One line of a file with what it may mean, and the form to say which.
package struct ReviewItemPage: Page {
  let item: ReviewItem
  /// The file it stands in.
  let file: String
  let parts: [Part]
  let filled: Filled
  /// What was decided just now; nil while nothing is.
  let decided: Outcome?

  package init(
    _ item: ReviewItem, in file: String, parts: [Part], filled: Filled = Filled(), decided: Outcome? = nil
  ) {
    (self.item, self.file, self.parts) = (item, file, parts)
    (self.filled, self.decided) = (filled, decided)
  }

  /// One name of the line that has to be decided.
  package struct Part: Sendable {
    /// Empty where the line has only one; `1` and `2` of a pair.
    package let key: String
    /// As the file has it: “Setagaya (Tokyo), Japan”.
    package let title: String
    package let candidates: [Candidate]
    /// How many other lines give the same name.
    package let others: Int
    /// Whether only the rest of the line is doubtful: the one candidate is meant, unless someone says otherwise.
    package let isCertain: Bool

    package init(key: String, title: String, candidates: [Candidate], others: Int, isCertain: Bool = false) {
      (self.key, self.title, self.candidates, self.others) = (key, title, candidates, others)
      self.isCertain = isCertain
    }

    var field: String { key.isEmpty ? "means" : "means.\(key)" }
    var otherField: String { key.isEmpty ? "other" : "other.\(key)" }
  }

  /// Whom the name may stand for, and what speaks for it.
  package struct Candidate: Sendable {
    /// `org_…` or the number of a place.
    package let id: String
    package let name: String
    package let address: String
    /// Kind, place, distance, inhabitants, identifiers: whatever is known, one thing each.
    package let reasons: [String]
    /// How far from where the file puts it; nil where either is unknown.
    package let kilometres: Int?

    package init(id: String, name: String, address: String, reasons: [String], kilometres: Int? = nil) {
      (self.id, self.name, self.address) = (id, name, address)
      (self.reasons, self.kilometres) = (reasons, kilometres)
    }
  }

  /// What a decision came to.
  package struct Outcome: Sendable {
    package let tally: ImportRun.Tally
    package let also: Int
    package init(_ tally: ImportRun.Tally, also: Int) { (self.tally, self.also) = (tally, also) }
  }

  package func head(for reader: Reader) -> Head {
    Head(reader("review.title", "What is meant here?"), isPrivate: true)
  }

  package func write(_ html: inout HTML, for reader: Reader) {
    html << reader.crumbs(reader("review.all", "All that waits"), Address.review())
    html
      << reader.question(
        reader("review.title", "What is meant here?"), answer: "\(reader.words[item.reason]).",
        name: "<bdi>\(item.subject)</bdi>")
    html << "<div class=\"columns\"><div>"
    if item.state == .open {
      form(&html, reader)
    } else {
      html << "<p>\(reader("review.done", "This is decided."))</p>"
    }
    html << "</div><aside><section><h2>\(reader("review.said", "What the file says"))</h2><dl class=\"facts\">"
    for said in item.said { html << "<dt>\(said.name)</dt><dd><bdi>\(said.value)</bdi></dd>" }
    html << "<dt>\(reader("imports.column.file", "File"))</dt>"
    html << "<dd><a href=\"\(Address.importRun.link(item.run))\"><bdi>\(file)</bdi></a>, "
    html
      << "\(reader("review.line", "line {n}", ["n": reader.words.number(item.line)]))</dd></dl></section></aside></div>"
  }

  private func form(_ html: inout HTML, _ reader: Reader) {
    html << "<form method=\"post\" action=\"\(Address.decision.link(item.id))\" novalidate>\(reader.key)"
    html << filled.errors(for: reader)
    for part in parts { choice(&html, part, reader) }
    if parts.isEmpty, item.code == "waiting-activity" {
      let text = reader(
        "review.waits",
        "It follows by itself once those who take part in it are decided. Look for them in the list.")
      html << "<p>\(text)</p>"
    }
    let others = parts.map(\.others).max() ?? 0
    if others > 0, !item.content.contains(where: { $0.name == "publisher" }) {
      html
        << Filled(values: filled.values["same"] == nil && filled.values.isEmpty ? ["same": ["yes"]] : filled.values)
        .tick(
          "same",
          reader.count(
            others, "review.same", one: "The same for the other line that gives this name at this place.",
            other: "The same for the {n} other lines that give this name at this place."))
    } else if others > 0 {
      html
        << "<p class=\"hint\">\(reader.count(others, "review.follow", one: "One activity waits for this.", other: "{n} activities wait for this."))</p>"
    }
    html << "<p class=\"doing\">"
    if !parts.isEmpty { html << "<button>\(reader("review.decide", "Decide"))</button> " }
    html << "<button class=\"quiet\" name=\"choice\" value=\"not-ours\">"
    html << "\(reader("review.not-ours", "None of ours: leave it out"))</button></p></form>"
  }

  private func choice(_ html: inout HTML, _ part: Part, _ reader: Reader) {
    let chosen = part.isCertain && filled[part.field].isEmpty ? part.candidates.first?.id ?? "" : filled[part.field]
    html << "<fieldset class=\"field\" id=\"\(part.field)\"><legend><bdi>\(part.title)</bdi></legend>"
    for candidate in part.candidates {
      let checked: Written = chosen == candidate.id ? " checked" : ""
      html << "<label class=\"pick\"><input type=\"radio\" name=\"\(part.field)\" value=\"\(candidate.id)\"\(checked)> "
      html << "<bdi>\(candidate.name)</bdi></label><p class=\"meta\">"
      for reason in candidate.reasons { html << "<span>\(reason)</span>" }
      html << "<a href=\"\(candidate.address)\">\(reader("review.look", "Look"))</a></p>"
    }
    let new: Written = chosen == "new" ? " checked" : ""
    html << "<label class=\"pick\"><input type=\"radio\" name=\"\(part.field)\" value=\"new\"\(new)> "
    html << "\(reader("review.new", "Someone new: put them on record"))</label>"
    html << "</fieldset>"
    html
      << filled.line(
        part.otherField, reader("review.other-id", "Or someone else on record"),
        hint: reader(
          "review.other-id.hint", "The identifier at the end of their page’s address: org_… or a place’s number."))
  }

  package func write(_ json: inout JSON, for reader: Reader) {
    json.object { json in
      item.write(&json)
      json["file"] = file
      json.array("parts", parts) { json, part in
        json.object { json in
          json["part"] = part.key
          json["title"] = part.title
          json.number("others", part.others)
          json.array("candidates", part.candidates) { json, candidate in
            json.object { json in
              json["id"] = candidate.id
              json["name"] = candidate.name
              json.number("kilometres", candidate.kilometres)
              json.array("reasons", candidate.reasons) { $0.element($1) }
            }
          }
        }
      }
      if let decided {
        json.number("added", decided.tally.added)
        json.number("changed", decided.tally.changed)
        json.number("also", decided.also)
      }
    }
  }
}

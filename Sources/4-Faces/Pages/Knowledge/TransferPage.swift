import Addresses
package import Cooperation
import HTTP
import Languages
package import Markup

/// Whether a practice would stand in a city: condition by condition, there beside here, made to be printed.
package struct TransferPage: Page {
  let title: Texts
  let practice: Practice.ID
  /// What it depends on, in the words of whoever tells it.
  let conditions: Texts?
  let author: Organisation.Brief
  /// For which city; nil where nobody has said.
  let here: Here?
  let filled: Filled

  /// The city that asks.
  package struct Here: Sendable {
    package let organisation: Organisation.Brief
    package let sheet: TransferSheet
    /// Whether the reader may correct it.
    package let isOwn: Bool

    package init(_ organisation: Organisation.Brief, _ sheet: TransferSheet, isOwn: Bool) {
      (self.organisation, self.sheet, self.isOwn) = (organisation, sheet, isOwn)
    }
  }

  package init(_ practice: Practice, of author: Organisation.Brief, here: Here?, filled: Filled = Filled()) {
    (title, self.practice, conditions) = (practice.title, practice.id, practice.conditions)
    (self.author, self.here, self.filled) = (author, here, filled)
  }

  private func question(_ reader: Reader) -> String {
    guard let here else { return reader("practice.next", "Would it work in your city?") }
    return reader("transfer.question", "Would it work in {name}?", ["name": here.organisation.name.text])
  }

  package func head(for reader: Reader) -> Head {
    Head(question(reader), in: .share, isPrivate: here?.isOwn == true)
  }

  package func write(_ html: inout HTML, for reader: Reader) {
    html << reader.crumbs(reader.words.reading(title).text, Address.practice(practice))
    html << reader.question(question(reader), answer: "\(answer(reader))", name: reader.reading(title))
    guard let here else {
      html
        << reader.empty(
          .unknown, reader("transfer.nobody", "For which city?"),
          reader("transfer.nobody.text", "Sign in, and your city stands beside theirs."),
          "<a href=\"\(Address.signIn.link())\">\(reader("frame.sign-in", "Sign in"))</a>")
      return
    }
    table(here, &html, reader)
    if let conditions {
      html << "<section><h2>\(reader("part.conditions", "What does it depend on?"))</h2>\(reader.prose(conditions))"
      html << "</section>"
    }
    if here.isOwn { form(here, &html, reader) }
  }

  private func answer(_ reader: Reader) -> String {
    guard let sheet = here?.sheet else {
      return reader("transfer.answer.nobody", "We lay what it depends on beside what your city has.")
    }
    let counts = TransferSheet.Light.allCases.compactMap { light -> String? in
      let count = sheet.count(light)
      return count == 0 ? nil : "\(reader.words[light.name]): \(reader.words.number(count))"
    }
    return counts.joined(separator: " · ")
  }

  private func table(_ here: Here, _ html: inout HTML, _ reader: Reader) {
    let head = (
      condition: reader("transfer.condition", "Condition"), there: author.name.text, here: here.organisation.name.text,
      light: reader("transfer.light", "How alike")
    )
    let caption = reader(
      "transfer.caption", "Filled in from what is on record; what people of {name} have said of it stands instead.",
      ["name": head.here])
    html << "<div class=\"table\"><table class=\"stack\"><caption><bdi>\(caption)</bdi></caption><thead><tr>"
    html << "<th scope=\"col\">\(head.condition)</th><th scope=\"col\"><bdi>\(head.there)</bdi></th>"
    html << "<th scope=\"col\"><bdi>\(head.here)</bdi></th><th scope=\"col\">\(head.light)</th></tr></thead><tbody>"
    for line in here.sheet.lines {
      let note = line.correction?.note ?? ""
      html << "<tr><th scope=\"row\">\(reader.words[line.condition.name])</th>"
      html << "<td data-th=\"\(head.there)\">\(value(line.there, line.correction?.there, reader))</td>"
      html << "<td data-th=\"\(head.here)\">\(value(line.here, line.correction?.here, reader))</td>"
      html << "<td data-th=\"\(head.light)\"><span class=\"light \(line.light.rawValue)\">"
      html
        << "\(reader.words[line.light.name])</span>\(note.isEmpty ? "" : "<small><bdi>\(note)</bdi></small>")</td></tr>"
    }
    html << "</tbody></table></div>"
  }

  private func value(_ value: TransferSheet.Value?, _ words: String?, _ reader: Reader) -> Written {
    if let words, !words.isEmpty { return "<bdi>\(words)</bdi>" }
    return value.map { "\($0.words(reader))" } ?? reader.blank(.unknown)
  }

  private func form(_ here: Here, _ html: inout HTML, _ reader: Reader) {
    html << "<section id=\"correct\"><h2>\(reader("transfer.correct", "Do you know better?"))</h2>"
    let text = reader(
      "transfer.correct.text", "Correct what is wrong and fill in what is unknown. Only your organisation sees it.")
    html << "<p>\(text)</p>"
    html << "<form method=\"post\" action=\"\(Address.correctingTransfer.link(practice))\" "
    html << "data-draft=\"transfer-\(practice)-\(here.organisation.id)\">\(reader.key)"
    html
      << Filled.hidden([
        ("organisation", here.organisation.id.text), ("seen", here.sheet.corrected?.description ?? "never"),
      ])
    html << "\(reader.restored)\(filled.errors(for: reader))"
    for line in here.sheet.lines { fields(line, here, &html, reader) }
    html << "<p class=\"doing\"><button>\(reader("form.save", "Save"))</button></p></form></section>"
  }

  private func fields(_ line: TransferSheet.Line, _ here: Here, _ html: inout HTML, _ reader: Reader) {
    let name = line.condition.rawValue, said = line.correction
    let title = reader.words[line.condition.name]
    let given = Filled(
      values: filled.values.isEmpty
        ? [
          name: [said?.light.rawValue ?? ""], "\(name).there": [said?.there ?? ""], "\(name).here": [said?.here ?? ""],
          "\(name).note": [said?.note ?? ""],
        ] : filled.values, problems: filled.problems)
    html << "<details\(said == nil ? "" : " open")><summary>\(title)</summary>"
    html
      << given.choice(
        name, reader("transfer.light", "How alike"),
        [Filled.Option("", reader("transfer.as-on-record", "As on record"))]
          + reader.options(\TransferSheet.Light.name))
    html << given.line("\(name).there", reader("transfer.there", "In {name}", ["name": author.name.text]))
    html << given.line("\(name).here", reader("transfer.there", "In {name}", ["name": here.organisation.name.text]))
    html << given.line("\(name).note", reader("transfer.note", "What to do about it"))
    html << "</details>"
  }

  package func write(_ json: inout JSON, for reader: Reader) {
    json.object { json in
      json["practice"] = practice.text
      json["organisation"] = here?.organisation.id.text
      json["corrected"] = here?.sheet.corrected?.description
      json.array("lines", here?.sheet.lines ?? []) { json, line in
        json.object { json in
          json["condition"] = line.condition.rawValue
          json["light"] = line.light.rawValue
          json["there"] = line.correction.flatMap { $0.there.isEmpty ? nil : $0.there } ?? line.there?.words(reader)
          json["here"] = line.correction.flatMap { $0.here.isEmpty ? nil : $0.here } ?? line.here?.words(reader)
          json["note"] = line.correction?.note
          json["from"] = line.correction == nil ? "record" : "people"
        }
      }
    }
  }
}

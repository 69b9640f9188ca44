import Addresses
package import Cooperation
import HTTP
import Languages
package import Markup

/// Which partnership a form is about, and for which of its parties the reader may speak.
package struct Bearing: Sendable {
  let id: Partnership.ID
  let title: Texts
  /// Those for whom the reader speaks, and all of them, by their names.
  let own: [Filled.Option]
  let all: [Filled.Option]

  package init(_ partnership: Partnership, own: [Filled.Option], all: [Filled.Option]) {
    (id, title) = (partnership.id, partnership.title)
    (self.own, self.all) = (own, all)
  }

  /// The party for which the reader speaks, where it is only one.
  package var only: Organisation.ID? { own.count == 1 ? Organisation.ID(own[0].value) : nil }

  /// The beginning of the page: the way back, the question, and what is wrong.
  func begin(_ html: inout HTML, _ question: String, _ answer: String, _ filled: Filled, _ reader: Reader) {
    html << reader.crumbs(reader.words.reading(title).text, Address.partnership(id))
    html << reader.question(question, answer: "\(answer)", name: reader.reading(title))
    html << filled.errors(for: reader)
  }

  /// The party for which the reader speaks: given where there is one, chosen of several.
  func speaker(_ filled: Filled, _ reader: Reader, as name: String = "by") -> Written {
    if own.count == 1 { return Filled.hidden([(name, own[0].value)]) }
    return filled.choice(name, reader("bearing.by", "For whom do you speak?"), own)
  }

  func write(_ json: inout JSON) {
    json.object { json in
      json["partnership"] = id.text
      json.array("parties", own) { $0.element($1.value) }
    }
  }
}

/// The form with which a party writes down what has happened: made for a phone and 20 seconds.
package struct LogForm: Page {
  let bearing: Bearing
  let filled: Filled

  package init(_ bearing: Bearing, filled: Filled) { (self.bearing, self.filled) = (bearing, filled) }

  package func head(for reader: Reader) -> Head { Head(question(reader), in: .sense, isPrivate: true) }
  private func question(_ reader: Reader) -> String { reader("log-form.question", "What has happened?") }

  package func write(_ html: inout HTML, for reader: Reader) {
    bearing.begin(
      &html, question(reader), reader("log-form.answer", "One line is enough. Whoever comes after you will thank you."),
      filled, reader)
    html
      << "<form method=\"post\" action=\"\(Address.logging.link(bearing.id))\" data-draft=\"log-\(bearing.id)\">\(reader.key)"
    html
      << "\(Filled.hidden([("id", filled["id"])]))\(reader.restored)\(bearing.speaker(filled, reader, as: "organisation"))"
    html << filled.area("text", reader("log-form.text", "In your words"))
    html
      << filled.choice(
        "kind", reader("log-form.kind", "What was it?"),
        reader.options(\LogEntry.Kind.name))
    html << filled.line("day", reader("log-form.day", "When?"), type: "date", required: true)
    let hint = reader("log-form.days.hint", "Working days of people, such as 4 or 0.5. Empty means none.")
    html << "<div class=\"ledger field\"><div class=\"teach\">"
    html << "\(filled.line("given", reader("log-form.given", "Peer-days that you gave"), hint: hint))</div>"
    html << "<div class=\"learn\">"
    html
      << "\(filled.line("received", reader("log-form.received", "Peer-days that you received"), hint: hint))</div></div>"
    html << filled.picks("public", reader("log-form.public", "Who may read it?"), readers(reader))
    html
      << filled.choice(
        "language", reader("work-form.original", "In which language have you written this?"),
        Filled.Option.languages(for: reader, and: [filled["language"]]))
    html << "<p class=\"doing\"><button>\(reader("log-form.do", "Write it down"))</button></p></form>"
  }

  private func readers(_ reader: Reader) -> [Filled.Option] {
    [
      .init("yes", reader("log-form.everyone", "Everyone")),
      .init("no", reader("log-form.partners", "Only the partners")),
    ]
  }

  package func write(_ json: inout JSON, for reader: Reader) { bearing.write(&json) }
}

/// The form with which a party says that it is so, or that it is not and why.
package struct VoiceForm: Page {
  let bearing: Bearing
  let filled: Filled

  package init(_ bearing: Bearing, filled: Filled) { (self.bearing, self.filled) = (bearing, filled) }

  package func head(for reader: Reader) -> Head { Head(question(reader), in: .sense, isPrivate: true) }
  private func question(_ reader: Reader) -> String { reader("voice-form.question", "Is it so?") }

  package func write(_ html: inout HTML, for reader: Reader) {
    bearing.begin(
      &html, question(reader),
      reader("voice-form.answer", "Your word stands beside that of the others. Nothing that was said before is lost."),
      filled, reader)
    html
      << "<form method=\"post\" action=\"\(Address.voicing.link(bearing.id))\" data-draft=\"voice-\(bearing.id)\">\(reader.key)"
    html << "\(reader.restored)\(bearing.speaker(filled, reader))"
    html
      << filled.picks(
        "stance", reader("voice-form.stance", "What do you say?"),
        [
          .init("confirms", reader("voice-form.confirms", "It is so, as the others say")),
          .init("claims", reader("voice-form.claims", "It is so, I say it first")),
          .init("disputes", reader("voice-form.disputes", "It is not so")),
        ])
    html
      << filled.area(
        "reason", reader("voice-form.reason", "If it is not so: why?"),
        hint: reader("voice-form.reason.hint", "Everyone can read it, and the other side can answer."))
    html << "<p class=\"doing\"><button>\(reader("voice-form.do", "Say it"))</button></p></form>"
  }

  package func write(_ json: inout JSON, for reader: Reader) { bearing.write(&json) }
}

/// The form with which a party ends a partnership, or declines one.
package struct EndingForm: Page {
  let bearing: Bearing
  let filled: Filled

  package init(_ bearing: Bearing, filled: Filled) { (self.bearing, self.filled) = (bearing, filled) }

  package func head(for reader: Reader) -> Head { Head(question(reader), in: .sense, isPrivate: true) }
  private func question(_ reader: Reader) -> String { reader("ending-form.question", "How does it end?") }

  package func write(_ html: inout HTML, for reader: Reader) {
    bearing.begin(
      &html, question(reader),
      reader("ending-form.answer", "An end is no failure. The record stays, and what you learnt can be found."), filled,
      reader)
    html << "<form method=\"post\" action=\"\(Address.ending.link(bearing.id))\">\(reader.key)"
    html << bearing.speaker(filled, reader)
    html
      << filled.picks(
        "why", reader("ending-form.why", "Why?"),
        reader.options(\Partnership.Ending.name))
    html << filled.line("day", reader("ending-form.day", "On which day?"), type: "date", required: true)
    html
      << filled.area(
        "note", reader("ending-form.note", "What should be remembered?"),
        hint: reader("ending-form.note.hint", "It is kept in the log. You can leave it empty."))
    html << filled.tick("public", reader("ending-form.public", "Everyone may read this, not only the partners"))
    html << "<p class=\"doing\"><button class=\"no\">\(reader("ending-form.do", "End it"))</button> "
    html << "<a href=\"\(Address.partnership.link(bearing.id))\">\(reader("ending-form.back", "Go back"))</a></p></form>"
  }

  package func write(_ json: inout JSON, for reader: Reader) { bearing.write(&json) }
}

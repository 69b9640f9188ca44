import Addresses
package import Cooperation
import HTTP
import Languages
package import Markup

/// The form with which an organisation asks another to talk, or a body asks two of its members.
package struct IntroductionForm: Page {
  let id: Introduction.ID
  let filled: Filled
  let choices: Choices

  /// What there is to choose from.
  package struct Choices: Sendable {
    /// Those for whom the reader may ask.
    package var own: [Filled.Option] = []
    /// The one that is asked; nil where it is still to be named.
    package var asked: Filled.Option?
    /// Whether nobody has ever signed in for it.
    package var isUnheard = false
    package var needs: [Filled.Option] = []
    package var practices: [Filled.Option] = []
    /// The bodies of both.
    package var bodies: [Filled.Option] = []
    /// The body that brings two of its members together; nil where nobody does.
    package var broker: Filled.Option?
    /// Its members; none where there are too many to choose from.
    package var members: [Filled.Option] = []

    package init() {}
  }

  package init(_ id: Introduction.ID, filled: Filled, _ choices: Choices) {
    (self.id, self.filled, self.choices) = (id, filled, choices)
  }

  package func head(for reader: Reader) -> Head { Head(question(reader), in: .seek, isPrivate: true) }

  private func question(_ reader: Reader) -> String {
    choices.broker == nil
      ? reader("ask-form.question", "What would you like to talk about?")
      : reader("ask-form.question.broker", "Which two should talk?")
  }

  package func write(_ html: inout HTML, for reader: Reader) {
    html << reader.crumbs(reader("introductions.crumb", "Introductions"), Address.introductions())
    let name = choices.asked.map { "<bdi>\($0.title)</bdi>" as Written }
    html << reader.question(question(reader), answer: "\(answer(reader))", name: name)
    if choices.isUnheard {
      let text = reader(
        "ask-form.unheard",
        "Nobody has signed in for them yet, so nobody sees this until someone does. A network that you share may know whom to ask."
      )
      html << "<div class=\"note\"><p>\(text)</p></div>"
    }
    html
      << "<form method=\"post\" action=\"\(Address.asking.link())\" data-draft=\"introduction-new\" novalidate>\(reader.key)"
    html << "\(reader.restored)\(filled.errors(for: reader))\(Filled.hidden([("id", id.text)]))"
    if let broker = choices.broker { members(of: broker, &html, reader) } else { sides(&html, reader) }
    subject(&html, reader)
    talk(&html, reader)
    html << "<p class=\"doing\"><button>\(reader("ask-form.do", "Ask them"))</button></p></form>"
  }

  private func answer(_ reader: Reader) -> String {
    choices.broker == nil
      ? reader("ask-form.answer", "A few lines are enough. They accept, ask you to wait, or decline with a reason.")
      : reader("ask-form.answer.broker", "Both must accept. You see what they answer, and whether it moves.")
  }

  private func sides(_ html: inout HTML, _ reader: Reader) {
    if choices.own.count == 1 {
      html << Filled.hidden([("by", choices.own[0].value)])
    } else {
      html << filled.choice("by", reader("ask-form.by", "For whom do you ask?"), choices.own)
    }
    if let asked = choices.asked {
      html << Filled.hidden([("with", asked.value)])
    } else {
      html
        << filled.line(
          "with", reader("ask-form.with", "With whom would you like to talk?"),
          hint: reader("start.others.hint", "As they are called in the directory."), required: true)
    }
    guard !choices.bodies.isEmpty else { return }
    html
      << filled.choice(
        "through", reader("ask-form.through", "Through whom?"),
        hint: reader("ask-form.through.hint", "A network or association of both sees how it goes, and can help."),
        [Filled.Option("", reader("ask-form.direct", "Nobody: ask them directly"))] + choices.bodies)
  }

  private func members(of broker: Filled.Option, _ html: inout HTML, _ reader: Reader) {
    html << Filled.hidden([("broker", broker.value)])
    let (one, other) = (reader("ask-form.one", "One of them"), reader("ask-form.other", "The other"))
    let options = [Filled.Option("", reader("form.choose", "Choose one"))] + choices.members
    for (name, title) in [("one", one), ("other", other)] {
      if choices.members.isEmpty {
        html << filled.line(name, title, hint: reader("start.others.hint", "As they are called in the directory."))
      } else {
        html << filled.choice(name, title, options)
      }
    }
  }

  private func subject(_ html: inout HTML, _ reader: Reader) {
    let nothing = [Filled.Option("", reader("ask-form.nothing", "None in particular"))]
    if choices.needs.isEmpty {
      html << Filled.hidden([("need", filled["need"])].filter { !$0.1.isEmpty })
    } else {
      html << filled.choice("need", reader("ask-form.need", "Which need is it about?"), nothing + choices.needs)
    }
    if choices.practices.isEmpty {
      html << Filled.hidden([("practice", filled["practice"])].filter { !$0.1.isEmpty })
    } else {
      html
        << filled.choice(
          "practice", reader("ask-form.practice", "Which practice?"), nothing + choices.practices)
    }
    html << message(reader)
    html
      << filled.choice(
        "language", reader("work-form.original", "In which language have you written this?"),
        Filled.Option.languages(for: reader, and: [filled["language"]]))
  }

  private func message(_ reader: Reader) -> Written {
    if choices.broker != nil {
      return filled.area(
        "message", reader("ask-form.message.broker", "Why should they talk?"),
        hint: reader("ask-form.message.broker.hint", "Two or three sentences: what each could learn from the other."))
    }
    return filled.area(
      "message", reader("ask-form.message", "What would you like to know, and what can you tell them?"),
      hint: reader("ask-form.message.hint", "Two or three sentences. What they could learn from you belongs here too."))
  }

  private func talk(_ html: inout HTML, _ reader: Reader) {
    html
      << filled.line(
        "times", reader("ask-form.times", "When could it be?"),
        hint: reader("ask-form.times.hint", "Such as: Tuesdays after 14:00 UTC. Empty means whenever it suits them."))
    html
      << filled.choice(
        "minutes", reader("ask-form.minutes", "For how long?"),
        Introduction.Talk.lengths.map {
          Filled.Option(
            String($0), reader.count($0, "introduction.length", one: "1 minute", other: "{n} minutes"))
        })
    guard choices.broker == nil else { return }
    html
      << filled.line(
        "contact", reader("ask-form.contact", "How can they reach you?"),
        hint: reader(
          "introduction-form.contact.hint",
          "Mail, telephone, whatever you like to share. They see exactly this, with your name, once both sides agree."))
  }

  package func write(_ json: inout JSON, for reader: Reader) {
    json.object { json in
      json["id"] = id.text
      json["with"] = choices.asked?.value
      json["broker"] = choices.broker?.value
      for (name, options) in [("by", choices.own), ("through", choices.bodies)] {
        json.object(named: name) { json in for option in options { json.field(option.value, option.title) } }
      }
    }
  }
}

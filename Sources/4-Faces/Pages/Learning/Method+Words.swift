import Cooperation
import Languages
import Markup

/// The help of a phase: what happens, what to say, what spoils it.
enum Guiding {
  static func write(_ guidance: Phase.Guidance, _ html: inout HTML, _ reader: Reader) {
    html << "<p>\(reader.reading(guidance.what))</p>"
    if !guidance.say.isEmpty {
      html << "<h3>\(reader("guidance.say", "You can say"))</h3><ul>"
      for sentence in guidance.say { html << "<li><q>\(reader.reading(sentence))</q></li>" }
      html << "</ul>"
    }
    if !guidance.avoid.isEmpty {
      html << "<h3>\(reader("guidance.avoid", "What spoils it"))</h3><ul>"
      for sentence in guidance.avoid { html << "<li>\(reader.reading(sentence))</li>" }
      html << "</ul>"
    }
  }

  static func ours(_ option: Option, _ reader: Reader) -> Written {
    option.isOurs ? " <small>\(reader("method.option-ours", "ours, not the source’s"))</small>" : ""
  }
}

extension Method {
  /// The titles of roles, one after the other.
  func titles(_ roles: [Role.ID], _ reader: Reader) -> String {
    reader.words.list(roles.compactMap { role($0).map { reader.words.reading($0.title).text } })
  }

  /// Who is asked, how often, and whether the answers stay unseen for a while.
  func whom(_ prompt: Prompt, _ reader: Reader) -> String {
    let asked =
      switch prompt.asked {
      case .everyone: reader("prompt.everyone", "everyone")
      case .roles(let roles): titles(roles, reader)
      }
    let sight: String? =
      switch prompt.sight {
      case .atOnce: nil
      case .whenClosed: reader("prompt.blind", "nobody sees it until the phase is closed")
      case .roles(let roles): reader("prompt.sight", "seen by {roles}", ["roles": titles(roles, reader)])
      }
    let must = prompt.atLeast == 0 ? reader("prompt.optional", "may be left open") : nil
    return [asked, sight, must].compactMap { $0 }.joined(separator: " · ")
  }

  func words(of bar: Role.Bar, _ reader: Reader) -> String {
    switch bar {
    case .alsoPlays(let role): reader("bar.also", "Not together with: {role}.", ["role": titles([role], reader)])
    case .sameOrganisation(let role):
      reader("bar.same", "From another organisation than: {role}.", ["role": titles([role], reader)])
    case .otherOrganisation: reader("bar.other", "All from one organisation.")
    }
  }

  func words(of signer: Signer, _ reader: Reader) -> String {
    let mandate = reader.words[signer.mandate.name]
    return switch signer.of {
    case .eachParty: reader("signer.party", "Signed for each party: {mandate}.", ["mandate": mandate])
    case .role(let role):
      reader(
        "signer.role", "Signed for each organisation of {role}: {mandate}.",
        ["mandate": mandate, "role": titles([role], reader)])
    }
  }

  func writeParts(_ json: inout JSON, for reader: Reader) {
    func text(_ texts: Texts) -> String { reader.words.reading(texts).text }
    json.array("roles", roles) { json, role in
      json.object { json in
        json["id"] = role.id.text
        json["title"] = text(role.title)
        json["task"] = text(role.task)
        json.number("least", role.places.lowerBound)
        json.number("most", role.places.upperBound)
        json.flag("leads", role.leads)
      }
    }
    json.array("phases", phases) { json, phase in
      json.object { json in
        json["id"] = phase.id.text
        json["title"] = text(phase.title)
        json["what"] = text(phase.guidance.what)
        json.array("say", phase.guidance.say) { $0.element(text($1)) }
        json.array("avoid", phase.guidance.avoid) { $0.element(text($1)) }
        json.number("minutes", phase.minutes?.typical)
        json.number("days", phase.days?.typical)
        json.array("prompts", phase.prompts) { json, prompt in json.object { prompt.write(&$0, for: reader) } }
      }
    }
    json.array("documents", outputs) { json, output in
      json.object { json in
        json["id"] = output.id.text
        json["title"] = text(output.title)
        json["kind"] = output.kind.rawValue
        json["audience"] = output.audience.rawValue
      }
    }
    json["source"] = source.citation
    json["ours"] = source.ours.map(text)
  }
}

extension Prompt {
  /// The prompt as data: what a program needs to answer it.
  func write(_ json: inout JSON, for reader: Reader) {
    json["id"] = id.text
    json["question"] = reader.words.reading(question).text
    json["hint"] = hint.map { reader.words.reading($0).text }
    json["kind"] = kind.slug
    json.array("by", asked.roles) { $0.element($1.text) }
    json.number("at-least", atLeast)
    json.flag("blind", sight == .whenClosed)
    json.array("options", kind.options) { json, option in
      json.object { json in
        json["id"] = option.id.text
        json["title"] = reader.words.reading(option.title).text
      }
    }
    if case .scale(let range, _) = kind {
      json.number("from", range.lowerBound)
      json.number("to", range.upperBound)
    }
    if case .text(let limit) = kind { json.number("limit", limit) }
  }
}

import Addresses
package import Cooperation
import HTTP
package import Markup

/// A need or a practice as pages tell of it: what the two have in common.
package struct Work: Sendable {
  package let subject: Subject
  package let organisation: Organisation.ID
  package let title: Texts
  /// Its texts but for the title, in the order they are told.
  package let parts: [Part]
  package let topic: Topic
  package let shelf: Shelf
  package let revision: Int
  package let missing: [Shelf.Missing]

  /// One of its texts; nil where nothing is said.
  package struct Part: Sendable {
    package let name: String
    package let texts: Texts?
  }

  /// Which it is.
  package enum Subject: Sendable, Equatable {
    case need(Need.ID)
    case practice(Practice.ID)
  }

  package init(_ need: Need) {
    (subject, organisation, title) = (.need(need.id), need.organisation, need.title)
    parts = [Part(name: "problem", texts: need.problem), Part(name: "tried", texts: need.tried)]
    (topic, shelf, revision, missing) = (need.topic, need.shelf, need.revision, need.missing)
  }

  package init(_ practice: Practice) {
    (subject, organisation, title) = (.practice(practice.id), practice.organisation, practice.title)
    parts = [
      Part(name: "story", texts: practice.story), Part(name: "results", texts: practice.results),
      Part(name: "failures", texts: practice.failures),
    ]
    (topic, shelf, revision, missing) = (practice.topic, practice.shelf, practice.revision, practice.missing)
  }
}

/// Which way knowledge goes: into an organisation, as its needs, or out of it, as its practices.
package enum Side: Sendable, CaseIterable {
  case learns, teaches

  package var hue: Hue { self == .learns ? .learn : .teach }
  /// Where all of them are listed.
  package var list: String { self == .learns ? Address.needs() : Address.practices() }
  package var new: String { self == .learns ? Address.newNeed() : Address.newPractice() }
  package var adding: String { self == .learns ? Address.addingNeed() : Address.addingPractice() }
  /// The area of the site that it belongs to.
  package var area: Area { self == .learns ? .seek : .share }

  package var plural: Phrase {
    self == .learns ? Phrase("needs.crumb", "Needs") : Phrase("practices.crumb", "Practices")
  }

  /// The names of its texts, in the order they are told.
  package var parts: [String] { self == .learns ? ["problem", "tried"] : ["story", "results", "failures"] }
}

extension Work.Subject {
  package var side: Side { if case .need = self { .learns } else { .teaches } }

  package var text: String {
    switch self {
    case .need(let id): id.text
    case .practice(let id): id.text
    }
  }

  package var address: String {
    switch self {
    case .need(let id): Address.need(id)
    case .practice(let id): Address.practice(id)
    }
  }

  var form: String {
    switch self {
    case .need(let id): Address.needForm(id)
    case .practice(let id): Address.practiceForm(id)
    }
  }

  var publishing: String {
    switch self {
    case .need(let id): Address.publishingNeed(id)
    case .practice(let id): Address.publishingPractice(id)
    }
  }

  var withdrawing: String {
    switch self {
    case .need(let id): Address.withdrawingNeed(id)
    case .practice(let id): Address.withdrawingPractice(id)
    }
  }

  var translation: String {
    switch self {
    case .need(let id): Address.needTranslation(id)
    case .practice(let id): Address.practiceTranslation(id)
    }
  }
}

extension Work {
  /// What a part is called on the page.
  static func heading(_ part: String) -> Phrase {
    switch part {
    case "problem": Phrase("part.problem", "What is the problem?")
    case "tried": Phrase("part.tried", "What have they tried?")
    case "story": Phrase("part.story", "What did they do?")
    case "results": Phrase("part.results", "What came of it?")
    default: Phrase("part.failures", "What failed?")
    }
  }

  /// Its own fields, named as a form or a program gives them.
  package func write(_ json: inout JSON) {
    json["id"] = subject.text
    json["organisation"] = organisation.text
    json["original"] = title.original.tag
    json["title"] = title.versions[title.original]
    for part in parts { json.field(part.name, part.texts.flatMap { $0.versions[$0.original] }) }
    json.translations([("title", title)] + parts.map { ($0.name, $0.texts) })
    json.array("themes", topic.themes.sorted()) { $0.element($1.text) }
    json.array("targets", topic.targets.sorted()) { $0.element($1.description) }
    json.array("languages", topic.languages) { $0.element($1.tag) }
    json.number("population", topic.context.population)
    json["country"] = topic.context.country?.text
    json["expires"] = shelf.expires?.description
    json["stage"] = shelf.stage.slug
    json.array("missing", missing) { $0.element($1.rawValue) }
    json.number("revision", revision)
  }
}

import Addresses
package import Cooperation
import HTTP
import Markup

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
  /// Of a need: how it would be met.
  package let wish: Need.Wish?
  /// Of a practice: what is told of each.
  package let facts: Practice.Facts?

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
    (wish, facts) = (need.wish, nil)
  }

  package init(_ practice: Practice) {
    (subject, organisation, title) = (.practice(practice.id), practice.organisation, practice.title)
    parts = [
      Part(name: "problem", texts: practice.problem), Part(name: "story", texts: practice.story),
      Part(name: "people", texts: practice.people), Part(name: "resources", texts: practice.resources),
      Part(name: "results", texts: practice.results), Part(name: "failures", texts: practice.failures),
      Part(name: "conditions", texts: practice.conditions),
    ]
    (topic, shelf, revision, missing) = (practice.topic, practice.shelf, practice.revision, practice.missing)
    (wish, facts) = (nil, practice.facts)
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
  package var parts: [String] {
    self == .learns
      ? ["problem", "tried"] : ["problem", "story", "people", "resources", "results", "failures", "conditions"]
  }
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

  package var form: String {
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

  package var versions: String {
    switch self {
    case .need(let id): Address.needVersions(id)
    case .practice(let id): Address.practiceVersions(id)
    }
  }

  var emptying: String {
    switch self {
    case .need(let id): Address.emptyingNeedVersion(id)
    case .practice(let id): Address.emptyingPracticeVersion(id)
    }
  }

  var reviewing: String {
    switch self {
    case .need(let id): Address.reviewingNeed(id)
    case .practice(let id): Address.reviewingPractice(id)
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
  func heading(_ part: String) -> Phrase {
    switch part {
    case "problem" where subject.side == .teaches: Phrase("part.problem.was", "What was the problem?")
    case "problem": Phrase("part.problem", "What is the problem?")
    case "tried": Phrase("part.tried", "What have they tried?")
    case "story": Phrase("part.story", "What did they do?")
    case "people": Phrase("part.people", "Who did it?")
    case "resources": Phrase("part.resources", "What did it take?")
    case "results": Phrase("part.results", "What came of it?")
    case "conditions": Phrase("part.conditions", "What does it depend on?")
    default: Phrase("part.failures", "What failed?")
    }
  }
}

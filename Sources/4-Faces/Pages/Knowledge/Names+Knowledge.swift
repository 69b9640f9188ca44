package import Cooperation
package import Languages
import Reference

// What the kinds of the library are called in the interface.
extension Need.Format {
  package var name: Phrase {
    switch self {
    case .documents: Phrase("format.document-exchange", "Exchange of documents")
    case .session: Phrase("format.two-hour-session", "A session of two hours")
    case .peerSupervision: Phrase("format.peer-supervision", "Peer supervision")
    case .peerReview: Phrase("format.peer-review", "Peer review")
    case .studyVisit: Phrase("format.study-visit", "Study visit")
    case .mentoring: Phrase("format.mentoring", "Mentoring")
    case .other: Phrase("format.other", "Another way")
    }
  }
}

extension Need.Likeness {
  package var name: Phrase {
    switch self {
    case .size: Phrase("likeness.size", "In size")
    case .income: Phrase("likeness.income", "In income")
    case .region: Phrase("likeness.region", "In the same part of the world")
    case .land: Phrase("likeness.land", "In land and climate: coast, river, mountains, drought")
    case .mandate: Phrase("likeness.mandate", "In what the law lets it do")
    case .language: Phrase("likeness.language", "In language")
    }
  }
}

extension Practice.Worked {
  package var name: Phrase {
    switch self {
    case .yes: Phrase("worked.yes", "It worked")
    case .partly: Phrase("worked.partly", "It worked in part")
    case .no: Phrase("worked.no", "It did not work")
    case .tooEarly: Phrase("worked.too-early", "Too early to say")
    }
  }
}

extension Practice.Evidence {
  /// What the level asks for.
  package var meaning: Phrase {
    switch self {
    case .described: Phrase("evidence.described.meaning", "those who did it tell what they saw")
    case .monitored: Phrase("evidence.monitored.meaning", "figures from before and after")
    case .compared: Phrase("evidence.compared.meaning", "figures beside those of places without it")
    case .evaluated: Phrase("evidence.evaluated.meaning", "someone from outside looked into it")
    case .replicated: Phrase("evidence.replicated.meaning", "it was done again elsewhere, with the same effect")
    }
  }
}

extension Practice.Licence {
  package var name: Phrase {
    switch self {
    case .publicDomain: Phrase("licence.cc0", "Free for any use (CC0)")
    case .attribution: Phrase("licence.cc-by", "Free, if you name us (CC BY 4.0)")
    case .shareAlike: Phrase("licence.cc-by-sa", "Free, if you name us and share alike (CC BY-SA 4.0)")
    case .askFirst: Phrase("licence.ask-first", "Ask us first")
    }
  }

  /// Where the terms can be read; nil where there are none to read.
  package var address: String? {
    switch self {
    case .publicDomain: "https://creativecommons.org/publicdomain/zero/1.0/"
    case .attribution: "https://creativecommons.org/licenses/by/4.0/"
    case .shareAlike: "https://creativecommons.org/licenses/by-sa/4.0/"
    case .askFirst: nil
    }
  }
}

extension Truth.State {
  package var name: Phrase {
    switch self {
    case .current: Phrase("truth.current", "Still true")
    case .unchecked: Phrase("truth.unchecked", "Not checked for over a year")
    case .over: Phrase("truth.over", "No longer done")
    }
  }
}

extension Shelf {
  /// What a stage is called, by its slug.
  static func name(ofStage slug: String) -> Phrase {
    switch slug {
    case "published": Phrase("stage.published", "Published")
    case "withdrawn": Phrase("stage.withdrawn", "Withdrawn")
    case "in-review": Phrase("stage.in-review", "In review")
    default: Phrase("stage.draft", "Draft")
    }
  }
}

extension Words {
  /// What a theme is called in this language.
  package func name(of theme: Theme.ID) -> String { Themes[theme].map { name(among: $0.names) } ?? theme.text }
}

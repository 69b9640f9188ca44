/// What a need or a practice is about, as matching reads it.
package struct Topic: Sendable, Equatable {
  package var themes: Set<Theme.ID>
  package var targets: Set<Target>
  /// Languages in which the organisation can talk about it, the best first.
  package var languages: [Language]
  /// Where it holds, or should hold; nil parts mean "no matter".
  package var context: Context

  package init(
    themes: Set<Theme.ID> = [], targets: Set<Target> = [], languages: [Language] = [], context: Context = Context()
  ) {
    (self.themes, self.targets, self.languages, self.context) = (themes, targets, languages, context)
  }

  /// The setting of a need or practice, where it differs from its organisation's own.
  package struct Context: Sendable, Hashable {
    /// Inhabitants concerned.
    package var population: Int?
    package var country: Country.Code?

    package init(population: Int? = nil, country: Country.Code? = nil) {
      (self.population, self.country) = (population, country)
    }
  }
}

/// Where a need or practice stands on its way to readers, and back.
package struct Shelf: Sendable, Equatable {
  package private(set) var stage: Stage
  /// The day after which it is no longer shown as current; nil where it does not expire.
  package var expires: Day?

  package enum Stage: Sendable, Equatable {
    case draft
    /// A draft that someone is asked to look at before it is published.
    case inReview(since: Instant)
    case published(at: Instant)
    case withdrawn(at: Instant)

    /// The stage's name in addresses: `draft`, `in-review`, `published`, `withdrawn`.
    package var slug: String {
      switch self {
      case .draft: "draft"
      case .inReview: "in-review"
      case .published: "published"
      case .withdrawn: "withdrawn"
      }
    }
  }

  package init(_ stage: Stage = .draft, expires: Day? = nil) { (self.stage, self.expires) = (stage, expires) }

  package var isPublished: Bool { if case .published = stage { true } else { false } }

  /// Whether it is published and has not expired on `day`.
  package func isCurrent(on day: Day) -> Bool { isPublished && (expires.map { day <= $0 } ?? true) }

  /// This shelf once the work is published at `now`.
  ///
  /// - Throws: `.alreadyPublished`; `.expired` where it would be out of date at once;
  ///   `.unready` naming what is missing.
  package func publishing(missing: [Missing], at now: Instant) throws(Refusal) -> Shelf {
    guard !isPublished else { throw .alreadyPublished }
    guard missing.isEmpty else { throw .unready(missing) }
    if let expires, expires < now.day { throw .expired(expires) }
    return Shelf(.published(at: now), expires: expires)
  }

  /// This shelf once someone is asked to look at the work.
  ///
  /// - Throws: `.alreadyPublished`; `.unready` naming what is missing.
  package func askingReview(missing: [Missing], at now: Instant) throws(Refusal) -> Shelf {
    guard !isPublished else { throw .alreadyPublished }
    guard missing.isEmpty else { throw .unready(missing) }
    return Shelf(.inReview(since: now), expires: expires)
  }

  /// This shelf once the work is given back to those who write it.
  ///
  /// - Throws: `.notInReview`.
  package func givingBack() throws(Refusal) -> Shelf {
    guard case .inReview = stage else { throw .notInReview }
    return Shelf(.draft, expires: expires)
  }

  /// - Throws: `.notPublished`.
  package func withdrawing(at now: Instant) throws(Refusal) -> Shelf {
    guard isPublished else { throw .notPublished }
    return Shelf(.withdrawn(at: now), expires: expires)
  }

  /// What a draft must have before it is published.
  package enum Missing: String, Sendable, CaseIterable { case text, themes, languages }

  package enum Refusal: Cooperation.Refusal, Equatable {
    case alreadyPublished, notPublished, notInReview
    case expired(Day)
    case unready([Missing])

    package var kind: RefusalKind {
      switch self {
      case .alreadyPublished, .notPublished, .notInReview: .conflict
      case .expired, .unready: .invalid
      }
    }

    package var words: Phrase {
      switch self {
      case .alreadyPublished: Phrase("refusal.already-published", "This is published already.")
      case .notPublished: Phrase("refusal.not-published", "This is not published.")
      case .notInReview: Phrase("refusal.not-in-review", "Nobody is asked to look at this.")
      case .expired(let day):
        Phrase("refusal.expired", "It would expire before it is read: {day}. Choose a later day.", ["day": "\(day)"])
      case .unready(let missing):
        Phrase(
          "refusal.unready", "Before it is published it needs: {missing}. The draft is kept.",
          ["missing": missing.map(\.rawValue).joined(separator: ", ")])
      }
    }
  }
}

extension Need {
  /// What is missing before this can be published: something about the problem, a theme, a language.
  package var missing: [Shelf.Missing] { topic.missing(text: problem) }
}

extension Practice {
  /// What is missing before this can be published: what was done, a theme, a language.
  package var missing: [Shelf.Missing] { topic.missing(text: story) }
}

extension Topic {
  fileprivate func missing(text: Texts?) -> [Shelf.Missing] {
    (text == nil ? [.text] : []) + (themes.isEmpty ? [.themes] : []) + (languages.isEmpty ? [.languages] : [])
  }
}

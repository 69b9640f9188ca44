extension Practice {
  /// What is told of every practice in the same few words, so that one can be compared with another.
  package struct Facts: Sendable, Equatable {
    /// Whether it worked; nil where nobody has said.
    package var worked: Worked?
    /// How well that is known; nil where nobody has said.
    package var evidence: Evidence?
    /// When it was done; nil where nobody has said.
    package var years: Years?
    /// What it cost in all; nil where nobody has said.
    package var cost: Money?
    /// How many worked on it, in tenths of a full-time post, 0 to 1,000,000; nil where nobody has said.
    package var posts: Int?
    /// Papers and pages that tell more, in their order.
    package var links: [WebLink]
    /// Whom to ask; shown only where that person agrees.
    package var contact: Person.ID?
    /// On what terms others may use the text; nil where nobody has said.
    package var licence: Licence?
    package var truth: Truth

    package init(
      worked: Worked? = nil, evidence: Evidence? = nil, years: Years? = nil, cost: Money? = nil, posts: Int? = nil,
      links: [WebLink] = [], contact: Person.ID? = nil, licence: Licence? = nil, truth: Truth = Truth()
    ) {
      (self.worked, self.evidence, self.years, self.cost) = (worked, evidence, years, cost)
      (self.posts, self.links, self.contact) = (posts, links, contact)
      (self.licence, self.truth) = (licence, truth)
    }
  }

  /// How a practice went, as a list tells it.
  package struct Marks: Sendable, Equatable {
    package let worked: Worked?
    package let evidence: Evidence?
    package let truth: Truth

    package init(_ facts: Facts) { (worked, evidence, truth) = (facts.worked, facts.evidence, facts.truth) }
  }

  /// Whether something worked. That it did not is worth as much to others as that it did.
  package enum Worked: String, Sendable, CaseIterable {
    case yes, partly, no
    case tooEarly = "too-early"
  }

  /// How well it is known that a practice works, the weakest first: each step asks for what the one before it has, and
  /// more.
  ///
  /// A ladder of the kind that evidence standards use (Nesta's Standards of Evidence, 2013, has five levels from a
  /// described change to one that was replicated); the steps and their words are our own.
  package enum Evidence: String, Sendable, CaseIterable, Comparable {
    case described, monitored, compared, evaluated, replicated

    /// 1 to 5.
    package var level: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }
    package static func < (a: Evidence, b: Evidence) -> Bool { a.level < b.level }
  }

  /// From when to when something was done, in calendar years from 1900 to 2199.
  package struct Years: Sendable, Hashable {
    package let began: Int
    /// Nil while it goes on, or where nobody has said.
    package let ended: Int?

    /// - Throws: `.noYear`; `.endsBeforeItBegins`.
    package init(_ began: Int, to ended: Int? = nil) throws(Refusal) {
      guard Self.known.contains(began), ended.map(Self.known.contains) ?? true else { throw .noYear }
      if let ended, ended < began { throw .endsBeforeItBegins }
      (self.began, self.ended) = (began, ended)
    }

    private static let known = 1900...2199
  }

  /// Terms on which others may use a text.
  package enum Licence: String, Sendable, CaseIterable {
    case publicDomain = "cc0-1.0"
    case attribution = "cc-by-4.0"
    case shareAlike = "cc-by-sa-4.0"
    case askFirst = "ask-first"
  }

  package enum Refusal: Cooperation.Refusal, Equatable {
    case noYear, endsBeforeItBegins

    package var kind: RefusalKind { .invalid }
    package var words: Phrase {
      switch self {
      case .noYear: Phrase("refusal.no-year", "Write a year with four digits, such as 2019.")
      case .endsBeforeItBegins: Phrase("refusal.years-turned", "It ended before it began. Look at both years.")
      }
    }
  }
}

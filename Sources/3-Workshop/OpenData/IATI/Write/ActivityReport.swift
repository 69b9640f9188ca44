package import Cooperation

/// What an IATI 2.03 file says of one activity: plain values, with codes of the standard's lists.
package struct ActivityReport: Sendable, Equatable {
  package var identifier: String
  package var reporter: Body
  package var lastUpdated: Instant
  /// The language of texts that do not say theirs.
  package var language: Language
  /// The currency of sums that do not say theirs; nil where there are none.
  package var currency: Currency?
  package var title: Texts
  /// At least one.
  package var descriptions: [Description]
  /// At least one.
  package var participants: [Participant]
  /// Our own name for it; empty for none.
  package var ownIdentifier = ""
  /// List ActivityStatus.
  package var status: String
  /// At least one, a start among them.
  package var dates: [ActivityDate]
  package var website = ""
  /// List ActivityScope; empty for unknown.
  package var scope = ""
  package var countries: [Share] = []
  /// Codes of the DAC's list Region.
  package var regions: [Share] = []
  package var locations: [Location] = []
  /// DAC purpose codes; at least one.
  package var sectors: [Share]
  package var tags: [Tag] = []
  /// List CollaborationType; empty for none.
  package var collaboration = ""
  /// List AidType; empty for unknown.
  package var aidType = ""
  package var budgets: [Budget] = []
  package var transactions: [Transaction] = []
  package var documents: [DocumentLink] = []
  package var related: [Related] = []
  package var results: [Result] = []

  package init(
    identifier: String, reporter: Body, lastUpdated: Instant, language: Language, title: Texts,
    descriptions: [Description], participants: [Participant], status: String, dates: [ActivityDate], sectors: [Share]
  ) {
    (self.identifier, self.reporter, self.lastUpdated) = (identifier, reporter, lastUpdated)
    (self.language, self.title, self.descriptions) = (language, title, descriptions)
    (self.participants, self.status, self.dates, self.sectors) = (participants, status, dates, sectors)
  }
}

extension ActivityReport {
  /// An organisation as the file names it.
  package struct Body: Sendable, Equatable {
    /// Its identifier in the standard; empty for none.
    package let ref: String
    /// List OrganisationType; empty for unknown.
    package let type: String
    package let name: Texts

    package init(ref: String, type: String, name: Texts) { (self.ref, self.type, self.name) = (ref, type, name) }
  }

  /// A text of a kind (list DescriptionType: 1 general, 2 objectives, 3 target groups, 4 other).
  package struct Description: Sendable, Equatable {
    package let type: String
    package let text: Texts
    package init(_ type: String, _ text: Texts) { (self.type, self.text) = (type, text) }
  }

  /// An organisation that takes part (list OrganisationRole).
  package struct Participant: Sendable, Equatable {
    package let role: String
    package let body: Body
    /// Its own report on the same activity; empty for none.
    package let activity: String
    package init(role: String, _ body: Body, activity: String = "") {
      (self.role, self.body, self.activity) = (role, body, activity)
    }
  }

  /// A start or an end (list ActivityDateType: 1 and 3 planned, 2 and 4 actual).
  package struct ActivityDate: Sendable, Equatable {
    package let type: String
    package let day: Day
    package init(_ type: String, _ day: Day) { (self.type, self.day) = (type, day) }
  }

  /// A code with its part of the whole; the parts of one list are together 100 %.
  package struct Share: Sendable, Equatable {
    package let code: String
    package let percent: Percent
    package init(_ code: String, _ percent: Percent) { (self.code, self.percent) = (code, percent) }
  }

  /// A goal (list TagVocabulary: 2) or target (3) of the Sustainable Development Goals.
  package struct Tag: Sendable, Equatable {
    package let vocabulary: String
    package let code: String
    package init(vocabulary: String, code: String) { (self.vocabulary, self.code) = (vocabulary, code) }
  }

  /// Where it takes place.
  package struct Location: Sendable, Equatable {
    package let name: Texts
    package let position: Position
    /// Its number in GeoNames; nil where it has none.
    package let geonames: Int?
    package init(name: Texts, position: Position, geonames: Int?) {
      (self.name, self.position, self.geonames) = (name, position, geonames)
    }
  }
}

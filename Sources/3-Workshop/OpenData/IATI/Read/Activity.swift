package import Cooperation
package import Reference

/// An activity as a published IATI file tells it, of any version from 1.01 to 2.03.
package struct Activity: Sendable, Equatable {
  /// The line it begins on, counted from 1.
  package var line: Int
  package var version: IATISchema.Version
  /// Its `iati-identifier`, without white space around it; never empty.
  package var identifier = ""
  /// What texts are in and sums are of, where they do not say.
  package var language: Language?
  package var currency: Currency?
  package var lastUpdated: Instant?

  package var reporter: Body?
  /// Whether the reporter says that it has no part in the activity itself.
  package var isSecondHand = false
  package var title = Words()
  package var descriptions: [Description] = []
  package var participants: [Participant] = []
  package var status: PublishedCode?
  package var scope: PublishedCode?
  package var dates: [ActivityDate] = []
  package var countries: [Classification] = []
  package var regions: [Classification] = []
  package var sectors: [Classification] = []
  /// Free tags, the Sustainable Development Goals and their targets among them.
  package var tags: [Classification] = []
  package var markers: [PolicyMarker] = []
  package var collaboration: PublishedCode?
  package var budgets: [Budget] = []
  package var transactions: [Transaction] = []
  package var results: [Result] = []
  package var documents: [DocumentLink] = []
  package var related: [RelatedActivity] = []

  package init(line: Int, version: IATISchema.Version) { (self.line, self.version) = (line, version) }

  /// The first date of that type (list ActivityDateType: 1 and 3 planned, 2 and 4 actual start and end).
  package func day(_ type: String) -> Day? { dates.first { $0.kind.text == type }?.day }

  /// The actual start, else the planned one; nil where neither is given.
  package var start: Day? { day("2") ?? day("1") }

  /// The actual end, else the planned one; nil where neither is given.
  package var end: Day? { day("4") ?? day("3") }
}

extension Activity {
  /// An organisation as the file names it.
  package struct Body: Sendable, Equatable {
    /// Its identifier; empty where none is given.
    package var ref = ""
    package var type: PublishedCode?
    package var name = Words()
    /// The identifier of its own activity that the money comes from or goes to; empty where none is given.
    package var activity = ""
  }

  /// An organisation that takes part, and what it does (list OrganisationRole).
  package struct Participant: Sendable, Equatable {
    package var role: PublishedCode?
    package var body: Body
  }

  /// A description, and what it describes (list DescriptionType: 1 general, 2 objectives, 3 target groups, 4 other).
  package struct Description: Sendable, Equatable {
    package var type: PublishedCode?
    package var words = Words()
  }

  /// A planned or actual start or end.
  package struct ActivityDate: Sendable, Equatable {
    package var kind: PublishedCode
    package var day: Day
  }

  /// A country, region, sector or tag, with its part of the whole.
  package struct Classification: Sendable, Equatable {
    /// The code of the vocabulary it is of, as version 2.03 has it; empty where none is given.
    package var vocabulary = ""
    package var code: PublishedCode
    /// Of 100; nil where the file gives none.
    package var percentage: Amount?
    /// What the code stands for, where the file says.
    package var name = Words()
  }

  /// How much an aim such as gender equality weighs (lists PolicyMarker and PolicySignificance).
  package struct PolicyMarker: Sendable, Equatable {
    package var vocabulary = ""
    package var code: PublishedCode
    package var significance: PublishedCode?
  }

  /// Money that is meant for a time.
  package struct Budget: Sendable, Equatable {
    package var line: Int
    package var type: PublishedCode?
    package var status: PublishedCode?
    package var start: Day?
    package var end: Day?
    package var value: Money?
    /// The day whose exchange rate holds.
    package var valueDate: Day?
  }

  /// Money that was promised, moved or spent (list TransactionType).
  package struct Transaction: Sendable, Equatable {
    package var line: Int
    /// Its own reference; empty where it has none.
    package var ref = ""
    package var type: PublishedCode?
    package var day: Day?
    package var value: Money?
    /// The day whose exchange rate holds.
    package var valueDate: Day?
    package var description = Words()
    package var provider: Body?
    package var receiver: Body?
  }

  /// A document on the web.
  package struct DocumentLink: Sendable, Equatable {
    package var address: String
    package var format: PublishedCode?
    package var title = Words()
    package var categories: [PublishedCode] = []
    package var languages: [Language] = []
  }

  /// Another activity, and how it is related (list RelatedActivityType).
  package struct RelatedActivity: Sendable, Equatable {
    package var identifier: String
    package var type: PublishedCode?
  }
}

/// An organisation that an IATI organisation file is about.
package struct PublishedOrganisation: Sendable, Equatable {
  /// The line it begins on, counted from 1.
  package var line: Int
  /// Empty where the file gives none.
  package var identifier = ""
  package var name = Words()
  /// Who publishes the file: mostly the organisation itself.
  package var reporter: Activity.Body?
}

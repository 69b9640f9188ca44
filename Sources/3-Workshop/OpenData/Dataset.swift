package import Cooperation

/// A set of open data, under one address.
package struct Dataset: Sendable, Equatable {
  /// As addresses and commands call it: `organisations`.
  package let slug: String
  package let title: Phrase
  /// What is in it and what is not.
  package let about: Phrase
  package let shape: Shape
  /// In their order; none where it is no table.
  package let columns: [Column]

  /// What its records are.
  package enum Shape: Sendable {
    case table
    /// A table whose rows may lie somewhere.
    case placedTable
    case activities, organisationFile, updates, catalogue
  }

  init(_ slug: String, _ shape: Shape, columns: [Column] = [], _ title: String, _ about: String) {
    (self.slug, self.shape, self.columns) = (slug, shape, columns)
    self.title = Phrase("open." + slug, title)
    self.about = Phrase("open." + slug + ".about", about)
  }

  package static func named(_ slug: String) -> Dataset? { all.first { $0.slug == slug } }

  /// The formats that it can be had in.
  package var formats: [Format] { Format.all.filter { $0.offers(self) } }

  package static let organisations = Dataset(
    "organisations", .placedTable, columns: OrganisationRow.columns, "Organisations",
    "Cities, associations, networks and other organisations, with what they seek and teach.")
  package static let practices = Dataset(
    "practices", .placedTable, columns: KnowledgeRow.columns, "Practices",
    "What organisations have tried and can share, what worked and what did not.")
  package static let needs = Dataset(
    "needs", .placedTable, columns: KnowledgeRow.columns, "Needs", "What organisations seek to learn.")
  package static let partnerships = Dataset(
    "partnerships", .placedTable, columns: PartnershipRow.columns, "Partnerships",
    "Who cooperates with whom, in which form, and what each side says of it.")
  package static let results = Dataset(
    "results", .table, columns: ResultRow.columns, "Results",
    "What came of partnerships: one row for each period of each indicator, with what was aimed at and what came.")
  package static let nationalReturn = Dataset(
    "national-return", .table, columns: ReturnRow.columns, "National return",
    "Payments and promises by year, recipient and purpose, as ministries report them to the OECD.")
  package static let activities = Dataset(
    "activities", .activities, "Activities", "Partnerships as activities of the IATI Standard, version 2.03.")
  package static let organisationFile = Dataset(
    "organisation-file", .organisationFile, "Organisation file",
    "The organisations that report, as the IATI Standard has them, version 2.03.")
  package static let updates = Dataset("updates", .updates, "Updates", "What was published or changed last.")
  package static let catalogue = Dataset(
    "catalogue", .catalogue, "Catalogue", "Every dataset and format that there is, for data portals (DCAT).")

  /// In the order they are offered.
  package static let all = [
    organisations, practices, needs, partnerships, results, activities, organisationFile, updates, nationalReturn,
    catalogue,
  ]
}

/// A column of a table of open data.
package struct Column: Sendable, Equatable {
  /// Small letters and `_`, so that any program takes it for a name.
  package var name: String { label.description }
  /// What it holds, in English.
  package let about: String
  let label: StaticString

  init(_ label: StaticString, _ about: String) { (self.label, self.about) = (label, about) }

  package static func == (one: Column, other: Column) -> Bool { one.name == other.name && one.about == other.about }
}

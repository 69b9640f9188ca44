package import Cooperation

/// A way in which open data is written. Each has a file in `Formats/`, and `Format.all` lists them.
package struct Format: Sendable {
  /// As addresses and commands call it: `csv`, `iati.xml`.
  package let name: String
  /// `text/csv; charset=utf-8`.
  package let mediaType: String

  private let offering: @Sendable (Dataset) -> Bool
  private let writing: @Sendable (Publication, @escaping ([UInt8]) throws -> Void) throws -> Void

  init(
    _ name: String, _ mediaType: String, offering: @escaping @Sendable (Dataset) -> Bool,
    writing: @escaping @Sendable (Publication, @escaping ([UInt8]) throws -> Void) throws -> Void
  ) {
    (self.name, self.mediaType, self.offering, self.writing) = (name, mediaType, offering, writing)
  }

  /// The format of that name; nil where there is none.
  package static func named(_ name: String) -> Format? { all.first { $0.name == name } }

  /// Whether `dataset` can be had in this format.
  package func offers(_ dataset: Dataset) -> Bool { offering(dataset) }

  /// Writes a dataset piece by piece, in memory that does not grow with the number of records.
  ///
  /// - Throws: `.notOffered`; what the publication's content and `piece` throw.
  package func write(_ publication: Publication, to piece: @escaping ([UInt8]) throws -> Void) throws {
    guard offers(publication.dataset) else { throw Refusal.notOffered(publication.dataset.slug, name) }
    try writing(publication, piece)
  }

  /// Why data cannot be had.
  package enum Refusal: Cooperation.Refusal, Equatable {
    case notOffered(String, String)

    package var kind: RefusalKind { .missing }

    package var words: Phrase {
      switch self {
      case .notOffered(let dataset, let format):
        Phrase(
          "refusal.not-offered", "There is no {dataset} in the format {format}. See /open/ for what there is.",
          ["dataset": dataset, "format": format])
      }
    }
  }
}

/// One dataset on its way out: what it holds, from where, and when.
package struct Publication {
  package let dataset: Dataset
  package let content: Content
  package let now: Instant

  /// - Precondition: the content is of the dataset's shape.
  package init(_ dataset: Dataset, _ content: Content, at now: Instant) {
    precondition(content.fits(dataset.shape), "\(dataset.slug) holds other records than these.")
    (self.dataset, self.content, self.now) = (dataset, content, now)
  }

  /// Where the records come from: a function that hands over one after another, so that none need be kept.
  package enum Content {
    case rows(((Row) throws -> Void) throws -> Void)
    case activities(((ActivityReport) throws -> Void) throws -> Void)
    case organisations(((OrganisationFile.Report) throws -> Void) throws -> Void)
    case updates(Feed, ((Feed.Entry) throws -> Void) throws -> Void)
    case catalogue(OpenCatalogue)

    fileprivate func fits(_ shape: Dataset.Shape) -> Bool {
      switch self {
      case .rows: shape == .table || shape == .placedTable
      case .activities: shape == .activities
      case .organisations: shape == .organisationFile
      case .updates: shape == .updates
      case .catalogue: shape == .catalogue
      }
    }
  }
}

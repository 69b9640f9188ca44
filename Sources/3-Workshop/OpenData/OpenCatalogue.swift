package import Cooperation

/// What a data portal is told of an instance and its open data.
package struct OpenCatalogue: Sendable, Equatable {
  /// The instance's own address, without a slash at the end: `https://cities.example`.
  package let base: String
  package let title: String
  /// Who publishes it.
  package let publisher: String
  /// The address of the licence.
  package let licence: String
  package let languages: [Language]
  /// When anything in it changed last.
  package let modified: Instant

  package init(
    base: String, title: String, publisher: String, licence: String, languages: [Language], modified: Instant
  ) {
    (self.base, self.title, self.publisher, self.licence) = (base, title, publisher, licence)
    (self.languages, self.modified) = (languages, modified)
  }

  /// Where a dataset can be had in a format.
  package func address(of dataset: Dataset, in format: Format) -> String {
    "\(base)/open/\(dataset.slug).\(format.name)"
  }
}

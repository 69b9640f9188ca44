import Addresses
import Cooperation
import HTTP
import OpenData
import Pages
import Publishing
import SQL
import Storage

extension Site {
  static let openData: [Entry] = [
    Entry(Address.openData, Site.showOpenData), Entry(Address.openByName, Site.showOpenData),
    Entry(Address.openFile, Site.sendOpenFile, .datasets),
    Entry(Address.organisationsTable, Site.sendOrganisations, .narrowed("text/csv", by: Organisations.Filter.names)),
    Entry(Address.needsTable, Site.sendNeeds, .narrowed("text/csv", by: LibraryFilter.names(of: .learns))),
    Entry(Address.practicesTable, Site.sendPractices, .narrowed("text/csv", by: LibraryFilter.names(of: .teaches))),
    Entry(Address.partnershipsTable, Site.sendPartnerships, .narrowed("text/csv", by: Partnerships.Filter.names)),
  ]

  /// What open data there is.
  func showOpenData(_ visit: Visit) throws -> any Answer {
    Shown(
      OpenDataPage(
        try database.read { session in
          try Dataset.all.map { dataset in
            let holding = try session.holding(of: dataset)
            return .init(
              dataset.slug, dataset.title, dataset.about, formats: dataset.formats.map(\.name),
              columns: dataset.columns.map { .init($0.name, $0.about) }, count: holding?.count,
              changed: holding?.changed)
          }
        }, base: settings.base))
  }

  /// The organisations that a list's filters leave, as a table.
  func sendOrganisations(_ visit: Visit) throws -> any Answer {
    let filter = try Organisations.Filter(visit.query)
    return try table(.organisations, visit) { $0.organisations(filter) }
  }

  /// The published needs that a list's filters leave, as a table.
  func sendNeeds(_ visit: Visit) throws -> any Answer {
    let filter = try LibraryFilter(visit.query, of: .learns, on: visit.now.day)
    return try table(.needs, visit) { $0.needs(filter) }
  }

  /// The published practices that a list's filters leave, as a table.
  func sendPractices(_ visit: Visit) throws -> any Answer {
    let filter = try LibraryFilter(visit.query, of: .teaches, on: visit.now.day)
    return try table(.practices, visit) { $0.practices(filter) }
  }

  /// The partnerships that a list's filters leave, as a table.
  func sendPartnerships(_ visit: Visit) throws -> any Answer {
    let filter = try Partnerships.Filter(visit.query)
    return try table(.partnerships, visit) { $0.partnerships(filter) }
  }

  private func table(
    _ dataset: Dataset, _ visit: Visit, _ publication: @escaping @Sendable (Edition) -> Publication
  ) throws -> any Answer {
    guard let csv = Format.named("csv") else { preconditionFailure("tables are offered as csv") }
    return try sending(dataset, as: csv, named: dataset.slug, visit, dependingOn: .day, publication)
  }
}

extension Session {
  /// How much there is of a dataset; nil where it is not counted.
  fileprivate func holding(of dataset: Dataset) throws -> Holdings.Holding? {
    switch dataset {
    case .organisations: try holdings.organisations()
    case .needs: try holdings.published(Need.self)
    case .practices: try holdings.published(Practice.self)
    case .partnerships: try holdings.partnerships()
    case .results: try holdings.results()
    case .activities: try holdings.activities()
    case .organisationFile: try holdings.reporters()
    default: nil
    }
  }
}

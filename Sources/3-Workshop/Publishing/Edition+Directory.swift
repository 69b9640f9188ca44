import Addresses
import Cooperation
import HTTP
package import OpenData
import SQL
package import Storage

extension Edition {
  /// The organisations that `filter` leaves.
  package func organisations(_ filter: Organisations.Filter = .init()) -> Publication {
    rows(.organisations) { each in
      try session.organisations.pieces(filter) { piece in
        let ids = piece.map(\.id), places = try places(of: piece)
        let seeks = try session.needs.themes(publishedBy: ids)
        let teaches = try session.practices.themes(publishedBy: ids)
        let credits = try credits(ids, session.organisations.changes(of: ids)) { Address.organisation($0) }
        for organisation in piece {
          try each(
            OrganisationRow(
              organisation, place: organisation.place.flatMap { places[$0] }, seeks: seeks[organisation.id] ?? [],
              teaches: teaches[organisation.id] ?? [], credit: credits[organisation.id]
            ).row)
        }
      }
    }
  }

  /// The organisations that report, as the IATI Standard has them.
  var organisationFile: Publication {
    let content = Publication.Content.organisations { each in
      try session.organisations.reportingPieces { piece in
        let changes = try session.organisations.changes(of: piece.map(\.id))
        for organisation in piece {
          try each(
            OrganisationFile.Report(
              body: ActivityReport.Body(organisation), lastUpdated: min(changes[organisation.id] ?? now, now),
              page: base + Address.organisation(organisation.id)))
        }
      }
    }
    return Publication(.organisationFile, content, at: now)
  }

  /// The published needs that `filter` leaves.
  package func needs(_ filter: LibraryFilter = LibraryFilter()) -> Publication {
    shelf(Need.self, .needs, filter, page: { Address.need($0) }) {
      KnowledgeRow($0, of: $1, place: $2, credit: $3).row
    }
  }

  /// The published practices that `filter` leaves.
  package func practices(_ filter: LibraryFilter = LibraryFilter()) -> Publication {
    shelf(Practice.self, .practices, filter, page: { Address.practice($0) }) {
      KnowledgeRow($0, of: $1, place: $2, credit: $3).row
    }
  }

  private func shelf<Item: Shelved>(
    _: Item.Type, _ dataset: Dataset, _ filter: LibraryFilter, page: @escaping (Item.ID) -> String,
    _ row: @escaping (Item, Organisation, Place?, Credit) -> OpenData.Row
  ) -> Publication {
    rows(dataset) { each in
      let library = session.library(of: Item.self)
      try library.publishedPieces(filter) { piece in
        let owners = try session.organisations.find(piece.map(\.organisation).unique)
        let organisations = Dictionary(uniqueKeysWithValues: owners.map { ($0.id, $0) })
        let places = try places(of: owners), ids = piece.map(\.id)
        let credits = try credits(ids, library.changes(of: ids), page)
        for item in piece {
          guard let owner = organisations[item.organisation] else { continue }
          try each(row(item, owner, owner.place.flatMap { places[$0] }, credits[item.id]))
        }
      }
    }
  }
}

extension Edition {
  func rows(
    _ dataset: Dataset, _ content: @escaping (_ each: (OpenData.Row) throws -> Void) throws -> Void
  ) -> Publication { Publication(dataset, .rows(content), at: now) }

  func credits<Subject: Named>(
    _ ids: [Identifier<Subject>], _ changes: [Identifier<Subject>: Instant],
    _ page: @escaping (Identifier<Subject>) -> String
  ) throws -> Credits<Subject> {
    try Credits(of: ids, changes: changes, in: session, now: now) { base + page($0) }
  }

  /// Where some organisations sit.
  func places(of organisations: [Organisation]) throws -> [Place.ID: Place] {
    let found = try session.places.find(organisations.compactMap(\.place).unique)
    return Dictionary(uniqueKeysWithValues: found.map { ($0.id, $0) })
  }
}

package import Cooperation
package import OpenData
package import SQL
import Storage

/// The open data of an instance, as it stands in one unchanging view of its database.
///
/// What it hands over is read piece by piece while it is written, so that memory does not grow with the number of
/// records, and from the same view, so that what belongs together fits together.
package struct Edition {
  let session: any Session
  /// The instance's own address, without a slash at the end.
  let base: String
  let now: Instant

  /// - Parameter session: alive as long as anything of this is being written.
  package init(of session: any Session, at base: String, now: Instant) {
    (self.session, self.base, self.now) = (session, base, now)
  }

  /// The licence of all that was told here; what was imported says its own.
  package static let licence = "CC BY 4.0"
  /// The address of that licence.
  package static let licenceAddress = "https://creativecommons.org/licenses/by/4.0/"

  /// A dataset, ready to be written in any of its formats.
  package func publication(of dataset: Dataset) throws -> Publication {
    switch dataset {
    case .organisations: return organisations()
    case .needs: return needs()
    case .practices: return practices()
    case .partnerships: return partnerships()
    case .results: return results
    case .activities: return activities
    case .organisationFile: return organisationFile
    case .nationalReturn: return nationalReturn
    case .updates: return try updates()
    default: return try catalogue()
    }
  }

  /// What changes whenever a dataset does; in doubt more often.
  package func mark(of dataset: Dataset) throws -> String {
    let number = try session.changes.latest()
    return dataset.tellsOfToday ? "c\(number)-\(now.day.number)" : "c\(number)"
  }

  /// When a dataset changed last; in doubt a later moment.
  package func modified(_ dataset: Dataset) throws -> Instant {
    let latest = try modified()
    return dataset.tellsOfToday ? max(latest, Instant(start: now.day)) : latest
  }

  /// When anything changed last; the beginning of today where nothing is on record.
  private func modified() throws -> Instant { try min(session.holdings.latest() ?? Instant(start: now.day), now) }

  private func catalogue() throws -> Publication {
    let catalogue = OpenCatalogue(
      base: base, title: "Copolis", publisher: "Copolis", licence: Self.licenceAddress,
      languages: Language.interface, modified: try modified(.catalogue))
    return Publication(.catalogue, .catalogue(catalogue), at: now)
  }
}

extension Dataset {
  /// Whether it depends on which day it is: what has ended, and what has been paid by now.
  fileprivate var tellsOfToday: Bool { shape == .activities || self == .nationalReturn }
}

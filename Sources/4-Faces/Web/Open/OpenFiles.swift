import Addresses
import Cooperation
import HTTP
import Languages
import OpenData
import Pages
import Publishing
import SQL

extension Site {
  /// A dataset in a format: `/open/needs.csv`. Everyone may have it, from any site, in whatever language they read.
  func sendOpenFile(_ visit: Visit, _ name: String) throws -> any Answer {
    // The router has taken `.json` off already.
    let whole = visit.format.map { "\(name).\($0)" } ?? name
    let parts = whole.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let dataset = Dataset.named(parts[0]) else { throw Problem.noSuchDataset(parts[0], visit.reader) }
    guard parts.count == 2 else { return Response.seeOther(Address.openData() + "#" + dataset.slug) }
    guard let format = Format.named(parts[1]), format.offers(dataset) else {
      throw Problem.noSuchFormat(parts[1], of: dataset, visit.reader)
    }
    return try sending(dataset, as: format, named: dataset.slug, visit) { try $0.publication(of: dataset) }
  }

  /// On what a file depends beside its records.
  enum Dependence {
    case nothing
    /// A list leaves out what has expired.
    case day
    /// On the day, and on the language of whoever reads it.
    case reader
  }

  /// An answer that writes a publication while it is sent.
  ///
  /// Its mark is read before its content: who keeps both may have a newer content than the mark says, never an older.
  func sending(
    _ dataset: Dataset, as format: Format, named name: String, _ visit: Visit,
    dependingOn dependence: Dependence = .nothing, _ publication: @escaping @Sendable (Edition) throws -> Publication
  ) throws -> any Answer {
    let now = visit.now, base = settings.base, database = database, downloads = downloads
    var (mark, modified) = try database.read { session in
      let edition = Edition(of: session, at: base, now: now)
      return (try edition.mark(of: dataset), try edition.modified(dataset))
    }
    if dependence != .nothing {
      mark += "-d\(now.day.number)"
      modified = max(modified, Instant(start: now.day))
    }
    if dependence == .reader { mark += "-\(visit.reader.words.language)" }
    let body = Response.Body.stream { write in
      try downloads.serving {
        try database.read { session in
          try withoutActuallyEscaping(write) { write in
            try format.write(try publication(Edition(of: session, at: base, now: now)), to: write)
          }
        }
      }
    }
    let varying = dependence == .reader ? [Response.Header("Vary", Site.varying)] : []
    let headers = headers(format, named: "copolis-\(name)-\(now.day)") + varying
    let answer = Response(200, headers: headers, body: body)
      .tagged(ETag("\(mark)-\(name)-\(format.name)", .weak), changed: modified.unixSeconds, for: visit.request)
    if answer.status == 200, visit.request.verb == .get, !downloads.hasRoom {
      throw Problem.tooManyDownloads(visit.reader)
    }
    return answer
  }

  private func headers(_ format: Format, named name: String) -> [Response.Header] {
    let disposition = format.isForReading ? "inline" : "attachment"
    return [
      .init("Content-Type", format.mediaType),
      .init("Content-Disposition", "\(disposition); filename=\"\(name).\(format.name)\""),
      .init("Cache-Control", "public, no-cache"), .init("Access-Control-Allow-Origin", "*"),
      .init("Link", "<\(Edition.licenceAddress)>; rel=\"license\""),
    ]
  }
}

extension Format {
  /// Whether a browser or a reader of feeds shows it where it stands, rather than to keep it as a file.
  fileprivate var isForReading: Bool { ["atom", "jsonld"].contains(name) }
}

extension Instant {
  /// Whole seconds since 1970.
  fileprivate var unixSeconds: Int { seconds(since: Instant(microseconds: 0)) }
}

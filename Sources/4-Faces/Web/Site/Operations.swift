import Addresses
import HTTP
import Pages
import SQL
import Storage

extension Site {
  /// What operators and browsers need besides pages.
  static let operations: [Entry] = [
    Entry(Address.health, Site.health, .file("text/plain")),
    Entry(Address.ready, Site.ready, .file("text/plain")),
    Entry(Address.metrics, Site.metrics),
    Entry(Address.asset, Site.asset), Entry(Address.problem, Site.explain),
  ]

  /// Alive: the process answers.
  func health(_ visit: Visit) -> any Answer { Response(200, "text/plain; charset=utf-8", Array("alive\n".utf8)) }

  /// Able to serve: the database answers too.
  func ready(_ visit: Visit) throws -> any Answer {
    do {
      _ = try database.read { session in try session.first("SELECT 1") { row in try row.int(0) } }
    } catch {
      return Response(503, "text/plain; charset=utf-8", Array("the database does not answer\n".utf8)).retry(after: 5)
    }
    return Response(200, "text/plain; charset=utf-8", Array("ready\n".utf8))
  }

  /// Figures in Prometheus' text format. Counting is slow work: nobody waits for it.
  func metrics(_ visit: Visit) -> any Answer {
    Response(
      200,
      body: .later {
        var figures = Exposition()
        self.meter.write(to: &figures)
        self.write(to: &figures)
        return Response(200, "text/plain; version=0.0.4; charset=utf-8", Array(figures.text.utf8))
      })
  }

  private func write(to figures: inout Exposition) {
    let records = try? database.read { session in try session.stock() }
    figures.begin("copolis_database_up", .gauge, "Whether the database answers.")
    figures.add(records == nil ? 0 : 1, ["engine": (try? database.version()) ?? "unknown"])
    if let index, let lag = try? index.lag(behind: database) {
      figures.begin("copolis_index_lag_changes", .gauge, "Changes of the data that the search does not know yet.")
      figures.add(lag)
    }
    guard let records else { return }
    figures.begin("copolis_records", .gauge, "Records in the database, by kind.")
    for record in records { figures.add(record.count, ["kind": record.kind]) }
  }

  /// Every problem's type leads somewhere.
  func explain(_ visit: Visit, _ slug: String) throws -> any Answer {
    let isSlug =
      slug.count <= 64 && slug.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-" || $0 == ".") }
    guard isSlug else { throw Problem("no-such-page", 404, "There is no such page.") }
    return Shown(ExplanationPage(slug: slug))
  }

  func asset(_ visit: Visit, _ part: String) throws -> any Answer { try Assets.answer(part) }
}

import Addresses
import Cooperation
import HTTP
import Methods
import Pages
import SQL
import Storage

extension Site {
  /// Methods, the exchanges that run by them, and the documents they leave.
  static let learning: [Entry] = [
    Entry(Address.methods, Site.showMethods, .list), Entry(Address.method, Site.showMethod),
    Entry(Address.exchanges, Site.showExchanges, .list(by: Exchanges.Filter.names)),
    Entry(Address.newExchange, Site.showStart),
    Entry(Address.startingExchange, Site.startExchange, .record.adding), Entry(Address.exchange, Site.showRoom),
    Entry(Address.joining, Site.showInvitation, .page), Entry(Address.stepping, Site.takeStep, .page.adding),
    Entry(Address.exchangeEvents, Site.followRoom, .file("text/event-stream").answering([200, 204])),
    Entry(Address.document, Site.showDocument, .page),
    Entry(Address.documentText, Site.showDocumentText, .file("text/plain")),
    Entry(Address.documentPrint, Site.printDocument, .file("application/pdf")),
    Entry(Address.fingerprints, Site.showFingerprints, .page(asking: ["fingerprint"])),
    Entry(Address.fingerprint, Site.showFingerprint, .page),
  ]

  func showMethods(_ visit: Visit) -> any Answer { Shown(MethodsPage(methods: Methods.Library.methods)) }

  func showMethod(_ visit: Visit, _ id: Method.ID) throws -> any Answer {
    guard let method = Methods.Library.method(id) else { throw Missing(id) }
    let (begun, concluded) = try database.read { session in try session.exchanges.runs(of: id) }
    return Shown(MethodPage(method: method, begun: begun, concluded: concluded))
  }
}

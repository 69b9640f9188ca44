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
    Entry(Address.methods, Site.showMethods), Entry(Address.method, Site.showMethod),
    Entry(Address.exchanges, Site.showExchanges), Entry(Address.newExchange, Site.showStart),
    Entry(Address.startingExchange, Site.startExchange), Entry(Address.exchange, Site.showRoom),
    Entry(Address.joining, Site.showInvitation), Entry(Address.stepping, Site.takeStep),
    Entry(Address.exchangeEvents, Site.followRoom), Entry(Address.document, Site.showDocument),
    Entry(Address.documentText, Site.showDocumentText), Entry(Address.documentPrint, Site.printDocument),
    Entry(Address.fingerprints, Site.showFingerprints), Entry(Address.fingerprint, Site.showFingerprint),
  ]

  func showMethods(_ visit: Visit) -> any Answer { Shown(MethodsPage(methods: Methods.Library.methods)) }

  func showMethod(_ visit: Visit, _ id: Method.ID) throws -> any Answer {
    guard let method = Methods.Library.method(id) else { throw Missing(id) }
    let (begun, concluded) = try database.read { session in try session.exchanges.runs(of: id) }
    return Shown(MethodPage(method: method, begun: begun, concluded: concluded))
  }
}

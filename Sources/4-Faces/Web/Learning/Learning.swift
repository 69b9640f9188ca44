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
  ]

  func showMethods(_ visit: Visit) -> any Answer { Shown(MethodsPage(methods: Methods.Library.methods)) }

  func showMethod(_ visit: Visit, _ id: Method.ID) throws -> any Answer {
    guard let method = Methods.Library.method(id) else { throw Missing(id) }
    let (begun, concluded) = try database.read { session in try session.exchanges.runs(of: id) }
    return Shown(MethodPage(method: method, begun: begun, concluded: concluded))
  }
}

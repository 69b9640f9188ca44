package import Cooperation
package import HTTP

// Methods, and the runs of them.
extension Address {
  package static let exchange = Endpoint<Exchange.ID>(.get, "/exchanges/*")
  package static let document = Endpoint<Exchange.ID, Slug<Output>>(.get, "/exchanges/*/documents/*")
  package static let documentPrint = Endpoint<Exchange.ID, Slug<Output>>(.get, "/exchanges/*/documents/*/pdf")
  package static let method = Endpoint<Method.ID>(.get, "/methods/*")
  package static let stepping = Endpoint<Exchange.ID>(.post, "/exchanges/*/steps")
  package static let exchangeEvents = Endpoint<Exchange.ID>(.get, "/exchanges/*/events")
}

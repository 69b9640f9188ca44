package import Cooperation
package import HTTP

// Methods, and the runs of them.
extension Address {
  package static let exchange = Endpoint<Exchange.ID>(.get, "/exchanges/*")
  package static let document = Endpoint<Exchange.ID, Output.ID>(.get, "/exchanges/*/documents/*")
  package static let documentPrint = Endpoint<Exchange.ID, Output.ID>(.get, "/exchanges/*/documents/*/pdf")
  package static let method = Endpoint<Method.ID>(.get, "/methods/*")
  package static let stepping = Endpoint<Exchange.ID>(.post, "/exchanges/*/steps")
  package static let exchangeEvents = Endpoint<Exchange.ID>(.get, "/exchanges/*/events")
  /// The link that lets people join: the exchange, and what nobody can guess.
  package static let joining = Endpoint<Exchange.ID, String>(.get, "/exchanges/*/join/*")
  package static let documentText = Endpoint<Exchange.ID, Output.ID>(.get, "/exchanges/*/documents/*/text")
  package static let fingerprints = FixedEndpoint(.get, "/documents")
  package static let fingerprint = Endpoint<Digest>(.get, "/documents/*")
}

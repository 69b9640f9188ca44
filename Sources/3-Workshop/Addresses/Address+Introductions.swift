package import Cooperation
package import HTTP

// Who would like to talk with whom, and what is said to it.
extension Address {
  package static let introductions = FixedEndpoint(.get, "/introductions")
  package static let newIntroduction = FixedEndpoint(.get, "/introductions/new")
  package static let introduction = Endpoint<Introduction.ID>(.get, "/introductions/*")
  package static let asking = FixedEndpoint(.post, "/introductions")
  package static let answeringIntroduction = Endpoint<Introduction.ID>(.post, "/introductions/*/answer")
  package static let withdrawingIntroduction = Endpoint<Introduction.ID>(.post, "/introductions/*/withdrawal")
}

package import Cooperation
package import HTTP

// What is said of a practice once it is there.
extension Address {
  package static let answeringTruth = Endpoint<Practice.ID>(.post, "/practices/*/truth")
}

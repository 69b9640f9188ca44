package import Cooperation
package import HTTP

// Partnerships, and the forms with which their parties speak of them.
extension Address {
  package static let partnershipForm = Endpoint<Partnership.ID>(.get, "/partnerships/*/edit")
  package static let changingPartnership = Endpoint<Partnership.ID>(.post, "/partnerships/*")
  package static let puttingPartnership = Endpoint<Partnership.ID>(.put, "/partnerships/*")
  package static let agreementForm = Endpoint<Partnership.ID>(.get, "/partnerships/*/agreement/new")
  package static let endingForm = Endpoint<Partnership.ID>(.get, "/partnerships/*/ending/new")
  package static let voiceForm = Endpoint<Partnership.ID>(.get, "/partnerships/*/voices/new")
  package static let logForm = Endpoint<Partnership.ID>(.get, "/partnerships/*/log/new")
  package static let contributionForm = Endpoint<Partnership.ID>(.get, "/partnerships/*/contributions/new")
  package static let contributing = Endpoint<Partnership.ID>(.post, "/partnerships/*/contributions")
}

package import Cooperation
package import HTTP

// What keeps an account safe, and who acts for an organisation.
extension Address {
  package static let changingPassword = FixedEndpoint(.post, "/account/password")
  package static let endingSessions = FixedEndpoint(.post, "/account/sessions/ending")
  package static let endingToken = Endpoint<String>(.post, "/account/tokens/*/ending")

  package static let team = Endpoint<Organisation.ID>(.get, "/organisations/*/accounts")
  package static let invitingColleague = Endpoint<Organisation.ID>(.post, "/organisations/*/accounts")
  package static let changingColleague = Endpoint<Organisation.ID, Account.ID>(.post, "/organisations/*/accounts/*")
  package static let endingColleague = Endpoint<Organisation.ID, Account.ID>(.post, "/organisations/*/accounts/*/ending")

  package static let erasingContact = Endpoint<Person.ID>(.post, "/people/*/erasure")
}

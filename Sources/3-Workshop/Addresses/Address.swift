package import Cooperation
package import HTTP

/// Every address of the site, once: links are printed from it and requests are read by it.
package enum Address {
  package static let front = FixedEndpoint(.get, "/")
  /// The front door by a name to which an ending such as `.json` can be put.
  package static let frontByName = FixedEndpoint(.get, "/index")
  package static let search = FixedEndpoint(.get, "/search")

  package static let organisations = FixedEndpoint(.get, "/organisations")
  package static let organisation = Endpoint<Organisation.ID>(.get, "/organisations/*")
  package static let place = Endpoint<Place.ID>(.get, "/places/*")
  package static let person = Endpoint<Person.ID>(.get, "/people/*")
  package static let experts = FixedEndpoint(.get, "/experts")

  package static let circles = FixedEndpoint(.get, "/circles")
  package static let cohort = FixedEndpoint(.get, "/circles/cohort")

  package static let partnerships = FixedEndpoint(.get, "/partnerships")
  package static let partnership = Endpoint<Partnership.ID>(.get, "/partnerships/*")
  package static let results = Endpoint<Partnership.ID>(.get, "/partnerships/*/results")
  package static let exchanges = FixedEndpoint(.get, "/exchanges")
  package static let methods = FixedEndpoint(.get, "/methods")

  package static let landscape = FixedEndpoint(.get, "/landscape")
  package static let country = Endpoint<Country.Code>(.get, "/countries/*")
  package static let theme = Endpoint<Theme.ID>(.get, "/themes/*")
  package static let goal = Endpoint<Goal>(.get, "/sdgs/*")

  package static let openData = FixedEndpoint(.get, "/open/")
  /// The same by a name to which an ending such as `.json` can be put.
  package static let openByName = FixedEndpoint(.get, "/open")
  package static let openFile = Endpoint<String>(.get, "/open/*")
  /// Lists as tables, narrowed by the same filters as their pages.
  package static let organisationsTable = FixedEndpoint(.get, "/organisations.csv")
  package static let needsTable = FixedEndpoint(.get, "/needs.csv")
  package static let practicesTable = FixedEndpoint(.get, "/practices.csv")
  package static let partnershipsTable = FixedEndpoint(.get, "/partnerships.csv")
  /// Where the organisations of a list are, as a picture.
  package static let organisationsMap = FixedEndpoint(.get, "/organisations.svg")
  /// The newest of a list as a feed, narrowed by the same filters as its page.
  package static let organisationsFeed = FixedEndpoint(.get, "/organisations.atom")
  package static let needsFeed = FixedEndpoint(.get, "/needs.atom")
  package static let practicesFeed = FixedEndpoint(.get, "/practices.atom")
  package static let api = FixedEndpoint(.get, "/api")
  package static let openAPI = FixedEndpoint(.get, "/api/openapi.json")
  package static let problem = Endpoint<String>(.get, "/problems/*")

  package static let health = FixedEndpoint(.get, "/health")
  package static let ready = FixedEndpoint(.get, "/ready")
  package static let metrics = FixedEndpoint(.get, "/metrics")
  package static let asset = Endpoint<String>(.get, "/assets/*")
}

extension Address {
  package static let signIn = FixedEndpoint(.get, "/sign-in")
  package static let signingIn = FixedEndpoint(.post, "/sign-in")
  package static let signingOut = FixedEndpoint(.post, "/sign-out")
  package static let account = FixedEndpoint(.get, "/account")
  package static let changingAccount = FixedEndpoint(.post, "/account")
  package static let makingToken = FixedEndpoint(.post, "/account/tokens")
  package static let review = FixedEndpoint(.get, "/review")
  package static let decision = Endpoint<ReviewItem.ID>(.post, "/review/*/decision")
  package static let importing = FixedEndpoint(.post, "/imports")
  package static let imports = FixedEndpoint(.get, "/imports")
  package static let importRun = Endpoint<ImportRun.ID>(.get, "/imports/*")
  package static let reviewItem = Endpoint<ReviewItem.ID>(.get, "/review/*")
  package static let undoing = Endpoint<ImportRun.ID>(.post, "/imports/*/undo")
  /// The lists that someone keeps.
  package static let searches = FixedEndpoint(.get, "/account/searches")
  package static let savingSearch = FixedEndpoint(.post, "/account/searches")
  package static let forgettingSearch = Endpoint<SavedSearch.ID>(.post, "/account/searches/*/ending")
  package static let audit = Endpoint<Organisation.ID>(.get, "/organisations/*/audit")
}

// Changes of state are resources too; a form posts to them, a program posts or puts.
extension Address {
  package static let newOrganisation = FixedEndpoint(.get, "/organisations/new")
  package static let addingOrganisation = FixedEndpoint(.post, "/organisations")
  package static let organisationForm = Endpoint<Organisation.ID>(.get, "/organisations/*/edit")
  package static let changingOrganisation = Endpoint<Organisation.ID>(.post, "/organisations/*")
  package static let puttingOrganisation = Endpoint<Organisation.ID>(.put, "/organisations/*")
  package static let addingMandate = Endpoint<Organisation.ID>(.post, "/organisations/*/mandates")
  package static let addingMembership = Endpoint<Organisation.ID>(.post, "/organisations/*/memberships")

  package static let mandateForm = Endpoint<Organisation.ID>(.get, "/organisations/*/mandates")
  package static let changingMandate = Endpoint<Organisation.ID, Mandate.ID>(.post, "/organisations/*/mandates/*")
  package static let membershipForm = Endpoint<Organisation.ID>(.get, "/organisations/*/memberships")
  package static let expertiseForm = Endpoint<Person.ID>(.get, "/people/*/expertise")
  package static let offering = Endpoint<Person.ID>(.post, "/people/*/expertise")
  package static let endingOffer = Endpoint<Person.ID>(.post, "/people/*/expertise/withdrawal")
  package static let verifying = Endpoint<Organisation.ID>(.post, "/organisations/*/verifications")
  package static let unverifying = Endpoint<Organisation.ID, Organisation.ID>(
    .post, "/organisations/*/verifications/*/withdrawal")
  package static let unverifyingByInstance = Endpoint<Organisation.ID>(.post, "/organisations/*/verifications/withdrawal")
  package static let successionForm = Endpoint<Organisation.ID>(.get, "/organisations/*/succession")
  package static let succeeding = Endpoint<Organisation.ID>(.post, "/organisations/*/succession")
  package static let endingSuccession = Endpoint<Organisation.ID>(.post, "/organisations/*/succession/withdrawal")
  package static let endingMembership = Endpoint<Organisation.ID, Organisation.ID>(
    .post, "/organisations/*/memberships/*/ending")

  package static let newPartnership = FixedEndpoint(.get, "/partnerships/new")
  package static let proposing = FixedEndpoint(.post, "/partnerships")
  package static let agreeing = Endpoint<Partnership.ID>(.post, "/partnerships/*/acceptance")
  package static let signing = Endpoint<Partnership.ID>(.post, "/partnerships/*/agreement")
  package static let ending = Endpoint<Partnership.ID>(.post, "/partnerships/*/ending")
  package static let voicing = Endpoint<Partnership.ID>(.post, "/partnerships/*/voices")
  package static let logging = Endpoint<Partnership.ID>(.post, "/partnerships/*/log")
  package static let addingResult = Endpoint<Partnership.ID>(.post, "/partnerships/*/results")
  package static let reportingPeriod = Endpoint<Partnership.ID, Indicator.Period.ID>(.post, "/partnerships/*/periods/*")
  package static let voicingPeriod = Endpoint<Partnership.ID, Indicator.Period.ID>(
    .post, "/partnerships/*/periods/*/voices")

  package static let newExchange = FixedEndpoint(.get, "/exchanges/new")
  package static let startingExchange = FixedEndpoint(.post, "/exchanges")
}

package import Cooperation
package import HTTP

// Needs and practices, what answers them, and what is said of them.
extension Address {
  package static let needs = FixedEndpoint(.get, "/needs")
  package static let need = Endpoint<Need.ID>(.get, "/needs/*")
  package static let matches = Endpoint<Need.ID>(.get, "/needs/*/matches")
  package static let thirdChair = Endpoint<Need.ID, Organisation.ID>(.get, "/needs/*/matches/*")
  package static let practices = FixedEndpoint(.get, "/practices")
  package static let practice = Endpoint<Practice.ID>(.get, "/practices/*")

  package static let newNeed = FixedEndpoint(.get, "/needs/new")
  package static let addingNeed = FixedEndpoint(.post, "/needs")
  package static let needForm = Endpoint<Need.ID>(.get, "/needs/*/edit")
  package static let changingNeed = Endpoint<Need.ID>(.post, "/needs/*")
  package static let puttingNeed = Endpoint<Need.ID>(.put, "/needs/*")
  package static let publishingNeed = Endpoint<Need.ID>(.post, "/needs/*/publication")
  package static let withdrawingNeed = Endpoint<Need.ID>(.post, "/needs/*/withdrawal")

  package static let newPractice = FixedEndpoint(.get, "/practices/new")
  package static let addingPractice = FixedEndpoint(.post, "/practices")
  package static let practiceForm = Endpoint<Practice.ID>(.get, "/practices/*/edit")
  package static let changingPractice = Endpoint<Practice.ID>(.post, "/practices/*")
  package static let puttingPractice = Endpoint<Practice.ID>(.put, "/practices/*")
  package static let publishingPractice = Endpoint<Practice.ID>(.post, "/practices/*/publication")
  package static let withdrawingPractice = Endpoint<Practice.ID>(.post, "/practices/*/withdrawal")

  package static let needTranslation = Endpoint<Need.ID>(.get, "/needs/*/translation")
  package static let translatingNeed = Endpoint<Need.ID>(.post, "/needs/*/translation")
  package static let practiceTranslation = Endpoint<Practice.ID>(.get, "/practices/*/translation")
  package static let translatingPractice = Endpoint<Practice.ID>(.post, "/practices/*/translation")
  package static let matching = FixedEndpoint(.get, "/matches")

  /// Its owner says whether it is still true.
  package static let answeringTruth = Endpoint<Practice.ID>(.post, "/practices/*/truth")

  /// Who took it up, and what was taken from that.
  package static let adoptions = Endpoint<Practice.ID>(.get, "/practices/*/adoptions")
  package static let adoptionForm = Endpoint<Practice.ID>(.get, "/practices/*/adoptions/new")
  package static let recordingAdoption = Endpoint<Practice.ID>(.post, "/practices/*/adoptions")
  package static let voicingAdoption = Endpoint<Practice.ID, Adoption.ID>(.post, "/practices/*/adoptions/*/voices")

  /// Whether it would stand in a city: `?organisation=`.
  package static let transfer = Endpoint<Practice.ID>(.get, "/practices/*/transfer")
  package static let correctingTransfer = Endpoint<Practice.ID>(.post, "/practices/*/transfer")

  /// What a work said before, and who changed it.
  package static let needVersions = Endpoint<Need.ID>(.get, "/needs/*/versions")
  package static let practiceVersions = Endpoint<Practice.ID>(.get, "/practices/*/versions")
  /// A colleague is asked to look at a draft, or gives it back.
  package static let emptyingNeedVersion = Endpoint<Need.ID>(.post, "/needs/*/versions/emptying")
  package static let emptyingPracticeVersion = Endpoint<Practice.ID>(.post, "/practices/*/versions/emptying")
  package static let reviewingNeed = Endpoint<Need.ID>(.post, "/needs/*/review")
  package static let reviewingPractice = Endpoint<Practice.ID>(.post, "/practices/*/review")
}

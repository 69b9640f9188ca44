package import Cooperation
package import HTTP

// What is said of a practice once it is there.
extension Address {
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

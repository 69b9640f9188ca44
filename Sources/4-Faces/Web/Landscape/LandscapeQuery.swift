import Cooperation
import HTTP
import Pages
import Reference

extension Fields {
  /// What of the landscape is asked for: `form`, `claim` and `theme`, each as often as one likes.
  ///
  /// - Throws: `UnknownFilter`.
  func landscapeChoice() throws -> LandscapeChoice {
    LandscapeChoice(
      forms: Set(try filters("form") { Partnership.Form(rawValue: $0) } ?? []),
      claims: Set(try filters("claim") { Claim.State(rawValue: $0) } ?? []),
      themes: try filters("theme") { Theme.ID($0).flatMap { Themes[$0]?.id } } ?? [])
  }

  /// The world, or the sub-region that is asked for.
  ///
  /// - Throws: `UnknownFilter`.
  func landscapeView() throws -> Landscape.View {
    let region = try filter("region") { code in Countries.all.contains { $0.subregion == code } ? code : nil }
    return region.map { .region($0) } ?? .world
  }
}

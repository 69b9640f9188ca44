import Cooperation
import HTTP
import Pages
import Reference

extension Fields {
  /// What of the landscape is asked for: `form`, `claim` and `theme`, each as often as one likes.
  ///
  /// - Throws: `Problem` for a value that there is none of.
  func landscapeChoice() throws -> LandscapeChoice {
    LandscapeChoice(
      forms: Set(try chosen("form") { Partnership.Form(rawValue: $0) }),
      claims: Set(try chosen("claim") { Claim.State(rawValue: $0) }),
      themes: try chosen("theme") { Theme.ID($0).flatMap { Themes[$0]?.id } })
  }

  /// The world, or the `region` that is asked for.
  ///
  /// - Throws: `Problem` where there is no such region.
  func view() throws -> Landscape.View {
    let regions = try chosen("region") { code in
      Countries.all.contains { $0.subregion == code } ? code : nil
    }
    return regions.first.map { .region($0) } ?? .world
  }

  private func chosen<Value>(_ name: String, _ read: (String) -> Value?) throws -> [Value] {
    try values(name).filter { !$0.isEmpty }.map { text in
      guard let value = read(text) else {
        throw Problem(
          "unknown-filter", 422, "There is nothing of that name to narrow this to.", detail: "\(name)=\(text)")
      }
      return value
    }
  }
}

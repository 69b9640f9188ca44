import Addresses
package import Cooperation
import HTTP

/// What of the landscape one looks at: some forms, some claims, some themes; none named means all.
package struct LandscapeChoice: Sendable, Equatable {
  package var forms: Set<Partnership.Form>
  package var claims: Set<Claim.State>
  /// In the order in which they were chosen.
  package var themes: [Theme.ID]

  package init(forms: Set<Partnership.Form> = [], claims: Set<Claim.State> = [], themes: [Theme.ID] = []) {
    (self.forms, self.claims, self.themes) = (forms, claims, themes)
  }

  package var isEmpty: Bool { forms.isEmpty && claims.isEmpty && themes.isEmpty }

  /// What is left of `flows`. The themes are for whoever reads them from the record to leave out.
  package func narrowed(_ flows: [Flow]) -> [Flow] { flows.compactMap { $0.narrowed(to: forms, claims) } }

  /// The way to a part of the world, with this choice kept; a country's page shows all of it.
  func address(of zone: Zone?) -> String {
    if case .country(let country) = zone { return Address.country(country) }
    let place: [String] = if case .region(let code) = zone { ["region=\(code)"] } else { [] }
    let settings =
      place + forms.map(\.rawValue).sorted().map { "form=\($0)" }
      + claims.map(\.rawValue).sorted().map { "claim=\($0)" }
      + themes.map { "theme=\($0)" }
    return Address.landscape() + (settings.isEmpty ? "" : "?" + settings.joined(separator: "&"))
  }
}

package import Cooperation
import Reference

/// How organisations and their activities are named in IATI (docs/decisions/0008).
package enum IATIIdentifier {
  /// Its own identifier, else one made of a register that everyone can look up, else one of ours. Never empty.
  package static func of(_ organisation: Organisation) -> String {
    if organisation.standing == .invented { return "XE-EXAMPLE-" + organisation.id.text }
    let given = organisation.identifiers.filter { isWritable($0.value) }
    if let own = given.first(where: { $0.scheme == .iati }) { return own.value }
    if let national = given.first(where: { $0.scheme == .national && hasAgency($0.value) }) { return national.value }
    if let item = given.first(where: { $0.scheme == .wikidata }) { return "XI-WIKIDATA-" + item.value }
    return "XI-COPOLIS-" + organisation.id.text
  }

  /// The report of `organisation` on that partnership.
  package static func of(_ partnership: Partnership.ID, by organisation: Organisation) -> String {
    of(organisation) + "-" + partnership.text
  }

  /// Whether an identifier names one organisation whoever uses it: it begins with the code of a register that the
  /// standard knows, or stands on its list of organisations. A bare number, a country or a channel does not.
  package static func isOfOne(_ identifier: String) -> Bool {
    guard isWritable(identifier), identifier.utf8.count <= 100 else { return false }
    return hasAgency(identifier) || CodeLists["OrganisationIdentifier"]?[identifier] != nil
      || CodeLists["IATIOrganisationIdentifier"]?[identifier] != nil || Publisher.identified(by: identifier) != nil
  }

  /// Whether it begins with the code of a register that the standard knows.
  private static func hasAgency(_ value: String) -> Bool {
    let agencies = CodeLists["OrganisationRegistrationAgency"]
    return value.indices.contains { place in
      value[place] == "-" && value.index(after: place) < value.endIndex && agencies?[String(value[..<place])] != nil
    }
  }

  /// Whether it holds none of the signs that the standard forbids in identifiers.
  private static func isWritable(_ value: String) -> Bool {
    !value.isEmpty && !value.contains { $0.isWhitespace || "/&|?".contains($0) }
  }
}

extension Organisation.Kind {
  /// What the standard calls such an organisation (list OrganisationType).
  var iatiType: String {
    switch self {
    case .localGovernment: "11"
    case .nationalAuthority: "10"
    case .network: "21"
    case .association, .civilSociety: "22"
    case .internationalOrganisation: "40"
    case .academic: "80"
    case .privateSector: "70"
    case .platform: "90"
    }
  }
}

extension ActivityReport.Body {
  package init(_ organisation: Organisation) {
    self.init(
      ref: IATIIdentifier.of(organisation), type: organisation.kind.iatiType, name: organisation.name)
  }
}

/// How many partnerships of one form and claim state there are between two countries, or within one.
package struct Arc: Sendable, Hashable {
  /// The country whose code comes first.
  package let one: Country.Code
  package let other: Country.Code
  package let form: Partnership.Form
  package let claim: Claim.State
  /// A partnership of several countries counts once between each two of them.
  package let number: Int

  package init(
    _ one: Country.Code, _ other: Country.Code, _ form: Partnership.Form, _ claim: Claim.State, _ number: Int
  ) {
    (self.one, self.other, self.form, self.claim, self.number) = (one, other, form, claim, number)
  }
}

/// A line on a map or in a network: one partnership between two organisations.
package struct Link: Sendable, Hashable {
  package let partnership: Partnership.ID
  package let one: Organisation.ID
  package let other: Organisation.ID
  package let form: Partnership.Form
  package let claim: Claim.State

  package init(
    _ partnership: Partnership.ID, _ one: Organisation.ID, _ other: Organisation.ID, _ form: Partnership.Form,
    _ claim: Claim.State
  ) {
    (self.partnership, self.one, self.other, self.form, self.claim) = (partnership, one, other, form, claim)
  }
}

/// What is on record of one country, in numbers.
package struct CountryNumbers: Sendable, Equatable {
  package let country: Country.Code
  package var organisations: Int
  /// The published ones.
  package var needs: Int
  /// The published ones.
  package var practices: Int
  /// Partnerships in which one of its organisations is a party, by claim state.
  package var partnerships: [Claim.State: Int]

  package init(
    _ country: Country.Code, organisations: Int = 0, needs: Int = 0, practices: Int = 0,
    partnerships: [Claim.State: Int] = [:]
  ) {
    (self.country, self.organisations, self.needs) = (country, organisations, needs)
    (self.practices, self.partnerships) = (practices, partnerships)
  }
}

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

/// What is on record of one country, in the numbers that a list of countries shows.
package struct CountryNumbers: Sendable, Equatable {
  package let country: Country.Code
  package var organisations: Int
  /// The published ones.
  package var needs: Int
  /// The published ones.
  package var practices: Int
  /// Partnerships in which one of its organisations is a party, by claim state.
  package var partnerships: Tally

  package init(
    _ country: Country.Code, organisations: Int = 0, needs: Int = 0, practices: Int = 0,
    partnerships: Tally = Tally()
  ) {
    (self.country, self.organisations, self.needs) = (country, organisations, needs)
    (self.practices, self.partnerships) = (practices, partnerships)
  }
}

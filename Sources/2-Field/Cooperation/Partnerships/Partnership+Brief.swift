extension Partnership {
  /// The name of a stage, without what the stage carries.
  package enum Standing: String, Sendable, CaseIterable { case inferred, proposed, agreed, signed, ended }

  /// A partnership as a list tells of it, in the reader's language.
  package struct Brief: Identifiable, Sendable, Equatable {
    package let id: ID
    package let title: Texts.Reading
    package let form: Form
    package let standing: Standing
    package let claim: Claim.State
    package let began: Day?
    /// The latest sign of life that is public; nil where there was none.
    package let sign: Sign?
    /// In the order they joined.
    package let parties: [Side]

    package init(
      id: ID, title: Texts.Reading, form: Form, standing: Standing, claim: Claim.State, began: Day?, sign: Sign?,
      parties: [Side]
    ) {
      (self.id, self.title, self.form, self.standing) = (id, title, form, standing)
      (self.claim, self.began, self.sign, self.parties) = (claim, began, sign, parties)
    }
  }

  /// A sign of life: what was entered in the log, for which day.
  package struct Sign: Sendable, Hashable {
    package let day: Day
    package let kind: LogEntry.Kind

    package init(_ day: Day, _ kind: LogEntry.Kind) { (self.day, self.kind) = (day, kind) }
  }

  /// A party as a list tells of it.
  package struct Side: Sendable, Hashable {
    package let organisation: Organisation.ID
    package let name: Texts.Reading
    package let country: Country.Code?
    package let role: Party.Role

    package init(_ organisation: Organisation.ID, name: Texts.Reading, country: Country.Code?, role: Party.Role) {
      (self.organisation, self.name, self.country, self.role) = (organisation, name, country, role)
    }
  }
}

/// A partnership as one of its parties has it with one other.
package struct Relation: Sendable, Hashable {
  package let partnership: Partnership.ID
  package let partner: Organisation.ID
  package let name: Texts.Reading
  package let country: Country.Code?
  package let form: Partnership.Form
  package let standing: Partnership.Standing
  package let claim: Claim.State
  package let began: Day?
  /// The latest sign of life that is public; nil where there was none.
  package let sign: Partnership.Sign?

  package init(
    partnership: Partnership.ID, partner: Organisation.ID, name: Texts.Reading, country: Country.Code?,
    form: Partnership.Form, standing: Partnership.Standing, claim: Claim.State, began: Day?, sign: Partnership.Sign?
  ) {
    (self.partnership, self.partner, self.name, self.country) = (partnership, partner, name, country)
    (self.form, self.standing, self.claim, self.began, self.sign) = (form, standing, claim, began, sign)
  }
}

extension Organisation {
  /// An organisation as a list tells of it, in the reader's language.
  package struct Brief: Identifiable, Sendable, Equatable {
    package let id: ID
    package let kind: Kind
    package let name: Texts.Reading
    package let acronym: String
    package let country: Country.Code?
    package let place: Place.ID?
    /// What its place is called in the reader's language; nil where it has none.
    package let placeName: String?
    package let standing: Standing
    /// How many other organisations it has a partnership with.
    package let relations: Int

    package init(
      id: ID, kind: Kind, name: Texts.Reading, acronym: String, country: Country.Code?, place: Place.ID?,
      placeName: String?, standing: Standing, relations: Int
    ) {
      (self.id, self.kind, self.name, self.acronym) = (id, kind, name, acronym)
      (self.country, self.place, self.placeName) = (country, place, placeName)
      (self.standing, self.relations) = (standing, relations)
    }
  }

  /// An organisation as a dot on a map.
  package struct Dot: Identifiable, Sendable, Equatable {
    package let id: ID
    package let kind: Kind
    /// In its own language.
    package let name: String
    package let country: Country.Code?
    package let position: Position
    /// How many other organisations it has a partnership with.
    package let relations: Int

    package init(id: ID, kind: Kind, name: String, country: Country.Code?, position: Position, relations: Int) {
      (self.id, self.kind, self.name, self.country) = (id, kind, name, country)
      (self.position, self.relations) = (position, relations)
    }
  }
}

/// An actor in the cooperation of cities: a municipality, an association, a network, a university.
package struct Organisation: Identifiable, Sendable, Equatable, Named {
  package static let kind = "org"
  package typealias ID = Identifier<Organisation>

  package let id: ID
  package var kind: Kind
  package var name: Texts
  /// The name it is usually called by, such as `FNP`; empty where it has none.
  package var acronym: String
  package var country: Country.Code?
  /// Where it sits; nil where that is unknown.
  package var place: Place.ID?
  /// What it is and does, in its own words; nil where it has not said.
  package var about: Texts?
  package var website: String
  /// Languages it works in, the main one first; empty means it has not said.
  package var languages: [Language]
  package var identifiers: [ExternalIdentifier]
  package var means: Means
  /// The latest first.
  package var formerNames: [FormerName]
  /// Nil while it is an organisation of its own.
  package var succession: Succession?
  package var standing: Standing
  /// How many introductions it can take in a quarter of a year, 0 to 100; nil where it has not said.
  package var capacity: Int?
  /// Counts the changes, from 1: what an edit was based on.
  package var revision: Int

  package init(
    id: ID, kind: Kind, name: Texts, acronym: String = "", country: Country.Code? = nil, place: Place.ID? = nil,
    about: Texts? = nil, website: String = "", languages: [Language] = [], identifiers: [ExternalIdentifier] = [],
    means: Means = Means(), formerNames: [FormerName] = [], succession: Succession? = nil,
    standing: Standing = .claimed, capacity: Int? = nil, revision: Int = 1
  ) {
    (self.id, self.kind, self.name, self.acronym, self.country, self.place) = (id, kind, name, acronym, country, place)
    (self.about, self.website, self.languages) = (about, website, languages)
    (self.identifiers, self.means, self.formerNames) = (identifiers, means, formerNames)
    (self.succession, self.standing, self.capacity, self.revision) = (succession, standing, capacity, revision)
  }

  /// The nine kinds of actor that the guide names.
  package enum Kind: String, Sendable, CaseIterable {
    case network
    case association
    case localGovernment = "local-government"
    case nationalAuthority = "national-authority"
    case platform
    case internationalOrganisation = "international-organisation"
    case civilSociety = "civil-society"
    case academic = "academic-institution"
    case privateSector = "private-sector"
  }

  /// How the record came to be, and who stands behind it.
  package enum Standing: String, Sendable, CaseIterable {
    /// Made from an imported file; nobody of the organisation has been seen here.
    case inferred
    /// Someone of the organisation keeps it.
    case claimed
    /// An association that knows it says that it is what it claims to be.
    case verified
    /// Invented for the demo: it does not exist.
    case invented
  }

  /// The organisation's name in someone else's register.
  package struct ExternalIdentifier: Sendable, Hashable {
    package let scheme: Scheme
    package let value: String
    package init(_ scheme: Scheme, _ value: String) { (self.scheme, self.value) = (scheme, value) }

    package enum Scheme: String, Sendable, CaseIterable {
      case geonames, wikidata, iati, national
    }
  }
}

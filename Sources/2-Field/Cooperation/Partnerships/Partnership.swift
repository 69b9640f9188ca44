/// A standing relationship between two or more organisations.
package struct Partnership: Identifiable, Sendable, Equatable, Named {
  package static let kind = "par"
  package typealias ID = Identifier<Partnership>

  package let id: ID
  package var title: Texts
  package let form: Form
  package let parties: Parties
  package private(set) var stage: Stage
  package var about: Texts?
  package var topic: Topic
  /// The programme that this is a part of.
  package var parent: ID?
  /// When it began, where that is known; a signed agreement may be later.
  package var began: Day?
  /// Counts the changes, from 1: what an edit was based on.
  package var revision: Int

  package init(
    id: ID, title: Texts, form: Form, parties: Parties, stage: Stage, about: Texts? = nil, topic: Topic = Topic(),
    parent: ID? = nil, began: Day? = nil, revision: Int = 1
  ) {
    (self.id, self.title, self.form, self.parties, self.stage) = (id, title, form, parties, stage)
    (self.about, self.topic, self.parent, self.began, self.revision) = (about, topic, parent, began, revision)
  }

  /// The forms of cooperation that the guide tells apart.
  package enum Form: String, Sendable, CaseIterable {
    case twinning
    case cityToCity = "city-to-city"
    case associationCapacityBuilding = "association-capacity-building"
    case southSouth = "south-south"
    case triangular
    case network
    case programme = "project-or-programme"
  }

  /// How far the partnership has come. What a stage needs, it carries.
  package enum Stage: Sendable, Equatable {
    /// Told by an imported file; no party has said anything yet.
    case inferred
    case proposed(by: Organisation.ID, on: Day)
    /// Both want it; nothing is signed.
    case agreed(on: Day)
    case signed(Agreement)
    case ended(on: Day, why: Ending)

    package var slug: String {
      switch self {
      case .inferred: "inferred"
      case .proposed: "proposed"
      case .agreed: "agreed"
      case .signed: "signed"
      case .ended: "ended"
      }
    }
  }

  package enum Ending: String, Sendable, CaseIterable { case completed, lapsed, withdrawn }

  func becoming(_ stage: Stage) -> Partnership {
    var next = self
    next.stage = stage
    return next
  }
}

/// An organisation in a partnership, with its role.
package struct Party: Sendable, Hashable {
  package let organisation: Organisation.ID
  package let role: Role

  package init(_ organisation: Organisation.ID, _ role: Role = .partner) {
    (self.organisation, self.role) = (organisation, role)
  }

  package enum Role: String, Sendable, CaseIterable {
    case lead, partner, facilitator, funder
    case thirdParty = "third-party"

    /// Whether a party of this role is asked to confirm what is claimed, and signs.
    package var speaks: Bool { self == .lead || self == .partner }
  }
}

/// Two or more parties, all different, in the order they joined.
package struct Parties: Sendable, Equatable {
  package let all: [Party]

  /// - Throws: `.tooFew`, `.sameTwice`.
  package init(_ all: [Party]) throws(Partnership.Refusal) {
    guard Set(all.map(\.organisation)).count == all.count else { throw .sameTwice }
    guard all.count >= 2 else { throw .tooFew }
    self.all = all
  }

  /// Those who claim and confirm, in their order: leads and partners, or everyone where those are fewer than two.
  package var speaking: [Organisation.ID] {
    let leading = all.filter(\.role.speaks)
    return (leading.count >= 2 ? leading : all).map(\.organisation)
  }
  package func contains(_ organisation: Organisation.ID) -> Bool { all.contains { $0.organisation == organisation } }
}

/// The signed protocol or memorandum behind a partnership.
package struct Agreement: Sendable, Equatable {
  package let kind: Kind
  package let signed: Day
  /// The last day; nil where it has no term.
  package let endsOn: Day?
  /// What was agreed, one aspect a line.
  package let aspects: [String]
  package let signatories: [Signatory]

  /// - Throws: `.endsBeforeItBegins`.
  package init(kind: Kind, signed: Day, endsOn: Day?, aspects: [String] = [], signatories: [Signatory] = [])
    throws(Partnership.Refusal)
  {
    if let endsOn, endsOn <= signed { throw .endsBeforeItBegins(signed: signed, ends: endsOn) }
    (self.kind, self.signed, self.endsOn) = (kind, signed, endsOn)
    (self.aspects, self.signatories) = (aspects, signatories)
  }

  package enum Kind: String, Sendable, CaseIterable { case protocolOfCooperation = "protocol", memorandum, letter }

  /// Who signed for whom, with the mandate they held that day.
  package struct Signatory: Sendable, Equatable {
    package let organisation: Organisation.ID
    package let name: String
    /// "Mayor", "Prefeito", "Vice-president".
    package let title: String

    package init(organisation: Organisation.ID, name: String, title: String) {
      (self.organisation, self.name, self.title) = (organisation, name, title)
    }
  }
}

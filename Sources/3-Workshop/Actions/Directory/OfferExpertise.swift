package import Cooperation
import SQL
import Storage

/// An organisation offers others the time of someone who holds a mandate of it.
package struct OfferExpertise: Sendable {
  let expertise: Expertise
  let languages: [Language]

  /// - Parameter languages: those that the expert works in, the best first.
  package init(_ expertise: Expertise, in languages: [Language]) {
    (self.expertise, self.languages) = (expertise, languages)
  }

  /// Takes the place of what they offered before, which only the organisation that offered it may change as long as
  /// they work for it.
  ///
  /// - Throws: `Denial`; `Missing`; `Refused`.
  package func run(on occasion: Occasion) throws {
    try occasion.viewer.require(.editor, for: expertise.organisation)
    try occasion.change { change in
      let session = change.session
      var person = try session.people.require(expertise.person)
      let held = try session.mandates.of(person.id).filter { $0.holds(on: change.now.day) }.map(\.organisation)
      guard held.contains(expertise.organisation) else { throw Refused.noMandate }
      // Whom they no longer work for has no say any more.
      if let earlier = try session.experts.find(person.id), held.contains(earlier.organisation) {
        try change.viewer.require(.editor, for: earlier.organisation)
      }
      if person.languages != languages {
        person.languages = languages
        try session.people.update(person)
      }
      try session.experts.keep(expertise, of: person, at: change.now)
      try change.record("offer-expertise", person.id.text, for: expertise.organisation, detail: person.name)
    }
  }

  package enum Refused: Refusal, Equatable {
    case noMandate

    package var kind: RefusalKind { .conflict }
    package var words: Phrase {
      Phrase("refusal.expertise-no-mandate", "Only someone who holds a mandate of yours today can be offered.")
    }
  }
}

/// An organisation no longer offers an expert, or the expert no longer wants to be offered.
package struct WithdrawExpertise: Sendable {
  let person: Person.ID

  package init(of person: Person.ID) { self.person = person }

  /// - Throws: `Denial` unless the person or an editor of the organisation does it; `Missing` where nothing is offered.
  package func run(on occasion: Occasion) throws {
    let known = try occasion.known { session in try session.experts.find(person) }
    guard let known else { throw Missing(person) }
    if occasion.viewer.account?.person != person { try occasion.viewer.require(.editor, for: known.organisation) }
    try occasion.change { change in
      try change.session.experts.delete(person)
      try change.record("withdraw-expertise", person.text, for: known.organisation)
    }
  }
}

/// A document of an exchange as it was first signed: nobody can change it any more.
package struct FrozenDocument: Identifiable, Sendable, Equatable, Named {
  package static let kind = "doc"
  package typealias ID = Identifier<FrozenDocument>

  package let id: ID
  package let exchange: Exchange.ID
  package let output: Output.ID
  /// The title of the exchange.
  package let title: String
  package let language: Language
  /// The whole document as `ReportBack` writes it.
  package let text: String
  /// The fingerprint of `text`, taken when it was frozen.
  package let digest: Digest
  package let frozen: Instant

  package init(
    id: ID, exchange: Exchange.ID, output: Output.ID, title: String, language: Language, text: String, digest: Digest,
    frozen: Instant
  ) {
    (self.id, self.exchange, self.output, self.title) = (id, exchange, output, title)
    (self.language, self.text, self.digest, self.frozen) = (language, text, digest, frozen)
  }
}

/// A signature as it stands under a document.
package struct SignOff: Sendable, Equatable {
  package let person: Person.ID
  package let organisation: Organisation.ID
  package let name: String
  /// What the mandate was called that day: "Mayor".
  package let title: String
  package let role: Mandate.Role
  package let at: Instant

  package init(
    person: Person.ID, organisation: Organisation.ID, name: String, title: String, role: Mandate.Role, at: Instant
  ) {
    (self.person, self.organisation, self.name) = (person, organisation, name)
    (self.title, self.role, self.at) = (title, role, at)
  }

  package init(_ signature: Exchange.Signature) {
    let signatory = signature.signatory
    self.init(
      person: signatory.person, organisation: signatory.organisation, name: signatory.name, title: signatory.title,
      role: signatory.role, at: signature.at)
  }
}

extension Exchange {
  /// A signature on its way in.
  package struct Signing: Sendable, Hashable {
    package let of: Signed
    package let signatory: Signatory
    /// The fingerprint of the text that was read and signed; nil for a phase.
    package let digest: Digest?

    package init(_ signed: Signed, by signatory: Signatory, digest: Digest? = nil) {
      (self.of, self.signatory, self.digest) = (signed, signatory, digest)
    }
  }

  /// What is signed.
  package enum Signed: Sendable, Hashable {
    /// What was agreed in the visit with this number.
    case visit(Int)
    case output(Output.ID)
  }

  /// Whoever signs, in the capacity they had that day: stays true when the mandate has long ended.
  package struct Signatory: Sendable, Hashable {
    package let person: Person.ID
    package let name: String
    package let mandate: Mandate.ID
    package let role: Mandate.Role
    /// What the mandate is called: "Mayor", "Vereador".
    package let title: String
    package let organisation: Organisation.ID

    /// Nil where the mandate does not hold on `day`.
    package init?(_ mandate: Mandate, name: String, on day: Day) {
      guard mandate.holds(on: day) else { return nil }
      self.init(
        person: mandate.person, name: name, mandate: mandate.id, role: mandate.role, title: mandate.title,
        organisation: mandate.organisation)
    }

    /// As a journal tells it.
    package init(
      person: Person.ID, name: String, mandate: Mandate.ID, role: Mandate.Role, title: String,
      organisation: Organisation.ID
    ) {
      (self.person, self.name, self.mandate) = (person, name, mandate)
      (self.role, self.title, self.organisation) = (role, title, organisation)
    }
  }

  /// A signature that was given.
  package struct Signature: Sendable, Equatable {
    package let of: Signed
    package let signatory: Signatory
    package let digest: Digest?
    package let at: Instant
  }
}

/// The fingerprint of a text: its SHA-256, as 64 hexadecimal digits in lower case.
package struct Digest: Sendable, Hashable, CustomStringConvertible {
  package let description: String

  /// Nil for what is not written so.
  package init?(_ text: some StringProtocol) {
    guard text.utf8.count == 64, text.utf8.allSatisfy({ "0123456789abcdef".utf8.contains($0) }) else { return nil }
    description = String(text)
  }
}

extension Exchange {
  mutating func sign(_ signing: Signing, _ entry: Entry, under method: Method) throws(Refusal) {
    guard signing.signatory.person == entry.by else { throw .notYours }
    let wanted = try signers(of: signing, under: method)
    let signatory = signing.signatory
    guard wanted.contains(where: { $0.mandate == signatory.role && sides($0.of).contains(signatory.organisation) })
    else { throw .signatureNotAsked }
    guard !hasSigned(signatory.role, for: signatory.organisation, signing.of) else { throw .alreadySigned }
    if let first = signatures.first(where: { $0.of == signing.of }), first.digest != signing.digest {
      throw .signsAnotherText
    }
    signatures.append(Signature(of: signing.of, signatory: signatory, digest: signing.digest, at: entry.at))
  }

  private func signers(of signing: Signing, under method: Method) throws(Refusal) -> [Signer] {
    switch signing.of {
    case .visit(let number):
      guard case .running = stage, number == visits.count else { throw .phaseOver(number) }
      return method.phase(visit.phase)?.gate.signers ?? []
    case .output(let id):
      guard case .concluded = stage else { throw .documentNotReady(id) }
      guard let output = method.output(id) else { throw .noSuchDocument(id) }
      guard signing.digest != nil else { throw .signsAnotherText }
      return output.signers
    }
  }

  /// What a document still waits for: the signatures that are missing, in the method's order.
  package func missing(_ signers: [Signer], on signed: Signed) -> [Requirement] {
    signers.flatMap { signer in
      sides(signer.of).filter { !hasSigned(signer.mandate, for: $0, signed) }.map { .unsigned(signer.mandate, for: $0) }
    }
  }

  /// Whether the exchange is concluded and every signature that its documents need is there.
  package func isComplete(under method: Method) -> Bool {
    guard case .concluded = stage else { return false }
    return method.outputs.allSatisfy { missing($0.signers, on: .output($0.id)).isEmpty }
  }

  /// The signatures under a document, in the order they were given.
  package func signatures(under output: Output.ID) -> [Signature] { signatures.filter { $0.of == .output(output) } }

  private func sides(_ side: Signer.Side) -> [Organisation.ID] {
    switch side {
    case .eachParty: opening.parties
    case .role(let role): organisations(playing: role)
    }
  }

  private func hasSigned(_ role: Mandate.Role, for organisation: Organisation.ID, _ signed: Signed) -> Bool {
    signatures.contains { $0.of == signed && $0.signatory.role == role && $0.signatory.organisation == organisation }
  }
}

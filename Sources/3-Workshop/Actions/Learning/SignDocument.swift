package import Cooperation
import SQL
import Secrets
import Storage

/// Someone with a mandate signs what came of an exchange, or what was agreed in a phase of it.
///
/// The first signature under a document freezes its text: whoever signs later signs the same.
package struct SignDocument: Sendable {
  let exchange: Exchange.ID
  let signed: Exchange.Signed
  let mandate: Mandate.ID?
  let digest: Digest?
  let token: Slug<Exchange.Entry>?

  /// - Parameters:
  ///   - mandate: the one to sign with; nil for whichever fits.
  ///   - digest: the fingerprint of the text that was read; nil for a phase.
  package init(
    _ signed: Exchange.Signed, of exchange: Exchange.ID, with mandate: Mandate.ID? = nil, reading digest: Digest?,
    token: Slug<Exchange.Entry>? = nil
  ) {
    (self.exchange, self.signed, self.mandate) = (exchange, signed, mandate)
    (self.digest, self.token) = (digest, token)
  }

  /// - Throws: `Denial.signIn`; `Missing`; `.noMandate`; `Exchange.Refusal`.
  package func run(on occasion: Occasion) throws -> Room {
    let person = try occasion.viewer.person().person
    return try occasion.change { change in
      let (room, standing) = try change.session.exchanges.require(exchange, for: change.viewer, on: change.now.day)
      if let token, room.exchange.hasTaken(token) {
        try change.keep(room, after: room, "sign")
        return room
      }
      if case .output(let output) = signed, let asked = room.method.output(output) {
        guard case .concluded = room.exchange.stage else { throw Exchange.Refusal.documentNotReady(output) }
        guard room.shows(asked, to: standing) else { throw Missing(exchange) }
      }
      let signatory = try signatory(person, in: room, change)
      let document = try document(of: room, &change)
      if let document, document.digest != digest { throw Exchange.Refusal.signsAnotherText }
      let step = Exchange.Step.sign(.init(signed, by: signatory, digest: document?.digest))
      let next = try room.taking(step, by: person, at: change.now, token: token)
      if let document, let signature = next.exchange.signatures.last {
        try change.session.documents.sign(document.id, SignOff(signature))
      }
      try change.keep(next, after: room, "sign")
      return next
    }
  }

  private func signatory(_ person: Person.ID, in room: Room, _ change: Change) throws -> Exchange.Signatory {
    let mandates = try change.session.mandates.of(person)
    let fitting = room.exchange.mandates(mandates, fitFor: signed, on: change.now.day, under: room.method)
    guard let chosen = mandate.map({ id in fitting.first { $0.id == id } }) ?? fitting.first else {
      throw Refused.noMandate
    }
    let name = try change.session.people.require(person).name
    guard let signatory = Exchange.Signatory(chosen, name: name, on: change.now.day) else { throw Refused.noMandate }
    return signatory
  }

  /// The frozen document, frozen now if it was not yet; nil where a phase is signed.
  private func document(of room: Room, _ change: inout Change) throws -> FrozenDocument? {
    guard case .output(let output) = signed else { return nil }
    if let frozen = try change.session.documents.find(output, of: exchange) { return frozen }
    guard let report = try change.session.documents.draft(output, of: room) else {
      throw Exchange.Refusal.noSuchDocument(output)
    }
    let document = FrozenDocument(freezing: report, output, of: exchange, as: change.identifier(), at: change.now)
    guard document.digest == digest else { throw Exchange.Refusal.signsAnotherText }
    try change.session.documents.insert(document)
    return document
  }

  package enum Refused: Refusal {
    case noMandate

    package var kind: RefusalKind { .forbidden }
    package var words: Phrase {
      Phrase(
        "refusal.no-mandate",
        """
        You hold no mandate today that this document asks for. An owner of your organisation can enter it on the \
        organisation’s page; then sign again.
        """)
    }
  }
}

extension FrozenDocument {
  /// What came of an exchange, with the fingerprint of its text as it is now.
  package init(
    freezing report: ReportBack, _ output: Output.ID, of exchange: Exchange.ID, as id: ID, at now: Instant
  ) {
    guard let digest = Digest(SHA256.hex(of: report.text.utf8)) else { preconditionFailure("a hash is a fingerprint") }
    self.init(
      id: id, exchange: exchange, output: output, title: report.title, language: report.language, text: report.text,
      digest: digest, frozen: now)
  }
}

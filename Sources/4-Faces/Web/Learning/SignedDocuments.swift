import Addresses
import Cooperation
import HTTP
import Languages
import Markup
import Methods
import Pages
import Printing
import SQL
import Secrets
import Storage

extension Site {
  func showDocument(_ visit: Visit, _ id: Exchange.ID, _ output: Output.ID) throws -> any Answer {
    Shown(try documentPage(visit, id, output))
  }

  /// The text of which the fingerprint was taken.
  func showDocumentText(_ visit: Visit, _ id: Exchange.ID, _ output: Output.ID) throws -> any Answer {
    guard let text = try document(visit, id, output).shown.text else { throw Missing(id) }
    return Response(
      200, headers: [.init("Content-Type", "text/plain; charset=utf-8"), .init("Cache-Control", "private, no-store")],
      body: .bytes(Array(text.utf8)))
  }

  /// The document as PDF, in its own language. Takes a second or more, on a thread that nobody waits for.
  func printDocument(_ visit: Visit, _ id: Exchange.ID, _ output: Output.ID) throws -> any Answer {
    let page = try documentPage(visit, id, output, isPrinted: true)
    let language = try room(id, visit).0.exchange.opening.language
    let reader = Reader(words: .speaking([language]), viewer: visit.viewer, path: visit.request.path, now: visit.now)
    let paper = Paper(frame.html(of: page, for: reader))
    return Response(200, body: .later { paper.pdf(named: "\(output)-\(id)", visit, in: self) })
  }

  func documentPage(
    _ visit: Visit, _ id: Exchange.ID, _ output: Output.ID, _ filled: Filled = Filled(), isPrinted: Bool = false
  ) throws -> DocumentPage {
    let (shown, room) = try document(visit, id, output)
    let (names, _) = try names(for: room, visit)
    let mandates = try visit.viewer.account.map { account in
      try database.read { session in try session.mandates.of(account.person) }
    }
    let fitting = room.exchange.mandates(
      mandates ?? [], fitFor: .output(output), on: visit.now.day, under: room.method)
    return DocumentPage(
      shown,
      signing: .init(
        mandates: fitting, token: isPrinted ? "" : Self.freshToken(),
        check: settings.base + Address.fingerprint(shown.digest)),
      names: names, filled: filled)
  }

  /// The document as the visit may see it: as it was frozen, or as it would be frozen now.
  private func document(
    _ visit: Visit, _ id: Exchange.ID, _ output: Output.ID
  ) throws -> (shown: DocumentPage.Shown, room: Room) {
    let (room, standing) = try readable(visit, id, output)
    let (frozen, draft) = try database.read { session in
      let frozen = try session.documents.find(output, of: id)
      return (frozen, frozen == nil ? try session.documents.draft(output, of: room) : nil)
    }
    let text = frozen?.text ?? draft?.text ?? ""
    guard let digest = frozen?.digest ?? Digest(SHA256.hex(of: text.utf8)) else { throw Missing(id) }
    let report = frozen.map { ReportBack(reading: $0.text) } ?? draft
    let signatures = room.exchange.signatures(under: output)
    let shown = DocumentPage.Shown(
      exchange: id, output: output, report: standing == .reader ? report?.withoutNames : report,
      text: standing == .reader ? nil : text, digest: digest, frozen: frozen?.frozen,
      isIntact: SHA256.hex(of: text.utf8) == digest.description && signatures.allSatisfy { $0.digest == digest },
      signatures: signatures.map { SignOff($0) },
      missing: room.exchange.missing(room.method.output(output)?.signers ?? [], on: .output(output)))
    return (shown, room)
  }

  /// - Throws: `Missing` where there is no such document for them; `.documentNotReady` for those who see the room.
  private func readable(_ visit: Visit, _ id: Exchange.ID, _ output: Output.ID) throws -> (Room, Room.Standing) {
    let (room, standing) = try room(id, visit)
    guard let asked = room.method.output(output) else { throw Exchange.Refusal.noSuchDocument(output) }
    guard case .concluded = room.exchange.stage else { throw Exchange.Refusal.documentNotReady(output) }
    guard room.shows(asked, to: standing) else { throw Missing(id) }
    return (room, standing)
  }
}

// Whoever has a document in hand can ask whether it was frozen here.
extension Site {
  func showFingerprints(_ visit: Visit) throws -> any Answer {
    let typed = (visit.query["fingerprint"] ?? "").filter { !$0.isWhitespace }.lowercased()
    guard !typed.isEmpty else { return Shown(FingerprintPage(wanted: "", found: nil)) }
    guard let digest = Digest(typed) else {
      return Shown(FingerprintPage(wanted: String(typed.prefix(200)), found: nil))
    }
    return try showFingerprint(visit, digest)
  }

  func showFingerprint(_ visit: Visit, _ digest: Digest) throws -> any Answer {
    let found = try database.read { session -> (FrozenDocument, [SignOff], Bool, [Organisation.Brief])? in
      guard let document = try session.documents.find(digest) else { return nil }
      let signatures = try session.documents.signatures(under: document.id)
      let room = try session.exchanges.find(document.exchange, for: visit.viewer, on: visit.now.day)
      let isReadable = room.map { room, standing in
        room.method.output(document.output).map { room.shows($0, to: standing) } ?? false
      }
      let briefs = try session.organisations.briefs(signatures.map(\.organisation), in: visit.reader.words.language)
      return (document, signatures, isReadable ?? false, briefs)
    }
    guard let (document, signatures, isReadable, briefs) = found else {
      return Shown(FingerprintPage(wanted: digest.description, found: nil), status: 404)
    }
    let report = ReportBack(reading: document.text)
    let facts = FingerprintPage.Found(
      document, isIntact: SHA256.hex(of: document.text.utf8) == digest.description, signatures: signatures,
      heading: report?.heading ?? document.output.text, method: report?.method ?? "", isReadable: isReadable)
    let names = Dictionary(uniqueKeysWithValues: briefs.map { ($0.id, $0.name.text) })
    return Shown(FingerprintPage(wanted: digest.description, found: facts, names: names))
  }
}

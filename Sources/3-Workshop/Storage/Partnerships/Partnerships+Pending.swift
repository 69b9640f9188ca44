package import Cooperation
import SQL

extension Partnerships {
  /// A partnership that waits for a party's word.
  package struct Pending: Sendable, Hashable {
    package let partnership: Partnership.ID
    /// The party that is asked.
    package let party: Organisation.ID
    package let matter: Matter

    package init(_ partnership: Partnership.ID, _ party: Organisation.ID, _ matter: Matter) {
      (self.partnership, self.party, self.matter) = (partnership, party, matter)
    }

    /// To answer a proposal, to say whether it is so, to sign what was agreed.
    package enum Matter: String, Sendable, CaseIterable { case answer, confirm, sign }
  }

  /// What waits for those whom `viewer` speaks for: proposals first, then what was agreed or signed, then what lists
  /// say; the latest first.
  package func pending(for viewer: Viewer, _ span: Span = Span()) throws -> Excerpt<Pending> {
    let own = viewer.organisations(as: .editor), owned = viewer.organisations(as: .owner)
    guard !own.isEmpty else { return Excerpt([], of: 0, span) }
    let signing: Statement =
      owned.isEmpty ? "1 = 0" : "p.stage = 'agreed' AND p.claim = 'confirmed' AND y.organisation IN (\(several: owned))"
    let source: Statement = """
      FROM party y JOIN partnership p ON p.id = y.partnership
      WHERE y.organisation IN (\(several: own)) AND y.role IN ('lead', 'partner')
        AND ((p.stage = 'proposed' AND p.proposed_by NOT IN (\(several: own)))
          OR (p.stage IN ('inferred', 'agreed', 'signed') AND \(Self.isAsked)) OR (\(signing)))
      """
    return try session.excerpt(span, counting: "SELECT COUNT(*) \(source)") {
      try session.rows(
        """
        SELECT p.id, y.organisation,
          CASE WHEN p.stage = 'proposed' THEN 'answer' WHEN \(Self.isAsked) THEN 'confirm' ELSE 'sign' END
        \(source)
        ORDER BY CASE p.stage WHEN 'proposed' THEN 0 WHEN 'inferred' THEN 2 ELSE 1 END, p.changed_at DESC, p.id,
          y.organisation \(span.sql)
        """
      ) { row in Pending(try row.id(0), try row.id(1), try row.word(2)) }
    }
  }

  /// The same as `Claim.awaits`: the party has not spoken, or another has claimed something since it did.
  private static let isAsked: Statement = """
    (NOT EXISTS (SELECT 1 FROM voice v WHERE v.subject = p.id AND v.organisation = y.organisation)
      OR (p.claim <> 'disputed' AND EXISTS (
        SELECT 1 FROM voice c WHERE c.subject = p.id AND c.organisation <> y.organisation AND c.stance = 'claims'
          AND c.at > (SELECT MAX(v.at) FROM voice v WHERE v.subject = p.id AND v.organisation = y.organisation))))
    """
}

/// A document that an exchange leaves behind, and who signs it.
package struct Output: Identifiable, Sendable, Equatable {
  package typealias ID = Slug<Output>

  package let id: ID
  package let kind: Kind
  package let title: Texts
  package let audience: Audience
  package let sections: [Section]
  /// Empty where nobody has to.
  package let signers: [Signer]

  package init(
    id: ID, kind: Kind, title: Texts, audience: Audience, sections: [Section], signers: [Signer] = []
  ) {
    (self.id, self.kind, self.title) = (id, kind, title)
    (self.audience, self.sections, self.signers) = (audience, sections, signers)
  }

  package enum Kind: String, Sendable, CaseIterable {
    case reportBack = "report-back"
    case comparison, plan, assessment
  }

  /// Who may read it once it is there.
  package enum Audience: String, Sendable, CaseIterable {
    case participants
    /// Whoever acts for an organisation that is a party.
    case parties
    case everyone
  }

  /// A part of the document: a heading over the answers to some prompts.
  package struct Section: Sendable, Equatable {
    package let title: Texts
    /// A line under the heading; nil for none.
    package let note: Texts?
    package let quotes: [Prompt.ID]
    /// Whether what the comparisons found stands here.
    package let showsMismatches: Bool

    package init(title: Texts, note: Texts? = nil, quotes: [Prompt.ID], showsMismatches: Bool = false) {
      (self.title, self.note, self.quotes, self.showsMismatches) = (title, note, quotes, showsMismatches)
    }
  }
}

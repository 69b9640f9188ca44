extension Partnership {
  /// A new partnership that `party` proposes to the others.
  ///
  /// - Throws: `.notAParty`.
  package static func proposed(
    _ id: ID, title: Texts, form: Form, parties: Parties, by party: Organisation.ID, on day: Day
  ) throws(Refusal) -> Partnership {
    guard parties.contains(party) else { throw .notAParty }
    return Partnership(id: id, title: title, form: form, parties: parties, stage: .proposed(by: party, on: day))
  }

  /// This partnership once `party` accepts what another proposed.
  ///
  /// - Throws: `.notAParty`, also for one that helps or pays and does not speak; `.notProposed` unless it awaits an
  ///   answer; `.ownProposal` where the proposer answers.
  package func agreed(by party: Organisation.ID, on day: Day) throws(Refusal) -> Partnership {
    guard parties.speaking.contains(party) else { throw .notAParty }
    guard case .proposed(let proposer, _) = stage else { throw .notProposed }
    guard party != proposer else { throw .ownProposal }
    return becoming(.agreed(on: day))
  }

  /// This partnership once its agreement is signed, or signed anew.
  ///
  /// - Throws: `.notAgreed` unless both want it; `.alreadySigned` where it is not later than the one that holds;
  ///   `.unsigned` naming who has no signatory; `.notAParty`.
  package func signed(_ agreement: Agreement) throws(Refusal) -> Partnership {
    switch stage {
    case .agreed, .inferred: break
    case .signed(let known): if agreement.signed <= known.signed { throw .alreadySigned(on: known.signed) }
    case .proposed, .ended: throw .notAgreed
    }
    let unsigned = parties.speaking.filter { party in !agreement.signatories.contains { $0.organisation == party } }
    guard unsigned.isEmpty else { throw .unsigned(unsigned) }
    guard agreement.signatories.allSatisfy({ parties.contains($0.organisation) }) else { throw .notAParty }
    return becoming(.signed(agreement))
  }

  /// This partnership, ended by one of its parties.
  ///
  /// - Throws: `.alreadyEnded`, `.notAParty`, `.endsBeforeItBegins`, `.endsBeforeItBegan`.
  package func ended(by party: Organisation.ID, on day: Day, why: Ending) throws(Refusal) -> Partnership {
    guard parties.contains(party) else { throw .notAParty }
    if case .ended = stage { throw .alreadyEnded }
    if case .signed(let agreement) = stage, day < agreement.signed {
      throw .endsBeforeItBegins(signed: agreement.signed, ends: day)
    }
    if let start, day < start { throw .endsBeforeItBegan(start, ends: day) }
    return becoming(.ended(on: day, why: why))
  }

  /// The day before which it cannot end: when it began, or was proposed or agreed.
  private var start: Day? {
    switch stage {
    case .proposed(_, let day), .agreed(let day): began.map { min($0, day) } ?? day
    case .inferred, .signed, .ended: began
    }
  }

  /// Why a partnership would not do as asked.
  package enum Refusal: Cooperation.Refusal, Equatable {
    case sameTwice, tooFew
    case endsBeforeItBegins(signed: Day, ends: Day)
    case notAParty, ownProposal, notProposed, notAgreed, alreadyEnded
    case unsigned([Organisation.ID])
    case alreadySigned(on: Day)
    case endsBeforeItBegan(Day, ends: Day)

    package var kind: RefusalKind {
      switch self {
      case .sameTwice, .tooFew, .endsBeforeItBegins, .endsBeforeItBegan, .unsigned: .invalid
      case .notAParty: .forbidden
      case .ownProposal, .notProposed, .notAgreed, .alreadyEnded, .alreadySigned: .conflict
      }
    }

    package var words: Phrase {
      switch self {
      case .sameTwice: Phrase("refusal.same-twice", "A partnership joins different organisations.")
      case .tooFew: Phrase("refusal.too-few", "A partnership needs at least two organisations.")
      case .endsBeforeItBegins(let signed, let ends):
        Phrase(
          "refusal.ends-before", "It would end on {ends}, before it was signed on {signed}.",
          ["signed": "\(signed)", "ends": "\(ends)"])
      case .endsBeforeItBegan(let began, let ends):
        Phrase(
          "refusal.ends-before-began", "It would end on {ends}, before it began on {began}.",
          ["began": "\(began)", "ends": "\(ends)"])
      case .alreadySigned(let day):
        Phrase(
          "refusal.agreement-stands",
          "An agreement of {day} stands here already. One that replaces it was signed on a later day.",
          ["day": "\(day)"])
      case .notAParty: Phrase("refusal.not-a-party", "Only a party to it can say so.")
      case .ownProposal: Phrase("refusal.own-proposal", "You cannot accept your own proposal; the other side must.")
      case .notProposed: Phrase("refusal.not-proposed", "This partnership is not awaiting an answer.")
      case .notAgreed: Phrase("refusal.not-agreed", "It can be signed once the other side has agreed to it.")
      case .alreadyEnded: Phrase("refusal.already-ended", "This partnership has ended.")
      case .unsigned:
        Phrase(
          "refusal.unsigned", "Each side needs someone who signs for it. Name who signs for the one that is missing.")
      }
    }
  }
}

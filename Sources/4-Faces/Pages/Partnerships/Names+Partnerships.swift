package import Cooperation

// What the kinds of a partnership's life are called in the interface.
extension Partnership.Standing {
  package var name: Phrase {
    switch self {
    case .inferred: Phrase("partnership.inferred", "Known from a list")
    case .proposed: Phrase("partnership.proposed", "Proposed")
    case .agreed: Phrase("partnership.agreed", "Agreed")
    case .signed: Phrase("partnership.signed", "Signed")
    case .ended: Phrase("partnership.ended", "Ended")
    }
  }
}

extension Partnership.Ending {
  package var name: Phrase {
    switch self {
    case .completed: Phrase("ending.completed", "Completed: what was promised is done")
    case .lapsed: Phrase("ending.lapsed", "Lapsed: its time ran out")
    case .withdrawn: Phrase("ending.withdrawn", "Withdrawn: one side left")
    }
  }
}

extension Agreement.Kind {
  package var name: Phrase {
    switch self {
    case .protocolOfCooperation: Phrase("agreement.protocol", "Protocol of cooperation")
    case .memorandum: Phrase("agreement.memorandum", "Memorandum")
    case .letter: Phrase("agreement.letter", "Letter of intent")
    }
  }
}

extension Contribution.Kind {
  package var name: Phrase {
    switch self {
    case .budget: Phrase("contribution.budget", "Budget")
    case .commitment: Phrase("contribution.commitment", "Commitment")
    case .disbursement: Phrase("contribution.disbursement", "Disbursement")
    case .expenditure: Phrase("contribution.expenditure", "Expenditure")
    case .inKind: Phrase("contribution.in-kind", "In kind")
    }
  }

  /// What it means, in a few words.
  package var meaning: Phrase {
    switch self {
    case .budget: Phrase("contribution.budget.meaning", "planned")
    case .commitment: Phrase("contribution.commitment.meaning", "promised in writing")
    case .disbursement: Phrase("contribution.disbursement.meaning", "paid to a partner")
    case .expenditure: Phrase("contribution.expenditure.meaning", "spent")
    case .inKind: Phrase("contribution.in-kind.meaning", "worth money, but not money")
    }
  }
}

extension Claim.Stance {
  /// What a party says.
  package var name: Phrase {
    switch self {
    case .claims: Phrase("stance.claims", "Says that it is so")
    case .confirms: Phrase("stance.confirms", "Confirms it")
    case .disputes: Phrase("stance.disputes", "Says that it is not so")
    }
  }

  /// The line in which its word is drawn.
  var line: Claim.State {
    switch self {
    case .claims, .confirms: .confirmed
    case .disputes: .disputed
    }
  }
}

extension Source {
  /// What a reader calls it; its own name where it is none of those that we read often.
  var title: Phrase {
    switch name {
    case "wikidata-p190": Phrase("source.wikidata", "Wikidata, twinned administrative bodies (P190)")
    case "wikipedia-lists": Phrase("source.wikipedia", "Wikipedia, lists of twin towns")
    case "iati": Phrase("source.iati", "IATI, as its reporter published it")
    case "guide-2016": Phrase("source.guide", "City to City, the guide to the UCLG learning universe")
    default: Phrase("source.other", "{name}", ["name": name])
    }
  }
}

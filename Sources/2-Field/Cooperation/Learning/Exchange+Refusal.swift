extension Exchange {
  /// Why an exchange would not take a step.
  package enum Refusal: Cooperation.Refusal, Equatable {
    // Before it begins.
    case otherMethod, clockNotOffered(Method.Clock), noParty
    // Of any step.
    case over, outOfOrder(expected: Int), tokenSpent, onlyLeaders, reasonMissing
    // Of people and roles.
    case notTakingPart(Person.ID), alreadyHere, nameMissing
    case noSuchRole(Role.ID), noPlaceLeft(Role.ID), alreadyPlays(Role.ID), doesNotPlay(Role.ID), barred(Role.Bar)
    // Of answers.
    case noSuchPrompt(Prompt.ID), notOpen(Prompt.ID), notAsked(Prompt.ID), notAskedNow(Prompt.ID), notYours
    case noSuchSubject(Prompt.ID), unfit(Prompt.ID, Answer.Unfit), notYourTurn(Prompt.ID), noSuchContribution(Int)
    // Of phases; nil is the end.
    case phaseOver(Int), mayNotClose(Phase.ID), doesNotFollow(Phase.ID?), wayNotOpen(Phase.ID?)
    case stillNeeds([Requirement])
    // Of signatures.
    case documentNotReady(Output.ID), noSuchDocument(Output.ID), signatureNotAsked, alreadySigned, signsAnotherText
  }
}

extension Exchange.Refusal {
  package var kind: RefusalKind {
    switch self {
    case .clockNotOffered, .noParty, .reasonMissing, .nameMissing, .unfit: .invalid
    case .noSuchRole, .noSuchPrompt, .noSuchSubject, .noSuchContribution, .noSuchDocument: .missing
    case .onlyLeaders, .notTakingPart, .barred, .notAsked, .notYours, .mayNotClose, .signatureNotAsked: .forbidden
    case .outOfOrder, .phaseOver, .signsAnotherText: .stale
    case .otherMethod, .over, .tokenSpent, .alreadyHere, .noPlaceLeft, .alreadyPlays, .doesNotPlay, .notOpen,
      .notAskedNow, .notYourTurn, .doesNotFollow, .wayNotOpen, .stillNeeds, .documentNotReady, .alreadySigned:
      .conflict
    }
  }

  package var words: Phrase {
    switch self {
    case .otherMethod:
      Phrase("refusal.other-method", "This exchange keeps to the method and version that it began with.")
    case .clockNotOffered: Phrase("refusal.clock-not-offered", "The method does not run by that clock.")
    case .noParty: Phrase("refusal.no-party", "Name the organisations in whose name this is run, each once.")
    case .over: Phrase("refusal.exchange-over", "This exchange is over.")
    case .outOfOrder, .phaseOver:
      Phrase("refusal.went-on", "The exchange has gone on since you looked. See where it is, then decide again.")
    case .tokenSpent: Phrase("refusal.token-spent", "That was sent before, and it said something else.")
    case .onlyLeaders: Phrase("refusal.only-leaders", "Only whoever leads the exchange can do this for others.")
    case .reasonMissing: Phrase("refusal.end-reason-missing", "Say why it ends here, for those who come after.")
    case .notTakingPart: Phrase("refusal.not-taking-part", "Only those who take part can do this. Join first.")
    case .alreadyHere: Phrase("refusal.already-here", "This person takes part already.")
    case .nameMissing: Phrase("refusal.name-missing", "Say by which name this person goes.")
    default: moreWords
    }
  }

  private var moreWords: Phrase {
    switch self {
    case .noSuchRole: Phrase("refusal.no-such-role", "The method has no such role.")
    case .noPlaceLeft: Phrase("refusal.no-place-left", "Every place in that role is taken.")
    case .alreadyPlays: Phrase("refusal.already-plays", "This person has that role already.")
    case .doesNotPlay: Phrase("refusal.does-not-play", "This person does not have that role.")
    case .barred(.alsoPlays): Phrase("refusal.barred-role", "Nobody can have both of these roles.")
    case .barred(.sameOrganisation):
      Phrase("refusal.barred-organisation", "These two roles must be played by different organisations.")
    case .barred(.otherOrganisation):
      Phrase("refusal.barred-side", "Everyone in this role comes from one organisation.")
    case .noSuchPrompt: Phrase("refusal.no-such-prompt", "The method does not ask that.")
    case .notOpen: Phrase("refusal.prompt-not-open", "This is not asked in the present phase.")
    case .notAsked: Phrase("refusal.not-asked", "This is asked of other roles.")
    case .notAskedNow: Phrase("refusal.not-asked-now", "After what was chosen before, this is not asked.")
    case .notYours: Phrase("refusal.others-words", "Only they themselves, or whoever keeps the notes, can do this.")
    case .noSuchSubject: Phrase("refusal.no-such-subject", "Choose whom or what the answer is about.")
    case .unfit(_, let unfit): unfit.words
    case .notYourTurn: Phrase("refusal.not-your-turn", "One at a time: let someone else speak first.")
    case .noSuchContribution: Phrase("refusal.no-such-contribution", "There is no such answer in this phase.")
    default: lastWords
    }
  }

  private var lastWords: Phrase {
    switch self {
    case .mayNotClose: Phrase("refusal.may-not-close", "This phase is closed by another role.")
    case .doesNotFollow: Phrase("refusal.does-not-follow", "The method does not lead there from this phase.")
    case .wayNotOpen: Phrase("refusal.way-not-open", "After what was chosen, this way is not open.")
    case .stillNeeds: Phrase("refusal.still-needs", "This phase still waits for something.")
    case .documentNotReady:
      Phrase("refusal.document-not-ready", "The document is there once the exchange is concluded.")
    case .noSuchDocument: Phrase("refusal.no-such-document", "The method makes no such document.")
    case .signatureNotAsked: Phrase("refusal.signature-not-asked", "The document does not need this signature.")
    case .alreadySigned: Phrase("refusal.already-signed", "This has been signed for that organisation.")
    default:
      Phrase("refusal.signs-another-text", "What was signed is another text. Read the document again, then sign.")
    }
  }
}

extension Match.Capacity {
  func words(_ naming: Match.Naming) -> Phrase {
    switch self {
    case .unsaid:
      Phrase("reason.capacity.unsaid", "They have not said how many introductions they can take in a quarter.")
    case .load(let open, let room):
      Phrase(
        "reason.capacity.load", "Under way with them this quarter: {open} of the {room} that they can take.",
        ["open": naming.number(open), "room": naming.number(room)])
    case .full: Phrase("reason.capacity.full", "They have said that they have no room for more now.")
    case .declined(let theme, let reason, let day):
      Phrase(
        "reason.capacity.declined", "You asked them about {theme}, and they declined on {day}: {reason}.",
        ["theme": naming.theme(theme), "day": naming.day(day), "reason": naming.say(reason.words)])
    case .silent(let day):
      Phrase(
        "reason.capacity.silent", "You asked them on {day}, and they have not answered.", ["day": naming.day(day)])
    }
  }
}

extension Match.Reach {
  var words: Phrase {
    switch self {
    case .partners: Phrase("reason.reach.partners", "You are partners already.")
    case .through(let body):
      Phrase("reason.reach.through", "You both belong to {body}, which can bring you together.", ["body": body])
    case .body: Phrase("reason.reach.body", "You belong to them.")
    case .member: Phrase("reason.reach.member", "They belong to you.")
    case .strangers: Phrase("reason.reach.strangers", "You have no partner or network in common that we know of.")
    case .unasked: Phrase("reason.reach.unasked", "Nobody asks yet, so we do not know your way to them.")
    }
  }
}

extension Introduction.Reason {
  /// The reason inside a sentence.
  package var words: Phrase {
    switch self {
    case .noCapacity: Phrase("introduction.reason.no-capacity", "no room for it now")
    case .otherField: Phrase("introduction.reason.other-field", "not their field")
    case .noLanguage: Phrase("introduction.reason.no-language", "no language in common")
    case .workingWithOthers: Phrase("introduction.reason.working-with-others", "already at work on it with others")
    case .other: Phrase("introduction.reason.other", "another reason")
    }
  }
}

extension Match {
  /// How a reader's language says what stands in the blanks of a reason.
  package struct Naming {
    let theme: (Theme.ID) -> String
    let language: (Language) -> String
    let number: (Int) -> String
    let day: (Day) -> String
    let list: ([String]) -> String
    let say: (Phrase) -> String

    /// - Parameters:
    ///   - list: several names as one, such as "water, roads and parks".
    ///   - say: a phrase in the reader's language, its blanks filled.
    package init(
      theme: @escaping (Theme.ID) -> String, language: @escaping (Language) -> String,
      number: @escaping (Int) -> String, day: @escaping (Day) -> String, list: @escaping ([String]) -> String,
      say: @escaping (Phrase) -> String
    ) {
      (self.theme, self.language, self.number, self.day) = (theme, language, number, day)
      (self.list, self.say) = (list, say)
    }

    fileprivate func themes(_ ids: [Theme.ID]) -> String { list(ids.map(theme)) }
  }
}

extension Match.Reason {
  /// The reason as one sentence to whoever asks.
  package func words(_ naming: Match.Naming) -> Phrase {
    switch fact {
    case .themes(let themes): themes.words(naming)
    case .text(let shared): Self.words(shared, naming)
    case .context(let context): context.words(naming)
    case .languages(let languages): languages.words(naming)
    case .reciprocity(let reciprocity): reciprocity.words(naming)
    case .capacity(let capacity): capacity.words(naming)
    case .reach(let reach): reach.words
    case .evidence(let evidence): evidence.words(naming)
    }
  }

  private static func words(_ shared: [Match.SharedWord], _ naming: Match.Naming) -> Phrase {
    if shared.isEmpty { return Phrase("reason.text.none", "Your text and theirs share no telling word.") }
    let words = shared.map { word in
      switch word {
      case .word(let text): naming.say(Phrase("reason.text.word", "“{word}”", ["word": text]))
      case .theme(let id): naming.theme(id)
      }
    }
    return Phrase("reason.text.shared", "Both texts speak of {words}.", ["words": naming.list(words)])
  }
}

extension Match.Themes {
  fileprivate func words(_ naming: Match.Naming) -> Phrase {
    if !shared.isEmpty {
      let blanks = ["themes": naming.themes(shared)]
      return isRare
        ? Phrase("reason.themes.rare", "You both work on {themes}; few others do.", blanks)
        : Phrase("reason.themes.shared", "You both work on {themes}.", blanks)
    }
    if let nearest = near.first {
      let blanks = ["theirs": naming.theme(nearest.theirs), "yours": naming.theme(nearest.yours)]
      switch nearest.nearness {
      case .same, .within: return Phrase("reason.themes.within", "They work on {theirs}, a part of {yours}.", blanks)
      case .sibling: return Phrase("reason.themes.sibling", "They work on {theirs}, close to your {yours}.", blanks)
      case .around:
        return Phrase("reason.themes.around", "They work on {theirs}, which takes in your {yours}.", blanks)
      }
    }
    if targets.isEmpty {
      return Phrase("reason.themes.none", "You have no theme in common; the words bring you together.")
    }
    return Phrase(
      "reason.themes.targets", "You both work towards SDG target {targets}.",
      ["targets": naming.list(targets.map(\.description))])
  }
}

extension Match.Context {
  /// How their size compares to yours.
  private func size(_ naming: Match.Naming) -> Phrase {
    guard let theirs, let yours else { return Phrase("reason.context.size-unknown", "Size not known") }
    let blanks = ["theirs": naming.number(theirs), "yours": naming.number(yours)]
    if theirs * 2 > yours * 3 {
      return Phrase("reason.context.larger", "Larger than you ({theirs} and {yours} people)", blanks)
    }
    if theirs * 3 < yours * 2 {
      return Phrase("reason.context.smaller", "Smaller than you ({theirs} and {yours} people)", blanks)
    }
    return Phrase("reason.context.alike", "About your size ({theirs} and {yours} people)", blanks)
  }

  private var income: Phrase {
    switch isSameIncome {
    case true?: Phrase("reason.context.same-income", "same income group")
    case false?: Phrase("reason.context.other-income", "another income group")
    case nil: Phrase("reason.context.income-unknown", "income group not known")
    }
  }

  private var part: Phrase {
    switch land {
    case .country?: Phrase("reason.context.same-country", "the same country")
    case .subregion?: Phrase("reason.context.same-subregion", "the same part of the continent")
    case .region?: Phrase("reason.context.same-region", "the same continent")
    case .apart?: Phrase("reason.context.other-region", "another continent")
    case nil: Phrase("reason.context.country-unknown", "country not known")
    }
  }

  fileprivate func words(_ naming: Match.Naming) -> Phrase {
    Phrase(
      "reason.context", "{size}, {income}, {land}.",
      ["size": naming.say(size(naming)), "income": naming.say(income), "land": naming.say(part)])
  }
}

extension Match.Languages {
  fileprivate func words(_ naming: Match.Naming) -> Phrase {
    switch self {
    case .shared(let language, isFirst: true):
      Phrase("reason.languages.first", "You both work in {language}.", ["language": naming.language(language)])
    case .shared(let language, isFirst: false):
      Phrase(
        "reason.languages.shared", "You can both work in {language}, though it is not the first language of both.",
        ["language": naming.language(language)])
    case .apart(let yours, let theirs):
      Phrase(
        "reason.languages.apart", "You need an interpreter between {yours} and {theirs}.",
        ["yours": naming.language(yours), "theirs": naming.language(theirs)])
    case .unknown: Phrase("reason.languages.unknown", "One of you has not said which languages it works in.")
    }
  }
}

extension Match.Reciprocity {
  fileprivate func words(_ naming: Match.Naming) -> Phrase {
    switch self {
    case .teaches(_, let themes, .same):
      Phrase(
        "reason.reciprocity.same", "They seek to learn about {themes}, which you can teach.",
        ["themes": naming.themes(themes)])
    case .teaches(_, let themes, _):
      Phrase(
        "reason.reciprocity.near", "They seek to learn about {themes}, which is close to what you can teach.",
        ["themes": naming.themes(themes)])
    case .seeksOther: Phrase("reason.reciprocity.other", "What they seek is not what you have shown you can teach.")
    case .seeksNothing: Phrase("reason.reciprocity.nothing", "They have not said what they seek to learn.")
    case .nothingToTeach:
      Phrase("reason.reciprocity.no-practice", "You have not shown yet what you could teach them in return.")
    }
  }
}

/// What a need or a practice said after a change, who made it, and when.
package struct Version: Sendable, Equatable {
  /// Counts the changes, as the revision of the work does.
  package let number: Int
  package let at: Instant
  /// Nil for the operator, and for what was there before versions were kept.
  package let account: Account.ID?
  package let deed: Deed
  /// The name of the stage that it had then: `draft`, `in-review`, `published`, `withdrawn`.
  package let stage: String
  /// What was said to whoever goes on with it; empty for nothing.
  package let note: String
  /// Its texts by their names, `title` among them; none where they were taken out since.
  package let texts: [String: Texts]

  /// What was done.
  package enum Deed: String, Sendable, CaseIterable {
    /// It was there before versions were kept.
    case before
    case add, change, translate, publish, withdraw, check
    case askReview = "ask-review"
    case giveBack = "give-back"
  }

  package init(
    number: Int, at: Instant, account: Account.ID?, deed: Deed, stage: String, note: String = "",
    texts: [String: Texts]
  ) {
    (self.number, self.at, self.account, self.deed) = (number, at, account, deed)
    (self.stage, self.note, self.texts) = (stage, note, texts)
  }

  /// A text of which one language changed.
  package struct Change: Sendable, Equatable {
    package let name: String
    package let language: Language
    /// Whether it is the language in which it was written.
    package let isOriginal: Bool
    package let difference: WordDifference
  }

  /// What changed in the texts since `earlier`, in the order of `names`, the original before its translations.
  package func changes(since earlier: Version, names: [String]) -> [Change] {
    names.flatMap { name in
      let old = earlier.texts[name], new = texts[name]
      let original = new?.original ?? old?.original
      let languages = Set((old?.versions ?? [:]).keys).union((new?.versions ?? [:]).keys)
      return languages.sorted { ($0 != original ? 1 : 0, $0) < ($1 != original ? 1 : 0, $1) }.compactMap { language in
        let difference = WordDifference(
          from: old?.versions[language] ?? "", to: new?.versions[language] ?? "")
        return difference.isNone
          ? nil : Change(name: name, language: language, isOriginal: language == original, difference: difference)
      }
    }
  }
}

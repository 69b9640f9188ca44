extension Cohort {
  /// What whoever plans an event may ask of each two in a group.
  package enum Rule: String, Sendable, CaseIterable {
    /// Who has no country is from none.
    case notSameCountry = "not-same-country"
    /// Who has not said which languages it works in has none.
    case sharedLanguage = "shared-language"
    case notTogether = "not-together"

    /// Whether it keeps two apart.
    ///
    /// - Parameter areKnown: whether the two have worked together before.
    package func bars(_ one: Organisation, _ other: Organisation, areKnown: Bool) -> Bool {
      switch self {
      case .notSameCountry: one.country != nil && one.country == other.country
      case .sharedLanguage: SharedLanguage(one.languages, other.languages) == nil
      case .notTogether: areKnown
      }
    }

    /// Its name in pages.
    package var words: Phrase {
      switch self {
      case .notSameCountry: Phrase("cohort.not-same-country", "Not from the same country")
      case .sharedLanguage: Phrase("cohort.shared-language", "With a language in common")
      case .notTogether: Phrase("cohort.not-together", "Not those who have worked together before")
      }
    }
  }
}

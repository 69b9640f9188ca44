/// Themes and targets that what somebody wrote seems to be about, each with the words that led to it. A person decides.
package struct Suggestions: Sendable, Equatable {
  /// The most spoken of first, at most four.
  package let themes: [OfTheme]
  /// At most six: the nearest targets of each theme.
  package let targets: [OfTarget]

  package static let none = Suggestions(themes: [], targets: [])

  init(themes: [OfTheme], targets: [OfTarget]) { (self.themes, self.targets) = (themes, targets) }

  package struct OfTheme: Sendable, Equatable {
    package let theme: Theme.ID
    /// The words that led to it, as they stand in the text.
    package let words: [String]
  }

  package struct OfTarget: Sendable, Equatable {
    package let target: Target
    /// The theme through which it was found.
    package let theme: Theme.ID

    package init(target: Target, theme: Theme.ID) { (self.target, self.theme) = (target, theme) }
  }
}

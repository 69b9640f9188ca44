/// What is looked for.
package struct SearchQuery: Sendable {
  /// As somebody typed them, in any of the index's languages; empty finds everything.
  package var words: String
  package var match = Match.all
  package var lastWord = LastWord.whole
  /// Other words for the whole question, each of them a phrase that would do as well, at a lower weight: synonyms,
  /// translations.
  package var expansions: [String] = []
  /// Values of facets that would do as well, at a lower weight, by the name of the facet.
  package var boosts: [String: [String]] = [:]
  /// Only documents that have, in each of these facets, one of the values.
  package var filters: [String: [String]] = [:]
  /// Only documents whose number at that place lies in the range.
  package var ranges: [Int: ClosedRange<Double>] = [:]
  /// The facets whose values are to be counted.
  package var countedFacets: [String] = []
  package var order = Order.relevance
  package var offset = 0
  /// How many hits are wanted, at most.
  package var limit = 20
  /// How many documents are looked at before the counts of facets are estimated. More is slower.
  package var thoroughness = 3_000

  package init(_ words: String = "") { self.words = words }

  package enum Match: Sendable {
    /// Documents with all the words; where there are none, those with some of them.
    case all
    /// Documents with any of the words; of many words, the rarest. For asking with a whole text.
    case any
  }

  package enum LastWord: Sendable {
    case whole
    /// Somebody is still typing it.
    case begun
  }

  package enum Order: Sendable, Equatable {
    case relevance
    /// The smallest number at that place first; without one, first of all.
    case ascending(Int)
    case descending(Int)
  }
}

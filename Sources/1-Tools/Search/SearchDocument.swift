/// Something that can be found: its texts, what it is sorted and filtered by, and what to show of it.
package struct SearchDocument: Sendable {
  /// Unique in its index; at most 200 bytes, in one line. Putting another of the same id replaces this one.
  package var id: String
  /// What counts most.
  package var title: [SearchText]
  package var body: [SearchText]
  /// Values by the name of their facet: `["country": ["za"], "theme": ["water", "planning"]]`.
  package var facets: [String: [String]]
  /// What results can be sorted and narrowed by, by place; at most 8.
  package var numbers: [Double]
  /// Comes back with each hit as it was given.
  package var payload: String

  package init(
    id: String, title: [SearchText], body: [SearchText] = [], facets: [String: [String]] = [:],
    numbers: [Double] = [], payload: String = ""
  ) {
    (self.id, self.title, self.body) = (id, title, body)
    (self.facets, self.numbers, self.payload) = (facets, numbers, payload)
  }
}

/// A text in a language that may be known.
package struct SearchText: Sendable, Hashable {
  /// A code as the index was given them (`fr`); nil or another one keeps the words without their forms.
  package var language: String?
  package var text: String

  package init(_ text: String, in language: String?) { (self.text, self.language) = (text, language) }
}

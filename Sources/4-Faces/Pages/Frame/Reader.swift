package import Cooperation
package import Languages

/// Whoever reads a page: in which language, as whom, where and when.
package struct Reader: Sendable {
  package let words: Words
  package let viewer: Viewer
  /// What to call them in the frame; empty for a visitor.
  package let name: String
  /// What a form must bring back, so that no other site can post in their name.
  package let formKey: String
  /// The address being read, without its query.
  package let path: String
  /// The rest of the address, ready to follow a `?`; empty for none.
  package let query: String
  package let now: Instant
  /// Something just done, to be told once at the top of the page.
  package let notice: Phrase?

  package init(
    words: Words, viewer: Viewer = .visitor, name: String = "", formKey: String = "", path: String = "/",
    query: String = "", now: Instant, notice: Phrase? = nil
  ) {
    (self.words, self.viewer, self.name, self.formKey) = (words, viewer, name, formKey)
    (self.path, self.query, self.now, self.notice) = (path, query, now, notice)
  }

  package var today: Day { now.day }

  /// The same reader with another key for their forms.
  package func with(formKey: String) -> Reader {
    Reader(
      words: words, viewer: viewer, name: name, formKey: formKey, path: path, query: query, now: now, notice: notice)
  }

  /// A phrase in the reader's language.
  package func callAsFunction(_ key: String, _ english: String, _ blanks: [String: String] = [:]) -> String {
    words[Phrase(key, english, blanks)]
  }

  /// A phrase for `count` things, by the language's own plural rule; `{n}` stands for the number.
  package func count(_ count: Int, _ key: String, one: String, other: String, _ blanks: [String: String] = [:])
    -> String
  {
    words(count, key, one: one, other: other, blanks)
  }
}

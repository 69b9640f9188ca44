package import Cooperation

/// What there is to say of a feed of updates before its entries.
package struct Feed: Sendable, Equatable {
  /// Its own address.
  package let address: String
  /// The address of the page that shows the same.
  package let page: String
  package let title: String
  /// Who publishes it.
  package let author: String
  package let language: Language
  /// When its newest entry changed.
  package let updated: Instant

  package init(
    address: String, page: String, title: String, author: String, language: Language, updated: Instant
  ) {
    (self.address, self.page, self.title) = (address, page, title)
    (self.author, self.language, self.updated) = (author, language, updated)
  }

  /// Something that was published or changed.
  package struct Entry: Sendable, Equatable {
    /// The identifier of what it is about: `prc_01j8…`.
    package let subject: String
    /// The address of its page.
    package let page: String
    package let title: Texts.Reading
    /// In plain text; empty for none.
    package let summary: String
    /// What kind of thing it is: `practice`.
    package let category: String
    package let published: Instant?
    package let updated: Instant

    package init(
      subject: String, page: String, title: Texts.Reading, summary: String = "", category: String,
      published: Instant? = nil, updated: Instant
    ) {
      (self.subject, self.page, self.title, self.summary) = (subject, page, title, summary)
      (self.category, self.published, self.updated) = (category, published, updated)
    }
  }
}

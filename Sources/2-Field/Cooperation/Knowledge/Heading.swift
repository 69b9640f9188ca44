/// A need or a practice as other pages name it, in the reader's language.
package struct Heading<Item: Named>: Identifiable, Sendable, Equatable {
  package let id: Identifier<Item>
  package let title: Texts.Reading
  /// The name of its stage: `draft`, `published`, `withdrawn`.
  package let stage: String
  package let expires: Day?

  package init(id: Identifier<Item>, title: Texts.Reading, stage: String, expires: Day?) {
    (self.id, self.title, self.stage, self.expires) = (id, title, stage, expires)
  }
}

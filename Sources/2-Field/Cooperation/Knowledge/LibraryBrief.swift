/// A need or a practice as a list tells of it, in the reader's language.
package struct LibraryBrief<Item: Named>: Identifiable, Sendable, Equatable {
  package let id: Identifier<Item>
  package let title: Texts.Reading
  /// Whose it is.
  package let organisation: Organisation.Brief
  /// Where it holds: its own country, or else its organisation's; nil where neither says.
  package let country: Country.Code?
  /// In the order of their slugs.
  package let themes: [Theme.ID]
  /// Languages in which the organisation can talk about it, the best first.
  package let languages: [Language]
  package let shelf: Shelf
  /// Of a practice: what is known of how it went; nil for a need.
  package let marks: Practice.Marks?

  package init(
    id: Identifier<Item>, title: Texts.Reading, organisation: Organisation.Brief, country: Country.Code?,
    themes: [Theme.ID], languages: [Language], shelf: Shelf, marks: Practice.Marks? = nil
  ) {
    (self.id, self.title, self.organisation, self.country) = (id, title, organisation, country)
    (self.themes, self.languages, self.shelf, self.marks) = (themes, languages, shelf, marks)
  }

  /// When it was published; nil for what is not.
  package var published: Instant? { if case .published(let at) = shelf.stage { at } else { nil } }
}

extension Need { package typealias Brief = LibraryBrief<Need> }
extension Practice { package typealias Brief = LibraryBrief<Practice> }

/// Something an organisation has tried and can tell others about, whether it worked or not.
package struct Practice: Identifiable, Sendable, Equatable, Named {
  package static let kind = "prc"
  package typealias ID = Identifier<Practice>

  package let id: ID
  package let organisation: Organisation.ID
  package var title: Texts
  /// What was done.
  package var story: Texts?
  /// What came of it, and how that is known.
  package var results: Texts?
  /// What did not work.
  package var failures: Texts?
  package var topic: Topic
  package var shelf: Shelf
  /// Counts the changes, from 1: what an edit was based on.
  package var revision: Int

  package init(
    id: ID, organisation: Organisation.ID, title: Texts, story: Texts? = nil, results: Texts? = nil,
    failures: Texts? = nil,
    topic: Topic = Topic(), shelf: Shelf, revision: Int = 1
  ) {
    (self.id, self.organisation, self.title, self.story) = (id, organisation, title, story)
    (self.results, self.failures, self.topic) = (results, failures, topic)
    (self.shelf, self.revision) = (shelf, revision)
  }
}

/// Something an organisation has tried and can tell others about, whether it worked or not.
package struct Practice: Identifiable, Sendable, Equatable, Named {
  package static let kind = "prc"
  package typealias ID = Identifier<Practice>

  package let id: ID
  package let organisation: Organisation.ID
  package var title: Texts
  /// What the problem was.
  package var problem: Texts?
  /// What was done.
  package var story: Texts?
  /// Who did it: departments, residents, partners.
  package var people: Texts?
  /// What it took, in words: money, staff, time, things.
  package var resources: Texts?
  /// What came of it, and how that is known.
  package var results: Texts?
  /// What did not work.
  package var failures: Texts?
  /// What it depends on: laws, land, money, people who must agree.
  package var conditions: Texts?
  package var topic: Topic
  package var facts: Facts
  package var shelf: Shelf
  /// Counts the changes, from 1: what an edit was based on.
  package var revision: Int

  package init(
    id: ID, organisation: Organisation.ID, title: Texts, problem: Texts? = nil, story: Texts? = nil,
    people: Texts? = nil, resources: Texts? = nil, results: Texts? = nil, failures: Texts? = nil,
    conditions: Texts? = nil, topic: Topic = Topic(), facts: Facts = Facts(), shelf: Shelf, revision: Int = 1
  ) {
    (self.id, self.organisation, self.title, self.problem) = (id, organisation, title, problem)
    (self.story, self.people, self.resources) = (story, people, resources)
    (self.results, self.failures, self.conditions) = (results, failures, conditions)
    (self.topic, self.facts, self.shelf, self.revision) = (topic, facts, shelf, revision)
  }
}

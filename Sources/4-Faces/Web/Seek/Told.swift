import Cooperation
import HTTP
import Languages
import Pages
import Reference
import SQL
import Storage

/// What the site's handlers need to know to treat needs and practices alike.
protocol Told: Shelved {
  var work: Work { get }
  static func subject(_ id: ID) -> Work.Subject
  static func line(_ brief: LibraryBrief<Self>) -> LibraryPage.Line
  /// What a form says of what only this kind has.
  ///
  /// - Parameter speakers: those whom its organisation may name.
  static func details(_ entered: inout Entered, keeping known: Self?, among speakers: Set<Person.ID>) -> Details
  /// What its form begins with, of what only this kind has.
  var detailFields: [String: [String]] { get }
}

extension Need: Told {
  var work: Work { Work(self) }
  static func subject(_ id: ID) -> Work.Subject { .need(id) }
  static func line(_ brief: Brief) -> LibraryPage.Line { LibraryPage.Line(brief) }

  static func details(_ entered: inout Entered, keeping known: Need?, among _: Set<Person.ID>) -> Wish {
    entered.wish()
  }

  var detailFields: [String: [String]] {
    [
      "formats": wish.formats.map(\.rawValue), "likeness": wish.likeness.map(\.rawValue),
      "days": [wish.days?.description ?? ""], "money": [wish.money?.decimalText ?? ""],
      "currency": [wish.money?.currency.code ?? ""],
    ]
  }
}

extension Practice: Told {
  var work: Work { Work(self) }
  static func subject(_ id: ID) -> Work.Subject { .practice(id) }
  static func line(_ brief: Brief) -> LibraryPage.Line { LibraryPage.Line(brief) }

  static func details(_ entered: inout Entered, keeping known: Practice?, among speakers: Set<Person.ID>) -> Facts {
    entered.facts(keeping: known?.facts, among: speakers)
  }

  var detailFields: [String: [String]] {
    [
      "worked": [facts.worked?.rawValue ?? ""], "evidence": [facts.evidence?.rawValue ?? ""],
      "began": [facts.years.map { String($0.began) } ?? ""],
      "ended": [facts.years?.ended.map { String($0) } ?? ""], "money": [facts.cost?.decimalText ?? ""],
      "currency": [facts.cost?.currency.code ?? ""],
      "posts": [facts.posts.flatMap { PeerDays(tenths: $0) }?.description ?? ""],
      "links": [facts.links.map(\.line).joined(separator: "\n")], "contact": [facts.contact?.text ?? ""],
      "licence": [facts.licence?.rawValue ?? ""],
    ]
  }
}

extension Told {
  /// Works of others, and of its own organisation, that say something like it: the most alike first, at most four.
  func alike(_ session: any Session, by suggester: Suggester, _ visit: Visit) throws -> [Alike] {
    let library = session.library(of: Self.self), all = [title] + Self.fields.compactMap { texts[$0] }
    // Before someone has chosen themes, those that its words speak of do.
    let found = topic.themes.isEmpty ? suggester.suggestions(for: all).themes.map(\.theme) : []
    let themes = topic.themes.union(found), finder = suggester.finder, own = resembling(themes, finder)
    let others = try library.sharing(themes, but: id, on: visit.now.day).map { other in
      (id: other.id, resemblance: Resemblance(of: own, to: other.resembling(other.topic.themes, finder)))
    }
    let best = others.filter(\.resemblance.isNotable).sorted {
      ($1.resemblance.score, $0.id) < ($0.resemblance.score, $1.id)
    }.prefix(4)
    let briefs = try library.briefs(best.map(\.id), for: .visitor, in: visit.reader.words.language)
    return zip(briefs, best).map { Alike(Self.line($0), $1.resemblance) }
  }

  private func resembling(_ themes: Set<Theme.ID>, _ finder: ThemeFinder) -> Resemblance.Side {
    Resemblance.Side(title: title, body: Self.fields.compactMap { texts[$0] }, themes: themes, by: finder)
  }

  static var side: Side { subject(ID(bits: 0)).side }

  /// What its form begins with.
  var values: [String: [String]] {
    var values: [String: [String]] = [
      "title": [title.versions[title.original] ?? ""], "original": [title.original.tag],
      "themes": topic.themes.sorted().map(\.text), "targets": topic.targets.sorted().map(\.description),
      "languages": topic.languages.map(\.tag), "country": [topic.context.country?.text ?? ""],
      "population": [topic.context.population.map(String.init) ?? ""],
      "expires": [shelf.expires?.description ?? ""],
    ]
    values.merge(detailFields) { $1 }
    for (name, texts) in texts { values[name] = [texts.versions[texts.original] ?? ""] }
    return values
  }
}

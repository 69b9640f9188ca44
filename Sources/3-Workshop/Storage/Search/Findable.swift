import Cooperation
import SQL

/// Something public, as the index takes it in.
struct Findable {
  /// The identifier of what is found.
  let id: String
  /// `organisation`, `need`, `practice`, `partnership`.
  let kind: String
  let title: Texts
  let body: [Texts]
  let themes: Set<Theme.ID>
  let countries: [Country.Code]
  let languages: [Language]
  /// The title in its own language, to show where the record has gone meanwhile.
  var payload: String { title.reading(in: [title.original]).text }

  init(_ organisation: Organisation) {
    (id, kind, title) = (organisation.id.text, "organisation", organisation.name)
    let acronym = organisation.acronym.isEmpty ? nil : Texts(organisation.acronym, in: organisation.name.original)
    body = [acronym, organisation.about].compactMap { $0 }
    themes = []
    countries = organisation.country.map { [$0] } ?? []
    languages = organisation.languages
  }

  init(_ need: Need, in country: Country.Code?) {
    (id, kind, title) = (need.id.text, "need", need.title)
    body = [need.problem, need.tried].compactMap { $0 }
    themes = need.topic.themes
    countries = [need.topic.context.country ?? country].compactMap { $0 }
    languages = need.topic.languages
  }

  init(_ practice: Practice, in country: Country.Code?) {
    (id, kind, title) = (practice.id.text, "practice", practice.title)
    body = Practice.fields.compactMap { practice.texts[$0] }
    themes = practice.topic.themes
    countries = [practice.topic.context.country ?? country].compactMap { $0 }
    languages = practice.topic.languages
  }

  init(_ partnership: Partnership) {
    (id, kind, title) = (partnership.id.text, "partnership", partnership.title)
    body = [partnership.about].compactMap { $0 }
    themes = partnership.topic.themes
    countries = partnership.topic.context.country.map { [$0] } ?? []
    languages = partnership.topic.languages
  }
}

extension Session {
  /// Hands everything public to `body`; memory does not grow with its number.
  func eachFindable(_ body: (Findable) throws -> Void) throws {
    var home: [Organisation.ID: Country.Code] = [:]
    try organisations.each { organisation in
      home[organisation.id] = organisation.country
      try body(Findable(organisation))
    }
    try needs.eachPublished { need in try body(Findable(need, in: home[need.organisation])) }
    try practices.eachPublished { practice in try body(Findable(practice, in: home[practice.organisation])) }
    try partnerships.each { partnership in try body(Findable(partnership)) }
  }

  /// Those of the subjects that are there and public.
  func findable(_ subjects: Set<String>) throws -> [Findable] {
    let found = try organisations.find(subjects.compactMap { Organisation.ID($0) }).map { Findable($0) }
    let joint = try partnerships.find(subjects.compactMap { Partnership.ID($0) }).map { Findable($0) }
    let needs = try needs.find(subjects.compactMap { Need.ID($0) }, for: .visitor)
    let practices = try practices.find(subjects.compactMap { Practice.ID($0) }, for: .visitor)
    let owners = Set(needs.map(\.organisation) + practices.map(\.organisation))
    let homes = Dictionary(
      try organisations.find(Array(owners)).map { ($0.id, $0.country) }, uniquingKeysWith: { first, _ in first })
    return found + joint + needs.map { Findable($0, in: homes[$0.organisation] ?? nil) }
      + practices.map { Findable($0, in: homes[$0.organisation] ?? nil) }
  }
}

import Actions
import Addresses
import Cooperation
import HTTP
import Languages
import Pages
import Reference
import SQL
import Storage

// The roster of experts, and what each offers.
extension Site {
  static let experts: [Entry] = [
    Entry(Address.experts, Site.showExperts, .list(by: Experts.Filter.names)),
    Entry(Address.expertiseForm, Site.showExpertiseForm),
    Entry(Address.offering, Site.offerExpertise), Entry(Address.endingOffer, Site.withdrawExpertise),
  ]

  func showExperts(_ visit: Visit) throws -> any Answer {
    let filter = try Experts.Filter(visit.query, on: visit.now.day)
    return Shown(
      try database.read { session in
        let found = try session.experts.list(filter, visit.span, in: visit.reader.words.language)
        return ExpertsPage(
          list: found.listing, facets: visit.wantsJSON ? [] : try facets(of: filter, session, visit),
          words: filter.words)
      })
  }

  private func facets(of filter: Experts.Filter, _ session: any Session, _ visit: Visit) throws -> [Facet] {
    let countries = try session.experts.countries(filter)
    return [
      visit.facet(themes: try session.experts.themes(filter), as: "theme", visit.reader("facet.theme", "Theme")),
      visit.facet(languages: try session.experts.languages(filter)), visit.facet(regionsOf: countries),
      visit.facet(countries: countries),
    ]
  }

  func showExpertiseForm(_ visit: Visit, _ id: Person.ID) throws -> any Answer {
    Shown(try expertiseForm(id, visit, nil))
  }

  /// - Throws: `Denial` to whoever may speak for none of the organisations that the person has a mandate of.
  private func expertiseForm(_ id: Person.ID, _ visit: Visit, _ filled: Filled?) throws -> ExpertiseForm {
    try database.read { session in
      let person = try session.people.require(id), offered = try session.experts.find(id)
      let mandates = try session.mandates.of(id).filter { $0.holds(on: visit.now.day) }.map(\.organisation)
      let own = (mandates + (offered.map { [$0.organisation] } ?? [])).filter { visit.viewer.may(.editor, for: $0) }
      guard let first = own.first else {
        _ = try visit.viewer.person()
        throw Denial.notYours
      }
      let briefs = try session.organisations.briefs(Array(Set(own)), in: visit.reader.words.language)
      let began = offered?.values ?? ["organisation": [first.text], "original": [visit.reader.words.language.tag]]
      let values = began.merging(["languages": person.languages.map(\.tag)]) { $1 }
      return ExpertiseForm(
        person, organisations: briefs, isOffered: offered != nil, filled: filled ?? Filled(values: values))
    }
  }

  func offerExpertise(_ visit: Visit, _ id: Person.ID) throws -> any Answer {
    var entered = Entered(visit)
    guard let action = entered.expertise(of: id, in: visit.reader.words.language) else {
      return Refused(try expertiseForm(id, visit, entered.filled()), entered.problems)
    }
    try action.run(on: visit.occasion(in: self))
    return Changed(Address.person(id), try personPage(id, visit), .saved)
  }

  func withdrawExpertise(_ visit: Visit, _ id: Person.ID) throws -> any Answer {
    try WithdrawExpertise(of: id).run(on: visit.occasion(in: self))
    return Changed(Address.person(id), try personPage(id, visit), .saved)
  }
}

extension Entered {
  /// What a form offers; nil where something is wrong with it.
  fileprivate mutating func expertise(of person: Person.ID, in reading: Language) -> OfferExpertise? {
    let whose = Phrase("expertise-form.no-organisation", "Say in whose name.")
    let organisation = one("organisation", otherwise: whose) { Organisation.ID($0) }
    if organisation == nil { refuse("organisation", whose) }
    let original = original(reading)
    let about = texts("about", .prose, limit: 2000, in: original, keeping: nil)
    if about == nil { refuse("about", Phrase("expertise-form.no-about", "Say in a sentence what they know.")) }
    let how = Phrase("expertise-form.no-reach", "Choose one of the three.")
    let reach = one("reach", otherwise: how) { Expertise.Reach(rawValue: $0) }
    if reach == nil { refuse("reach", how) }
    let days = one("days", otherwise: Expertise.Refusal.days.words) { Int($0) }, until = day("until")
    let themes = topic().themes, languages = languages("languages")
    if themes.isEmpty { refuse("themes", Expertise.Refusal.noTheme.words) }
    if !fields.isTicked("consent") {
      refuse("consent", Phrase("expertise-form.no-consent", "Ask them first: their name will be seen by everyone."))
    }
    guard isGood, let organisation, let about, let reach else { return nil }
    do throws(Expertise.Refusal) {
      return OfferExpertise(
        try Expertise(
          of: person, for: organisation, about: about, themes: themes, days: days, reach: reach, until: until),
        in: languages)
    } catch {
      refuse("days", error.words)
      return nil
    }
  }
}

extension Expertise {
  /// What its form begins with.
  fileprivate var values: [String: [String]] {
    [
      "organisation": [organisation.text], "about": [about.versions[about.original] ?? ""],
      "original": [about.original.tag], "themes": themes.map(\.text), "days": [days.map { String($0) } ?? ""],
      "reach": [reach.rawValue], "until": [until?.description ?? ""], "consent": ["yes"],
    ]
  }
}

extension Experts.Filter {
  /// By what the address of a list narrows it.
  static let names = ["q", "theme", "language", "country", "region", "organisation", "reach"]

  /// - Throws: `UnknownFilter`.
  fileprivate init(_ query: Fields, on day: Day) throws {
    self.init()
    words = String((query["q"] ?? "").prefix(200))
    themes = try query.themes("theme")
    language = try query.filter("language") { Language($0) }
    countries = try query.countries()
    organisation = try query.filter("organisation") { Organisation.ID($0) }
    reach = try query.filter("reach") { Expertise.Reach(rawValue: $0) }
    current = day
  }
}

/// What a need or a practice is about and where it stands, as matching compares it.
package struct Matter: Sendable, Equatable {
  package var themes: Set<Theme.ID>
  package var targets: Set<Target>
  /// Languages in which it can be talked about, the best first; none means unknown.
  package var languages: [Language]
  package var setting: Setting
  package var terms: Terms
  /// How well it is known that it works; of a practice only.
  package var evidence: Match.Evidence
  /// The last day on which it is current; nil where it does not expire.
  package var expires: Day?

  package init(
    themes: Set<Theme.ID> = [], targets: Set<Target> = [], languages: [Language] = [],
    setting: Setting = Setting(), terms: Terms = .none, evidence: Match.Evidence = Match.Evidence(),
    expires: Day? = nil
  ) {
    (self.themes, self.targets, self.languages) = (themes, targets, languages)
    (self.setting, self.terms, self.evidence, self.expires) = (setting, terms, evidence, expires)
  }

  /// A practice of `organisation`; the finder tells its terms.
  ///
  /// - Parameter evidence: how well it is known that it works.
  package init(
    _ practice: Practice, of organisation: Organisation, in setting: Setting, by finder: ThemeFinder,
    _ evidence: Match.Evidence = Match.Evidence()
  ) {
    self.init(
      practice.topic, organisation, setting,
      finder.terms(title: practice.title, body: [practice.story, practice.results, practice.failures]),
      practice.shelf)
    self.evidence = evidence
  }

  /// A need of `organisation`; the finder tells its terms.
  package init(_ need: Need, of organisation: Organisation, in setting: Setting, by finder: ThemeFinder) {
    self.init(
      need.topic, organisation, setting, finder.terms(title: need.title, body: [need.problem, need.tried]), need.shelf)
  }

  private init(_ topic: Topic, _ organisation: Organisation, _ setting: Setting, _ terms: Terms, _ shelf: Shelf) {
    self.init(
      themes: topic.themes, targets: topic.targets,
      languages: topic.languages.isEmpty ? organisation.languages : topic.languages, setting: setting, terms: terms,
      expires: shelf.expires)
  }

  /// A question in someone's own words: its themes are those that the finder suggests.
  package init(
    asking text: String, in language: Language, languages: [Language], setting: Setting, by finder: ThemeFinder
  ) {
    self.init(
      themes: Set(finder.suggested(for: text, language)), languages: languages, setting: setting,
      terms: text.isEmpty ? .none : finder.terms(title: Texts(text, in: language)))
  }
}

/// The circumstances of a place, as matching compares them.
package struct Setting: Sendable, Hashable {
  /// Inhabitants, at least 1; nil where unknown.
  package let population: Int?
  package let land: Land?

  /// - Parameter population: of the place, or of the part that the topic names; what is not above 0 is unknown.
  package init(population: Int? = nil, land: Land? = nil) {
    self.population = population.flatMap { $0 > 0 ? min($0, Int(Int32.max)) : nil }
    self.land = land
  }

  package init(population: Int?, in country: Country?) {
    self.init(population: population, land: country.map(Land.init))
  }

  /// A country, with what is compared of it.
  package struct Land: Sendable, Hashable {
    package let country: Country.Code
    package let income: Country.IncomeGroup?
    /// UN M49 codes, as in `Country`.
    package let region: String
    package let subregion: String

    package init(country: Country.Code, income: Country.IncomeGroup?, region: String, subregion: String) {
      (self.country, self.income, self.region, self.subregion) = (country, income, region, subregion)
    }

    package init(_ country: Country) {
      self.init(country: country.id, income: country.income, region: country.region, subregion: country.subregion)
    }
  }
}

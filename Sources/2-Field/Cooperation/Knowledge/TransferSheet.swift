/// Whether a practice would stand in another city: condition by condition, there beside here.
///
/// What is on record fills it in; people correct it, and what a person has said stands.
package struct TransferSheet: Sendable, Equatable {
  package let practice: Practice.ID
  package let organisation: Organisation.ID
  /// One for each condition, in their order.
  package let lines: [Line]
  /// When someone corrected it last; nil where nobody has.
  package let corrected: Instant?

  /// What a practice may depend on.
  package enum Condition: String, Sendable, CaseIterable {
    case population, income, region, mandate
    case budget = "budget-share"
    case staff
    case land = "coast-or-climate"
    case language
  }

  /// How alike the two are in it.
  package enum Light: String, Sendable, CaseIterable {
    /// Alike: nothing stands in the way.
    case green
    /// Different: it can be bridged.
    case amber
    /// So different that the practice may not stand.
    case red
    case unknown
  }

  package struct Line: Sendable, Equatable {
    package let condition: Condition
    package let light: Light
    package let there: Value?
    package let here: Value?
    /// What a person said; nil where the line is as the record fills it in.
    package let correction: Correction?
  }

  /// What is on record of one side.
  package enum Value: Sendable, Equatable {
    case people(Int)
    case income(Country.IncomeGroup)
    /// A sub-region, by its code (UN M49).
    case region(String)
    case languages([Language])
    case cost(Money)
    /// How an organisation can pay for cooperation, as it says itself.
    case means(Organisation.Means)
    /// Full-time posts, in tenths.
    case posts(Int)
  }

  /// What a person says of a condition, in their own words; empty words leave what is on record.
  package struct Correction: Sendable, Equatable {
    package let light: Light
    package let there: String
    package let here: String
    package let note: String

    package init(_ light: Light, there: String = "", here: String = "", note: String = "") {
      (self.light, self.there, self.here, self.note) = (light, there, here, note)
    }

    /// Whether it says anything beside `light`.
    package var hasWords: Bool { !(there.isEmpty && here.isEmpty && note.isEmpty) }
  }

  /// What is on record of a city, as far as a practice may depend on it.
  package struct Surroundings: Sendable {
    package var setting: Setting
    package var languages: [Language]
    package var cost: Money?
    package var posts: Int?
    package var means: Organisation.Means

    package init(
      _ setting: Setting, languages: [Language], cost: Money? = nil, posts: Int? = nil,
      means: Organisation.Means = Organisation.Means()
    ) {
      (self.setting, self.languages, self.cost, self.posts) = (setting, languages, cost, posts)
      self.means = means
    }
  }

  package init(
    of practice: Practice.ID, for organisation: Organisation.ID, there: Surroundings, here: Surroundings,
    corrections: [Condition: Correction] = [:], corrected: Instant? = nil
  ) {
    (self.practice, self.organisation, self.corrected) = (practice, organisation, corrected)
    lines = Condition.allCases.map { condition in
      let values = (there: there.value(of: condition), here: here.value(of: condition))
      let correction = corrections[condition]
      return Line(
        condition: condition, light: correction?.light ?? Self.light(values.there, values.here, there, here),
        there: values.there, here: values.here, correction: correction)
    }
  }

  /// How many lines have a light.
  package func count(_ light: Light) -> Int { lines.count { $0.light == light } }
}

extension TransferSheet.Surroundings {
  fileprivate func value(of condition: TransferSheet.Condition) -> TransferSheet.Value? {
    switch condition {
    case .population: setting.population.map { .people($0) }
    case .income: setting.land?.income.map { .income($0) }
    case .region: setting.land.flatMap { $0.subregion.isEmpty ? nil : .region($0.subregion) }
    case .language: languages.isEmpty ? nil : .languages(languages)
    case .budget: cost.map { .cost($0) } ?? (means == Organisation.Means() ? nil : .means(means))
    case .staff: posts.map { .posts($0) }
    case .mandate, .land: nil
    }
  }
}

extension TransferSheet {
  /// What the record says of two values, before a person does.
  ///
  /// Up to three times as many people are alike, up to ten times can be bridged; so can a class of income, and the same
  /// continent. Money, staff, mandate and land are for people to judge.
  fileprivate static func light(
    _ there: Value?, _ here: Value?, _ one: Surroundings, _ other: Surroundings
  ) -> Light {
    switch (there, here) {
    case (.people(let there), .people(let here)):
      let ratio = Double(max(there, here)) / Double(max(1, min(there, here)))
      return ratio <= 3 ? .green : ratio <= 10 ? .amber : .red
    case (.income(let there), .income(let here)):
      let classes = Country.IncomeGroup.allCases
      let steps = abs((classes.firstIndex(of: there) ?? 0) - (classes.firstIndex(of: here) ?? 0))
      return steps == 0 ? .green : steps == 1 ? .amber : .red
    case (.region(let there), .region(let here)):
      if there == here { return .green }
      return one.setting.land?.region == other.setting.land?.region ? .amber : .red
    case (.languages(let there), .languages(let here)):
      return Set(there.map(\.primary)).isDisjoint(with: here.map(\.primary)) ? .red : .green
    default: return .unknown
    }
  }
}

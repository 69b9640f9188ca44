import Cooperation
import SQL

/// What belongs to some subjects beside their own rows, fetched at once: texts, themes, targets, languages, numbers.
struct Attributes {
  private var belongings: [String: Belongings] = [:]

  struct Belongings {
    fileprivate var versions: [Version] = []
    var themes: Set<Theme.ID> = []
    var targets: Set<Target> = []
    /// The best first.
    var languages: [Language] { ranked.map { $0.language } }
    fileprivate(set) var identifiers: [Organisation.ExternalIdentifier] = []
    fileprivate(set) var formerNames: [Organisation.FormerName] = []
    fileprivate var ranked: [(language: Language, rank: Int)] = []
  }

  /// A text in one language.
  fileprivate struct Version {
    let field: String
    let language: Language
    let text: String
    let isOriginal: Bool
  }

  init(of subjects: [String], in session: any Session) throws {
    // An engine binds only so many values in one statement.
    for start in stride(from: 0, to: subjects.count, by: 1024) {
      try add(Array(subjects[start..<min(start + 1024, subjects.count)]), session)
    }
  }

  private mutating func add(_ subjects: [String], _ session: any Session) throws {
    let among: Statement = "IN (\(several: subjects))"
    let statement: Statement = """
      SELECT subject, 0, field, language, text, original FROM wording WHERE subject \(among)
      UNION ALL SELECT subject, 1, theme, '', '', 0 FROM subject_theme WHERE subject \(among)
      UNION ALL SELECT subject, 2, target, '', '', 0 FROM subject_target WHERE subject \(among)
      UNION ALL SELECT subject, 3, language, '', '', position FROM subject_language WHERE subject \(among)
      UNION ALL SELECT organisation, 4, scheme, '', value, 0 FROM external_identifier WHERE organisation \(among)
      UNION ALL SELECT organisation, 5, '', '', name, until_year FROM former_name WHERE organisation \(among)
      """
    // One subject, as for a page, need not be looked up for every row.
    var only = subjects.count == 1 ? Belongings() : nil
    try session.all(statement) { row in
      if only == nil {
        try belongings[try row.text(0), default: Belongings()].add(row)
      } else {
        try only?.add(row)
      }
    }
    if let only { belongings[subjects[0]] = only }
    // Sorted here: sorting a union costs the engine more than finding it.
    for subject in subjects { belongings[subject]?.sort() }
  }

  subscript(_ subject: some CustomStringConvertible) -> Belongings { belongings[subject.description] ?? Belongings() }
}

extension Attributes.Belongings {
  /// A text that lives here alone; nil where there is none.
  func texts(_ field: String) -> Texts? {
    guard let original = versions.first(where: { $0.isOriginal && $0.field == field }) else { return nil }
    return texts(field, original: original.text, in: original.language)
  }

  /// Every text that lives here alone, by its name.
  var allTexts: [String: Texts] {
    var all: [String: Texts] = [:]
    for version in versions where version.isOriginal { all[version.field] = texts(version.field) }
    return all
  }

  /// A text whose original stands in the subject's own row.
  func texts(_ field: String, original text: String, in language: Language) -> Texts {
    var translations: [Language: String] = [:]
    for version in versions where version.field == field { translations[version.language] = version.text }
    return Texts(text, in: language, translations: translations)
  }

  func topic(population: Int?, country: Country.Code?) -> Topic {
    Topic(
      themes: themes, targets: targets, languages: languages,
      context: Topic.Context(population: population, country: country))
  }

  /// - Parameter row: subject, which of the six it is, and four columns whose sense depends on that.
  fileprivate mutating func add(_ row: borrowing Row) throws {
    switch try row.int(1) {
    case 0:
      versions.append(
        .init(
          field: try row.text(2), language: try row.language(3), text: try row.text(4),
          isOriginal: try row.int(5) == 1))
    case 1: themes.insert(try row.value(2) { Theme.ID($0) })
    case 2: targets.insert(try row.value(2) { Target($0) })
    case 3: ranked.append((try row.language(2), try row.int(5)))
    case 5: formerNames.append(.init(try row.text(4), until: row.intIfAny(5)))
    default:
      identifiers.append(
        .init(try row.value(2) { Organisation.ExternalIdentifier.Scheme(rawValue: $0) }, try row.text(4)))
    }
  }

  fileprivate mutating func sort() {
    ranked.sort { ($0.rank, $0.language) < ($1.rank, $1.language) }
    identifiers.sort { ($0.scheme.rawValue, $0.value) < ($1.scheme.rawValue, $1.value) }
    formerNames.sort { ($0.until ?? 0, $1.name) > ($1.until ?? 0, $0.name) }
  }
}

extension Session {
  /// Keeps every version of a text.
  func keep(_ texts: Texts?, as field: String, of subject: String) throws {
    guard let texts else { return }
    for (language, text) in texts.versions {
      try keep(text, in: language, as: field, of: subject, original: language == texts.original ? 1 : 0)
    }
  }

  /// Keeps the versions of a text whose original stands in the subject's own row.
  func keepTranslations(_ texts: Texts, as field: String, of subject: String) throws {
    for (language, text) in texts.versions where language != texts.original {
      try keep(text, in: language, as: field, of: subject, original: 0)
    }
  }

  private func keep(_ text: String, in language: Language, as field: String, of subject: String, original: Int) throws {
    try run(
      """
      INSERT INTO wording (subject, field, language, text, original)
      VALUES (\(subject), \(field), \(language), \(text), \(original))
      """)
  }

  func keep(_ topic: Topic, of subject: String) throws {
    for theme in topic.themes {
      try run("INSERT INTO subject_theme (subject, theme) VALUES (\(subject), \(theme))")
    }
    for target in topic.targets {
      try run("INSERT INTO subject_target (subject, target) VALUES (\(subject), \(target))")
    }
    try keep(topic.languages, of: subject)
  }

  func keep(_ languages: [Language], of subject: String) throws {
    for (position, language) in languages.enumerated() {
      try run(
        """
        INSERT INTO subject_language (subject, language, position) VALUES (\(subject), \(language), \(position))
        ON CONFLICT (subject, language) DO NOTHING
        """)
    }
  }

  /// Deletes all that belongs to `subject` beside its row, but for an organisation's numbers.
  func forgetBelongings(of subject: String) throws {
    try run("DELETE FROM wording WHERE subject = \(subject)")
    try run("DELETE FROM subject_theme WHERE subject = \(subject)")
    try run("DELETE FROM subject_target WHERE subject = \(subject)")
    try run("DELETE FROM subject_language WHERE subject = \(subject)")
  }
}

import Cooperation
import HTTP
import Languages
import Pages
import Reference
import SQL
import Storage

/// What a form or a program says of an organisation.
struct OrganisationEntry {
  let id: Organisation.ID
  /// As it is on record; nil for a new one.
  let known: Organisation?
  private(set) var entered: Entered
  /// What the form makes; nil where something is wrong with it.
  private(set) var organisation: Organisation?

  init(_ visit: Visit, id: Organisation.ID, known: Organisation?) {
    (self.id, self.known, entered) = (id, known, Entered(visit))
    organisation = read(visit.reader.words.language)
  }

  mutating func refuse(_ field: String, _ why: Phrase) { entered.refuse(field, why) }

  func page(_ places: [Place], revision: Int? = nil) -> OrganisationForm {
    OrganisationForm(
      id, revision: revision ?? (known == nil ? nil : entered.revision ?? known?.revision), filled: entered.filled(),
      places: places)
  }

  /// The places to choose from. A name alone chooses none: several places may bear it.
  mutating func findPlaces(_ session: any Session) throws -> [Place] {
    let name = cleaned(entered.fields["place-name"] ?? "") ?? ""
    let wanted = GeoNamesNumber(entered.fields["place"] ?? "")
    let chosen = try wanted.flatMap { try session.places.find($0) }
    var places = chosen.map { [$0] } ?? []
    if !name.isEmpty {
      let country = Country.Code(entered.fields["country"] ?? "")
      let found = try session.places.search(name, in: country, limit: 10)
      places += found.filter { $0.id != chosen?.id }
      if places.isEmpty {
        refuse(
          "place-name",
          Phrase(
            "organisation-form.no-such-place",
            "No place on record begins like this. Leave it empty, and choose the country."))
      } else if chosen == nil, entered.fields["place"] == nil {
        refuse("place-name", Phrase("organisation-form.choose-place", "Choose which of these you mean."))
      }
    }
    if let wanted, chosen == nil {
      refuse(
        "place",
        Phrase("organisation-form.unknown-place", "No place on record has the number {id}.", ["id": "\(wanted)"]))
    }
    settle(chosen)
    return places
  }

  /// The country follows the place.
  private mutating func settle(_ chosen: Place?) {
    if let chosen, let country = organisation?.country, country != chosen.country {
      refuse("country", Phrase("organisation-form.other-country", "The place that you chose lies in another country."))
    }
    if let chosen { organisation?.country = chosen.country }
    if !entered.isGood { organisation = nil }
  }
}

extension OrganisationEntry {
  private mutating func read(_ reading: Language) -> Organisation? {
    let kind = entered.one("kind", otherwise: Phrase("organisation-form.no-kind", "Choose one of the nine kinds.")) {
      Organisation.Kind(rawValue: $0)
    }
    if kind == nil { entered.refuse("kind", Phrase("organisation-form.no-kind", "Choose one of the nine kinds.")) }
    let original = entered.original(known?.name.original ?? reading)
    let name = entered.texts("name", .line, limit: 200, in: original, keeping: known?.name)
    if name == nil { entered.refuse("name", Phrase("organisation-form.no-name", "It needs a name.")) }
    let place = entered.one("place", otherwise: Phrase("form.no-place", "Choose a place from the list.")) {
      GeoNamesNumber($0)
    }
    let about = entered.texts("about", .prose, limit: 5000, in: original, keeping: known?.about)
    let acronym = entered.line("acronym", limit: 40), country = entered.country("country")
    let website = website(), identifiers = identifiers(), languages = entered.languages("languages")
    let means = means(), formerNames = formerNames(), capacity = capacity()
    guard let kind, let name else { return nil }
    return Organisation(
      id: id, kind: kind, name: name, acronym: acronym, country: country, place: place, about: about, website: website,
      languages: languages, identifiers: identifiers, means: means, formerNames: formerNames,
      succession: known?.succession, capacity: capacity, revision: entered.revision ?? known?.revision ?? 1)
  }

  private mutating func website() -> String {
    let why = Phrase("organisation-form.no-website", "An address on the web begins with https:// or http://.")
    return entered.one("website", otherwise: why) { text in
      let isWeb = text.hasPrefix("https://") || text.hasPrefix("http://")
      let isPlain = text.utf8.allSatisfy { $0 > 0x20 && !"<>\"'`\\".utf8.contains($0) }
      return isWeb && isPlain && text.contains(".") && text.utf8.count <= 300 ? text : nil
    } ?? ""
  }

  private mutating func capacity() -> Int? {
    let why = Phrase("organisation-form.no-capacity", "Write a number from 0 to 100, or leave it empty.")
    return entered.one("capacity", otherwise: why) { Int($0).flatMap { 0...100 ~= $0 ? $0 : nil } }
  }

  private mutating func means() -> Organisation.Means {
    let line = Phrase("organisation-form.no-budget-line", "Choose one of the three, or leave it empty.")
    let share = Phrase(
      "organisation-form.no-share", "Write per cent from 0 to 100 with at most two decimals, such as 0.7.")
    return Organisation.Means(
      budgetLine: entered.one("budget-line", otherwise: line) { Organisation.Means.BudgetLine(rawValue: $0) },
      share: entered.one("income-share", otherwise: share) { Organisation.IncomeShare(percent: $0) })
  }

  /// One on each line: the name, and the last year of it after a comma.
  private mutating func formerNames() -> [Organisation.FormerName] {
    let lines = entered.fields.values("former-names").flatMap { $0.split(whereSeparator: \.isNewline) }
    let names = lines.compactMap { cleaned(String($0), limit: .max) }.map { Organisation.FormerName(line: $0) }
    if names.count > 20 || names.contains(where: { $0.name.unicodeScalars.count > 200 }) {
      entered.refuse(
        "former-names",
        Phrase("organisation-form.too-many-names", "At most 20 former names of at most 200 characters are kept."))
    }
    return Dictionary(grouping: names, by: \.name).compactMap(\.value.first)
      .sorted { ($0.until ?? 0, $1.name) > ($1.until ?? 0, $0.name) }
  }

  private mutating func identifiers() -> [Organisation.ExternalIdentifier] {
    Organisation.ExternalIdentifier.Scheme.allCases.flatMap { scheme in
      entered.line(scheme.rawValue).split(separator: " ").compactMap { value in
        guard scheme.allows(value) else {
          entered.refuse(
            scheme.rawValue,
            Phrase("organisation-form.no-number", "“{text}” is not a number of that register.", ["text": "\(value)"]))
          return nil
        }
        return .init(scheme, String(value))
      }
    }
  }
}

extension Organisation.ExternalIdentifier.Scheme {
  fileprivate func allows(_ value: Substring) -> Bool {
    let digits = value.utf8.dropFirst(self == .wikidata ? 1 : 0)
    switch self {
    case .wikidata: return value.hasPrefix("Q") && !digits.isEmpty && digits.allSatisfy { (0x30...0x39).contains($0) }
    case .geonames: return !digits.isEmpty && digits.allSatisfy { (0x30...0x39).contains($0) }
    // IATI forbids these in identifiers.
    case .iati: return value.contains("-") && !value.contains { "/&|?".contains($0) }
    case .national: return value.utf8.count <= 60
    }
  }
}

extension Organisation {
  /// What its form begins with.
  var values: [String: [String]] {
    var values: [String: [String]] = [
      "name": [name.versions[name.original] ?? ""], "original": [name.original.tag], "acronym": [acronym],
      "kind": [kind.rawValue], "country": [country?.text ?? ""], "place": [place?.description ?? ""],
      "about": [about.flatMap { $0.versions[$0.original] } ?? ""], "website": [website],
      "languages": languages.map(\.tag), "capacity": [capacity.map(String.init) ?? ""],
      "budget-line": [means.budgetLine?.rawValue ?? ""], "income-share": [means.share?.percent ?? ""],
      "former-names": [formerNames.map(\.line).joined(separator: "\n")],
    ]
    for identifier in identifiers {
      let earlier = values[identifier.scheme.rawValue]?.first.map { $0 + " " } ?? ""
      values[identifier.scheme.rawValue] = [earlier + identifier.value]
    }
    return values
  }
}

extension Organisation.FormerName {
  /// Reads a line: the name, and the last year of it after a comma.
  fileprivate init(line: String) {
    let comma = line.lastIndex { ",،".contains($0) } ?? line.endIndex
    let year = Int(line[comma...].dropFirst().drop { $0 == " " }).flatMap { 1...9999 ~= $0 ? $0 : nil }
    let name = year == nil ? line : String(line[..<comma])
    self.init(name.isEmpty ? line : name, until: name.isEmpty ? nil : year)
  }

  fileprivate var line: String { until.map { "\(name), \($0)" } ?? name }
}

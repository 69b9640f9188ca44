import Cooperation
import Reference
import Tables

/// An organisation as a row of a table tells of it.
struct OrganisationRecord {
  let line: Int
  let id: Organisation.ID?
  let kind: Organisation.Kind
  var name: Texts
  let acronym: String
  var country: Country.Code?
  let place: Spot?
  let website: String
  let languages: [Language]
  let about: Texts?
  let identifiers: [Organisation.ExternalIdentifier]
  /// What it belongs to, each by an identifier.
  let bodies: [String]

  /// Where it sits: by number, or by a point on the map and perhaps a name.
  enum Spot: Equatable {
    case number(Place.ID)
    case point(Position, name: String)
    case name(String)
  }

  var ownName: String { name.versions[name.original] ?? "" }
}

/// Reads rows; whatever is wrong with one is told with its line.
struct OrganisationRows {
  let columns: OrganisationColumns
  let say: (Finding) -> Void

  /// Nil for a row that cannot be taken in, which has been said.
  func record(_ row: TableRow) -> OrganisationRecord? {
    guard let kind = kind(row), let name = name(row) else { return nil }
    let code = text(columns.country, row), country = code.isEmpty ? nil : Countries.named(code)
    if country == nil, !code.isEmpty {
      return refuse(
        row, "unknown-country", "country is “\(code.shown)”, which no country of today is called. Write its code.")
    }
    let number = text(columns.id, row), id = number.isEmpty ? nil : Organisation.ID(number)
    if id == nil, !number.isEmpty {
      return refuse(
        row, "unreadable-id", "id is “\(number.shown)”. It begins with org_, or leave it empty for a new one.")
    }
    guard let place = spot(row), let identifiers = identifiers(row) else { return nil }
    let about = cleanedLines(text(columns.about, row))
    return OrganisationRecord(
      line: row.line, id: id, kind: kind, name: name, acronym: cleaned(text(columns.acronym, row), limit: 40) ?? "",
      country: country, place: place.spot, website: website(row), languages: languages(row),
      about: about.isEmpty
        ? nil : Texts(String(about.prefix(5000)), in: language(columns.aboutLanguage, row) ?? name.original),
      identifiers: identifiers, bodies: list(columns.memberOf, row))
  }

  private func text(_ column: Int?, _ row: TableRow) -> String { column.map { row.values[$0] } ?? "" }

  private func list(_ column: Int?, _ row: TableRow) -> [String] {
    text(column, row).split(whereSeparator: { $0 == ";" || $0 == "," }).compactMap { cleaned($0) }
  }

  private func refuse<Value>(_ row: TableRow, _ code: String, _ message: String) -> Value? {
    say(Finding(line: row.line, level: .error, code: code, message: message + " The row is left out."))
    return nil
  }

  private func kind(_ row: TableRow) -> Organisation.Kind? {
    let word = folded(text(columns.kind, row)).split { $0 == " " || $0 == "_" }.joined(separator: "-")
    if let kind = Organisation.Kind(rawValue: word) { return kind }
    let kinds = Organisation.Kind.allCases.map(\.rawValue).joined(separator: ", ")
    return refuse(row, "unknown-kind", "kind is “\(word.shown)”. It must be one of: \(kinds).")
  }

  private func name(_ row: TableRow) -> Texts? {
    guard let own = cleaned(text(columns.name, row)) else {
      return refuse(row, "no-name", "name is empty, or longer than 200 characters.")
    }
    var translations: [Language: String] = [:]
    for (language, column) in columns.names { translations[language] = cleaned(row.values[column]) }
    return Texts(own, in: language(columns.nameLanguage, row) ?? "und", translations: translations)
  }

  private func language(_ column: Int?, _ row: TableRow) -> Language? {
    let tag = text(column, row)
    if tag.isEmpty { return nil }
    let language = Language(tag)
    if language == nil { warn(row, "unknown-language", "“\(tag.shown)” is no language code such as pt or pt-BR") }
    return language
  }

  private func languages(_ row: TableRow) -> [Language] {
    var all: [Language] = []
    for tag in list(columns.languages, row) {
      guard let language = Language(tag) else {
        warn(row, "unknown-language", "“\(tag.shown)” is no language code such as pt or pt-BR")
        continue
      }
      if !all.contains(language) { all.append(language) }
    }
    return all
  }

  private func website(_ row: TableRow) -> String {
    guard let address = cleaned(text(columns.website, row), limit: 500) else { return "" }
    if address.hasPrefix("https://") || address.hasPrefix("http://") { return address }
    warn(row, "unreadable-website", "website is “\(address.shown)”; an address begins with https:// or http://")
    return ""
  }

  private func warn(_ row: TableRow, _ code: String, _ message: String) {
    say(.warning(row.line, code, message + ". It is left out."))
  }
}

extension OrganisationRows {
  /// Where it sits, if the row says; nil where it says something impossible.
  private func spot(_ row: TableRow) -> (spot: OrganisationRecord.Spot?, Void)? {
    let number = text(columns.geonames, row), name = cleaned(text(columns.place, row)) ?? ""
    if !number.isEmpty {
      guard let id = GeoNamesNumber(number) else {
        return refuse(
          row, "unreadable-place", "geonames is “\(number.shown)”. It is the number of a place in GeoNames.")
      }
      return (.number(id), ())
    }
    let north = text(columns.latitude, row), east = text(columns.longitude, row)
    if north.isEmpty && east.isEmpty { return (name.isEmpty ? nil : .name(name), ()) }
    guard let latitude = Double(north), let longitude = Double(east),
      let position = Position(latitude: latitude, longitude: longitude)
    else {
      return refuse(
        row, "unreadable-place",
        "“\(north.shown)”, “\(east.shown)” is no point on the earth. Write degrees with a point, such as 41.38 and 2.18."
      )
    }
    return (.point(position, name: name), ())
  }

  private func identifiers(_ row: TableRow) -> [Organisation.ExternalIdentifier]? {
    var all: [Organisation.ExternalIdentifier] = []
    for (scheme, column) in columns.identifiers {
      for value in row.values[column].split(whereSeparator: { $0 == ";" || $0.isWhitespace }) {
        guard scheme.allows(value) else {
          return refuse(
            row, "unreadable-identifier", "\(scheme.rawValue) is “\(String(value).shown)”, which cannot be one.")
        }
        all.append(.init(scheme, String(value)))
      }
    }
    return all
  }
}

extension Organisation.ExternalIdentifier.Scheme {
  /// Whether a number could be one of that register.
  fileprivate func allows(_ value: Substring) -> Bool {
    let digits = value.utf8.dropFirst(self == .wikidata ? 1 : 0)
    let isNumber = !digits.isEmpty && digits.allSatisfy { (0x30...0x39).contains($0) }
    switch self {
    case .wikidata: return value.hasPrefix("Q") && isNumber
    case .geonames: return isNumber
    // IATI forbids these in identifiers.
    case .iati: return value.utf8.count <= 100 && !value.contains { "/&|?".contains($0) }
    case .national: return value.utf8.count <= 60
    }
  }
}

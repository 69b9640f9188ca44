import Cooperation

extension OrganisationRecord {
  /// The organisation that it tells of, new on record.
  func organisation(_ id: Organisation.ID, at place: Place?) -> Organisation {
    Organisation(
      id: id, kind: kind, name: name, acronym: acronym, country: country ?? place?.country, place: place?.id,
      about: about, website: website, languages: languages, identifiers: identifiers, standing: .inferred)
  }

  /// One on record with what this says of it: an empty cell changes nothing.
  func telling(_ known: Organisation, at place: Place?) -> Organisation {
    var next = known
    next.kind = kind
    // A name whose language the file does not say is the known one, where it reads the same.
    if name.versions[name.original] == known.name.versions[known.name.original], name.original == "und" {
      next.name = known.name.adding(name.versions.filter { $0.key != "und" })
    } else {
      next.name = name.adding(known.name.versions.filter { $0.key != known.name.original })
    }
    if !acronym.isEmpty { next.acronym = acronym }
    if let country { next.country = country }
    if let place { (next.place, next.country) = (place.id, place.country) }
    if let about, about.versions[about.original] != known.about?.versions[known.about?.original ?? "und"] {
      next.about = about
    }
    if !website.isEmpty { next.website = website }
    if !languages.isEmpty { next.languages = languages }
    for identifier in identifiers where !next.identifiers.contains(identifier) { next.identifiers.append(identifier) }
    return next
  }
}

extension Texts {
  /// The same with translations where it has none in that language.
  fileprivate func adding(_ others: [Language: String]) -> Texts {
    Texts(versions[original] ?? "", in: original, translations: versions.merging(others) { own, _ in own })
  }
}

extension Organisation {
  /// What is different in another telling of the same, one thing each: `website: example.org → example.net`.
  func differences(to other: Organisation) -> [String] {
    var all: [String] = []
    func compare(_ name: String, _ a: String?, _ b: String?) {
      let (old, new) = (a ?? "", b ?? "")
      if old != new { all.append("\(name): \(old.isEmpty ? "none" : old.shown) → \(new.isEmpty ? "none" : new.shown)") }
    }
    compare("kind", kind.rawValue, other.kind.rawValue)
    if name != other.name { compare("name", name.told, other.name.told) }
    compare("acronym", acronym, other.acronym)
    compare("country", country?.text, other.country?.text)
    compare("place", place?.description, other.place?.description)
    if about != other.about { all.append("about: changed") }
    compare("website", website, other.website)
    compare("languages", languages.map(\.tag).joined(separator: " "), other.languages.map(\.tag).joined(separator: " "))
    for identifier in other.identifiers where !identifiers.contains(identifier) {
      all.append("\(identifier.scheme.rawValue): none → \(identifier.value.shown)")
    }
    return all
  }

  /// Whether it goes by that name, in any language, or by its acronym.
  func isCalled(_ text: String) -> Bool {
    let wanted = folded(text)
    return folded(acronym) == wanted || name.versions.values.contains { folded($0) == wanted }
  }

  /// Whether it has another number than the row gives, in the same register.
  func contradicts(_ record: OrganisationRecord) -> Bool {
    record.identifiers.contains { each in
      identifiers.contains { $0.scheme == each.scheme } && !identifiers.contains(each)
    }
  }
}

extension Texts {
  fileprivate var told: String {
    versions.sorted { $0.key < $1.key }.map { "\($0.value) (\($0.key))" }.joined(separator: ", ")
  }
}

extension Place {
  /// Whether it goes by that name, in any language.
  func isCalled(_ text: String) -> Bool {
    let wanted = folded(text)
    return folded(name) == wanted || names.values.contains { folded($0) == wanted }
  }
}

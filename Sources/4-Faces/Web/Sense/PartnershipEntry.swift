import Cooperation
import HTTP
import Languages
import Pages
import SQL
import Storage

/// What a form or a program says of a partnership.
struct PartnershipEntry {
  private(set) var entered: Entered
  /// What the form makes; nil where something is wrong with it.
  private(set) var partnership: Partnership?

  /// A proposal by `party` to those whom the form names.
  init(_ visit: Visit, _ id: Partnership.ID, by party: Organisation.ID, in session: any Session) throws {
    entered = Entered(visit)
    let others = try entered.organisations("with", and: "names", in: session)
    var parties = [Party(party, .partner)] + others.filter { $0 != party }.map { Party($0, .partner) }
    if others.isEmpty { entered.refuse("names", Phrase("partnership-form.nobody", "Say with whom.")) }
    for role in [Party.Role.lead, .facilitator, .funder, .thirdParty] {
      for organisation in try entered.organisations(role.rawValue, and: role.rawValue, in: session) {
        parties.removeAll { $0.organisation == organisation && role == .lead }
        parties.append(Party(organisation, role))
      }
    }
    let why = Phrase("partnership-form.no-form", "Choose one of the seven forms.")
    let form = entered.one("form", otherwise: why) { Partnership.Form(rawValue: $0) }
    if form == nil { entered.refuse("form", why) }
    guard let form, let parties = entered.parties(parties) else {
      _ = texts(visit, keeping: nil)
      return
    }
    guard let title = texts(visit, keeping: nil), let about = self.about else { return }
    make(Partnership(id: id, title: title, form: form, parties: parties, stage: .inferred), about.texts)
  }

  /// A change of one that is there.
  init(_ visit: Visit, changing known: Partnership) {
    entered = Entered(visit)
    guard let title = texts(visit, keeping: known), let about = self.about else { return }
    var changed = known
    changed.title = title
    changed.revision = entered.revision ?? known.revision
    make(changed, about.texts)
  }

  mutating func refuse(_ field: String, _ why: Phrase) { entered.refuse(field, why) }

  private var about: About?
  private struct About { let texts: Texts? }

  private mutating func texts(_ visit: Visit, keeping known: Partnership?) -> Texts? {
    let original = entered.original(known?.title.original ?? visit.reader.words.language)
    let title = entered.texts("title", .line, limit: 200, in: original, keeping: known?.title)
    about = About(texts: entered.texts("about", .prose, limit: 20_000, in: original, keeping: known?.about))
    if title == nil { entered.refuse("title", Phrase("partnership-form.no-title", "It needs a title.")) }
    return title
  }

  private mutating func make(_ partnership: Partnership, _ about: Texts?) {
    var made = partnership
    made.about = about
    made.topic = entered.topic()
    made.began = entered.day("began")
    if entered.isGood { self.partnership = made }
  }
}

extension Entered {
  /// The organisations that one field names by their identifiers, and another by their names, one on each line.
  mutating func organisations(
    _ name: String, and lines: String, in session: any Session
  ) throws -> [Organisation.ID] {
    var found: [Organisation.ID] = []
    let values = fields.values(name) + (lines == name ? [] : fields.values(lines))
    for text in values.flatMap({ $0.split(whereSeparator: \.isNewline) }).compactMap({ cleaned($0) }) {
      let field = Organisation.ID(text) == nil ? lines : name
      guard let id = try organisation(text, field, in: session), !found.contains(id) else { continue }
      found.append(id)
    }
    return found
  }

  private mutating func organisation(
    _ text: String, _ field: String, in session: any Session
  ) throws -> Organisation.ID? {
    if let id = Organisation.ID(text) {
      if try session.organisations.find(id) != nil { return id }
      refuse(field, Missing(id).words)
      return nil
    }
    let named = try session.organisations.named(text)
    if named.count == 1 { return named[0].id }
    let name = ["name": text]
    refuse(
      field,
      named.isEmpty
        ? Phrase("form.organisation-unknown", "No organisation on record goes by the name “{name}”.", name)
        : Phrase(
          "form.organisation-several", "Several organisations go by the name “{name}”. Use the longer name.", name))
    return nil
  }

  /// The parties of a partnership; nil where the field's rule says no.
  mutating func parties(_ all: [Party]) -> Parties? {
    do {
      return try Parties(all)
    } catch {
      refuse("names", error.words)
      return nil
    }
  }
}

extension Partnership {
  /// What its form begins with.
  var values: [String: [String]] {
    [
      "title": [title.versions[title.original] ?? ""], "original": [title.original.tag],
      "about": [about.flatMap { $0.versions[$0.original] } ?? ""], "began": [began?.description ?? ""],
      "themes": topic.themes.sorted().map(\.text), "targets": topic.targets.sorted().map(\.description),
      "languages": topic.languages.map(\.tag), "country": [topic.context.country?.text ?? ""],
      "population": [topic.context.population.map(String.init) ?? ""],
    ]
  }
}

import Cooperation
import HTTP
import Languages
import Pages
import Storage

/// What a form or a program says of a need or a practice.
struct WorkEntry<Item: Told> {
  private(set) var entered: Entered
  /// What the form makes, as far as it could be read: a draft may lack anything.
  private(set) var item: Item
  /// Whether it is to be published as well.
  let publishes: Bool

  /// - Parameters:
  ///   - known: as it is on record; nil for a new one.
  ///   - speakers: those whom its organisation may name.
  init(
    _ visit: Visit, _ id: Item.ID, of organisation: Organisation.ID, known: Item?, among speakers: Set<Person.ID>
  ) {
    var entered = Entered(visit)
    let original = entered.original(known?.title.original ?? Self.language(of: entered, visit))
    var texts: [String: Texts] = [:]
    for name in Item.fields {
      texts[name] = entered.texts(name, .prose, limit: 20_000, in: original, keeping: known?.texts[name])
    }
    let typed = entered.texts("title", .line, limit: 200, in: original, keeping: known?.title)
    let title = typed ?? Self.title(from: texts, in: original)
    let topic = entered.topic(), expires = entered.day("expires")
    publishes = visit.fields.isTicked("publish")
    if title == nil, publishes || known?.shelf.isPublished == true {
      entered.refuse("title", Phrase("work.no-title", "It has no title. Peers see it first, in every list."))
    }
    let details = Item.details(&entered, keeping: known, among: speakers)
    item = Item(
      id: id, organisation: organisation,
      title: title ?? Texts(visit.reader("work.untitled", "Untitled"), in: original), texts: { texts[$0] },
      topic: topic, details: details,
      shelf: Shelf(known?.shelf.stage ?? .draft, expires: expires),
      revision: entered.revision ?? known?.revision ?? 1)
    self.entered = entered
    if publishes || known?.shelf.isPublished == true { for missing in item.missing { refuse(missing) } }
  }

  /// What has no title is called by the first sentence of what it says.
  private static func title(from texts: [String: Texts], in original: Language) -> Texts? {
    let first = ([Item.mainField] + Item.fields).lazy.compactMap { texts[$0]?.versions[original]?.asTitle }.first
    return first.map { Texts($0, in: original) }
  }

  /// The language that a new text is written in, where nobody has said: told by its small words, else the reader's.
  private static func language(of entered: Entered, _ visit: Visit) -> Language {
    let written = Item.fields.compactMap { entered.fields[$0] }.joined(separator: " ")
    return Language.guessed(from: written) ?? visit.reader.words.language
  }

  private mutating func refuse(_ missing: Shelf.Missing) {
    let field =
      switch missing {
      case .text: Item.mainField
      case .themes: "themes"
      case .languages: "languages"
      }
    entered.refuse(field, missing.advice)
  }

  mutating func refuse(_ field: String, _ why: Phrase) { entered.refuse(field, why) }
}

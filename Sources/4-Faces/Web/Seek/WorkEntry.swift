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

  /// - Parameter known: as it is on record; nil for a new one.
  init(_ visit: Visit, _ id: Item.ID, of organisation: Organisation.ID, known: Item?) {
    var entered = Entered(visit)
    let original = entered.original(known?.title.original ?? visit.reader.words.language)
    var texts: [String: Texts] = [:]
    for name in Item.fields {
      texts[name] = entered.texts(name, .prose, limit: 20_000, in: original, keeping: known?.texts[name])
    }
    let typed = entered.texts("title", .line, limit: 200, in: original, keeping: known?.title)
    let title = typed ?? Self.title(from: texts, in: original, visit)
    let topic = entered.topic(), expires = entered.day("expires")
    publishes = ["yes", "true", "1", "on"].contains(visit.fields["publish"] ?? "")
    if typed == nil, publishes || known?.shelf.isPublished == true {
      entered.refuse("title", Phrase("work.no-title", "It has no title. Peers see it first, in every list."))
    }
    item = Item(
      id: id, organisation: organisation, title: title, texts: { texts[$0] }, topic: topic,
      shelf: Shelf(known?.shelf.stage ?? .draft, expires: expires),
      revision: entered.revision ?? known?.revision ?? 1)
    self.entered = entered
    if publishes || known?.shelf.isPublished == true { for missing in item.missing { refuse(missing) } }
  }

  /// A draft without a title is called by the beginning of its first text.
  private static func title(from texts: [String: Texts], in original: Language, _ visit: Visit) -> Texts {
    let first = Item.fields.compactMap { texts[$0]?.versions[original] }.first?.prefix { $0 != "\n" }.prefix(80)
    return Texts(first.map { String($0) } ?? visit.reader("work.untitled", "Untitled"), in: original)
  }

  private mutating func refuse(_ missing: Shelf.Missing) {
    let field =
      switch missing {
      case .text: Item.fields[0]
      case .themes: "themes"
      case .languages: "languages"
      }
    entered.refuse(field, missing.advice)
  }

  mutating func refuse(_ field: String, _ why: Phrase) { entered.refuse(field, why) }
}

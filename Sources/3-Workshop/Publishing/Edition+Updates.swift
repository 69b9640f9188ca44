import Addresses
import Cooperation
import HTTP
import OpenData
import SQL
import Storage

extension Edition {
  /// How many entries a feed of updates has.
  private static var most: Int { 100 }

  /// What was published or changed last, the newest first.
  func updates() throws -> Publication {
    let items = try session.news.latest(Self.most, in: "en")
    let modified = try items.first?.changed ?? modified(.updates)
    let feed = Feed(
      address: base + Address.openFile("updates.atom"), page: base + Address.openData(), title: "Copolis: updates",
      author: "Copolis", language: "en", updated: modified)
    return Publication(
      .updates, .updates(feed) { each in for item in items { try each(item.entry(at: base)) } }, at: now)
  }
}

extension News.Item {
  fileprivate func entry(at base: String) -> Feed.Entry {
    let (id, page, kind) = told
    return Feed.Entry(
      subject: id, page: base + page, title: title, summary: whose, category: kind, published: published,
      updated: changed)
  }

  private var told: (String, String, String) {
    switch subject {
    case .organisation(let id): (id.text, Address.organisation(id), "organisation")
    case .need(let id): (id.text, Address.need(id), "need")
    case .practice(let id): (id.text, Address.practice(id), "practice")
    case .partnership(let id): (id.text, Address.partnership(id), "partnership")
    }
  }
}

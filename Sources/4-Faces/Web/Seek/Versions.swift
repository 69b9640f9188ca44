import Actions
import Addresses
import Cooperation
import HTTP
import Languages
import Pages
import SQL
import Storage

// What works said before, and who looks at a draft.
extension Site {
  static let versions: [Entry] = [
    Entry(Address.needVersions, Site.showNeedVersions, .list),
    Entry(Address.practiceVersions, Site.showPracticeVersions, .list),
    Entry(Address.emptyingNeedVersion, Site.emptyNeedVersion),
    Entry(Address.emptyingPracticeVersion, Site.emptyPracticeVersion),
    Entry(Address.reviewingNeed, Site.reviewNeed), Entry(Address.reviewingPractice, Site.reviewPractice),
  ]

  func showNeedVersions(_ visit: Visit, _ id: Need.ID) throws -> any Answer { try versions(id, Need.self, visit) }
  func showPracticeVersions(_ visit: Visit, _ id: Practice.ID) throws -> any Answer {
    try versions(id, Practice.self, visit)
  }
  func emptyNeedVersion(_ visit: Visit, _ id: Need.ID) throws -> any Answer { try empty(id, Need.self, visit) }
  func emptyPracticeVersion(_ visit: Visit, _ id: Practice.ID) throws -> any Answer {
    try empty(id, Practice.self, visit)
  }
  func reviewNeed(_ visit: Visit, _ id: Need.ID) throws -> any Answer { try review(id, Need.self, visit) }
  func reviewPractice(_ visit: Visit, _ id: Practice.ID) throws -> any Answer { try review(id, Practice.self, visit) }

  /// Whose it is sees every version and who made it; others see those that were published.
  private func versions<Item: Told>(_ id: Item.ID, _: Item.Type, _ visit: Visit) throws -> any Answer {
    Shown(try versionsPage(id, Item.self, visit))
  }

  private func versionsPage<Item: Told>(_ id: Item.ID, _: Item.Type, _ visit: Visit) throws -> VersionsPage {
    try database.read { session in
      let item = try session.library(of: Item.self).require(id, for: visit.viewer)
      let isOwn = visit.viewer.may(.reader, for: item.organisation)
      let versions = try session.versions.of(id.text, publishedOnly: !isOwn)
      let accounts = isOwn ? Set(versions.compactMap(\.account)) : []
      return VersionsPage(item.work, versions, names: try session.accounts.names(accounts))
    }
  }

  private func empty<Item: Told>(_ id: Item.ID, _: Item.Type, _ visit: Visit) throws -> any Answer {
    try visit.viewer.require(.administrator)
    var entered = Entered(visit)
    let why = Phrase("versions.no-number", "Say which version, by its number.")
    guard let number = entered.one("number", otherwise: why, { Int($0) }) else {
      if entered.isGood { entered.refuse("number", why) }
      return Refused(try versionsPage(id, Item.self, visit), entered.problems)
    }
    try EmptyVersion<Item>(id, number: number).run(on: visit.occasion(in: self))
    let page = try versionsPage(id, Item.self, visit)
    return Changed(Item.subject(id).versions, page, .saved)
  }

  private func review<Item: Told>(_ id: Item.ID, _: Item.Type, _ visit: Visit) throws -> any Answer {
    let note = String((cleaned(visit.fields["note"] ?? "", limit: .max) ?? "").prefix(1000))
    let occasion = visit.occasion(in: self)
    if visit.fields["do"] == "give-back" {
      return try moved(GiveBack<Item>(id, note: note).run(on: occasion), visit, .saved)
    }
    return try moved(AskReview<Item>(id, note: note).run(on: occasion), visit, .asked)
  }
}

import Actions
import Addresses
import Cooperation
import HTTP
import Languages
import Pages
import SQL
import Storage

// Whether a practice would stand in a city.
extension Site {
  static let transferSheets: [Entry] = [
    Entry(Address.transfer, Site.showTransfer, .page(asking: ["organisation"])),
    Entry(Address.correctingTransfer, Site.correctTransfer),
  ]

  /// For the city that the address names, or else the visitor's own.
  func showTransfer(_ visit: Visit, _ id: Practice.ID) throws -> any Answer {
    let wanted = try visit.query.filter("organisation") { Organisation.ID($0) }
    return Shown(try transferPage(id, for: wanted, visit))
  }

  private func transferPage(
    _ id: Practice.ID, for wanted: Organisation.ID?, _ visit: Visit, _ filled: Filled = Filled()
  ) throws -> TransferPage {
    try database.read { session in
      let practice = try session.practices.require(id, for: visit.viewer)
      let own = visit.viewer.organisations(as: .reader).first { $0 != practice.organisation }
      guard let city = wanted ?? own else {
        let author = try session.organisations.briefs([practice.organisation], in: visit.reader.words.language)
        return TransferPage(practice, of: try author.first.orMissing(practice.organisation), here: nil)
      }
      let isSeen = visit.viewer.may(.reader, for: city)
      let kept = isSeen ? try session.transferSheets.find(id, for: city) : .nothing
      let sheet = try transferSheet(of: practice, for: city, kept, session)
      let briefs = try session.organisations.briefs([practice.organisation, city], in: visit.reader.words.language)
      let names = Dictionary(briefs.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      return TransferPage(
        practice, of: try names[practice.organisation].orMissing(practice.organisation),
        here: .init(try names[city].orMissing(city), sheet, isOwn: visit.viewer.may(.editor, for: city)),
        filled: filled)
    }
  }

  private func transferSheet(
    of practice: Practice, for city: Organisation.ID, _ kept: TransferSheets.Kept, _ session: any Session
  ) throws -> TransferSheet {
    let owners = try Owners([practice.organisation, city], in: session)
    let author = try owners[practice.organisation].orMissing(practice.organisation)
    let here = try owners[city].orMissing(city)
    let languages = practice.topic.languages.isEmpty ? author.languages : practice.topic.languages
    return TransferSheet(
      of: practice.id, for: city,
      there: .init(
        owners.setting(of: practice.topic, author), languages: languages, cost: practice.facts.cost,
        posts: practice.facts.posts, means: author.means),
      here: .init(owners.setting(of: Topic(), here), languages: here.languages, means: here.means),
      corrections: kept.corrections, corrected: kept.at)
  }

  func correctTransfer(_ visit: Visit, _ id: Practice.ID) throws -> any Answer {
    _ = try visit.viewer.person()
    guard let city = visit.fields["organisation"].flatMap({ Organisation.ID($0) }) else {
      throw Missing(cleaned(visit.fields["organisation"] ?? "organisation") ?? "organisation")
    }
    try visit.viewer.require(.editor, for: city)
    var entered = Entered(visit)
    let corrections = entered.corrections()
    let seen = visit.fields["seen"].map { CorrectTransferSheet.Basis.seen(Instant($0)) } ?? .anything
    guard entered.isGood else {
      return Refused(try transferPage(id, for: city, visit, entered.filled()), entered.problems)
    }
    do {
      try CorrectTransferSheet(id, for: city, corrections, from: seen).run(on: visit.occasion(in: self))
    } catch let stale as Stale where !visit.wantsJSON {
      entered.refuse("correct", stale.words)
      return Refused(try transferPage(id, for: city, visit, entered.filled()), entered.problems, status: 412)
    }
    return Changed(
      Address.transfer(id) + "?organisation=\(city)", try transferPage(id, for: city, visit), .saved)
  }
}

extension Entered {
  /// What is said of each condition; one of which nothing is said is left as the record has it.
  fileprivate mutating func corrections() -> [TransferSheet.Condition: TransferSheet.Correction] {
    var corrections: [TransferSheet.Condition: TransferSheet.Correction] = [:]
    for condition in TransferSheet.Condition.allCases {
      let name = condition.rawValue
      let light = one(name, otherwise: Phrase("form.no-likeness", "Choose from the list.")) {
        TransferSheet.Light(rawValue: $0)
      }
      let said = TransferSheet.Correction(
        light ?? .unknown, there: line("\(name).there", limit: 300), here: line("\(name).here", limit: 300),
        note: line("\(name).note", limit: 500))
      if light != nil || said.hasWords { corrections[condition] = said }
    }
    return corrections
  }
}

extension Optional {
  /// - Throws: `Missing` where there is none.
  fileprivate func orMissing(_ id: some CustomStringConvertible) throws -> Wrapped {
    guard let self else { throw Missing(id) }
    return self
  }
}

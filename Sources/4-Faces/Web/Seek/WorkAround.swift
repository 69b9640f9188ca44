import Cooperation
import HTTP
import Languages
import Methods
import Pages
import SQL
import Storage

// What a work's page tells beside the work itself.
extension Site {
  func fill(_ around: inout WorkPage.Around, of need: Need, _ session: any Session, _ visit: Visit) throws {
    var filter = Exchanges.Filter()
    filter.need = need.id
    around.exchanges = try session.exchanges.list(filter, for: visit.viewer, on: visit.now.day).items
    for exchange in around.exchanges {
      around.methods[exchange.method] = Methods.Library.method(exchange.method)?.title
    }
    // A need's page shows its best answers; they are found anew for each reader, in a few milliseconds.
    guard need.shelf.isPublished else { return }
    let asking = MatchAsking(.need(need), top: 3)
    around.matches = try asking.lines(
      matches, session, for: visit.viewer, in: visit.reader.words.language, on: visit.now.day)
  }

  func fill(
    _ around: inout WorkPage.Around, of practice: Practice, _ session: any Session, _ visit: Visit
  ) throws {
    around.family = try familyPart(of: practice.id, session, visit)
    around.contact = try practice.facts.contact.flatMap { try session.people.find($0) }
  }
}

import Addresses
import Cooperation
import HTTP
import Languages
import Pages
import Reference
import SQL
import Storage

extension Site {
  static let circling: [Entry] = [
    Entry(Address.circles, Site.showCircles, .list(by: Site.circleFilters)),
    Entry(Address.cohort, Site.showCohort, .page(asking: Site.cohortParts)),
    Entry(Address.thirdChair, Site.showThirdChair, .page),
  ]

  /// By what their address narrows them.
  static let circleFilters = ["theme", "size", "organisation"]

  /// The learning circles, narrowed as the address asks.
  func showCircles(_ visit: Visit) throws -> any Answer {
    guard circles.gathersFirst(at: visit.now) else { return try learningCircles(visit) }
    return Response(200, body: .later { self.answer(visit) { try self.learningCircles(visit) } })
  }

  private func learningCircles(_ visit: Visit) throws -> any Answer {
    var question = CircleKeeper.Question()
    let theme = try visit.query.filter("theme") { Theme.ID($0).flatMap { Themes[$0]?.id } }
    question.themes = theme.map { Set(Themes.within($0)) }
    let size = try visit.query.filter("size") { text in Int(text).flatMap { Circle.sizes.contains($0) ? $0 : nil } }
    if let size { question.sizes = size...size }
    question.organisation = try visit.query.filter("organisation") { Organisation.ID($0) }
    let asking = CircleAsking(question, visit.span), language = visit.reader.words.language
    return Shown(
      try database.read { session in
        let member = try question.organisation.map { try session.organisations.briefs([$0], in: language) }?.first
        let told = try asking.told(circles, matches, session, in: language, at: visit.now)
        let own = try session.organisations.briefs(
          Array(visit.viewer.organisations(as: .reader).prefix(5)), in: language)
        return CirclesPage(told, theme: theme, size: size, organisation: member, own: own)
      })
  }
}

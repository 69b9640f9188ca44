import Actions
import Addresses
import Cooperation
import HTTP
import Languages
import Pages
import SQL
import Storage

extension Site {
  /// What came of partnerships: shown, told, corrected; and what the parties say of each figure.
  static let results: [Entry] = [
    Entry(Address.results, Site.showResults), Entry(Address.result, Site.showResult),
    Entry(Address.figure, Site.showFigure, .page), Entry(Address.newResult, Site.newResult),
    Entry(Address.addingResult, Site.addResult, .record.adding), Entry(Address.resultForm, Site.resultForm),
    Entry(Address.correctingResult, Site.correctResult), Entry(Address.puttingResult, Site.correctResult),
    Entry(Address.newIndicator, Site.newIndicator), Entry(Address.addingIndicator, Site.addIndicator, .record.adding),
    Entry(Address.indicatorForm, Site.indicatorForm), Entry(Address.correctingIndicator, Site.correctIndicator),
    Entry(Address.puttingIndicator, Site.correctIndicator), Entry(Address.newPeriod, Site.newPeriod),
    Entry(Address.addingPeriod, Site.addPeriod, .record.adding),
    Entry(Address.reportingPeriod, Site.reportFigure, .page),
    Entry(Address.voicingPeriod, Site.speakOnFigure),
  ]

  func showResults(_ visit: Visit, _ id: Partnership.ID) throws -> any Answer {
    Shown(ResultsPage(try database.read { session in try resultsTold(id, session, visit) }))
  }

  func showResult(_ visit: Visit, _ id: Partnership.ID, _ result: Outcome.ID) throws -> any Answer {
    let page = try resultPage(result, of: id, visit)
    return Shown(page, tag: visit.tag(page.revision))
  }

  func showFigure(_ visit: Visit, _ id: Partnership.ID, _ period: Indicator.Period.ID) throws -> any Answer {
    let page = try figurePage(period, of: id, visit)
    return Shown(page, tag: visit.tag(page.revision))
  }

  func resultPage(_ result: Outcome.ID, of id: Partnership.ID, _ visit: Visit) throws -> ResultPage {
    let told = try database.read { session in try resultsTold(id, session, visit) }
    guard let outcome = told.outcomes.first(where: { $0.id == result }) else { throw Missing(result) }
    return ResultPage(outcome, in: told)
  }

  func figurePage(
    _ period: Indicator.Period.ID, of id: Partnership.ID, _ visit: Visit, _ filled: Filled = Filled()
  ) throws -> FigurePage {
    let told = try database.read { session in try resultsTold(id, session, visit) }
    guard let page = FigurePage(period, in: told, filled: filled) else { throw Missing(period) }
    return page
  }

  /// Everything told of a partnership's results, with the names of those who speak.
  func resultsTold(_ id: Partnership.ID, _ session: any Session, _ visit: Visit) throws -> ResultsTold {
    let partnership = try session.partnerships.require(id)
    let outcomes = try session.outcomes.of(id), claims = try session.outcomes.claims(of: id, on: outcomes)
    var said: [Indicator.Period.ID: ResultsTold.Said] = [:], speakers: Set<Person.ID> = []
    for period in outcomes.flatMap(\.indicators).flatMap(\.periods) {
      let history = claims.history(of: period.id)
      said[period.id] = ResultsTold.Said(claims[period.id], history: history)
      speakers.formUnion(history.map(\.person))
    }
    let briefs = try session.organisations.briefs(
      partnership.parties.all.map(\.organisation), in: visit.reader.words.language)
    // Who spoke for a party is for those who are signed in.
    let people = visit.viewer.account == nil ? [] : try session.people.find(speakers.sorted())
    return ResultsTold(
      of: partnership, outcomes, said: said,
      claims: Dictionary(uniqueKeysWithValues: outcomes.map { ($0.id, claims[$0.id]) }),
      names: Dictionary(uniqueKeysWithValues: briefs.map { ($0.id, $0.name) }),
      people: Dictionary(uniqueKeysWithValues: people.map { ($0.id, $0.name) }),
      own: visit.viewer.voices(in: partnership.parties))
  }
}

package import Cooperation
package import HTTP

// What came of a partnership: its results, their indicators, and the figures of their periods.
extension Address {
  package static let newResult = Endpoint<Partnership.ID>(.get, "/partnerships/*/results/new")
  package static let result = Endpoint<Partnership.ID, Outcome.ID>(.get, "/partnerships/*/results/*")
  package static let resultForm = Endpoint<Partnership.ID, Outcome.ID>(.get, "/partnerships/*/results/*/edit")
  package static let correctingResult = Endpoint<Partnership.ID, Outcome.ID>(.post, "/partnerships/*/results/*")
  package static let puttingResult = Endpoint<Partnership.ID, Outcome.ID>(.put, "/partnerships/*/results/*")

  package static let newIndicator = Endpoint<Partnership.ID, Outcome.ID>(
    .get, "/partnerships/*/results/*/indicators/new")
  package static let addingIndicator = Endpoint<Partnership.ID, Outcome.ID>(
    .post, "/partnerships/*/results/*/indicators")
  package static let indicatorForm = Endpoint<Partnership.ID, Indicator.ID>(.get, "/partnerships/*/indicators/*/edit")
  package static let correctingIndicator = Endpoint<Partnership.ID, Indicator.ID>(
    .post, "/partnerships/*/indicators/*")
  package static let puttingIndicator = Endpoint<Partnership.ID, Indicator.ID>(.put, "/partnerships/*/indicators/*")

  package static let newPeriod = Endpoint<Partnership.ID, Indicator.ID>(
    .get, "/partnerships/*/indicators/*/periods/new")
  package static let addingPeriod = Endpoint<Partnership.ID, Indicator.ID>(
    .post, "/partnerships/*/indicators/*/periods")
  package static let figure = Endpoint<Partnership.ID, Indicator.Period.ID>(.get, "/partnerships/*/periods/*")
}

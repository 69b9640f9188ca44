import Actions
import Addresses
import Cooperation
import HTTP
import Imports
import Languages
import Pages
import SQL
import Storage

extension Site {
  func showReview(_ visit: Visit) throws -> any Answer {
    try visit.viewer.require(.reviewer)
    var filter = ReviewItems.Filter()
    filter.code = visit.query["code"].flatMap { $0.isEmpty ? nil : $0 }
    filter.run = try visit.query.filter("run") { ImportRun.ID($0) }
    filter.state = try visit.query.filter("state") { ReviewItem.State(rawValue: $0) } ?? .open
    let asked = filter
    return Shown(
      try database.read { session in
        let codes = try session.reviewItems.codes(asked)
        let facet = visit.facet("code", visit.reader("review.why", "Why it waits"), codes, slug: \.self) { code in
          visit.reader.words[ReviewItem.reason(of: code)]
        }
        return ReviewPage(items: try session.reviewItems.list(asked, visit.span).listing, facets: [facet])
      })
  }

  func showReviewItem(_ visit: Visit, _ id: ReviewItem.ID) throws -> any Answer {
    Shown(try reviewItemPage(visit, id))
  }

  private func reviewItemPage(
    _ visit: Visit, _ id: ReviewItem.ID, _ filled: Filled = Filled(), decided: ReviewItemPage.Outcome? = nil
  ) throws -> ReviewItemPage {
    try visit.viewer.require(.reviewer)
    return try database.read { session in
      let item = try session.reviewItems.require(id)
      let run = try session.importRuns.require(item.run)
      let parts = item.state == .open ? try ReviewParts(item, run.kind, session, visit.reader).parts() : []
      return ReviewItemPage(item, in: run.file, parts: parts, filled: filled, decided: decided)
    }
  }

  func decide(_ visit: Visit, _ id: ReviewItem.ID) throws -> any Answer {
    let choice = DecideItem.Choice(visit.fields)
    let reach: DecideItem.Reach = visit.fields.isTicked("same") ? .label : .line
    do {
      let decision = try DecideItem(id, choice, for: reach).run(on: visit.occasion(in: self))
      guard !visit.wantsJSON else {
        return Shown(try reviewItemPage(visit, id, decided: .init(decision.tally, also: decision.also)))
      }
      let next = try database.read { session in
        try session.reviewItems.next(after: decision.item, code: decision.item.code)
      }
      let address = next.map { Address.reviewItem($0) } ?? Address.review()
      return Response.seeOther(address + "?done=" + Notice.decided.rawValue)
    } catch let refusal as DecideItem.Refused where !visit.wantsJSON && refusal.kind == .invalid {
      let problem = Filled.Problem("means", visit.reader.words[refusal.words])
      let filled = Filled(values: Entered(visit).filled().values, problems: [problem])
      return Refused(try reviewItemPage(visit, id, filled), [problem])
    }
  }
}

extension DecideItem.Choice {
  /// What a form or a program says: `choice=not-ours`, or whom each part means.
  fileprivate init(_ fields: Fields) {
    if fields["choice"] == "not-ours" {
      self = .notOurs
      return
    }
    var parts: [String: String] = [:]
    for key in ["", "1", "2"] {
      let end = key.isEmpty ? "" : ".\(key)"
      // Whoever types an identifier means that one, whatever is ticked above.
      let other = cleaned(fields["other" + end] ?? "") ?? ""
      let text = other.isEmpty ? fields["means" + end] ?? "" : other
      if !text.isEmpty { parts[key] = text }
    }
    self = .means(parts)
  }
}

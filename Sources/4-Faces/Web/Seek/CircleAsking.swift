package import Cooperation
package import Pages
package import SQL
package import Storage

/// A stretch of the learning circles that were asked for, with the names of who and what is in them.
package struct CircleAsking: Sendable {
  let question: CircleKeeper.Question
  let span: Span

  package init(_ question: CircleKeeper.Question, _ span: Span = Span()) {
    (self.question, self.span) = (question, span)
  }

  /// The circles, the best first, told in `language`; nil while they are being gathered for the first time.
  package func told(
    _ keeper: CircleKeeper, _ matches: MatchKeeper, _ session: any Session, in language: Language, at now: Instant
  ) throws -> CirclesTold? {
    guard let found = try keeper.circles(question, matches, session, at: now) else { return nil }
    let shown = Array(found.circles.dropFirst((span.page - 1) * span.per).prefix(span.per))
    let briefs = try ArcBriefs(shown.flatMap(\.arcs), session, in: language)
    let lines = shown.compactMap { circle -> CircleLine? in
      let arcs = circle.arcs.compactMap { briefs[$0] }
      return arcs.count == circle.arcs.count ? CircleLine(circle, arcs) : nil
    }
    return CirclesTold(
      lines: lines, total: found.circles.count, page: span.page, per: span.per, mayBeMore: found.mayBeMore)
  }
}

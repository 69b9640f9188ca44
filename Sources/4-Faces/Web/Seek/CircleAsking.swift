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
    let arcs = shown.flatMap(\.arcs)
    let needs = try session.needs.briefs(Array(Set(arcs.map(\.need))), for: .visitor, in: language)
    let practices = try session.practices.briefs(Array(Set(arcs.map(\.practice))), for: .visitor, in: language)
    let needsByID = Dictionary(uniqueKeysWithValues: needs.map { ($0.id, $0) })
    let practicesByID = Dictionary(uniqueKeysWithValues: practices.map { ($0.id, $0) })
    let lines = shown.compactMap { circle -> CircleLine? in
      let arcs = circle.arcs.compactMap { arc -> CircleLine.Arc? in
        guard let need = needsByID[arc.need], let practice = practicesByID[arc.practice] else { return nil }
        return CircleLine.Arc(arc, need: need, practice: practice)
      }
      return arcs.count == circle.arcs.count ? CircleLine(circle, arcs) : nil
    }
    return CirclesTold(
      lines: lines, total: found.circles.count, page: span.page, per: span.per, mayBeMore: found.mayBeMore)
  }
}

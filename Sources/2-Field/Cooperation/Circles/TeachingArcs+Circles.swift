extension TeachingArcs {
  /// The best learning circles: those with the strongest weakest link; of equal ones the higher mean, then the ids,
  /// from the lowest on as the teaching goes round. Between two organisations only the best arc counts.
  ///
  /// Exact, and the same for the same content on every machine.
  /// - Parameters:
  ///   - sizes: how many organisations they may have, within 2 to 4.
  ///   - themes: where given, at least one learns about one of them; between two, an arc about them is preferred.
  ///   - organisation: where given, it is one of them.
  ///   - count: how many at most, at least 1.
  package func circles(
    of sizes: ClosedRange<Int> = Circle.sizes, about themes: Set<Theme.ID>? = nil,
    with organisation: Organisation.ID? = nil, top count: Int
  ) -> Found {
    let member = organisation.flatMap { place(of: $0) }
    if organisation != nil, member == nil { return Found(circles: [], mayBeMore: false) }
    let graph = TeachingGraph(self, about: themes)
    var search = CircleSearch(graph, sizes: sizes.clamped(to: Circle.sizes), top: max(count, 1))
    let best: BestCircles
    if let member { best = search.all(with: member) } else { best = search.all() }
    let circles = best.rounds.map { round in
      Circle((0..<round.size).map { arc(at: Int(graph.sources[Int(round.arcs[$0])])) })
    }
    return Found(circles: circles, mayBeMore: best.isFull)
  }

  /// Circles, the best first.
  package struct Found: Sendable {
    package let circles: [Circle]
    /// Whether as many as were asked for were found, so that there may be others.
    package let mayBeMore: Bool
  }
}

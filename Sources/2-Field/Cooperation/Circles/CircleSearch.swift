/// Finds the best learning circles there are.
///
/// Exact. The arcs are put into the graph one by one, the strongest first. Every circle is found once, when its last
/// arc is put in; no other of its arcs is weaker, so that one is its weakest link. Circles therefore appear in the
/// order of their weakest links, and once as many as are wanted are there and the next arc is weaker than the weakest
/// link of the last of them, no circle that is still to come can be among them. Arcs that are equal to it are still
/// put in, so that means and ids decide between equals. (`CircleSearchTests` compares with all circles of small
/// graphs.)
///
/// Each arc costs what its teacher's teachers and theirs are: nobody has more than a few for each need.
struct CircleSearch {
  private let graph: TeachingGraph
  private let sizes: ClosedRange<Int>
  private var best: BestCircles
  /// For each organisation the arc by which the one looked at teaches it.
  private var notes: [Note]

  private struct Note {
    var arc: UInt32 = 0
    /// For which arc it was noted; of others it is a memory.
    var at: UInt32 = 0
  }

  /// - Parameter top: how many are wanted, at least 1.
  init(_ graph: TeachingGraph, sizes: ClosedRange<Int>, top: Int) {
    (self.graph, self.sizes, best) = (graph, sizes, BestCircles(top))
    notes = Array(repeating: Note(), count: graph.organisations)
  }

  /// The best circles of all.
  mutating func all() -> BestCircles {
    for arc in 0..<UInt32(graph.count) {
      guard best.mayTake(weakest: graph.scores[Int(arc)]) else { break }
      close(arc)
    }
    return best
  }

  /// The best circles with `organisation` in them: few enough to look at each.
  mutating func all(with organisation: Int) -> BestCircles {
    guard note(organisation, before: .max, at: 1) else { return best }
    for last in row(organisation) {
      let third = notes[Int(last.end)]
      if third.at == 1, sizes.contains(2) { take(third.arc, last.arc) }
      guard sizes.upperBound > 2 else { continue }
      for middle in row(Int(last.end)) where Int(middle.end) != organisation {
        let second = notes[Int(middle.end)]
        if second.at == 1, sizes.contains(3) { take(second.arc, middle.arc, last.arc) }
        guard sizes.upperBound > 3 else { continue }
        for next in row(Int(middle.end)) where next.end != last.end {
          let first = notes[Int(next.end)]
          if first.at == 1 { take(first.arc, next.arc, middle.arc, last.arc) }
        }
      }
    }
    return best
  }

  /// Takes every circle whose arcs came before `arc` but for `arc` itself.
  private mutating func close(_ arc: UInt32) {
    let teacher = graph.teachers[Int(arc)], learner = graph.learners[Int(arc)], now = arc + 1
    guard note(Int(learner), before: arc, at: now) else { return }
    let back = notes[Int(teacher)]
    if back.at == now, sizes.contains(2) { take(arc, back.arc) }
    guard sizes.upperBound > 2 else { return }
    for last in row(Int(teacher)) {
      if last.arc >= arc { break }
      if last.end == learner { continue }
      let third = notes[Int(last.end)]
      if third.at == now, sizes.contains(3) { take(arc, third.arc, last.arc) }
      guard sizes.upperBound > 3 else { continue }
      for middle in row(Int(last.end)) {
        if middle.arc >= arc { break }
        let second = notes[Int(middle.end)]
        if second.at == now, middle.end != teacher { take(arc, second.arc, middle.arc, last.arc) }
      }
    }
  }

  /// The arcs that lead to `organisation`.
  private func row(_ organisation: Int) -> ArraySlice<TeachingGraph.Way> {
    graph.arcsIn[Int(graph.startsIn[organisation])..<Int(graph.startsIn[organisation + 1])]
  }

  /// Notes whom `organisation` teaches by arcs before `arc`.
  ///
  /// - Returns: whether there is anyone.
  private mutating func note(_ organisation: Int, before arc: UInt32, at now: UInt32) -> Bool {
    var isAny = false
    for way in graph.arcsOut[Int(graph.startsOut[organisation])..<Int(graph.startsOut[organisation + 1])] {
      if way.arc >= arc { break }
      notes[Int(way.end)] = Note(arc: way.arc, at: now)
      isAny = true
    }
    return isAny
  }

  /// Takes a circle of two, three or four arcs, in the order in which the teaching goes round.
  private mutating func take(_ one: UInt32, _ two: UInt32, _ three: UInt32? = nil, _ four: UInt32? = nil) {
    let size = four != nil ? 4 : three != nil ? 3 : 2
    let arcs = SIMD4<UInt32>(one, two, three ?? one, four ?? one)
    var isOnTheme = false, weakest = Int32.max, sum: Int32 = 0, first = 0
    for step in 0..<size {
      let arc = Int(arcs[step])
      isOnTheme = isOnTheme || graph.isOnTheme[arc]
      weakest = min(weakest, graph.scores[arc])
      sum += graph.scores[arc]
      if graph.teachers[arc] < graph.teachers[Int(arcs[first])] { first = step }
    }
    guard isOnTheme, best.mayTake(weakest: weakest) else { return }
    var places = SIMD4<UInt32>(repeating: .max), turned = places
    for step in 0..<size {
      let arc = arcs[(first + step) % size]
      (places[step], turned[step]) = (graph.teachers[Int(arc)], arc)
    }
    best.take(BestCircles.Round(size: size, organisations: places, arcs: turned, weakest: weakest, sum: sum))
  }
}

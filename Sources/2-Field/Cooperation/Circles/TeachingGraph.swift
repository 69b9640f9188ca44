/// Who teaches whom, an arc for each two at most: the best there is. Compressed sparse rows over flat arrays.
///
/// Arcs stand in the order of their scores, the best first, equal ones by learner and teacher; so do those of each row.
/// Whether an arc had come before another is then the comparison of two numbers.
struct TeachingGraph {
  /// By arc.
  let teachers: [UInt32]
  let learners: [UInt32]
  /// In millionths.
  let scores: [Int32]
  /// Where the arc stands among those that it was chosen from.
  let sources: [UInt32]
  /// Whether what is taught is about the theme that was asked for.
  let isOnTheme: [Bool]
  /// Where the arcs that lead to each organisation begin in `arcsIn`.
  let startsIn: [UInt32]
  let arcsIn: [Way]
  let startsOut: [UInt32]
  let arcsOut: [Way]

  /// An arc with its other end, so that walking a row does not leave it.
  struct Way {
    let arc: UInt32
    let end: UInt32
  }

  var organisations: Int { startsIn.count - 1 }
  var count: Int { scores.count }

  /// - Parameter themes: where given, an arc about one of them is preferred to a better one about something else.
  init(_ arcs: TeachingArcs, about themes: Set<Theme.ID>?) {
    let wanted = themes.map { themes in arcs.themes.map { !$0.isDisjoint(with: themes) } }
    let onTheme = arcs.needsOfArcs.map { wanted?[Int($0)] ?? true }
    let people = arcs.organisations.count
    // Sorted by the least important first, each time keeping the order of equals: by learner, teacher, theme, score.
    var order = Self.strongestFirst((0..<UInt32(arcs.count)).map { $0 }, arcs.scores)
    if wanted != nil { order = Self.sorted(order, 2) { onTheme[$0] ? 0 : 1 } }
    order = Self.sorted(order, people) { Int(arcs.teachers[$0]) }
    order = Self.sorted(order, people) { Int(arcs.learners[$0]) }
    var last: (UInt32, UInt32)?
    order = order.filter { arc in
      let pair = (arcs.learners[Int(arc)], arcs.teachers[Int(arc)])
      defer { last = pair }
      return last.map { $0 != pair } ?? true
    }
    order = Self.strongestFirst(order, arcs.scores)
    teachers = order.map { arcs.teachers[Int($0)] }
    learners = order.map { arcs.learners[Int($0)] }
    scores = order.map { arcs.scores[Int($0)] }
    isOnTheme = order.map { onTheme[Int($0)] }
    sources = order
    (startsIn, arcsIn) = Self.rows(learners, to: teachers, people)
    (startsOut, arcsOut) = Self.rows(teachers, to: learners, people)
  }

  /// By scores, which are at most a million, in two steps.
  private static func strongestFirst(_ order: [UInt32], _ scores: [Int32]) -> [UInt32] {
    let fine = sorted(order, 1024) { 1023 - Int(scores[$0]) % 1024 }
    return sorted(fine, 1024) { 1023 - Int(scores[$0]) / 1024 }
  }

  /// The places in `order` by their keys, from 0 to less than `keys`; equal ones stay in their order.
  private static func sorted(_ order: [UInt32], _ keys: Int, by key: (Int) -> Int) -> [UInt32] {
    var starts = [UInt32](repeating: 0, count: keys + 1)
    for place in order { starts[key(Int(place)) + 1] += 1 }
    for key in 0..<keys { starts[key + 1] += starts[key] }
    var result = order
    for place in order {
      let key = key(Int(place))
      result[Int(starts[key])] = place
      starts[key] += 1
    }
    return result
  }

  /// The arcs of each of `starts`, in their own order, with their other ends.
  private static func rows(_ near: [UInt32], to far: [UInt32], _ people: Int) -> (starts: [UInt32], ways: [Way]) {
    var starts = [UInt32](repeating: 0, count: people + 1)
    for end in near { starts[Int(end) + 1] += 1 }
    for person in 0..<people { starts[person + 1] += starts[person] }
    let order = sorted((0..<UInt32(near.count)).map { $0 }, max(people, 1)) { Int(near[$0]) }
    return (starts, order.map { Way(arc: $0, end: far[Int($0)]) })
  }
}

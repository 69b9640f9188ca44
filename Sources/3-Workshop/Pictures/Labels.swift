/// The names on a map, set so that none covers another or a point.
struct Labels {
  /// A name and where it stands.
  struct Label {
    let text: String
    let at: Point
    let anchor: Anchor
    /// Whether there is room for it only where letters are small: not on a phone.
    let isFine: Bool
  }

  enum Anchor: String { case start, middle, end }

  /// The labels of `spots`, by their place in it; those for which there is no room are missing.
  static func placed(_ spots: [WorldMap.Spot], _ names: [String], height: Double) -> [Int: Label] {
    var taken = spots.map { spot in
      Box(spot.point.x - spot.radius, spot.point.y - spot.radius, 2 * spot.radius, 2 * spot.radius)
    }
    let page = Box(0, 0, 1000, height)
    var labels: [Int: Label] = [:]
    for isFine in [false, true] {
      for place in spots.indices where labels[place] == nil {
        let candidates = candidates(spots[place], names[place], size: isFine ? 12.5 : 16)
        let free = candidates.first { choice in
          let rest = taken.enumerated().lazy.filter { $0.offset != place }
          return page.holds(choice.box) && !rest.contains { $0.element.meets(choice.box) }
        }
        guard let free else { continue }
        taken.append(free.box)
        labels[place] = Label(text: names[place], at: free.at, anchor: free.anchor, isFine: isFine)
      }
    }
    return labels
  }

  private struct Candidate {
    let box: Box
    let at: Point
    let anchor: Anchor

    func moved(_ down: Double) -> Candidate {
      let room = Box(box.x, box.y + down, box.width, box.height)
      return Candidate(box: room, at: Point(at.x, at.y + down), anchor: anchor)
    }
  }

  private static func candidates(_ spot: WorldMap.Spot, _ name: String, size: Double) -> [Candidate] {
    let width = Double(name.count) * size * 0.55 + 4, gap = spot.radius + 4
    let (x, y) = (spot.point.x, spot.point.y)
    let right = Candidate(
      box: Box(x + gap - 2, y - size / 2, width, size), at: Point(x + gap, y + 4), anchor: .start)
    let left = Candidate(
      box: Box(x - gap + 2 - width, y - size / 2, width, size), at: Point(x - gap, y + 4), anchor: .end)
    let above = Candidate(
      box: Box(x - width / 2, y - gap - size, width, size), at: Point(x, y - gap - 1), anchor: .middle)
    let below = Candidate(
      box: Box(x - width / 2, y + gap, width, size), at: Point(x, y + gap + 10), anchor: .middle)
    switch spot.standing {
    case .beyond(.left): return [right]
    case .beyond(.right): return [left]
    case .beyond(.top): return [below, below.moved(16), below.moved(32)]
    case .beyond(.bottom): return [above, above.moved(-16), above.moved(-32)]
    case .tied, .untied, .here: return [right, left, below, above]
    }
  }
}

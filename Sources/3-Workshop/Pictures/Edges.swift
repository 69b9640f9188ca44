/// Where a way out of a picture crosses its edge.
struct Crossing {
  let side: WorldMap.Side
  let point: Point

  func along(_ side: WorldMap.Side) -> Double { side == .left || side == .right ? point.y : point.x }
}

extension WorldMap.Side {
  /// How far apart two names on this edge must stand.
  var room: Double { self == .left || self == .right ? 24 : 190 }
}

extension Box {
  /// Where the straight way from the middle to `target`, which lies outside, crosses the edge.
  func crossing(towards target: Point) -> Crossing {
    let way = target - centre
    let across = abs(way.x) / (width / 2), down = abs(way.y) / (height / 2)
    let share = max(across, down, 1e-6)
    let point = centre + way * (1 / share)
    if across >= down { return Crossing(side: way.x < 0 ? .left : .right, point: point) }
    return Crossing(side: way.y < 0 ? .top : .bottom, point: point)
  }

  /// From where to where names may stand along an edge; at the corners is no room.
  func range(of side: WorldMap.Side) -> ClosedRange<Double> {
    side == .left || side == .right ? y + 20...y + height - 20 : x + 150...x + width - 150
  }

  func point(on side: WorldMap.Side, _ along: Double) -> Point {
    switch side {
    case .left: Point(x, along)
    case .right: Point(x + width, along)
    case .top: Point(along, y)
    case .bottom: Point(along, y + height)
    }
  }
}

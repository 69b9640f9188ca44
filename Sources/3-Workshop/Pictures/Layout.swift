import Cooperation
import Reference

/// What of the world a map of a landscape shows, and where on the picture everything stands.
struct Layout {
  let view: Landscape.View
  let cut: Box
  /// The bundles to draw, told by the zones that stand on this cut.
  let shown: [Bundle]

  init(_ landscape: Landscape) {
    view = landscape.view
    let cut = Self.cut(for: landscape)
    self.cut = cut
    let inner = landscape.bundles.filter(\.isWithin)
    guard case .country = view else {
      shown = landscape.drawn + inner
      return
    }
    let placed = Bundle.gathered(landscape.between) { Self.isOn(cut, $0) ? $0 : Self.beyond(cut, $0) }
    shown = Array(placed.prefix(view.most)) + inner
  }

  /// The picture units of a unit of the map.
  var scale: Double { 1000 / cut.width }

  /// A country's map is the nearest cut that holds three quarters of what it shares with others.
  private static func cut(for landscape: Landscape) -> Box {
    switch landscape.view {
    case .world: return EqualEarth.world
    case .region(let code): return Regions.cut(of: code) ?? EqualEarth.world
    case .country(let code):
      guard let country = Countries[code] else { return EqualEarth.world }
      let all = landscape.between.reduce(0) { $0 + $1.weight }
      for near in [country.subregion, country.region].compactMap({ Regions.cut(of: $0) }) where near.width < 560 {
        let held = landscape.between.filter { isOn(near, $0.end(opposite: .country(code))) }
        if near.contains(Regions.point(of: country)), held.reduce(0, { $0 + $1.weight }) * 4 >= all * 3 { return near }
      }
      return EqualEarth.world
    }
  }

  private static func isOn(_ cut: Box, _ zone: Zone) -> Bool {
    guard let point = mapPoint(of: zone) else { return false }
    return cut.inset(by: cut.width * 0.03).contains(point)
  }

  private static func mapPoint(of zone: Zone) -> Point? {
    switch zone {
    case .country(let code): Countries[code].map { Regions.point(of: $0) }
    case .region(let code): Regions.point(of: code)
    }
  }

  /// How a country off the cut is told: by its region, unless the region's own point would stand on the cut.
  private static func beyond(_ cut: Box, _ zone: Zone) -> Zone? {
    guard case .country(let code) = zone else { return zone }
    guard let country = Countries[code] else { return nil }
    let region = Zone.region(country.subregion)
    return mapPoint(of: region) == nil || isOn(cut, region) ? zone : region
  }

  private func place(_ point: Point) -> Point { Point((point.x - cut.x) * scale, (point.y - cut.y) * scale) }
}

// The land.
extension Layout {
  /// One shape for each region of the world, or for each country of a cut; what leads nowhere comes first.
  func shapes(isGlance: Bool) -> [WorldMap.Shape] {
    let land = Land.all.filter { $0.bounds.meets(cut) }
    switch view {
    case .world:
      let regions = Dictionary(grouping: land.filter { !$0.isDot || !isGlance }) { $0.region ?? "" }
      return regions.sorted { $0.key < $1.key }.map { region, parts in
        let path = parts.map { isGlance ? $0.coarse : $0.path }.joined()
        return WorldMap.Shape(zone: region.isEmpty ? nil : .region(region), path: path, isHere: false)
      }
    case .region(let code):
      return land.map { land in
        let zone: Zone? = land.region == code ? land.country.map { .country($0) } : land.region.map { .region($0) }
        return WorldMap.Shape(zone: zone, path: land.path, isHere: land.region == code)
      }.sorted { !$0.isHere && $1.isHere }
    case .country(let code):
      if cut == EqualEarth.world { return glance(land, around: code) }
      return land.map { land in
        WorldMap.Shape(
          zone: land.country.map { .country($0) }, path: land.path, isHere: land.country == code)
      }.sorted { !$0.isHere && $1.isHere }
    }
  }

  /// The whole world in one shape, and the country upon it.
  private func glance(_ land: [Land], around code: Country.Code) -> [WorldMap.Shape] {
    let rest = land.filter { $0.country != code }.map(\.coarse).joined()
    let own = land.first { $0.country == code }
    let here = own.map { WorldMap.Shape(zone: .country(code), path: $0.coarse, isHere: true) }
    return [WorldMap.Shape(zone: nil, path: rest, isHere: false)] + (here.map { [$0] } ?? [])
  }

  /// Whether the land of this layout is written in half the units.
  func isCoarse(isGlance: Bool) -> Bool {
    if case .country = view { return cut == EqualEarth.world }
    return isGlance && view == .world
  }
}

// The points.
extension Layout {
  /// The zones of the view and those at the other ends, those with most first.
  func spots(touched bundles: [Bundle]) -> [WorldMap.Spot] {
    var counts: [Zone: Int] = [:]
    for bundle in bundles {
      for zone in Set([bundle.from, bundle.to]) { counts[zone, default: 0] += bundle.tally.total }
    }
    var zones = Set(counts.keys)
    switch view {
    case .world: zones.formUnion(Countries.all.map { .region($0.subregion) }.filter { Self.mapPoint(of: $0) != nil })
    case .region(let code):
      zones.formUnion(
        Countries.all.filter { $0.subregion == code && ($0.population ?? 0) > 500 }.map { .country($0.id) })
    case .country(let code): zones.insert(.country(code))
    }
    let inside = zones.filter { Self.isOn(cut, $0) }
    let spots = inside.compactMap { zone in spot(zone, count: counts[zone] ?? 0) }
    let beyond = zones.subtracting(inside).filter { counts[$0] != nil }
    return (spots + ports(beyond, counts)).sorted {
      $0.count != $1.count ? $0.count > $1.count : $0.zone < $1.zone
    }
  }

  private func spot(_ zone: Zone, count: Int) -> WorldMap.Spot? {
    guard let point = Self.mapPoint(of: zone) else { return nil }
    let radius: Double
    switch zone {
    case .country(let code):
      radius = 2.5 + 13 * (Double(Countries[code]?.population ?? 0) / 1.4e9).squareRoot()
    case .region(let code):
      let people = Countries.all.lazy.filter { $0.subregion == code }.compactMap(\.population).reduce(0, +)
      radius = 3 + 12 * (Double(people) / 2.1e9).squareRoot()
    }
    let isHere = if case .country(let code) = view { zone == .country(code) } else { false }
    let standing: WorldMap.Spot.Standing = isHere ? .here : count > 0 ? .tied : .untied
    return WorldMap.Spot(zone: zone, point: place(point), radius: radius, standing: standing, count: count)
  }

  /// What lies beyond the cut stands at its edge, in the direction in which it lies.
  private func ports(_ zones: Set<Zone>, _ counts: [Zone: Int]) -> [WorldMap.Spot] {
    let edge = Box(0, 0, 1000, cut.height * scale).inset(by: 12)
    let met = zones.sorted().compactMap { zone in
      Self.mapPoint(of: zone).map { (zone: zone, at: edge.crossing(towards: place($0))) }
    }
    return WorldMap.Side.allCases.flatMap { side in
      let here = met.filter { $0.at.side == side }.sorted { $0.at.along(side) < $1.at.along(side) }
      let spread = spread(here.map { $0.at.along(side) }, by: side.room, within: edge.range(of: side))
      return zip(here, spread).map { port, along in
        WorldMap.Spot(
          zone: port.zone, point: edge.point(on: side, along), radius: 3, standing: .beyond(side),
          count: counts[port.zone] ?? 0)
      }
    }
  }

  /// The same numbers, rising, at least `gap` apart as far as there is room.
  private func spread(_ places: [Double], by gap: Double, within range: ClosedRange<Double>) -> [Double] {
    guard places.count > 1 else { return places.map { min(max($0, range.lowerBound), range.upperBound) } }
    let gap = min(gap, (range.upperBound - range.lowerBound) / Double(places.count - 1))
    var spread = places
    for place in spread.indices {
      spread[place] = max(spread[place], place == 0 ? range.lowerBound : spread[place - 1] + gap)
    }
    var limit = range.upperBound
    for place in spread.indices.reversed() {
      spread[place] = min(spread[place], limit)
      limit = spread[place] - gap
    }
    return spread
  }
}

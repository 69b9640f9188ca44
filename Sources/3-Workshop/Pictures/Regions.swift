import Cooperation
import Reference

/// Where the regions of the world stand on the map: the point of a sub-region, and the cut that shows it.
enum Regions {
  /// The picture of a cut is this much wider than high.
  static let shape = 1.6

  /// The point that stands for a sub-region; nil for a code that is none.
  static func point(of region: String) -> Point? {
    points[region].flatMap { Position(latitude: $0.0, longitude: $0.1) }.map { EqualEarth.point($0) }
  }

  /// The cut that shows a sub-region or a whole continent; nil for a code that is neither.
  static func cut(of region: String) -> Box? {
    if let kept = cuts[region] { return kept.fitting(shape: shape, least: 150) }
    let parts = Land.all.filter { land in
      guard let country = land.country.flatMap({ Countries[$0] }) else { return false }
      return country.subregion == region || country.region == region
    }
    guard let first = parts.first else { return nil }
    return parts.dropFirst().reduce(first.bounds) { $0.joined($1.bounds) }.fitting(shape: shape, least: 150)
  }

  /// Where a country stands on the map: its label's place, but for those whose people live far from it.
  static func point(of country: Country) -> Point {
    let position = inhabited[country.id.text].flatMap { Position(latitude: $0.0, longitude: $0.1) }
    return EqualEarth.point(position ?? country.position)
  }

  /// Degrees north and east, chosen so that lines between regions can be told apart.
  private static let points: [String: (Double, Double)] = [
    "005": (-14, -56), "011": (11, -4), "013": (18, -97), "014": (-2, 37), "015": (28, 11), "017": (1, 18),
    "018": (-28, 23), "021": (41, -96), "029": (19.5, -71), "030": (34, 112), "034": (22, 79), "035": (2, 108),
    "039": (41.5, 13), "053": (-29, 145), "054": (-8, 150), "057": (9, 152), "061": (-15, -172), "143": (43, 67),
    "145": (33, 43), "151": (52, 33), "154": (60, 14), "155": (48.5, 5),
  ]

  /// Cuts that leave out what would make the rest too small: Siberia, far islands, the ice.
  private static let cuts: [String: Box] = [
    "150": Box(430, 20, 200, 105), "151": Box(500, 30, 120, 72), "154": Box(430, 14, 115, 62),
    "014": Box(525, 170, 112, 175), "061": Box(900, 260, 100, 70), "019": Box(40, 30, 380, 390),
    "009": Box(735, 190, 250, 215), "021": Box(60, 20, 320, 150),
  ]

  private static let inhabited: [String: (Double, Double)] = [
    "RU": (56, 44), "US": (39.5, -93), "CA": (50, -97), "GL": (67, -48), "CN": (33, 111), "NO": (61, 9.5),
    "CL": (-34, -71), "FR": (46.7, 2.5), "AU": (-31, 145),
  ]
}

extension Box {
  fileprivate func joined(_ other: Box) -> Box {
    let left = min(x, other.x), top = min(y, other.y)
    return Box(
      left, top, max(x + width, other.x + other.width) - left, max(y + height, other.y + other.height) - top)
  }
}

import Cooperation
import Reference

/// The land of one country as the map draws it: as it is, and coarser for a map that is only glanced at.
struct Land: Sendable {
  let country: Country.Code?
  /// The sub-region it lies in, by its M49 code; nil for none.
  let region: String?
  let isDot: Bool
  let path: String
  /// The same in half the units; empty for a dot and for land too small to see then.
  let coarse: String
  let bounds: Box

  static let all: [Land] = Outlines.all.map { Land($0) }

  private init(_ outline: Outline) {
    let rings = Ring.reading(outline.path)
    let points = rings.flatMap(\.corners)
    let left = points.map(\.x).min() ?? 0, right = points.map(\.x).max() ?? 0
    let top = points.map(\.y).min() ?? 0, bottom = points.map(\.y).max() ?? 0
    (country, isDot, path) = (outline.country, outline.isDot, outline.path)
    region = outline.country.flatMap { Countries[$0]?.subregion }
    coarse = outline.isDot ? "" : rings.compactMap { $0.halved?.path }.joined()
    bounds = Box(Double(left), Double(top), Double(right - left), Double(bottom - top))
  }
}

/// A closed line through whole-numbered corners.
private struct Ring {
  struct Corner: Equatable {
    let x: Int
    let y: Int
  }

  let corners: [Corner]

  /// The rings of a path that is written as the outlines are: `M2 3l4-5 6 7z`.
  static func reading(_ path: String) -> [Ring] {
    path.utf8.split(separator: UInt8(ascii: "z")).map { part in
      var x = 0, y = 0
      let numbers = numbers(part)
      return Ring(
        corners: stride(from: 0, to: numbers.count - 1, by: 2).map { place in
          x += numbers[place]
          y += numbers[place + 1]
          return Corner(x: x, y: y)
        })
    }
  }

  private static func numbers(_ text: Substring.UTF8View) -> [Int] {
    var numbers: [Int] = []
    var digits = "", isOpen = false
    for byte in text {
      let digit = Unicode.Scalar(byte)
      if ("0"..."9").contains(digit) {
        digits.unicodeScalars.append(digit)
        isOpen = true
        continue
      }
      if isOpen, let number = Int(digits) { numbers.append(number) }
      digits = digit == "-" ? "-" : ""
      isOpen = false
    }
    if isOpen, let number = Int(digits) { numbers.append(number) }
    return numbers
  }

  /// The ring in half the units, without what has become needless; nil where nothing is left to see.
  var halved: Ring? {
    var left: [Corner] = []
    for corner in corners {
      let half = Corner(x: Self.half(corner.x), y: Self.half(corner.y))
      if left.last != half { left.append(half) }
    }
    if left.first == left.last { left.removeLast() }
    return left.count > 2 ? Ring(corners: left) : nil
  }

  /// Neighbours share their corners, so both must be rounded alike.
  private static func half(_ number: Int) -> Int { (number + 1) / 2 }

  var path: String {
    guard let first = corners.first else { return "" }
    var path = "M\(first.x) \(first.y)l"
    var last = first, isFirst = true
    for corner in corners.dropFirst() {
      for number in [corner.x - last.x, corner.y - last.y] {
        path += isFirst || number < 0 ? "\(number)" : " \(number)"
        isFirst = false
      }
      last = corner
    }
    return path + "z"
  }
}

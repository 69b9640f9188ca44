package import Cooperation

/// The land of the world as it is drawn, from Natural Earth (public domain): Equal Earth about 11° east, 1000 wide.
///
/// The formula stands at the head of `outlines.tsv`; Antarctica is left out, so that the land is 440 high.
package enum Outlines {
  /// Land first, then the dots of states too small to draw.
  package static let all: [Outline] = Sheet("outlines.tsv").rows { cells in
    Outline(country: Country.Code(cells[0]), isDot: cells[1] == "dot", path: cells[2])
  }
}

/// One country's land as an SVG path in whole numbers: closed rings, each `Mx yl` and then relative lines.
package struct Outline: Sendable {
  /// Nil where the land is on no list of ours.
  package let country: Country.Code?
  /// Whether it only marks where a state is that is too small to draw.
  package let isDot: Bool
  package let path: String
}

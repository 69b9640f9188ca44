package import Cooperation
package import Markup

/// Who took a practice up from whom: one row for each, further in the more steps from the first. The line to each is
/// what the two say of it; the point tells whether it worked: full, half, empty, or crossed.
package struct FamilyTree: Sendable {
  package let nodes: [Node]

  /// One who did it.
  package struct Node: Sendable {
    package let name: String
    /// What stands below the name: when, and whether it worked.
    package let note: String
    package let worked: Practice.Worked?
    /// What both sides say of it; nil for the first.
    package let state: Claim.State?
    package let depth: Int
    package let parent: Int?
    /// Whether it is the one that is being read about.
    package let isHere: Bool

    package init(
      _ name: String, note: String, worked: Practice.Worked?, state: Claim.State?, depth: Int, parent: Int?,
      isHere: Bool
    ) {
      (self.name, self.note, self.worked, self.state) = (name, note, worked, state)
      (self.depth, self.parent, self.isHere) = (depth, parent, isHere)
    }
  }

  package init(_ nodes: [Node]) { self.nodes = nodes }

  private static let row = 46
  /// From here on every step stands below the other: a phone has no more room.
  private static let deepest = 5

  /// The picture.
  ///
  /// - Parameter isMirrored: whether the first stands at the right.
  package func svg(title: String, isMirrored: Bool) -> HTML {
    let side = Side(isMirrored: isMirrored)
    var html = HTML(capacity: 4096)
    let height = nodes.count * Self.row
    html << "<svg viewBox=\"0 0 360 \(height)\" role=\"img\" aria-label=\"\(title)\" direction=\"ltr\">"
    for (place, node) in nodes.enumerated() where node.parent != nil { drawLine(to: place, side, &html) }
    for (place, node) in nodes.enumerated() { draw(node, at: place, side, &html) }
    html << "</svg>"
    return html
  }

  private func along(_ place: Int) -> Double { Double(min(nodes[place].depth, Self.deepest)) * 32 + 9 }
  private func down(_ place: Int) -> Double { Double(place * Self.row + 18) }

  private func drawLine(to place: Int, _ side: Side, _ html: inout HTML) {
    guard let parent = nodes[place].parent, let state = nodes[place].state else { return }
    let start = along(parent), end = max(along(place) - 8, start + 2)
    let top = down(parent) + 8, bottom = down(place)
    let path: Written = "M\(side.x(start)) \(bottom)H\(side.x(end))"
    html << "<path class=\"rule\" d=\"M\(side.x(start)) \(top)V\(bottom)\"/>"
    html << "<path class=\"arc \(state.rawValue)\" d=\"\(path)\"/>"
    if state == .silent { html << "<path class=\"arc core\" d=\"\(path)\"/>" }
    if state == .disputed {
      html << "<path class=\"arc disputed\" d=\"m-5-5l10 10m0-10l-10 10\" "
      html << "transform=\"translate(\(side.x(start + 12)) \(bottom))\"/>"
    }
  }

  private func draw(_ node: Node, at place: Int, _ side: Side, _ html: inout HTML) {
    let x = along(place), y = down(place)
    html << "<g class=\"\(node.depth == 0 ? "teach" : "learn")\">"
    html << point(node.worked, Point(side.x(x), y), isMirrored: side.isMirrored)
    let name: Written = node.isHere ? "<tspan font-weight=\"700\">\(node.name)</tspan>" : "\(node.name)"
    html << "<text x=\"\(side.x(x + 13))\" y=\"\(y - 1)\"\(side.near)>\(name)</text></g>"
    html << "<text x=\"\(side.x(x + 13))\" y=\"\(y + 14)\"\(side.near)>\(node.note)</text>"
  }

  /// Full where it worked, half where in part, crossed where not, empty where nobody can say yet.
  private func point(_ worked: Practice.Worked?, _ at: Point, isMirrored: Bool) -> Written {
    let ring: Written = "<circle class=\"hollow\" cx=\"\(at.x)\" cy=\"\(at.y)\" r=\"7\"/>"
    switch worked {
    case .yes: return "<circle class=\"dot\" cx=\"\(at.x)\" cy=\"\(at.y)\" r=\"7.5\"/>"
    case .partly:
      let sweep: Written = isMirrored ? "1" : "0"
      return "\(ring)<path class=\"dot\" d=\"M\(at.x) \(at.y - 7)a7 7 0 0 \(sweep) 0 14z\"/>"
    case .no:
      return "\(ring)<path class=\"arc\" d=\"M\(at.x - 4) \(at.y - 4)l8 8m0-8l-8 8\"/>"
    case .tooEarly, nil: return ring
    }
  }
}

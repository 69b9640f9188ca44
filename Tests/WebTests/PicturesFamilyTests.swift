import Cooperation
import Markup
import Testing

@testable import Pictures

@Suite("The family tree of a practice") struct PicturesFamilyTests {
  private let tree = FamilyTree([
    .init("Clariva <b>", note: "2019", worked: .yes, state: nil, depth: 0, parent: nil, isHere: true),
    .init("Potoia", note: "2024", worked: .partly, state: .confirmed, depth: 1, parent: 0, isHere: false),
    .init("Ostra", note: "2022", worked: .no, state: .disputed, depth: 1, parent: 0, isHere: false),
    .init("Qasr", note: "2025", worked: .tooEarly, state: .claimed, depth: 20, parent: 2, isHere: false),
  ])

  @Test("draws a line to each in the style of what is said of it, and stays on the page", arguments: [false, true])
  func lines(isMirrored: Bool) {
    let svg = tree.svg(title: "Who & whom", isMirrored: isMirrored), written = WrittenMarkup(svg)
    #expect(written.count("arc confirmed") == 1 && written.count("arc claimed") == 1)
    #expect(written.misplaced == nil && written.stray == 0)
    #expect(svg.text.contains("Clariva &lt;b&gt;") && svg.text.contains("Who &amp; whom"))
    for match in svg.text.matches(of: #/(?:x|cx)="(-?[\d.]+)"/#) {
      #expect((0...360).contains(Double(match.1) ?? -1), "\(match.1)")
    }
  }
}

import Cooperation
import Markup
import Reference
import Testing

@testable import Pictures

@Suite("The map") struct PicturesMapTests {
  static let flows = Relations.flows(20_000)
  static let views: [Landscape.View] =
    [.world] + Set(Countries.all.map(\.subregion)).subtracting([""]).sorted().map { .region($0) }
    + ["DE", "MZ", "BR", "PH", "US", "WS"].compactMap { Country.Code($0) }.map { .country($0) }

  private func map(_ view: Landscape.View, isGlance: Bool = false) -> WorldMap {
    WorldMap(of: Relations.landscape(view, of: Self.flows), telling: Relations.telling, isGlance: isGlance)
  }

  @Test("puts its middle where the equator meets 11° east")
  func middle() throws {
    let middle = EqualEarth.point(try #require(Position(latitude: 0, longitude: 11)))
    #expect(abs(middle.x - 500) < 0.001 && abs(middle.y - 243.5) < 0.001)
  }

  @Test("runs its edge through the Bering Strait and keeps north and south alike")
  func edges() throws {
    let west = EqualEarth.point(try #require(Position(latitude: 0, longitude: -168.9)))
    let east = EqualEarth.point(try #require(Position(latitude: 0, longitude: -169.1)))
    #expect(west.x < 1 && east.x > 999)
    let north = EqualEarth.point(try #require(Position(latitude: 40, longitude: 60)))
    let south = EqualEarth.point(try #require(Position(latitude: -40, longitude: 60)))
    #expect(abs(north.x - south.x) < 0.001 && abs(north.y + south.y - 487) < 0.001)
    let pole = EqualEarth.point(try #require(Position(latitude: 90, longitude: 11)))
    #expect(abs(pole.y - (243.5 - 184.7316 * 1.317_362_759)) < 0.01)
  }

  @Test("puts states where their outlines are")
  func dots() {
    for land in Land.all where land.isDot {
      guard let country = land.country.flatMap({ Countries[$0] }) else { continue }
      let point = EqualEarth.point(country.position)
      #expect((point - land.bounds.centre).length < 12, "\(country.id)")
    }
  }

  @Test("draws no more lines than can be read, and the weightiest", arguments: views)
  func cap(view: Landscape.View) {
    let landscape = Relations.landscape(view, of: Self.flows)
    let map = map(view)
    #expect(map.lineCount <= view.most)
    let least = landscape.drawn.map(\.weight).min() ?? 0
    #expect(landscape.undrawn.allSatisfy { $0.weight <= least })
    #expect(landscape.drawn.count + landscape.undrawn.count == landscape.between.count)
  }

  @Test("gives every line its two points, and every point its link", arguments: views)
  func ends(view: Landscape.View) {
    let map = map(view)
    for line in map.lines {
      #expect(map.point(of: line.bundle.from) != nil && map.point(of: line.bundle.to) != nil, "\(line.bundle)")
    }
    let links = WrittenMarkup(map.svg).count("<a href=\"/")
    #expect(links >= map.spots.count && !map.spots.isEmpty)
  }

  @Test("keeps its points on the picture, each in a place of its own", arguments: views)
  func points(view: Landscape.View) {
    let map = map(view)
    let page = Box(0, 0, 1000, map.height)
    #expect(map.spots.allSatisfy { page.contains($0.point) })
    let names = Labels.placed(map.spots, map.spots.map { map.telling.name($0.zone) }, height: map.height)
    #expect(names.count * 2 >= min(map.spots.count, 40), "\(names.count) of \(map.spots.count) are named")
  }

  @Test("is written as a picture must be", arguments: views)
  func svg(view: Landscape.View) {
    let svg = WrittenMarkup(map(view).svg)
    #expect(svg.misplaced == nil && svg.stray == 0)
    #expect(svg.text.hasPrefix("<svg viewBox=\"0 0 1000 ") && !svg.text.contains("style="))
    #expect(svg.count("<title") > 1 && !svg.text.contains("NaN") && !svg.text.contains("nan"))
  }

  @Test("is lighter where it is only glanced at")
  func glance() {
    #expect(map(.world, isGlance: true).svg.bytes.count < map(.world).svg.bytes.count)
    #expect(Land.all.filter { !$0.isDot && !$0.coarse.isEmpty }.count > 150)
  }

  @Test("draws a line thicker from 5, 20, 100 and 500")
  func steps() {
    let steps = [1, 4, 5, 19, 20, 99, 100, 499, 500, 9000].map { Stroke(state: .inferred, count: $0).step }
    #expect(steps == [1, 1, 2, 2, 3, 3, 4, 4, 5, 5])
  }

  @Test("draws what most are, and beside it what is best known")
  func beside() throws {
    let one = Zone.region("014"), other = Zone.region("155")
    let mixed = WorldMap.Line.drawing(Bundle(one, other, Tally([.inferred: 300, .confirmed: 2, .silent: 40])))
    #expect(mixed.map(\.stroke.state) == [.inferred, .confirmed] && mixed.map(\.isBeside) == [false, true])
    #expect(WorldMap.Line.drawing(Bundle(one, other, Tally([.claimed: 3]))).map(\.stroke.state) == [.claimed])
    #expect(WorldMap.Line.drawing(Bundle(one, other, Tally())).isEmpty)
  }
}

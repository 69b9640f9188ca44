import Addresses
package import Cooperation
import HTTP
import Languages
package import Markup
import Pictures
import Reference

/// The front door: what one can do here, what is sought and taught now, and the landscape at a glance.
package struct FrontPage: Page {
  let pieces: Pieces
  let landscape: Landscape

  /// - Parameter flows: everything on record.
  package init(_ pieces: Pieces, of flows: [Flow]) {
    self.pieces = pieces
    landscape = Landscape(.world, of: flows) { Countries[$0]?.subregion }
  }

  package func head(for reader: Reader) -> Head {
    Head(question(reader), description: promise(reader))
  }

  package func write(_ html: inout HTML, for reader: Reader) {
    html << "<header class=\"question\"><h1>\(question(reader))</h1><p class=\"answer\">\(promise(reader))</p>"
    html << "<form class=\"ask\" role=\"search\" action=\"\(Address.search.link())\"><label for=\"ask\">"
    html << "\(reader("front.ask", "What you need to learn, in your own words"))</label>"
    html << "<input id=\"ask\" name=\"q\" type=\"search\"><button>\(reader("front.find", "Find peers"))</button></form>"
    html << "<p><a href=\"\(Address.newNeed.link())\">\(reader("front.say", "or say it in two questions"))</a></p></header>"
    pieces.write(&html, for: reader)
    writeLandscape(&html, reader)
    writeWay(&html, reader)
  }

  package func write(_ json: inout JSON, for reader: Reader) {
    json.object { json in
      pieces.write(&json, for: reader)
      json.tally(landscape.tally)
    }
  }

  private func question(_ reader: Reader) -> String {
    reader("front.question", "What does your city need to learn?")
  }

  private func promise(_ reader: Reader) -> String {
    reader(
      "front.promise",
      "Somewhere a town of your size has tried it. Say what you need. Copolis finds the peers who know, "
        + "says why they fit, and helps both of you learn.")
  }

  private func writeLandscape(_ html: inout HTML, _ reader: Reader) {
    let title = reader("landscape.question", "Who is learning from whom?")
    html << "<section aria-labelledby=\"whole\"><h2 id=\"whole\">\(title)</h2>"
    html << "<p>\(reader.standing(landscape.tally)) "
    html << "<a href=\"\(Address.landscape.link())\">\(reader("front.landscape", "See the whole landscape"))</a></p>"
    if !landscape.bundles.isEmpty {
      html << "\(LandscapeMap(landscape, isGlance: true, for: reader).written(for: reader))\(bars(reader))"
    }
    html << "</section>"
  }

  /// How everything stands, each state told by its own line: the key to the map and its sum.
  private func bars(_ reader: Reader) -> Written {
    let title = reader("front.claims", "Who says so?")
    let picture = ClaimBars(landscape.tally).svg(
      title: title, isMirrored: reader.words.isRightToLeft, name: { reader.words[$0.name] },
      number: { reader.number($0) })
    let meaning = Tally.order.map { "\(reader.words[$0.name]): \(reader.words[$0.meaning])" }.joined(separator: "; ")
    let table = reader.table(title, CollectionOfOne(landscape.tally)) { tally in
      (name: "\(reader("front.partnerships", "Partnerships"))", tally: tally)
    }
    return reader.figure(picture, caption: "\(meaning).", table: table)
  }

  private func writeWay(_ html: inout HTML, _ reader: Reader) {
    html << "<section aria-labelledby=\"way\"><h2 id=\"way\">\(reader("front.way", "How it goes"))</h2>"
    html << "<ol class=\"thirds\"><li><h3>\(reader("front.first", "Say what you need"))</h3><p>"
    html << "\(reader("front.first-text", "Two questions: what is the problem, and what have you tried?")) "
    html << "<a href=\"\(Address.newNeed.link())\">\(reader("front.first-do", "Write it down"))</a></p></li>"
    html << "<li><h3>\(reader("front.second", "Meet a peer, with reasons"))</h3><p>"
    let second = reader(
      "front.second-text", "Each match says why it fits, and what you can teach in return. You choose whom to ask.")
    let others = reader("front.second-do", "See what others tried")
    html << "\(second) <a href=\"\(Address.practices.link())\">\(others)</a></p></li>"
    html << "<li><h3>\(reader("front.third", "Learn by a method that works"))</h3><p>"
    let third = reader(
      "front.third-text", "A method leads you both through it, and your mayors sign what you will do with it.")
    html << "\(third) <a href=\"\(Address.methods.link())\">\(reader("front.third-do", "Look at the methods"))</a></p></li>"
    html << "</ol></section>"
  }
}

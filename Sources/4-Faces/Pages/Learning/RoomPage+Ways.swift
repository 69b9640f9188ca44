import Addresses
import Cooperation
import HTTP
import Languages
import Markup

// What the phase still waits for, and the ways on.
extension RoomPage {
  func ways(_ html: inout HTML, _ tell: Telling) {
    let reader = tell.reader, exchange = room.exchange, waits = tell.waitsFor
    html << "<h2>\(reader("room.on", "Going on"))</h2>"
    if waits.isEmpty {
      html << "<p>\(reader("room.ready", "This phase has all it needs."))</p>"
    } else {
      html << "<p>\(reader("room.waits", "It still waits for:"))</p><ul>"
      for sentence in waits { html << "<li><bdi>\(sentence)</bdi></li>" }
      html << "</ul>"
    }
    let ways = exchange.ways(under: room.method)
    guard let me = tell.me, exchange.mayClose(me, under: room.method) else {
      html << "<p class=\"hint\">\(closers(tell))</p>"
      return
    }
    if ways.isEmpty {
      html
        << "<p class=\"hint\">\(reader("room.no-way", "Which way is open depends on an answer that is still missing."))</p>"
    }
    for way in ways { self.way(way, &html, tell) }
    sign(&html, tell)
  }

  private func way(_ way: Phase.Way, _ html: inout HTML, _ tell: Telling) {
    let reader = tell.reader, isBack = room.method.isBack(way, from: room.exchange.visit.phase)
    html
      << "<form method=\"post\" action=\"\(Address.stepping.link(room.id))\">\(reader.key)\(stamp("way-\(way.to?.text ?? "end")"))"
    html << "<input type=\"hidden\" name=\"after\" value=\"\(room.exchange.visit.number)\">"
    if let phase = way.to {
      html
        << "<input type=\"hidden\" name=\"do\" value=\"enter\"><input type=\"hidden\" name=\"phase\" value=\"\(phase)\">"
    } else {
      html << "<input type=\"hidden\" name=\"do\" value=\"conclude\">"
    }
    html
      << "<p class=\"doing\"><button\(isBack ? " class=\"quiet\"" as Written : "")>\(words(way, isBack, tell))</button></p></form>"
  }

  private func words(_ way: Phase.Way, _ isBack: Bool, _ tell: Telling) -> String {
    if let words = way.words { return tell.text(words) }
    guard let next = way.to else { return tell.reader("room.conclude", "Close this phase and conclude") }
    let title = ["phase": tell.title(next)]
    return isBack
      ? tell.reader("room.back", "Go back to: {phase}", title)
      : tell.reader("room.close", "Close this phase and go on to: {phase}", title)
  }

  private func closers(_ tell: Telling) -> String {
    guard let phase = room.method.phase(room.exchange.visit.phase) else { return "" }
    let roles = phase.gate.closers.isEmpty ? room.method.roles.filter(\.leads).map(\.id) : phase.gate.closers
    let isPlayed = roles.contains { !room.exchange.players(of: $0).isEmpty }
    let who = isPlayed ? room.method.titles(roles, tell.reader) : tell.name(room.exchange.opening.convenor)
    return tell.reader("room.closers", "This phase is closed by: {who}.", ["who": who])
  }

  /// Where a phase itself is signed.
  private func sign(_ html: inout HTML, _ tell: Telling) {
    guard let phase = room.method.phase(room.exchange.visit.phase), !phase.gate.signers.isEmpty else { return }
    html << "<form method=\"post\" action=\"\(Address.stepping.link(room.id))\">\(tell.reader.key)\(stamp("sign"))"
    html << "<input type=\"hidden\" name=\"do\" value=\"sign\">"
    html << "<input type=\"hidden\" name=\"visit\" value=\"\(room.exchange.visit.number)\">"
    html
      << "<p class=\"doing\"><button class=\"quiet\">\(tell.reader("room.sign-phase", "Sign this phase"))</button></p></form>"
  }

  /// Ending it before it is done.
  func end(_ html: inout HTML, _ tell: Telling) {
    let reader = tell.reader
    html << "<aside class=\"next\"><details><summary>\(reader("room.end", "End it here"))</summary>"
    html << "<form method=\"post\" action=\"\(Address.stepping.link(room.id))\">\(reader.key)\(stamp("abandon"))"
    html << "<input type=\"hidden\" name=\"do\" value=\"abandon\">"
    html << filled.area("because", reader("room.end.why", "Why does it end here?"))
    html << "<p class=\"doing\"><button class=\"no\">\(reader("room.end.do", "End it without a document"))</button></p>"
    html << "</form></details></aside>"
  }
}

// What came of it.
extension RoomPage {
  func documents(_ html: inout HTML, _ tell: Telling) {
    let shown = room.method.outputs.filter { room.shows($0, to: standing) }
    guard !shown.isEmpty else { return }
    html << "<section id=\"documents\"><h2>\(tell.reader("room.documents", "What came of it"))</h2><ol class=\"list\">"
    for output in shown {
      let missing = tell.words(of: room.exchange.missing(output.signers, on: .output(output.id)))
      html
        << "<li><h3><a href=\"\(Address.document.link(room.id, output.id))\">\(tell.reader.reading(output.title))</a></h3>"
      html << "<p class=\"meta\">"
      for sentence in missing { html << "<span>\(sentence)</span>" }
      if missing.isEmpty, !output.signers.isEmpty {
        html << "<span>\(tell.reader("room.signed", "Signed by all who were asked"))</span>"
      }
      html << "</p></li>"
    }
    html << "</ol></section>"
  }
}

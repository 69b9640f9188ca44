import Addresses
package import Cooperation
import HTTP
import Languages
package import Markup

/// The runs of methods that the reader may see, their own first.
package struct ExchangesPage: Page {
  let list: Listing<Exchange.Brief>
  let facets: [Facet]
  let methods: [Method.ID: Method]
  let names: [Organisation.ID: String]

  package init(
    list: Listing<Exchange.Brief>, facets: [Facet], methods: [Method], names: [Organisation.ID: String]
  ) {
    (self.list, self.facets, self.names) = (list, facets, names)
    self.methods = Dictionary(methods.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  package func head(for reader: Reader) -> Head {
    Head(reader("exchanges.title", "What is being learned?"), in: .sense)
  }

  package func write(_ html: inout HTML, for reader: Reader) {
    let count = reader.count(
      list.total, "exchanges.answer", one: "One exchange that you can see.", other: "{n} exchanges that you can see.")
    html << reader.question(reader("exchanges.title", "What is being learned?"), answer: "\(count)")
    html << "<div class=\"columns\">"
    Facet.write(facets, &html, for: reader)
    html << "<div>"
    if list.items.isEmpty {
      html
        << reader.empty(
          .notYet, reader("exchanges.none", "No exchange here yet"),
          reader(
            "exchanges.none.text",
            "An exchange is seen by those who take part; by everyone once it is concluded and made public."),
          "<a href=\"\(Address.methods.link())\">\(reader("exchanges.methods", "See how cities learn from each other"))</a>")
    }
    html << "<ol class=\"list\">"
    for brief in list.items { html << item(brief, reader) }
    html << "</ol>\(list.ways(for: reader))</div></div>"
    html << "<aside class=\"next\"><h2>\(reader("exchanges.next", "Call one yourself"))</h2><p class=\"doing\">"
    html << "<a class=\"act\" href=\"\(Address.newExchange.link())\">\(reader("exchanges.start", "Start an exchange"))</a> "
    html << "<a href=\"\(Address.methods.link())\">\(reader("exchanges.by", "By which method?"))</a></p></aside>"
  }

  private func item(_ brief: Exchange.Brief, _ reader: Reader) -> Written {
    let method = methods[brief.method]
    let parties = brief.parties.map { names[$0] ?? $0.text }
    let own: Written = brief.isMine ? "<span>\(reader("exchanges.mine", "You take part"))</span>" : ""
    return """
      <li><h3><a href="\(Address.exchange.link(brief.id))"><bdi>\(brief.title)</bdi></a></h3><p class="meta">\
      <span>\(method.map { reader.words.reading($0.title).text } ?? brief.method.text)</span>\
      <span><bdi>\(reader.words.list(parties))</bdi></span><span>\(state(brief, method, reader))</span>\(own)</p></li>
      """
  }

  private func state(_ brief: Exchange.Brief, _ method: Method?, _ reader: Reader) -> String {
    let day = reader.words.day((brief.ended ?? brief.began).day)
    return switch brief.stage {
    case .running:
      reader(
        "exchanges.running", "In the phase “{phase}”, since {day}",
        [
          "phase": method?.phase(brief.phase).map { reader.words.reading($0.title).text } ?? brief.phase.text,
          "day": day,
        ])
    case .concluded: reader("exchanges.concluded", "Concluded on {day}", ["day": day])
    case .abandoned: reader("exchanges.abandoned", "Ended on {day} before it was done", ["day": day])
    }
  }

  package func write(_ json: inout JSON, for reader: Reader) {
    list.write(&json, for: reader) { json, brief in
      json.object { json in
        json["id"] = brief.id.text
        json["title"] = brief.title
        json["method"] = brief.method.text
        json.number("version", brief.version)
        json["clock"] = brief.clock.rawValue
        json["stage"] = brief.stage.rawValue
        json["phase"] = brief.phase.text
        json["began"] = brief.began.description
        json["ended"] = brief.ended?.description
        json.array("parties", brief.parties) { $0.element($1.text) }
        json.flag("mine", brief.isMine)
      }
    }
  }
}

extension Exchange.Progressed {
  package var name: Phrase {
    switch self {
    case .running: Phrase("stage.running", "Running")
    case .concluded: Phrase("stage.concluded", "Concluded")
    case .abandoned: Phrase("stage.abandoned", "Ended before it was done")
    }
  }
}

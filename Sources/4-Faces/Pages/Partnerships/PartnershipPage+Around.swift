import Addresses
import Cooperation
import HTTP
import Languages
import Markup
import Reference

extension PartnershipPage {
  /// The exchanges that its parties run in it.
  func exchanges(_ html: inout HTML, _ reader: Reader) {
    let exchanges = surroundings.exchanges
    guard !exchanges.items.isEmpty || (isWorking && partnership.standing != .ended) else { return }
    html << "<section aria-labelledby=\"exchanges\"><h2 id=\"exchanges\">"
    html << "\(reader("partnership.exchanges", "What do they learn together?"))</h2><ol class=\"list\">"
    for brief in exchanges.items {
      let method = surroundings.methods[brief.method].map { reader.words.reading($0).text } ?? brief.method.text
      html << "<li><h3><a href=\"\(Address.exchange.link(brief.id))\"><bdi>\(brief.title)</bdi></a></h3>"
      html << "<p class=\"meta\"><span>\(method)</span><span>\(reader.words[brief.stage.name])</span>"
      html << "<span>\(reader.words.day((brief.ended ?? brief.began).day))</span></p></li>"
    }
    html << "</ol>"
    if exchanges.total > exchanges.items.count {
      html << "<p class=\"meta\"><a href=\"\(Address.exchanges.link())?partnership=\(partnership.id)\">"
      html << "\(reader("partnership.exchanges.all", "All of them"))</a></p>"
    }
    if isWorking, partnership.standing != .ended {
      html
        << "<p class=\"doing\"><a class=\"act quiet\" href=\"\(Address.newExchange.link())?partnership=\(partnership.id)\">"
      html << "\(reader("exchanges.start", "Start an exchange"))</a></p>"
    }
    html << "</section>"
  }

  /// Its results in short, and the way to all of them.
  func outcomes(_ html: inout HTML, _ reader: Reader) {
    html << "<section aria-labelledby=\"results\"><h2 id=\"results\">"
    html << "\(reader("partnership.results", "What came of it?"))</h2>"
    if surroundings.outcomes.isEmpty {
      html << "<p>\(reader("partnership.results.blank", "Results")): \(reader.blank(.unreported))</p>"
    }
    html << "<ol class=\"list\">"
    for told in surroundings.outcomes.suffix(5).reversed() {
      html << "<li><h3>\(reader.reading(told.outcome.title))</h3>"
      if let figure = told.figure(reader) { html << "<p>\(figure)</p>" }
      html << "<p class=\"meta\">"
      html << "<span>\(reader.words[told.outcome.level.name])</span>\(reader.badge(told.state))</p></li>"
    }
    html << "</ol>"
    if !surroundings.outcomes.isEmpty || errand != nil {
      html << "<p class=\"meta\"><a href=\"\(Address.results.link(partnership.id))\">"
      html << "\(reader("partnership.results.all", "The results and their figures"))</a></p>"
    }
    html << "</section>"
  }

  /// The programme that it is part of, and its own parts.
  func parts(_ html: inout HTML, _ reader: Reader) {
    if let parent = surroundings.parent {
      html
        << "<section><h2>\(reader("partnership.parent", "Part of"))</h2><ol class=\"list\">\(parent.item(reader))</ol>"
      html << "</section>"
    }
    guard !surroundings.children.items.isEmpty else { return }
    html << "<section><h2>\(reader("partnership.children", "Its parts"))</h2><ol class=\"list\">"
    for child in surroundings.children.items { html << child.item(reader) }
    html << "</ol>"
    let rest = surroundings.children.total - surroundings.children.items.count
    if rest > 0 {
      html << "<p>\(reader.count(rest, "partnership.more-parts", one: "One more.", other: "{n} more."))</p>"
    }
    html << "</section>"
  }

  func facts(_ html: inout HTML, _ reader: Reader) {
    html << "<section><h2>\(reader("partnership.who", "Who takes part"))</h2><dl class=\"facts\">"
    for party in partnership.parties.all.prefix(40) {
      html << "<dt>\(reader.words[party.role.name])</dt><dd>\(link(party.organisation, reader))"
      if let country = sides[party.organisation]?.country {
        html << " <small><a href=\"\(Address.country.link(country))\">\(reader.name(of: country))</a></small>"
      }
      html << "</dd>"
    }
    html << "</dl></section><section><h2>\(reader("work.glance", "At a glance"))</h2><dl class=\"facts\">"
    let began = partnership.began.map { reader.day($0) } ?? reader.blank(.unknown)
    html << "<dt>\(reader("partnership.began", "Began"))</dt><dd>\(began)</dd>"
    term(&html, reader)
    html << "<dt>\(reader("fact.languages", "Languages"))</dt><dd>\(reader.languages(partnership.topic.languages))</dd>"
    html << "</dl>"
    let topic = partnership.topic
    html << reader.tags(topic.themes.sorted().compactMap { Themes[$0] }, targets: Array(topic.targets))
    html << "</section>"
    sources(&html, reader)
  }

  private func term(_ html: inout HTML, _ reader: Reader) {
    if let agreement {
      html << "<dt>\(reader.words[agreement.kind.name])</dt><dd>\(reader.day(agreement.signed)) – "
      html << "\(agreement.endsOn.map { reader.day($0) } ?? "\(reader("partnership.no-term", "no end"))")</dd>"
    }
    if case .ended(let day, let why) = partnership.stage {
      html << "<dt>\(reader("partnership.ended", "Ended"))</dt>"
      html << "<dd>\(reader.day(day))<br>\(reader.words[why.name])</dd>"
    }
  }

  /// Where it is told of, and where it can be had as data.
  private func sources(_ html: inout HTML, _ reader: Reader) {
    html << "<section><h2>\(reader("partnership.sources", "Where this comes from"))</h2><ul>"
    for source in surroundings.sources.prefix(12) {
      html << "<li>\(reader.words[source.title]) <small class=\"hash\"><bdi>\(source.reference)</bdi></small></li>"
    }
    if !claim.voices.isEmpty {
      html << "<li>\(reader("partnership.source.parties", "What its parties say here"))</li>"
    } else if surroundings.sources.isEmpty {
      html << "<li>\(reader.blank(.unknown))</li>"
    }
    html << "</ul>"
    if isReported {
      html << "<p><a href=\"\(Address.openFile.link("activities.iati.xml"))\">"
      html << "\(reader("partnership.iati", "As an activity in IATI"))</a></p>"
    }
    html << "</section>"
  }

  /// Whether our own IATI file tells of it: a party says that it is so, and the day it began is known.
  private var isReported: Bool {
    let isDated = partnership.began != nil || agreement != nil
    return isDated && claim.voices.contains { $0.stance != .disputes }
  }
}

extension PartnershipPage.Told {
  /// The latest figure of its first indicator, beside what was aimed at; nil where nobody has reported one.
  fileprivate func figure(_ reader: Reader) -> Written? {
    for indicator in outcome.indicators {
      guard let period = indicator.periods.last(where: { $0.actual != nil }), let actual = period.actual else {
        continue
      }
      let unit = indicator.measure == .percentage ? "%" : indicator.unit
      let blanks = [
        "actual": "\(actual) \(unit)", "target": period.target?.description ?? "",
        "day": reader.words.month(of: period.end),
      ]
      let figure =
        period.target == nil
        ? reader("partnership.figure", "{actual} by {day}", blanks)
        : reader("partnership.figure-target", "{actual} by {day}; {target} was the target", blanks)
      return "\(reader.reading(indicator.title)): <bdi>\(figure)</bdi>"
    }
    return nil
  }
}

import Addresses
package import Cooperation
import HTTP
import Languages
import Markup
import Reference

// The work at a glance.
extension WorkPage {
  func facts(_ html: inout HTML, _ reader: Reader) {
    let topic = work.topic
    html << "<section><h2>\(reader("work.glance", "At a glance"))</h2><dl class=\"facts\">"
    html << "<dt>\(reader("work.whose", "Whose"))</dt><dd><a href=\"\(Address.organisation.link(organisation.id))\">"
    html << "\(reader.name(organisation.name))</a></dd>"
    if let country = topic.context.country ?? organisation.country {
      html << "<dt>\(reader("facet.country", "Country"))</dt><dd><a href=\"\(Address.country.link(country))\">"
      html << "\(reader.name(of: country))</a></dd>"
    }
    if let population = topic.context.population {
      html << "<dt>\(reader("work.population", "People concerned"))</dt><dd>\(reader.people(population))</dd>"
    }
    html << "<dt>\(reader("fact.languages", "Languages"))</dt><dd>\(reader.languages(topic.languages))</dd>"
    if case .published(let at) = work.shelf.stage {
      html << "<dt>\(reader("work.published", "Published"))</dt><dd>\(reader.day(at.day))</dd>"
    }
    if let expires = work.shelf.expires {
      html << "<dt>\(reader("work.true-until", "True until"))</dt><dd>\(reader.day(expires))</dd>"
    }
    if let wish = work.wish { told(wish, &html, reader) }
    if let facts = work.facts { told(facts, &html, reader) }
    html << "<dt>\(reader("work.versions", "Changes"))</dt><dd><a href=\"\(work.subject.versions)\" rel=\"nofollow\">"
    html << "\(reader("work.versions.see", "What it said before"))</a></dd>"
    html << "<dt>\(reader("work.also-in", "Also in"))</dt><dd>\(translations(reader))</dd></dl>"
    html << reader.tags(topic.themes.sorted().compactMap { Themes[$0] }, targets: Array(topic.targets), side.hue)
    html << "</section>"
  }

  private func translations(_ reader: Reader) -> Written {
    let others = work.title.versions.keys.sorted().filter { $0 != reader.words.reading(work.title).language }
    return others.isEmpty ? reader.blank(.none) : reader.languages(others)
  }

  /// How a need would be met.
  private func told(_ wish: Need.Wish, _ html: inout HTML, _ reader: Reader) {
    let formats = wish.formats.map { reader.words[$0.name] }, likeness = wish.likeness.map { reader.words[$0.name] }
    html << "<dt>\(reader("need.formats", "How they would learn"))</dt><dd>"
    html << (formats.isEmpty ? reader.blank(.unreported) : "\(reader.words.list(formats))")
    html << "</dd>"
    if !likeness.isEmpty {
      html << "<dt>\(reader("need.likeness", "A peer like them"))</dt><dd>\(likeness.joined(separator: " · "))</dd>"
    }
    html << "<dt>\(reader("need.days", "Time they have"))</dt><dd>"
    html << (wish.days.map { "\(reader.workingDays($0))" } ?? reader.blank(.unreported))
    html << "</dd><dt>\(reader("need.money", "Money they have"))</dt><dd>\(reader.sum(wish.money))</dd>"
  }

  /// What is told of every practice.
  private func told(_ facts: Practice.Facts, _ html: inout HTML, _ reader: Reader) {
    html << "<dt>\(reader("practice.when", "When"))</dt><dd>\(years(facts.years, reader))</dd>"
    html << "<dt>\(reader("practice.cost", "Cost in all"))</dt><dd>\(reader.sum(facts.cost))</dd>"
    let posts = facts.posts.flatMap { PeerDays(tenths: $0) }
    html << "<dt>\(reader("practice.posts", "Full-time posts"))</dt><dd>"
    html << (posts.map { "\(reader.words.decimal(Double($0.tenths) / 10))" } ?? reader.blank(.unreported))
    html << "</dd><dt>\(reader("practice.truth", "Still true?"))</dt><dd>\(truth(facts.truth, reader))</dd>"
    contact(&html, reader)
    html << "<dt>\(reader("practice.licence", "May others use it?"))</dt><dd>"
    if let licence = facts.licence {
      let name = reader.words[licence.name]
      html << (licence.address.map { "<a rel=\"license\" href=\"\($0)\">\(name)</a>" } ?? "\(name)")
    } else {
      html << reader.blank(.unreported)
    }
    html << "</dd>"
  }

  private func years(_ years: Practice.Years?, _ reader: Reader) -> Written {
    guard let years else { return reader.blank(.unreported) }
    guard let ended = years.ended else {
      return "\(reader("practice.since", "Since {year}", ["year": String(years.began)]))"
    }
    return years.began == ended ? "\(years.began)" : "<bdi>\(years.began)–\(ended)</bdi>"
  }

  private func truth(_ truth: Truth, _ reader: Reader) -> Written {
    let state = reader.words[work.truth(on: reader.today).name]
    guard let said = truth.said else { return "\(state)" }
    return "\(state) <small>\(reader("practice.truth.said", "They said so on")) \(reader.day(said))</small>"
  }

  /// Whom to ask, and how where they agree.
  private func contact(_ html: inout HTML, _ reader: Reader) {
    guard let person = around.contact else { return }
    html << "<dt>\(reader("practice.contact", "Whom to ask"))</dt><dd>"
    html << "<a href=\"\(Address.person.link(person.id))\"><bdi>\(person.name)</bdi></a>"
    if person.showsContact, !person.contact.isEmpty, reader.viewer.account != nil {
      html << " <bdi>\(person.contact)</bdi>"
    }
    html << "</dd>"
  }
}

extension Work {
  /// Whether what it tells is still so.
  package func truth(on day: Day) -> Truth.State {
    let published: Day? = if case .published(let at) = shelf.stage { at.day } else { nil }
    return facts?.truth.state(published: published, on: day) ?? .current
  }
}

extension Reader {
  /// A sum; that there is none, or that nobody has said, look different.
  func sum(_ money: Money?) -> Written {
    guard let money else { return blank(.unreported) }
    return money.minorUnits == 0 ? blank(.none) : "<bdi>\(self.money(money))</bdi>"
  }

  /// A number of working days.
  func workingDays(_ days: PeerDays) -> String {
    self("need.days.number", "Working days: {n}", ["n": words.decimal(Double(days.tenths) / 10)])
  }
}

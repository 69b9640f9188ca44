import Addresses
package import Cooperation
import HTTP
import Languages
package import Markup

/// What a search found, over everything public and in any of the languages.
package struct SearchPage: Page {
  /// What was asked; empty before anything is.
  let words: String
  let found: Listing<Found>
  let facets: [Facet]
  /// Whether nothing has all of the words, so that this has only some of them.
  let isRelaxed: Bool

  /// One thing that was found.
  package struct Found: Sendable {
    package let kind: Kind
    package let title: Texts.Reading
    package let address: String
    /// Where the words of the question stand, in pieces; empty where they stand in the title alone.
    package let snippet: [Piece]
    /// Whose it is; nil for what is nobody's in particular.
    package let owner: Organisation.Brief?
    package let country: Country.Code?

    package init(
      _ kind: Kind, _ title: Texts.Reading, at address: String, snippet: [Piece], of owner: Organisation.Brief? = nil,
      in country: Country.Code?
    ) {
      (self.kind, self.title, self.address) = (kind, title, address)
      (self.snippet, self.owner, self.country) = (snippet, owner, country)
    }

    /// Some words of a text, and whether they are what was asked.
    package struct Piece: Sendable {
      package let text: String
      package let isMatch: Bool
      package init(_ text: String, isMatch: Bool) { (self.text, self.isMatch) = (text, isMatch) }
    }
  }

  /// What kind of thing can be found.
  package enum Kind: String, Sendable, CaseIterable {
    case organisation, need, practice, partnership, method, person

    package var name: Phrase {
      switch self {
      case .organisation: Phrase("found.organisation", "Organisation")
      case .need: Phrase("found.need", "Need")
      case .practice: Phrase("found.practice", "Practice")
      case .partnership: Phrase("found.partnership", "Partnership")
      case .method: Phrase("found.method", "Method")
      case .person: Phrase("found.person", "Person")
      }
    }
  }

  package init(_ words: String, _ found: Listing<Found>, facets: [Facet], isRelaxed: Bool = false) {
    (self.words, self.found, self.facets, self.isRelaxed) = (words, found, facets, isRelaxed)
  }

  package func head(for reader: Reader) -> Head { Head(question(reader)) }

  package func write(_ html: inout HTML, for reader: Reader) {
    html << "<header class=\"question\"><h1>\(question(reader))</h1><p class=\"answer\">\(answer(reader))</p>"
    html << "<form class=\"ask\" role=\"search\" action=\"\(Address.search.link())\"><label for=\"ask\">"
    html << "\(reader("search.ask", "Words, in any of the languages"))</label>"
    html << "<input id=\"ask\" name=\"q\" type=\"search\" value=\"\(words)\" dir=\"auto\">"
    html << "<button>\(reader("frame.search-button", "Search"))</button></form></header>"
    if words.isEmpty { return }
    if found.total == 0 && facets.allSatisfy(\.values.isEmpty) { return writeNothing(&html, reader) }
    html << "<div class=\"columns\">"
    Facet.write(facets, &html, for: reader)
    html << "<div><ol class=\"list\">"
    for item in found.items { write(item, &html, reader) }
    html << "</ol>\(found.ways(for: reader))</div></div>"
    writeNext(&html, reader)
  }

  package func write(_ json: inout JSON, for reader: Reader) {
    found.write(&json, for: reader) { json, item in
      json.object { json in
        json["kind"] = item.kind.rawValue
        json["title"] = item.title.text
        json["url"] = item.address
        json["organisation"] = item.owner?.id.text
        json["country"] = item.country?.text
        json["snippet"] = item.snippet.map(\.text).joined()
      }
    }
  }

  private func question(_ reader: Reader) -> String {
    words.isEmpty
      ? reader("search.question", "What are you looking for?")
      : reader("search.about", "What is known about “{words}”?", ["words": words])
  }

  private func answer(_ reader: Reader) -> String {
    if words.isEmpty {
      return reader("search.how", "Search everything public: in any language, with or without accents.")
    }
    if found.total == 0 { return reader("search.nothing", "Nothing public speaks of it.") }
    if isRelaxed {
      return reader.count(
        found.total, "search.relaxed", one: "Nothing has all of these words. One thing has some of them.",
        other: "Nothing has all of these words. {n} things have some of them.")
    }
    return reader.count(found.total, "search.found", one: "One thing speaks of it.", other: "{n} things speak of it.")
  }

  private func write(_ item: Found, _ html: inout HTML, _ reader: Reader) {
    let hue: Written = item.kind == .need ? " class=\"learn\"" : item.kind == .practice ? " class=\"teach\"" : ""
    html << "<li><h3><a href=\"\(item.address)\"><bdi lang=\"\(item.title.language)\">\(item.title.text)</bdi></a></h3>"
    if !item.snippet.isEmpty {
      html << "<p dir=\"auto\">"
      for piece in item.snippet {
        if piece.isMatch { html << "<mark>\(piece.text)</mark>" } else { html << "\(piece.text)" }
      }
      html << "</p>"
    }
    html << "<p class=\"meta\"><span\(hue)>\(reader.words[item.kind.name])</span>"
    if let owner = item.owner {
      html << "<a href=\"\(Address.organisation.link(owner.id))\">\(owner.marked)</a>"
    }
    if let country = item.country {
      html << "<a href=\"\(Address.country.link(country))\">\(reader.name(of: country))</a>"
    }
    html << "</p></li>"
  }

  private func writeNothing(_ html: inout HTML, _ reader: Reader) {
    let why = reader(
      "search.nothing-why", "We looked in organisations, needs, practices and partnerships, in all languages.")
    let say = reader("search.say-need", "Say that you need it, and towns that fit are asked")
    let next: Written = "<a href=\"\(Address.newNeed.link())\">\(say)</a>"
    html << "\(reader.empty(.none, reader("search.nothing-title", "Nothing found"), why, next))"
  }

  private func writeNext(_ html: inout HTML, _ reader: Reader) {
    html << "<aside class=\"next\"><h2>\(reader("search.next", "Not what you hoped for?"))</h2><p>"
    html << "\(reader("search.next-why", "Say what you need in two questions; peers that fit are found with reasons."))"
    html << "</p><p class=\"doing\"><a class=\"act\" href=\"\(Address.newNeed.link())\">"
    html << "\(reader("pieces.first-need", "Say what you need"))</a></p></aside>"
  }
}

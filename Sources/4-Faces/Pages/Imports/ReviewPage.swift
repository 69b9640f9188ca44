import Addresses
package import Cooperation
import HTTP
import Languages
package import Markup

/// The lines of files that wait until someone says what they mean.
package struct ReviewPage: Page {
  let items: Listing<ReviewItem>
  let facets: [Facet]

  package init(items: Listing<ReviewItem>, facets: [Facet]) { (self.items, self.facets) = (items, facets) }

  package func head(for reader: Reader) -> Head {
    Head(reader("review.title", "What is meant here?"), isPrivate: true)
  }

  package func write(_ html: inout HTML, for reader: Reader) {
    html << reader.crumbs(reader("imports.title", "What came in from files?"), Address.imports())
    html
      << reader.question(
        reader("review.title", "What is meant here?"),
        answer:
          "\(reader.count(items.total, "review.answer", one: "One line of a file waits for you.", other: "{n} lines of files wait for you."))"
      )
    guard let first = items.items.first else {
      return html
        << reader.empty(
          .none, reader("review.none", "Nothing waits"),
          reader("review.none.text", "Lines that cannot be attached to anyone for certain would be here."),
          "<a href=\"\(Address.imports.link())\">\(reader("imports.new", "Read another one in"))</a>")
    }
    html << "<p class=\"doing\"><a class=\"act\" href=\"\(Address.reviewItem.link(first.id))\">"
    html << "\(reader("review.begin", "Begin with the first"))</a></p><div class=\"columns\">"
    Facet.write(facets, &html, for: reader)
    html << "<div><ol class=\"list\">"
    for item in items.items {
      html << "<li><h3><a href=\"\(Address.reviewItem.link(item.id))\"><bdi>\(item.subject)</bdi></a></h3><p class=\"meta\">"
      html << "<span>\(reader.words[item.reason])</span>"
      html
        << "<span>\(reader("import-preview.at-line", "Line {n}", ["n": reader.words.number(item.line)]))</span></p></li>"
    }
    html << "</ol>\(items.ways(for: reader))</div></div>"
  }

  package func write(_ json: inout JSON, for reader: Reader) {
    items.write(&json, for: reader) { json, item in json.object { item.write(&$0) } }
  }
}

extension ReviewItem {
  /// What it is about, in the file's words.
  package var subject: String {
    let names = ["city-1", "city-2", "organisation", "title", "name"].compactMap { name in
      content.first { $0.name == name && !$0.value.isEmpty }?.value
    }
    let pair = names.prefix(content.contains { $0.name == "city-2" } ? 2 : 1).joined(separator: " – ")
    return pair.isEmpty ? content.first?.value ?? code : pair
  }

  /// What the file says, but for what only the program reads.
  package var said: [Said] { content.filter { !["draft", "label", "source"].contains($0.name) && !$0.value.isEmpty } }

  /// Why it waits.
  package var reason: Phrase { Self.reason(of: code) }

  /// What a reason to wait is called.
  package static func reason(of code: String) -> Phrase {
    switch code {
    case "unknown-place": Phrase("review.unknown-place", "No place of that name is known there")
    case "ambiguous-place": Phrase("review.ambiguous-place", "Several places of that name lie there")
    case "unknown-country": Phrase("review.unknown-country", "The country is none of today")
    case "no-position": Phrase("review.no-position", "The file does not say where it lies")
    case "position-elsewhere": Phrase("review.position-elsewhere", "The place of that name lies elsewhere")
    case "position-in-another-country":
      Phrase("review.position-in-another-country", "Its position is in another country")
    case "same-country": Phrase("review.same-country", "Both are in one country: perhaps the wrong namesake")
    case "several-organisations": Phrase("review.several-organisations", "Several on record may be meant")
    case "same-name": Phrase("review.same-name", "Only the name is the same")
    case "unknown-id": Phrase("review.unknown-id", "Nobody on record has that identifier")
    case "unknown-organisation":
      Phrase("review.unknown-organisation", "Only a name, or a number that is not its own")
    case "waiting-activity": Phrase("review.waiting-activity", "Waits until its parties are decided")
    default: Phrase("review.other", "It is not certain what is meant")
    }
  }

  func write(_ json: inout JSON) {
    json["id"] = id.text
    json["run"] = run.text
    json.number("line", line)
    json["code"] = code
    json["state"] = state.rawValue
    json.object("said") { json in for said in said { json.field(said.name, said.value) } }
    json.array("candidates", candidates) { $0.element($1) }
  }
}

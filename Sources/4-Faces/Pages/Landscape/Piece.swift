import Addresses
package import Cooperation
import HTTP
import Languages
import Markup
import Reference

/// A need or a practice as a line of a list: what, whose, and where.
package struct Piece: Sendable {
  package let title: Texts
  package let address: String
  /// The organisation's name.
  package let organisation: Texts
  package let country: Country.Code?
  /// Inhabitants concerned; nil where nobody has said.
  package let population: Int?

  package init(
    _ title: Texts, at address: String, of organisation: Texts, in country: Country.Code? = nil, population: Int? = nil
  ) {
    (self.title, self.address, self.organisation) = (title, address, organisation)
    (self.country, self.population) = (country, population)
  }

  func write(_ html: inout HTML, for reader: Reader) {
    html << "<li><h3><a href=\"\(address)\">\(reader.reading(title))</a></h3><p class=\"meta\">"
    html << "<span>\(reader.reading(organisation))</span>"
    if let country {
      html << "<a href=\"\(Address.country(country))\">\(reader.name(of: country))</a>"
    }
    if let population {
      let people = reader.count(population, "part.people", one: "1 inhabitant", other: "{n} inhabitants")
      html << "<span>\(people)</span>"
    }
    html << "</p></li>"
  }

  func write(_ json: inout JSON, for reader: Reader) {
    json.object { json in
      json["title"] = reader.words.reading(title).text
      json["url"] = address
      json["organisation"] = reader.words.reading(organisation).text
      json["country"] = country?.text
      json.number("population", population)
    }
  }
}

/// What is sought and what can be taught, side by side.
package struct Pieces: Sendable {
  package let needs: [Piece]
  package let practices: [Piece]
  /// How many there are of which these are some.
  package let needCount: Int
  package let practiceCount: Int

  package init(needs: [Piece], of needCount: Int, practices: [Piece], of practiceCount: Int) {
    (self.needs, self.needCount, self.practices, self.practiceCount) = (needs, needCount, practices, practiceCount)
  }

  /// Both lists, each under its heading, with the way to all of them.
  ///
  /// - Parameter query: what narrows the whole lists to these, such as `?theme=housing`.
  func write(_ html: inout HTML, for reader: Reader, query: String = "") {
    html << "<div class=\"ledger\"><section class=\"learn\" aria-labelledby=\"seek\">"
    html << "<h2 id=\"seek\">\(reader("pieces.seek", "Who wants to learn"))</h2>"
    if needs.isEmpty {
      let why = reader("pieces.no-need-why", "Nobody has published what they want to learn about this.")
      let next: Written = "<a href=\"\(Address.newNeed())\">\(reader("pieces.first-need", "Say what you need"))</a>"
      html << "\(reader.empty(.none, reader("pieces.no-need", "No need yet"), why, next))"
    } else {
      writeList(needs, &html, reader)
      let all = reader.count(needCount, "pieces.all-needs", one: "The one need", other: "All {n} needs")
      html << "<p><a href=\"\(Address.needs() + query)\">\(all)</a></p>"
    }
    html << "</section><section class=\"teach\" aria-labelledby=\"share\">"
    html << "<h2 id=\"share\">\(reader("pieces.share", "Who can teach"))</h2>"
    if practices.isEmpty {
      let why = reader("pieces.no-practice-why", "Nobody has published what they tried, whether it worked or not.")
      let next: Written =
        "<a href=\"\(Address.newPractice())\">\(reader("pieces.first-practice", "Tell what you have tried"))</a>"
      html << "\(reader.empty(.none, reader("pieces.no-practice", "No practice yet"), why, next))"
    } else {
      writeList(practices, &html, reader)
      let all = reader.count(practiceCount, "pieces.all-practices", one: "The one practice", other: "All {n} practices")
      html << "<p><a href=\"\(Address.practices() + query)\">\(all)</a></p>"
    }
    html << "</section></div>"
  }

  private func writeList(_ pieces: [Piece], _ html: inout HTML, _ reader: Reader) {
    html << "<ol class=\"list\">"
    for piece in pieces { piece.write(&html, for: reader) }
    html << "</ol>"
  }

  /// The fields `needs`, `practices` and how many there are in all.
  func write(_ json: inout JSON, for reader: Reader) {
    json.array("needs", needs) { json, piece in piece.write(&json, for: reader) }
    json.number("need_count", needCount)
    json.array("practices", practices) { json, piece in piece.write(&json, for: reader) }
    json.number("practice_count", practiceCount)
  }
}

import Addresses
package import Cooperation
import HTTP
import Languages
import Markup
import Reference

/// What is sought and what can be taught, side by side: the newest of each.
package struct Pieces: Sendable {
  package let needs: Listing<Need.Brief>
  package let practices: Listing<Practice.Brief>

  package init(needs: Listing<Need.Brief>, practices: Listing<Practice.Brief>) {
    (self.needs, self.practices) = (needs, practices)
  }

  /// Both lists, each under its heading, with the way to all of them.
  ///
  /// - Parameter query: what narrows the whole lists to these, such as `?theme=housing`.
  func write(_ html: inout HTML, for reader: Reader, query: String = "") {
    html << "<div class=\"ledger\"><section class=\"learn\" aria-labelledby=\"seek\">"
    html << "<h2 id=\"seek\">\(reader("pieces.seek", "Who wants to learn"))</h2>"
    if needs.items.isEmpty {
      let why = reader("pieces.no-need-why", "Nobody has published what they want to learn about this.")
      let next: Written = "<a href=\"\(Address.newNeed.link())\">\(reader("pieces.first-need", "Say what you need"))</a>"
      html << "\(reader.empty(.none, reader("pieces.no-need", "No need yet"), why, next))"
    } else {
      html << "<ol class=\"list\">"
      for need in needs.items { need.write(&html, at: Address.need(need.id), for: reader) }
      let all = reader.count(needs.total, "pieces.all-needs", one: "The one need", other: "All {n} needs")
      html << "</ol><p><a href=\"\(Address.needs.link())\(query)\">\(all)</a></p>"
    }
    html << "</section><section class=\"teach\" aria-labelledby=\"share\">"
    html << "<h2 id=\"share\">\(reader("pieces.share", "Who can teach"))</h2>"
    if practices.items.isEmpty {
      let why = reader("pieces.no-practice-why", "Nobody has published what they tried, whether it worked or not.")
      let next: Written =
        "<a href=\"\(Address.newPractice.link())\">\(reader("pieces.first-practice", "Tell what you have tried"))</a>"
      html << "\(reader.empty(.none, reader("pieces.no-practice", "No practice yet"), why, next))"
    } else {
      html << "<ol class=\"list\">"
      for practice in practices.items { practice.write(&html, at: Address.practice(practice.id), for: reader) }
      let all = reader.count(
        practices.total, "pieces.all-practices", one: "The one practice", other: "All {n} practices")
      html << "</ol><p><a href=\"\(Address.practices.link())\(query)\">\(all)</a></p>"
    }
    html << "</section></div>"
  }

  /// The fields `needs`, `practices` and how many there are in all.
  func write(_ json: inout JSON, for reader: Reader) {
    json.array("needs", needs.items) { json, need in need.writePiece(&json, at: Address.need(need.id)) }
    json.number("need_count", needs.total)
    json.array("practices", practices.items) { json, practice in
      practice.writePiece(&json, at: Address.practice(practice.id))
    }
    json.number("practice_count", practices.total)
  }
}

extension LibraryBrief {
  /// A line of a list: what, whose, and where.
  fileprivate func write(_ html: inout HTML, at address: String, for reader: Reader) {
    html << "<li><h3><a href=\"\(address)\"><bdi lang=\"\(title.language)\">\(title.text)</bdi></a></h3>"
    html << "<p class=\"meta\"><a href=\"\(Address.organisation.link(organisation.id))\">\(organisation.marked)</a>"
    if let country {
      html << "<a href=\"\(Address.country.link(country))\">\(reader.name(of: country))</a>"
    }
    html << "</p></li>"
  }

  fileprivate func writePiece(_ json: inout JSON, at address: String) {
    json.object { json in
      json["id"] = id.text
      json["title"] = title.text
      json["url"] = address
      json["organisation"] = organisation.name.text
      json["country"] = country?.text
      json.array("themes", themes) { $0.element($1.text) }
    }
  }
}

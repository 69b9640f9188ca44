import Addresses
import Cooperation
import HTTP
import Languages
import Markup
import Pictures
import Reference

// What the pages of the landscape share.
extension Reader {
  /// What a country or a region is called.
  func name(of zone: Zone) -> String {
    switch zone {
    case .country(let code): name(of: code)
    case .region(let code): Countries.region(code).map { words.name(among: $0.names) } ?? code
    }
  }

  func number(_ count: Int) -> String { words.number(count) }

  /// How many partnerships are on record, how many of them both sides confirm, and what is known of the rest.
  func standing(_ tally: Tally) -> Written {
    if tally.isEmpty { return "\(self("landscape.none", "No partnership is on record here yet."))" }
    let all = count(
      tally.total, "landscape.on-record", one: "One partnership is on record here.",
      other: "{n} partnerships are on record here.")
    return "\(all) \(confirmed(tally)) \(unspoken(tally))"
  }

  private func confirmed(_ tally: Tally) -> String {
    if tally[.confirmed] == 0 { return self("landscape.none-confirmed", "None is confirmed by both sides yet.") }
    return count(
      tally[.confirmed], "landscape.confirmed", one: "One is confirmed by both sides.",
      other: "{n} are confirmed by both sides.")
  }

  private func unspoken(_ tally: Tally) -> String {
    if tally[.inferred] * 2 > tally.total {
      return self(
        "landscape.mostly-inferred", "Most are only known from lists, and nobody has spoken for them yet.")
    }
    if tally[.silent] * 2 > tally.total {
      return self("landscape.mostly-silent", "Most have been silent: nobody has spoken for them.")
    }
    return ""
  }

  /// The key to the lines: each state with its count and its meaning.
  func key(_ tally: Tally) -> Written {
    var html = HTML(capacity: 1024)
    html << "<ul class=\"inline\" aria-label=\"\(self("landscape.key", "How to read the lines"))\">"
    for state in Tally.order {
      html << "<li>\(badge(state)) \(number(tally[state])) <small>\(words[state.meaning])</small></li>"
    }
    html << "</ul>"
    return "\(html)"
  }

  /// A table of how things stand, one row for each thing; it scrolls on a phone.
  ///
  /// - Parameters:
  ///   - head: what the rows are.
  ///   - caption: what must be known to read it; empty for nothing.
  func table<Rows: Sequence>(
    _ head: String, caption: String = "", _ rows: Rows, _ row: (Rows.Element) -> (name: Written, tally: Tally)
  ) -> Written {
    var html = HTML(capacity: 4096)
    html << "<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"\(head)\"><table>"
    if !caption.isEmpty { html << "<caption>\(caption)</caption>" }
    html << "<thead><tr><th scope=\"col\">\(head)</th>\(tallyHeads)</tr></thead><tbody>"
    for element in rows {
      let (name, tally) = row(element)
      html << "<tr><th scope=\"row\">\(name)</th>\(cells(tally))</tr>"
    }
    html << "</tbody></table></div>"
    return "\(html)"
  }

  /// The heads of a table's columns for all, and for each state.
  var tallyHeads: Written {
    var html = HTML(capacity: 512)
    html << "<th scope=\"col\" class=\"num\">\(self("landscape.all", "All"))</th>"
    for state in Tally.order { html << "<th scope=\"col\" class=\"num\">\(words[state.name])</th>" }
    return "\(html)"
  }

  /// The cells under those heads.
  func cells(_ tally: Tally) -> Written {
    var html = HTML(capacity: 512)
    for count in [tally.total] + Tally.order.map({ tally[$0] }) { html << "<td class=\"num\">\(number(count))</td>" }
    return "\(html)"
  }

  /// A picture with what it shows and its table, folded away.
  func figure(_ picture: HTML, _ size: FigureSize = .small, caption: Written, table: Written) -> Written {
    let same = self("picture.table", "The same as a table")
    return """
      <figure class="picture \(size.rawValue)">\(picture)<figcaption>\(caption)</figcaption></figure>\
      <details><summary>\(same)</summary><div class="table" tabindex="0" role="region" aria-label="\(same)">\
      \(table)</div></details>
      """
  }
}

/// How much room a picture takes: a small one with words; one to be explored, that scrolls on a phone; one only to be
/// glanced at.
enum FigureSize: String { case small, wide, glance }

extension JSON {
  /// A field that counts what stands how: `{"all", "confirmed", "claimed", "inferred", "silent", "disputed"}`.
  mutating func tally(_ tally: Tally) {
    object("claims") { json in
      json.number("all", tally.total)
      json.number("confirmed", tally[.confirmed])
      json.number("claimed", tally[.claimed])
      json.number("inferred", tally[.inferred])
      json.number("silent", tally[.silent])
      json.number("disputed", tally[.disputed])
    }
  }

  /// The fields of a zone: `{"kind", "code", "name"}`.
  mutating func zone(_ name: StaticString, _ zone: Zone, for reader: Reader) {
    object(name) { json in
      json["kind"] = zone.isCountry ? "country" : "region"
      json["code"] = zone.code
      json["name"] = reader.name(of: zone)
    }
  }
}

import Cooperation
import Languages
import Markup
import Pictures

extension Evolution {
  /// The years as a picture with its table; nil where nobody has said when anything began.
  func written(for reader: Reader) -> Written? {
    guard let timeline = Timeline(self) else { return nil }
    let picture = timeline.svg(
      title: reader("years.title", "When did they begin?"), isMirrored: reader.words.isRightToLeft,
      name: { reader.words[$0.form.name] },
      peak: { row in
        reader(
          "years.peak", "most: {n} in {when}",
          ["n": reader.number(row.peak), "when": Self.told(timeline.peak(of: row))])
      })
    return reader.figure(picture, caption: caption(reader), table: table(timeline, reader))
  }

  private func caption(_ reader: Reader) -> Written {
    let scale = reader("years.scale", "New partnerships, each form on a scale of its own.")
    if undated == 0 { return "\(scale)" }
    let blank = reader.count(
      undated, "years.undated", one: "Of one more, nobody has said when it began.",
      other: "Of {n} more, nobody has said when they began.")
    return "\(scale) \(blank)"
  }

  private func table(_ timeline: Timeline, _ reader: Reader) -> Written {
    var html = HTML(capacity: 4096)
    html << "<table><thead><tr><th scope=\"col\">\(reader("years.years", "Years"))</th>"
    for row in timeline.rows { html << "<th scope=\"col\" class=\"num\">\(reader.words[row.form.name])</th>" }
    html << "</tr></thead><tbody>"
    for (place, stretch) in timeline.stretches.enumerated()
    where timeline.rows.contains(where: { $0.counts[place] > 0 }) {
      html << "<tr><th scope=\"row\">\(Self.told(stretch))</th>"
      for row in timeline.rows { html << "<td class=\"num\">\(reader.number(row.counts[place]))</td>" }
      html << "</tr>"
    }
    html << "</tbody></table>"
    return "\(html)"
  }

  private static func told(_ years: ClosedRange<Int>) -> String {
    years.count == 1 ? "\(years.lowerBound)" : "\(years.lowerBound)–\(years.upperBound)"
  }

  /// The field `years`: `[{"year", "form": count}]`, and `undated`.
  func write(_ json: inout JSON) {
    json.array("years", years) { json, year in
      json.object { json in
        json.number("year", year.year)
        json.array("forms", year.counts.sorted { $0.key.rawValue < $1.key.rawValue }) { json, form in
          json.object { json in
            json["form"] = form.key.rawValue
            json.number("count", form.value)
          }
        }
      }
    }
    json.number("undated", undated)
  }
}

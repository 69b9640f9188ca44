import Addresses
package import Cooperation
import HTTP
import Languages
package import Markup

/// The ways of learning that can be run here.
package struct MethodsPage: Page {
  let methods: [Method]

  package init(methods: [Method]) { self.methods = methods }

  package func head(for reader: Reader) -> Head {
    Head(reader("methods.title", "How do cities learn from each other?"), in: .sense)
  }

  package func write(_ html: inout HTML, for reader: Reader) {
    let answer = reader(
      "methods.answer",
      "By a method: who speaks when, what is asked, and what remains. Nobody here needs to have led one before.")
    html << reader.question(reader("methods.title", "How do cities learn from each other?"), answer: "\(answer)")
    html << "<ol class=\"list\">"
    for method in methods {
      html << "<li><h3><a href=\"\(Address.method.link(method.id))\">\(reader.reading(method.title))</a></h3>"
      html << "<p>\(reader.reading(method.summary))</p><p class=\"meta\">"
      for clock in method.inOrder { html << "<span>\(method.length(by: clock, reader))</span>" }
      html << "<span>\(method.people(reader))</span></p></li>"
    }
    html << "</ol><aside class=\"next\"><h2>\(reader("methods.own", "Your own method"))</h2>"
    html << "<p>\(reader("methods.own.text", "A method is one file that you can write without programming."))</p>"
    html << "<p class=\"doing\"><a href=\"\(Address.exchanges.link())\">"
    html << "\(reader("methods.exchanges", "What is being learned now"))</a></p></aside>"
  }

  package func write(_ json: inout JSON, for reader: Reader) {
    Listing(of: methods, for: reader).write(&json, for: reader) { json, method in
      json.object { method.writeSummary(&$0, for: reader) }
    }
  }
}

extension Method {
  /// The clocks it runs by, live first.
  var inOrder: [Clock] { Clock.allCases.filter(clocks.contains) }

  /// How long it usually takes in all: "about 45 minutes live".
  func length(by clock: Clock, _ reader: Reader) -> String {
    let lengths = phases.compactMap { $0.length(by: clock) }
    let typical = lengths.reduce(0) { $0 + $1.typical }
    return switch clock {
    case .live:
      reader.count(
        typical, "method.minutes", one: "about {n} minute, everyone together",
        other: "about {n} minutes, everyone together")
    case .slow:
      reader.count(typical, "method.days", one: "about {n} day, in writing", other: "about {n} days, in writing")
    }
  }

  /// How many people it takes: whoever must be there, and how many may be.
  func people(_ reader: Reader) -> String {
    let least = roles.reduce(0) { $0 + $1.places.lowerBound }
    return reader.count(least, "method.people", one: "from {n} person", other: "from {n} people")
  }

  func writeSummary(_ json: inout JSON, for reader: Reader) {
    json["id"] = id.text
    json.number("version", version)
    json["title"] = reader.words.reading(title).text
    json["summary"] = reader.words.reading(summary).text
    json.array("clocks", inOrder) { $0.element($1.rawValue) }
    json["address"] = Address.method(id)
  }
}

extension Phase.Length {
  /// "5 (2 to 10)", or the figure alone where it does not vary.
  var text: String {
    range.lowerBound == range.upperBound ? "\(typical)" : "\(typical) (\(range.lowerBound)–\(range.upperBound))"
  }
}

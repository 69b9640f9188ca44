import Addresses
import HTTP
package import Markup

/// The API, explained to whoever writes a program.
package struct APIPage: Page {
  let base: String
  /// As `GET /needs/*`, in the order of the table.
  let addresses: [String]

  package init(base: String, addresses: [String]) { (self.base, self.addresses) = (base, addresses) }

  package func head(for reader: Reader) -> Head { Head(reader("api.title", "How does a program talk to Copolis?")) }

  package func write(_ html: inout HTML, for reader: Reader) {
    html
      << reader.question(
        reader("api.title", "How does a program talk to Copolis?"),
        answer:
          "\(reader("api.answer", "Every page is data too: add .json to its address, or ask for application/json."))")
    reading(&html, reader)
    writing(&html, reader)
    html << "<section><h2>\(reader("api.addresses", "Every address"))</h2>"
    html << "<p><a href=\"\(Address.openAPI.link())\">OpenAPI 3.1</a> · <a href=\"\(Address.openData.link())\">"
    html << "\(reader("frame.open-data", "Open data"))</a></p><pre dir=\"ltr\">"
    for address in addresses { html << "\(address)\n" }
    html << "</pre></section>"
  }

  private func reading(_ html: inout HTML, _ reader: Reader) {
    let lists = reader(
      "api.lists",
      "Lists take q, their filters by name, page, per (20, at most 100) and sort, and answer items, total, page, per, next."
    )
    html << "<section><h2>\(reader("api.read", "Reading"))</h2>"
    html << "<pre dir=\"ltr\">curl '\(base)/needs.json?theme=water-supply&amp;per=50'</pre><p>\(lists)</p></section>"
  }

  private func writing(_ html: inout HTML, _ reader: Reader) {
    let key = reader(
      "api.key",
      "Make a key on your account page. Send back the ETag of what you read as If-Match, and no change is lost.")
    let problems = reader(
      "api.problems", "What goes wrong is told as application/problem+json, with what, why and what to do.")
    html << "<section><h2>\(reader("api.write", "Writing"))</h2><pre dir=\"ltr\">curl -H \"Authorization: Bearer $KEY\" \\\n"
    html << "  -H \"Content-Type: application/json\" -d '{\"title\": \"…\"}' \(base)/needs</pre>"
    html << "<p>\(key)</p><p>\(problems)</p></section>"
  }

  package func write(_ json: inout JSON, for reader: Reader) {
    json.object { json in
      json["openapi"] = base + Address.openAPI()
      json.array("addresses", addresses) { $0.element($1) }
    }
  }
}

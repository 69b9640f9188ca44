import Addresses
package import Cooperation
import HTTP
import Languages
package import Markup

/// Who changed what of an organisation, the latest first.
package struct AuditPage: Page {
  let organisation: Organisation.ID
  let name: String
  let lines: Listing<Line>

  package init(organisation: Organisation.ID, name: String, lines: Listing<Line>) {
    (self.organisation, self.name, self.lines) = (organisation, name, lines)
  }

  /// A line of the trail with the name of who did it; empty for the operator.
  package struct Line: Sendable {
    package let audit: Audit
    package let person: String
    package init(_ audit: Audit, by person: String) { (self.audit, self.person) = (audit, person) }
  }

  package func head(for reader: Reader) -> Head {
    Head(reader("audit.title", "Who changed what?"), isPrivate: true)
  }

  package func write(_ html: inout HTML, for reader: Reader) {
    html << reader.crumbs(name, Address.organisation(organisation))
    html
      << reader.question(
        reader("audit.title", "Who changed what?"),
        answer:
          "\(reader.count(lines.total, "audit.answer", one: "One change is on record.", other: "{n} changes are on record."))"
      )
    html << "<ol class=\"log\">"
    for line in lines.items {
      let person = line.person.isEmpty ? reader("audit.operator", "The operator") : line.person
      html << "<li><time datetime=\"\(line.audit.at)\">\(reader.words.moment(line.audit.at))</time>"
      html << "<p>\(line.audit.verb) <span class=\"hash\">\(line.audit.subject)</span> \(line.audit.detail)</p>"
      html << "<p class=\"meta\"><bdi>\(person)</bdi></p></li>"
    }
    html << "</ol>\(lines.ways(for: reader))"
  }

  package func write(_ json: inout JSON, for reader: Reader) {
    lines.write(&json, for: reader) { json, line in
      json.object { json in
        json["at"] = line.audit.at.description
        json["verb"] = line.audit.verb.text
        json["subject"] = line.audit.subject
        json["detail"] = line.audit.detail
        json["person"] = line.person
      }
    }
  }
}

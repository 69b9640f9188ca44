import Markup

/// What went wrong, told to a caller in the shape of RFC 9457 (`application/problem+json`).
package struct Problem: Error, Sendable, Equatable {
  /// The last part of the problem's address, where a page explains it: `/problems/still-needs`.
  package let slug: String
  package let status: Int
  package let title: String
  /// What to do, or what exactly was wrong; empty where the title says it all.
  package let detail: String
  /// What is wrong with which field, in the order of the form.
  package let fields: [FieldProblem]

  package init(_ slug: String, _ status: Int, _ title: String, detail: String = "", fields: [FieldProblem] = []) {
    (self.slug, self.status, self.title, self.detail, self.fields) = (slug, status, title, detail, fields)
  }

  package struct FieldProblem: Sendable, Equatable {
    package let name: String
    package let words: String
    package init(_ name: String, _ words: String) { (self.name, self.words) = (name, words) }
  }

  /// The problem as a program reads it.
  package var response: Response {
    var json = JSON()
    json.object { json in
      json["type"] = "/problems/" + slug
      json["title"] = title
      json.number("status", status)
      if !detail.isEmpty { json["detail"] = detail }
      if !fields.isEmpty {
        json.array("errors", fields) { json, field in
          json.object {
            $0["field"] = field.name; $0["detail"] = field.words
          }
        }
      }
    }
    return Response(status, "application/problem+json", json.bytes)
  }
}

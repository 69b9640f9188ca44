package import Cooperation
package import Markup

extension ImportReport {
  /// The report as programs read it, here and at the command line.
  package var json: String {
    var json = JSON()
    write(&json)
    return json.text
  }

  /// `{"run", "kind", "added", "changed", "skipped", "review", "findings"}`, what programs rely on; a preview tells each
  /// record too.
  package func write(_ json: inout JSON, upload: Uploaded.ID? = nil) {
    json.object { json in
      json["run"] = run?.text
      if let upload { json["upload"] = upload.text }
      json["kind"] = kind?.rawValue
      json.write(tally)
      json.array("findings", findings) { json, finding in json.write(finding) }
      guard run == nil else { return }
      json.array("lines", lines) { json, line in
        json.object { json in
          json.number("line", line.line)
          json["fate"] = line.fate.rawValue
          json["subject"] = line.subject
          json.array("details", line.details) { $0.element($1) }
        }
      }
    }
  }
}

extension UndoReport {
  /// The report as programs read it, here and at the command line.
  package var json: String {
    var json = JSON()
    write(&json)
    return json.text
  }

  /// The same shape as a report of an import, and what was taken out, put back and left.
  package func write(_ json: inout JSON) {
    json.object { json in
      json["run"] = run.id.text
      json["kind"] = run.kind.rawValue
      json.number("added", 0)
      json.number("changed", restored)
      json.number("skipped", left.count)
      json.number("review", 0)
      json.number("deleted", deleted)
      json.number("restored", restored)
      json.array("findings", left) { json, finding in json.write(finding) }
    }
  }
}

extension JSON {
  mutating func write(_ tally: ImportRun.Tally) {
    number("added", tally.added)
    number("changed", tally.changed)
    number("skipped", tally.skipped)
    number("review", tally.review)
  }

  mutating func write(_ finding: Finding) {
    object { json in
      json.number("line", finding.line)
      json["level"] = finding.level.rawValue
      json["code"] = finding.code
      json["message"] = finding.message
    }
  }
}

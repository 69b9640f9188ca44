extension ReportBack {
  /// The document as one text, always the same for the same document: what is stamped, signed and kept.
  ///
  /// UTF-8, a line a fact, `name: value`. Lines within a value go on with two spaces, so that nothing that someone
  /// wrote can pass for a heading or an answer of another. Ends with a line feed.
  package var text: String {
    var text = Lines()
    text.add("copolis-document", "1")
    text.add("exchange", exchange.text)
    text.add("document", "\(output) (\(kind.rawValue))")
    text.add("language", language.tag)
    text.add("heading", heading)
    text.add("title", title)
    text.add("method", method)
    text.add("source", source)
    text.add("began", "\(began)")
    text.add("ended", "\(ended)")
    for participant in participants {
      text.add("participant", participant.name)
      text.add("organisation", participant.organisation)
      for role in participant.roles { text.add("role", role) }
    }
    for section in sections { Self.add(section, to: &text) }
    return text.written
  }

  private static func add(_ section: Section, to text: inout Lines) {
    text.add("section", section.title)
    if let note = section.note { text.add("note", note) }
    for question in section.questions {
      text.add("question", question.text)
      for line in question.lines {
        if let who = line.who { text.add("by", who) }
        if let about = line.about { text.add("about", about) }
        text.add("answer", line.text)
      }
    }
    for mismatch in section.mismatches { text.add("mismatch", mismatch) }
  }

  private struct Lines {
    var written = ""

    mutating func add(_ name: String, _ value: String) {
      let lines = value.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      written += name + ": " + lines.joined(separator: "\n  ")
      written += "\n"
    }
  }
}

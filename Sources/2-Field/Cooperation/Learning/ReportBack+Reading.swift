extension ReportBack {
  /// The document that a text is; nil where it is not written as one.
  ///
  /// What was frozen is shown from its own words, whatever has been renamed since.
  package init?(reading text: String) {
    var lines: [(name: Substring, value: String)] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("  "), let last = lines.indices.last {
        lines[last].value += "\n" + line.dropFirst(2)
      } else if let colon = line.firstIndex(of: ":") {
        lines.append((line[..<colon], String(line[line.index(after: colon)...].dropFirst())))
      } else if !line.isEmpty {
        return nil
      }
    }
    var head: [Substring: String] = [:]
    for line in lines.prefix(while: { $0.name != "participant" && $0.name != "section" }) {
      head[line.name] = line.value
    }
    guard head["copolis-document"] == "1", let exchange = head["exchange"].flatMap({ Exchange.ID($0) }),
      let (output, kind) = head["document"].flatMap(Self.document), let began = head["began"].flatMap({ Day($0) }),
      let ended = head["ended"].flatMap({ Day($0) }), let language = head["language"].flatMap({ Language($0) })
    else { return nil }
    (self.exchange, self.output, self.kind, self.language) = (exchange, output, kind, language)
    heading = head["heading"] ?? ""
    title = head["title"] ?? ""
    method = head["method"] ?? ""
    source = head["source"] ?? ""
    (self.began, self.ended) = (began, ended)
    participants = Self.participants(lines[...])
    sections = Self.sections(lines[...])
  }

  private typealias Entry = (name: Substring, value: String)

  /// "report-back (report-back)" as the output and its kind.
  private static func document(_ text: String) -> (Output.ID, Output.Kind)? {
    let parts = text.split(separator: " ")
    guard parts.count == 2, let output = Output.ID(parts[0]),
      let kind = Output.Kind(rawValue: String(parts[1].dropFirst().dropLast()))
    else { return nil }
    return (output, kind)
  }

  private static func participants(_ lines: ArraySlice<Entry>) -> [Attendant] {
    blocks(of: lines.prefix { $0.name != "section" }, from: "participant").map { block in
      Attendant(
        name: block.first?.value ?? "", organisation: block.first { $0.name == "organisation" }?.value ?? "",
        roles: block.filter { $0.name == "role" }.map(\.value))
    }
  }

  private static func sections(_ lines: ArraySlice<Entry>) -> [Section] {
    blocks(of: lines, from: "section").map { block in
      Section(
        title: block.first?.value ?? "",
        note: block.prefix { $0.name != "question" }.first { $0.name == "note" }?.value,
        questions: blocks(of: block, from: "question").map(question),
        mismatches: block.filter { $0.name == "mismatch" }.map(\.value))
    }
  }

  private static func question(_ block: ArraySlice<Entry>) -> Question {
    var lines: [Line] = [], who: String?, about: String?
    for line in block.dropFirst() {
      switch line.name {
      case "by": who = line.value
      case "about": about = line.value
      case "answer":
        lines.append(Line(who: who, about: about, text: line.value))
        (who, about) = (nil, nil)
      default: break
      }
    }
    return Question(text: block.first?.value ?? "", lines: lines)
  }

  /// The stretches that begin with a line of this name.
  private static func blocks(of lines: ArraySlice<Entry>, from name: String) -> [ArraySlice<Entry>] {
    let starts = lines.indices.filter { lines[$0].name == name }
    return starts.enumerated().map { place, start in
      lines[start..<(place + 1 < starts.count ? starts[place + 1] : lines.endIndex)]
    }
  }
}

extension ReportBack {
  /// The document for those who were not there: organisations and roles, and no names of people.
  package var withoutNames: ReportBack {
    let names = Set(participants.map(\.name)), roles = Set(participants.flatMap(\.roles))
    return ReportBack(
      self,
      participants: participants.map { Attendant(name: "", organisation: $0.organisation, roles: $0.roles) },
      sections: sections.map { section in
        Section(
          title: section.title, note: section.note,
          questions: section.questions.map { question in
            Question(
              text: question.text,
              lines: question.lines.map { line in
                Line(
                  who: line.who.flatMap { roles.contains($0) ? $0 : nil },
                  about: line.about.flatMap { names.contains($0) ? nil : $0 }, text: line.text)
              })
          }, mismatches: section.mismatches)
      })
  }

  private init(_ report: ReportBack, participants: [Attendant], sections: [Section]) {
    (exchange, output, kind, language) = (report.exchange, report.output, report.kind, report.language)
    (heading, title, method, source) = (report.heading, report.title, report.method, report.source)
    (began, ended) = (report.began, report.ended)
    (self.participants, self.sections) = (participants, sections)
  }
}

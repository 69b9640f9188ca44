import Addresses
package import Cooperation
import HTTP
import Languages
package import Markup

/// What a work said before, who changed it and when, and what each change put in and took out, word by word.
package struct VersionsPage: Page {
  let work: Work
  /// The latest first.
  let versions: [Version]
  /// Who made them; none for a reader who is not to know.
  let names: [Account.ID: String]

  package init(_ work: Work, _ versions: [Version], names: [Account.ID: String]) {
    (self.work, self.versions, self.names) = (work, versions, names)
  }

  /// A version, and what it was made of.
  private struct Step: Sendable {
    let version: Version
    /// Nil for the first.
    let earlier: Version?
  }

  /// Those that the address asks for, the latest first.
  private func steps(_ reader: Reader) -> Listing<Step> {
    let all = versions.indices.map { place in
      Step(version: versions[place], earlier: place + 1 < versions.count ? versions[place + 1] : nil)
    }
    return Listing(of: all, for: reader)
  }

  private func question(_ reader: Reader) -> String { reader("versions.question", "What did it say before?") }

  package func head(for reader: Reader) -> Head {
    Head(
      "\(question(reader)) \(reader.words.reading(work.title).text)", in: work.subject.side.area,
      isPrivate: !work.shelf.isPublished)
  }

  package func write(_ html: inout HTML, for reader: Reader) {
    html << reader.crumbs(reader.words.reading(work.title).text, work.subject.address)
    let answer =
      versions.isEmpty
      ? reader("versions.none", "It was not changed since versions are kept.")
      : reader.count(versions.count, "versions.count", one: "One version is kept.", other: "{n} versions are kept.")
    html << reader.question(question(reader), answer: "\(answer)", name: reader.reading(work.title))
    let steps = steps(reader)
    html << "<ol class=\"log\">"
    for step in steps.items {
      let version = step.version
      html << "<li><time datetime=\"\(version.at)\">\(reader.words.moment(version.at))</time>"
      html
        << "<p><strong>\(reader.words[version.deed.name])</strong> · \(reader.words[Shelf.name(ofStage: version.stage)])"
      if let name = version.account.flatMap({ names[$0] }) { html << " · <bdi>\(name)</bdi>" }
      html << "</p>"
      if !version.note.isEmpty { html << "<p dir=\"auto\">“\(version.note)”</p>" }
      if version.texts.isEmpty {
        html << "<p class=\"note\">\(reader("versions.emptied", "What it said was taken out by those who run this site."))</p>"
      } else {
        if let earlier = step.earlier { differences(version, since: earlier, &html, reader) }
        emptying(version, &html, reader)
      }
      html << "</li>"
    }
    html << "</ol>\(steps.ways(for: reader))"
  }

  /// For administrators alone: the way to take out what it says, where someone may demand it.
  private func emptying(_ version: Version, _ html: inout HTML, _ reader: Reader) {
    guard reader.viewer.isAdministrator else { return }
    html << "<form method=\"post\" action=\"\(work.subject.emptying)\">\(reader.key)"
    html << "\(Filled.hidden([("number", "\(version.number)")]))<p class=\"doing\"><button class=\"quiet\">"
    html << "\(reader("versions.empty", "Take out what it says, for ever"))</button></p></form>"
  }

  private var parts: [String] { ["title"] + work.subject.side.parts }

  private func differences(_ version: Version, since earlier: Version, _ html: inout HTML, _ reader: Reader) {
    for change in version.changes(since: earlier, names: parts) {
      let title =
        change.name == "title" ? reader("translation.title", "The title") : reader.words[work.heading(change.name)]
      html << "<h3>\(title) <small>\(reader.words.name(of: change.language))"
      html << "\(change.isOriginal ? " · " + reader("versions.original", "original") : "")</small></h3>"
      html << "<div class=\"prose\" lang=\"\(change.language)\" dir=\"auto\"><p>"
      for piece in shortened(change.difference.pieces) { write(piece, &html, reader) }
      html << "</p></div>"
    }
  }

  /// Whoever hears the page hears where something begins that was put in or taken out.
  private func write(_ piece: WordDifference.Piece, _ html: inout HTML, _ reader: Reader) {
    switch piece.fate {
    case .stayed: html << "\(piece.text)"
    case .removed:
      html << "<del><span class=\"hush\">\(reader("versions.removed", "taken out:")) </span>\(piece.text)</del>"
    case .added:
      html << "<ins><span class=\"hush\">\(reader("versions.added", "put in:")) </span>\(piece.text)</ins>"
    }
  }

  /// Long stretches that stayed are told by their ends.
  private func shortened(_ pieces: [WordDifference.Piece]) -> [WordDifference.Piece] {
    pieces.enumerated().map { place, piece in
      guard piece.fate == .stayed, piece.text.count > 240 else { return piece }
      let start = place == 0 ? "" : String(piece.text.prefix(100))
      let end = place == pieces.count - 1 ? "" : String(piece.text.suffix(100))
      return .init(.stayed, start + " … " + end)
    }
  }

  package func write(_ json: inout JSON, for reader: Reader) {
    json.object { json in
      json["id"] = work.subject.text
      steps(reader).writeParts(&json, for: reader) { json, step in json.object { write(step, &$0) } }
    }
  }

  private func write(_ step: Step, _ json: inout JSON) {
    let version = step.version
    json.number("number", version.number)
    json["at"] = version.at.description
    json["deed"] = version.deed.rawValue
    json["stage"] = version.stage
    if version.texts.isEmpty { json.flag("emptied", true) }
    json["by"] = version.account.flatMap { names[$0] }
    if !version.note.isEmpty { json["note"] = version.note }
    let changes = step.earlier.map { version.changes(since: $0, names: parts) } ?? []
    json.array("changes", changes) { json, change in change.write(&json) }
  }
}

extension Version.Change {
  fileprivate func write(_ json: inout JSON) {
    json.object { json in
      json["text"] = name
      json["language"] = language.tag
      json.array("pieces", difference.pieces) { json, piece in
        json.object { json in
          switch piece.fate {
          case .stayed: json["stayed"] = piece.text
          case .removed: json["removed"] = piece.text
          case .added: json["added"] = piece.text
          }
        }
      }
    }
  }
}

extension Version.Deed {
  var name: Phrase {
    switch self {
    case .before: Phrase("deed.before", "As it was before versions were kept")
    case .add: Phrase("deed.add", "Begun")
    case .change: Phrase("deed.change", "Changed")
    case .translate: Phrase("deed.translate", "Translated")
    case .publish: Phrase("deed.publish", "Published")
    case .withdraw: Phrase("deed.withdraw", "Taken back")
    case .check: Phrase("deed.check", "Asked whether it is still true, and answered")
    case .askReview: Phrase("deed.ask-review", "A colleague is asked to look at it")
    case .giveBack: Phrase("deed.give-back", "Given back to those who write it")
    }
  }
}

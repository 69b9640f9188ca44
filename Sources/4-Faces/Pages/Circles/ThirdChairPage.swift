import Addresses
package import Cooperation
import HTTP
import Languages
package import Markup
import Reference

/// Who could be the third beside two of whom one has an answer to the other's need.
package struct ThirdChairPage: Gathered {
  let need: Work
  let learner: Organisation.Brief
  let teacher: Organisation.Brief
  /// Nil where the teacher has no practice among the best answers to the need, as far as that is known.
  let match: MatchLine?
  /// Whether the practices are being gathered, so that the match is not known yet.
  package let isGathering: Bool
  let chairs: [ThirdChairLine]

  package init(
    _ need: Work, learner: Organisation.Brief, teacher: Organisation.Brief, among matches: [MatchLine]?,
    _ chairs: [ThirdChairLine]
  ) {
    (self.need, self.learner, self.teacher, self.chairs) = (need, learner, teacher, chairs)
    match = matches?.first { $0.organisation.id == teacher.id }
    isGathering = matches == nil
  }

  package func head(for reader: Reader) -> Head {
    Head(question(reader), in: .seek, isPrivate: !need.shelf.isPublished)
  }

  private func question(_ reader: Reader) -> String { reader("third.question", "Who could be the third?") }

  package func write(_ html: inout HTML, for reader: Reader) {
    if case .need(let id) = need.subject {
      html << reader.crumbs(reader("need.question", "Who has solved this?"), Address.matches(id))
    }
    html << reader.question(question(reader), answer: "\(answer(reader))", name: reader.reading(need.title))
    html << "<section aria-labelledby=\"chairs\"><h2 id=\"chairs\">\(reader("third.chairs", "The third chair"))</h2>"
    if chairs.isEmpty {
      html
        << reader.empty(
          .none, reader("third.none", "Nobody on record"),
          reader(
            "third.none.text",
            "Nobody bridges your languages, has put money or means into work of one of you, or has done such work in a place like yours."
          ))
    }
    html << "<ol class=\"list\">"
    for chair in chairs { html << chair.item(reader) }
    html << "</ol></section>"
    if let match {
      html << "<section aria-labelledby=\"pair\"><h2 id=\"pair\">\(reader("third.pair", "The two"))</h2>"
      html << "<ol class=\"list\">\(match.item(reader))</ol></section>"
    }
  }

  private func answer(_ reader: Reader) -> String {
    let names = ["learner": learner.name.text, "teacher": teacher.name.text]
    guard let best = chairs.first else {
      return reader("third.answer-none", "Nobody on record would obviously help {learner} and {teacher}.", names)
    }
    return reader(
      "third.answer", "{name} could join {learner} and {teacher}: {reason}",
      names.merging([
        "name": best.organisation.name.text, "reason": best.sentences(reader.words).first?.words ?? "",
      ]) { $1 })
  }

  package func write(_ json: inout JSON, for reader: Reader) {
    json.object { json in
      json["need"] = need.subject.text
      json["learner"] = learner.id.text
      json["teacher"] = teacher.id.text
      json["practice"] = match?.match.practice.text
      json.array("items", chairs) { json, chair in chair.write(&json, in: reader.words) }
      json.flag("gathering", isGathering)
    }
  }
}

/// One who could be the third, with its name and those of whom its reasons speak.
package struct ThirdChairLine: Sendable {
  package let chair: ThirdChair
  package let organisation: Organisation.Brief
  private let names: [Organisation.ID: String]

  package init(_ chair: ThirdChair, _ organisation: Organisation.Brief, names: [Organisation.ID: String]) {
    (self.chair, self.organisation, self.names) = (chair, organisation, names)
  }

  /// A reason in words, and the partnership that it rests on.
  struct Sentence {
    let part: ThirdChair.Part
    let words: String
    let partnership: Partnership.ID?
  }

  /// At most two of each part: more of the same adds nothing for a reader.
  func sentences(_ words: Words) -> [Sentence] {
    ThirdChair.Part.allCases.flatMap { part in
      chair.reasons.filter { $0.part == part }.prefix(2).map { sentence($0, words) }
    }
  }

  private func sentence(_ reason: ThirdChair.Reason, _ words: Words) -> Sentence {
    let name = { (id: Organisation.ID) in names[id] ?? id.text }
    switch reason {
    case .bridge(let learner, let teacher):
      let blanks = ["first": words.name(of: learner), "second": words.name(of: teacher)]
      let phrase = Phrase(
        "third.bridge", "The two share no language; it works in {first} with one and {second} with the other.", blanks)
      return Sentence(part: .bridge, words: words[phrase], partnership: nil)
    case .funding(let party, let partnership):
      let phrase = Phrase(
        "third.funding", "It has put money or means into work of {name} before.", ["name": name(party)])
      return Sentence(part: .funding, words: words[phrase], partnership: partnership)
    case .experience(let other, let like, let theme, let partnership):
      let blanks = ["theme": words.name(of: theme), "name": name(other), "like": name(like)]
      let phrase = Phrase("third.experience", "It has worked on {theme} with {name}, a place like {like}.", blanks)
      return Sentence(part: .experience, words: words[phrase], partnership: partnership)
    }
  }

  func item(_ reader: Reader) -> Written {
    var html = HTML(capacity: 1024)
    html << "<li><h3><a href=\"\(Address.organisation.link(organisation.id))\">\(organisation.marked)</a></h3>"
    html << "<p class=\"meta\"><span>\(organisation.whereabouts(reader))</span>"
    html << "<span>\(reader.words[organisation.kind.name])</span></p><ul>"
    for sentence in sentences(reader.words) {
      html << "<li>\(sentence.words)"
      if let partnership = sentence.partnership {
        html << " <a href=\"\(Address.partnership.link(partnership))\">\(reader("third.see", "See the partnership"))</a>"
      }
      html << "</li>"
    }
    html << "</ul></li>"
    return "\(html)"
  }

  fileprivate func write(_ json: inout JSON, in words: Words) {
    json.object { json in
      json["organisation"] = organisation.id.text
      json["organisation-name"] = organisation.name.text
      json.number("score", chair.score)
      json.array("reasons", sentences(words)) { json, sentence in
        json.object { json in
          json["part"] = sentence.part.rawValue
          json["words"] = sentence.words
          json["partnership"] = sentence.partnership?.text
        }
      }
    }
  }
}

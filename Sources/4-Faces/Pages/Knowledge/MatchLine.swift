import Addresses
package import Cooperation
import HTTP
package import Languages
package import Markup
import Reference

/// A match with the names of who and what it leads to.
package struct MatchLine: Sendable {
  package let match: Match
  package let organisation: Organisation.Brief
  package let practice: Texts.Reading
  let weights: Match.Weights
  /// The need that it answers; nil for a question in someone's own words.
  let need: Need.ID?
  /// What was asked of them already, and is open or accepted; nil where nothing was, or it is none of the reader's
  /// business.
  let introduction: Introduction.Brief?

  package init(
    _ match: Match, _ organisation: Organisation.Brief, practice: Texts.Reading, weights: Match.Weights,
    need: Need.ID? = nil, introduction: Introduction.Brief? = nil
  ) {
    (self.match, self.organisation, self.practice, self.weights) = (match, organisation, practice, weights)
    (self.need, self.introduction) = (need, introduction)
  }

  /// The strongest reason, in words.
  package func reason(_ reader: Reader) -> String {
    guard let best = match.reasons.first else { return "" }
    return reader.words[best.words(Match.Naming(reader.words))]
  }

  /// Itself as a line of a list: the score, who it is, what they did, and each part as a sentence with its bar.
  package func item(_ reader: Reader) -> Written {
    let naming = Match.Naming(reader.words)
    var html = HTML(capacity: 2048)
    html
      << "<li class=\"match\"><h3><a href=\"\(Address.organisation.link(organisation.id))\">\(organisation.marked)</a></h3>"
    html
      << "<p class=\"score\">\(match.score.points)<small>\(reader("match.of-100", "of 100"))</small></p>"
    html << "<p class=\"meta\"><span>\(organisation.whereabouts(reader))</span>"
    html << "<span>\(reader.words[organisation.kind.name])</span></p><p>\(reader("match.did", "It has done this:")) "
    html << "<a href=\"\(Address.practice.link(match.practice))\">\(reader.name(practice))</a></p><ul class=\"reasons\">"
    let most = Match.Part.allCases.map { weights.share(of: $0) }.max() ?? 1
    for reason in match.reasons { html << line(reason, most: most, naming, reader) }
    html << "</ul><p class=\"meta\">\(asking(reader))"
    let proposing = Address.newPartnership() + "?with=\(organisation.id)&practice=\(match.practice)"
    html
      << "<a href=\"\(proposing)\">\(reader("match.propose", "Propose to work together"))</a>\(third(reader))</p></li>"
    return "\(html)"
  }

  /// The way to who could make a triangle of the two; none without a need.
  private func third(_ reader: Reader) -> Written {
    guard let need else { return .nothing }
    let address = Address.thirdChair(need, organisation.id)
    return "<a href=\"\(address)\">\(reader("third.question", "Who could be the third?"))</a>"
  }

  /// The way to ask for an introduction, or to the one that was asked for.
  private func asking(_ reader: Reader) -> Written {
    if let introduction {
      let words = reader(
        "match.asked", "You asked them: {state}", ["state": introduction.stage.words(reader)])
      return "<a href=\"\(Address.introduction.link(introduction.id))\">\(words)</a>"
    }
    let about = (need.map { "&need=\($0)" } ?? "") + "&practice=\(match.practice)"
    let address = Address.newIntroduction() + "?with=\(organisation.id)" + about
    return
      "<a href=\"\(address)\" rel=\"nofollow\"><strong>\(reader("introduction.ask", "Ask for an introduction"))</strong></a>"
  }

  private func line(_ reason: Match.Reason, most: Double, _ naming: Match.Naming, _ reader: Reader) -> Written {
    let hue = reason.part == .reciprocity ? Hue.teach : .learn
    let whole = weights.share(of: reason.part).points
    let got = (weights.share(of: reason.part) * reason.score).points
    let (all, part) = (
      weights.share(of: reason.part) / most * 30, weights.share(of: reason.part) * reason.score / most * 30
    )
    let points = reader(
      "match.points", "{got} of {whole}", ["got": reader.words.number(got), "whole": reader.words.number(whole)])
    return """
      <li class="\(hue.rawValue)"><svg class="bar" viewBox="0 0 30 1" preserveAspectRatio="none" aria-hidden="true">\
      <path class="all" d="M0 0h\(all)v1H0z"/><path d="M0 0h\(part)v1H0z"/></svg><span>\
      \(reader.words[reason.words(naming)]) <data value="\(reason.score)">\(points)</data></span></li>
      """
  }

  /// As programs read it: `{"organisation", "practice", "score", "reasons"}`.
  package func write(_ json: inout JSON, in words: Words) {
    let naming = Match.Naming(words)
    json.object { json in
      json["organisation"] = organisation.id.text
      json["practice"] = match.practice.text
      json.number("score", match.score)
      json["organisation-name"] = organisation.name.text
      json["practice-title"] = practice.text
      if let introduction { json["introduction"] = introduction.id.text }
      json.array("reasons", match.reasons) { json, reason in
        json.object { json in
          json["part"] = reason.part.rawValue
          json.number("score", reason.score)
          json["words"] = words[reason.words(naming)]
        }
      }
    }
  }
}

extension Match.Naming {
  /// As a reader of `words` says things.
  package init(_ words: Words) {
    self.init(
      theme: { words.name(of: $0) }, language: { words.name(of: $0) },
      number: { words.number($0) }, day: { words.day($0) }, list: { words.list($0) }, say: { words[$0] })
  }
}

import Addresses
import Cooperation
import HTTP
import Languages
import Markup
import Pictures

extension PartnershipPage {
  /// The line between two, in the style of what they say; of more than two the voices tell it.
  func bond(_ html: inout HTML, _ reader: Reader) {
    let speaking = partnership.parties.speaking
    guard speaking.count == 2 else { return }
    let ends = speaking.map { Bond.End(name($0), people: surroundings.people[$0], word: word(of: $0, reader)) }
    let title = reader(
      "partnership.bond.title", "{parties}: {state}",
      ["parties": names(speaking, reader), "state": reader.words[claim.state.name]])
    let picture = Bond(ends[0], ends[1], state: claim.state)
    html << "<figure class=\"picture small\">"
    html << picture.svg(title: title, isMirrored: reader.words.isRightToLeft)
    let caption = reader(
      "partnership.bond.caption", "The line is what they say: {meaning}. The size of a point is its people.",
      ["meaning": reader.words[claim.state.meaning]])
    html << "<figcaption>\(caption)</figcaption></figure>"
  }

  /// What a party says, in a few words.
  private func word(of party: Organisation.ID, _ reader: Reader) -> String {
    guard let voice = claim.voices.first(where: { $0.organisation == party }) else {
      return reader("partnership.no-word", "Has not spoken")
    }
    return reader.words[voice.stance.name]
  }

  /// What each side says, voice by voice.
  func voices(_ html: inout HTML, _ reader: Reader) {
    html << "<section aria-labelledby=\"voices\"><h2 id=\"voices\">"
    html << "\(reader("partnership.voices", "Who says so?"))</h2><ol class=\"log\">"
    for party in claim.parties.prefix(40) {
      let voice = claim.voices.first { $0.organisation == party }
      html << "<li class=\"\((voice?.stance.line ?? .silent).rawValue)\">"
      if let voice { html << reader.day(voice.at.day) }
      html << "<p>\(link(party, reader)) · \(word(of: party, reader))</p>"
      if let reason = voice?.reason, !reason.isEmpty { html << "<p dir=\"auto\">“\(reason)”</p>" }
      html << "</li>"
    }
    html << "</ol>"
    let rest = claim.parties.count - 40
    if rest > 0 {
      html
        << "<p>\(reader.count(rest, "partnership.more-parties", one: "One more party.", other: "{n} more parties."))</p>"
    }
    html << "</section>"
  }

  /// What was agreed: aspect by aspect, for how long, and who signed.
  func promise(_ html: inout HTML, _ reader: Reader) {
    html << "<section aria-labelledby=\"agreement\"><h2 id=\"agreement\">"
    html << "\(reader("partnership.agreement", "What was agreed?"))</h2>"
    guard let agreement else {
      let title = reader("partnership.no-agreement", "No agreement is on record")
      let why =
        claim.isImported
        ? reader("partnership.no-agreement.list", "The list that names this partnership does not say what was agreed.")
        : reader(
          "partnership.no-agreement.text", "Once both sides have agreed, an owner of one enters what was signed.")
      html << reader.empty(claim.isImported ? .unknown : .notYet, title, why)
      html << "</section>"
      return
    }
    if agreement.aspects.isEmpty {
      html << "<p>\(reader("partnership.aspects", "Aspects")): \(reader.blank(.unreported))</p>"
    }
    html << "<ul>"
    for aspect in agreement.aspects { html << "<li><bdi>\(aspect)</bdi></li>" }
    html << "</ul><ol class=\"signatures\">"
    for signatory in agreement.signatories {
      html << "<li class=\"confirmed\"><b><bdi>\(signatory.name)</bdi></b><bdi>\(signatory.title)</bdi><br>"
      html << "\(link(signatory.organisation, reader))</li>"
    }
    html << "</ol></section>"
  }
}

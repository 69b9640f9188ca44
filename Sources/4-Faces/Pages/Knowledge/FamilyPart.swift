import Addresses
package import Cooperation
import HTTP
import Languages
import Markup
import Pictures

/// Who took a practice up, as a picture and as a list, with what the two sides say of it.
package struct FamilyPart: Sendable {
  let practice: Practice.ID
  let family: Family?
  let names: [Organisation.ID: Texts.Reading]
  /// Those whom the reader acts for, and who could tell that they took it up.
  let own: [Organisation.ID]

  package init(
    _ practice: Practice.ID, _ family: Family?, names: [Organisation.ID: Texts.Reading], own: [Organisation.ID]
  ) {
    (self.practice, self.family, self.names, self.own) = (practice, family, names, own)
  }

  private func name(_ id: Organisation.ID) -> String { names[id]?.text ?? id.text }

  func picture(_ html: inout HTML, _ reader: Reader) {
    guard let family else { return }
    let nodes = family.members.map { member in
      FamilyTree.Node(
        name(member.organisation), note: note(member, reader), worked: member.worked, state: member.claim?.state,
        depth: member.depth, parent: member.parent, isHere: member.practice == practice)
    }
    let title = reader("family.title", "Who took it up from whom: the list below says the same")
    html << "<figure class=\"picture small\">"
    html << FamilyTree(nodes).svg(title: title, isMirrored: reader.words.isRightToLeft)
    let caption = reader(
      "family.caption",
      "Full: it worked. Half: in part. Crossed: it did not. Empty: too early. The line is what the two sides say of it."
    )
    html << "<figcaption>\(caption)</figcaption></figure>"
  }

  private func note(_ member: Family.Member, _ reader: Reader) -> String {
    [member.began.map(String.init), member.worked.map { reader.words[$0.name] }].compactMap { $0 }
      .joined(separator: " · ")
  }

  func list(_ html: inout HTML, _ reader: Reader) {
    guard let family else { return }
    html << "<ol class=\"list\">"
    for member in family.members {
      guard let adoption = member.adoption else {
        first(member, &html, reader)
        continue
      }
      html << "<li id=\"\(adoption.id)\"><h3>\(title(member, reader))"
      if let claim = member.claim { html << " \(reader.badge(claim.state))" }
      html << "</h3><p class=\"meta\"><strong>\(reader.words[adoption.worked.name])</strong>"
      html << "<span>\(years(adoption.years, reader))</span>"
      if member.depth > 1, let parent = member.parent {
        let from = ["name": name(family.members[parent].organisation)]
        html << "<span><bdi>\(reader("family.from", "from {name}", from))</bdi></span>"
      }
      html << "</p>"
      told(adoption, &html, reader)
      voices(member, &html, reader)
      html << "</li>"
    }
    html << "</ol>"
  }

  private func first(_ member: Family.Member, _ html: inout HTML, _ reader: Reader) {
    html << "<li><h3>\(title(member, reader))</h3><p class=\"meta\"><span class=\"teach\">"
    html << "\(reader("family.first", "Here it began"))</span>"
    if let worked = member.worked { html << "<strong>\(reader.words[worked.name])</strong>" }
    if let began = member.began { html << "<span>\(began)</span>" }
    html << "</p></li>"
  }

  private func title(_ member: Family.Member, _ reader: Reader) -> Written {
    let name: Written = names[member.organisation].map { reader.name($0) } ?? "\(member.organisation)"
    guard let told = member.practice, told != practice else {
      return "<a href=\"\(Address.organisation.link(member.organisation))\">\(name)</a>"
    }
    return "<a href=\"\(Address.practice.link(told))\">\(name)</a>"
  }

  private func years(_ years: Practice.Years, _ reader: Reader) -> String {
    years.ended.map { $0 == years.began ? "\($0)" : "\(years.began)–\($0)" }
      ?? reader("practice.since", "Since {year}", ["year": String(years.began)])
  }

  private func told(_ adoption: Adoption, _ html: inout HTML, _ reader: Reader) {
    html << "<dl class=\"facts\">"
    for (title, texts) in [
      (reader("adoption.kept", "Kept"), adoption.kept), (reader("adoption.changed", "Changed"), adoption.changed),
      (reader("adoption.dropped", "Dropped"), adoption.dropped),
      (reader("adoption.results", "What came of it"), adoption.results),
    ] {
      guard let texts else { continue }
      html << "<dt>\(title)</dt><dd>\(reader.reading(texts))</dd>"
    }
    html << "</dl>"
  }

  /// Why the other side says no, and what the reader may say for theirs.
  private func voices(_ member: Family.Member, _ html: inout HTML, _ reader: Reader) {
    guard let adoption = member.adoption, let claim = member.claim else { return }
    for voice in claim.voices where voice.stance == .disputes {
      let blanks = ["name": name(voice.organisation), "reason": voice.reason]
      html << "<p><bdi>\(reader("adoption.disputed", "{name} says that it is not so: “{reason}”", blanks))</bdi></p>"
    }
    if own.contains(adoption.organisation) {
      html << "<p><a href=\"\(Address.adoptionForm.link(adoption.practice))?organisation=\(adoption.organisation)\">"
      html << "\(reader("adoption.change", "Change what you told"))</a></p>"
    }
    guard let author = claim.parties.last, author != adoption.organisation, own.contains(author) else { return }
    let own = claim.voices.first { $0.organisation == author }?.stance
    answer(adoption, own, isAsked: claim.awaits(author), &html, reader)
  }

  private func answer(
    _ adoption: Adoption, _ own: Claim.Stance?, isAsked: Bool, _ html: inout HTML, _ reader: Reader
  ) {
    let action = Address.voicingAdoption(adoption.practice, adoption.id)
    if isAsked || own == .disputes {
      html << "<form method=\"post\" action=\"\(action)\">\(reader.key)<p class=\"doing\">"
      html << "<button name=\"stance\" value=\"confirms\">\(reader("adoption.confirm", "It is so"))</button></p></form>"
    }
    guard own != .disputes else { return }
    html << "<details><summary>\(reader("adoption.dispute", "It is not so"))</summary>"
    html << "<form method=\"post\" action=\"\(action)\">\(reader.key)\(Filled.hidden([("stance", "disputes")]))"
    html << "<div class=\"field\"><label for=\"why-\(adoption.id)\">\(reader("adoption.why", "Why?"))</label>"
    html << "<textarea id=\"why-\(adoption.id)\" name=\"reason\" dir=\"auto\" required></textarea></div>"
    html << "<p class=\"doing\"><button class=\"no\">\(reader("adoption.say", "Say so"))</button></p></form></details>"
  }

  /// Those who took it up, in the order of the list.
  var adopters: [Family.Member] { (family?.members ?? []).filter { $0.adoption != nil } }

  /// With whose practice it began.
  var first: Practice.ID? { family?.members.first?.practice }

  func write(_ member: Family.Member, _ json: inout JSON) {
    guard let adoption = member.adoption else { return }
    json.object { json in
      json["id"] = adoption.id.text
      json["of"] = adoption.practice.text
      json["organisation"] = adoption.organisation.text
      json["name"] = names[adoption.organisation]?.text
      json["practice"] = member.practice?.text
      json["worked"] = adoption.worked.rawValue
      json.number("began", adoption.years.began)
      json.number("ended", adoption.years.ended)
      json["claim"] = member.claim?.state.rawValue
      json.number("steps", member.depth)
      for (name, texts) in [
        ("kept", adoption.kept), ("changed", adoption.changed), ("dropped", adoption.dropped),
        ("results", adoption.results),
      ] { json.field(name, texts.flatMap { $0.versions[$0.original] }) }
      json.number("revision", adoption.revision)
    }
  }

  /// All of it, as a part of what is told of the practice.
  func write(_ json: inout JSON) {
    json.array("adoptions", adopters) { write($1, &$0) }
    json["first"] = first?.text
  }
}

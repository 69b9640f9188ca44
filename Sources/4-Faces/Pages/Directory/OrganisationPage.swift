import Addresses
package import Cooperation
import HTTP
import Languages
package import Markup

/// An organisation: what it can teach and wants to learn, with whom it works, who speaks for it.
package struct OrganisationPage: Page {
  let organisation: Organisation
  /// Nil where its place is unknown.
  let place: Place?
  let practices: [Heading<Practice>]
  let needs: [Heading<Need>]
  let relations: [Relation]
  let speakers: [Speaker]
  /// What it belongs to.
  let bodies: [Fellow]
  /// The first of those who belong to it.
  let members: [Fellow]
  let memberCount: Int
  /// What has become part of it.
  let predecessors: [Fellow]
  /// The name of what it has become part of itself.
  let successor: Texts?
  /// The day on which a reviewer of this instance said that it is what it claims to be; nil where none did.
  let verifiedHere: Day?

  /// A mandate and who holds or held it.
  package struct Speaker: Sendable {
    package let mandate: Mandate
    package let person: Person
    package init(_ mandate: Mandate, _ person: Person) { (self.mandate, self.person) = (mandate, person) }
  }

  package init(
    _ organisation: Organisation, place: Place?, practices: [Heading<Practice>], needs: [Heading<Need>],
    relations: [Relation], speakers: [Speaker], bodies: [Fellow], members: [Fellow], memberCount: Int,
    predecessors: [Fellow], successor: Texts?, verifiedHere: Day?
  ) {
    (self.organisation, self.place, self.practices, self.needs) = (organisation, place, practices, needs)
    (self.relations, self.speakers, self.bodies) = (relations, speakers, bodies)
    (self.members, self.memberCount) = (members, memberCount)
    (self.predecessors, self.successor, self.verifiedHere) = (predecessors, successor, verifiedHere)
  }

  /// What an edit would be based on.
  package var revision: Int { organisation.revision }

  package func head(for reader: Reader) -> Head {
    let name = reader.words.reading(organisation.name).text
    let about = organisation.about.map { reader.words.reading($0).text } ?? ""
    return Head(name, in: .seek, description: String(about.prefix(200)))
  }

  package func write(_ html: inout HTML, for reader: Reader) {
    html << reader.crumbs(reader("organisations.crumb", "Organisations"), Address.organisations())
    html
      << reader.question(
        reader("organisation.question", "What can we learn from each other?"), answer: answer(reader),
        name: name(reader))
    became(&html, reader)
    html << "<div class=\"columns\"><div>"
    if let about = organisation.about { html << reader.prose(about) }
    ledger(&html, reader)
    relations(&html, reader)
    speakers(&html, reader)
    members(&html, reader)
    html << "</div><aside>"
    facts(&html, reader)
    html << "</aside></div>"
    knowing(&html, reader)
    next(&html, reader)
  }

  private func name(_ reader: Reader) -> Written {
    let kind = reader.words[organisation.kind.name]
    let acronym: Written = organisation.acronym.isEmpty ? "" : " (<bdi>\(organisation.acronym)</bdi>)"
    let whole = [kind, organisation.country.map { reader.name(of: $0) }].compactMap { $0 }.joined(separator: ", ")
    return "\(reader.reading(organisation.name))\(acronym) <span>\(whole)</span>"
  }

  private func answer(_ reader: Reader) -> Written {
    let teaches = reader.count(
      practices.count { $0.stage == "published" }, "organisation.teaches", one: "It can teach one thing",
      other: "It can teach {n} things")
    let learns = reader.count(
      needs.count { $0.stage == "published" }, "organisation.learns", one: "wants to learn one",
      other: "wants to learn {n}")
    let works = reader.count(
      Set(relations.map { $0.partner }).count, "organisation.works", one: "works with one partner",
      other: "works with {n} partners")
    let sentence = reader(
      "organisation.answer", "{teaches}, {learns}, and {works}.",
      ["teaches": teaches, "learns": learns, "works": works])
    return "\(sentence)"
  }

  private func ledger(_ html: inout HTML, _ reader: Reader) {
    html << "<div class=\"ledger\"><section class=\"teach\"><h3>\(reader("organisation.teach", "It can teach"))</h3>"
    if practices.isEmpty { html << "<p>\(reader.blank(.unreported))</p>" }
    html << "<ul>"
    for practice in practices {
      html << "<li><a href=\"\(Address.practice.link(practice.id))\">\(reader.name(practice.title))</a>"
      html << "\(reader.stage(practice.stage))</li>"
    }
    html << "</ul></section><section class=\"learn\"><h3>\(reader("organisation.learn", "It wants to learn"))</h3>"
    if needs.isEmpty { html << "<p>\(reader.blank(.unreported))</p>" }
    html << "<ul>"
    for need in needs {
      html << "<li><a href=\"\(Address.need.link(need.id))\">\(reader.name(need.title))</a>\(reader.stage(need.stage))</li>"
    }
    html << "</ul></section></div>"
  }

  private func next(_ html: inout HTML, _ reader: Reader) {
    let name = reader.words.reading(organisation.name).text
    if reader.viewer.may(.editor, for: organisation.id) {
      let title =
        reader.viewer.speaks(for: organisation.id)
        ? reader("organisation.yours", "You speak for {name}", ["name": name])
        : reader("organisation.kept", "You keep this site, and can help {name}", ["name": name])
      html << "<aside class=\"next\"><h2>\(title)</h2>"
      html << "<p class=\"doing\"><a class=\"act\" href=\"\(Address.organisationForm.link(organisation.id))\">"
      html << "\(reader("organisation.edit", "Change what it says here"))</a> "
      link(&html, Address.newNeed(), reader("account.say-need", "Say what it needs to learn"))
      link(&html, Address.newPractice(), reader("account.say-practice", "Tell what it can teach"))
      html << "<a href=\"\(Address.mandateForm.link(organisation.id))\">"
      html << "\(reader("organisation.people", "Who speaks for it"))</a> "
      html << "<a href=\"\(Address.membershipForm.link(organisation.id))\">"
      html << "\(reader("organisation.memberships", "What it belongs to"))</a> "
      if memberCount > 1 {
        html << "<a href=\"\(Address.newIntroduction.link())?broker=\(organisation.id)\">"
        html << "\(reader("organisation.broker", "Bring two members together"))</a> "
      }
      if reader.viewer.may(.owner, for: organisation.id) {
        html << "<a href=\"\(Address.successionForm.link(organisation.id))\">"
        html << "\(reader("organisation.succession", "What it has become part of"))</a>"
      }
      html << "</p></aside>"
    } else if organisation.succession == nil {
      html << "<aside class=\"next\"><h2>\(reader("organisation.join", "Work with {name}", ["name": name]))</h2><p>"
      let text = reader(
        "organisation.join.text", "Propose what you would do together. They see it at once, and agree or decline.")
      html << "\(text)"
      html << "</p><p class=\"doing\"><a class=\"act\" href=\"\(Address.newPartnership.link())?with=\(organisation.id)\">"
      html << "\(reader("organisation.propose", "Propose a partnership"))</a> "
      html << "<a class=\"act quiet\" href=\"\(Address.newIntroduction.link())?with=\(organisation.id)\" rel=\"nofollow\">"
      html << "\(reader("introduction.ask", "Ask for an introduction"))</a></p></aside>"
    }
  }

  private func link(_ html: inout HTML, _ address: String, _ title: String) {
    html << "<a class=\"act quiet\" href=\"\(address)?organisation=\(organisation.id)\">\(title)</a> "
  }
}

extension Reader {
  /// A word on a stage that not everyone sees; nothing for what is published.
  func stage(_ slug: String) -> Written {
    slug == "published" ? .nothing : " <small>\(words[Shelf.name(ofStage: slug)])</small>"
  }
}

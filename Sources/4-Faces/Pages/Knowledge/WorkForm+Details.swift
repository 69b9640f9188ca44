import Cooperation
import Languages
import Markup

// What is asked of needs alone.
extension WorkForm {
  func wish(_ html: inout HTML, _ reader: Reader) {
    html
      << filled.choices(
        "formats", reader("need-form.formats", "How would you like to learn it?"),
        reader.options(\Need.Format.name))
    html
      << filled.choices(
        "likeness", reader("need-form.likeness", "Should the peer be like your city?"),
        hint: reader("need-form.likeness.hint", "Only where it matters for this problem."),
        reader.options(\Need.Likeness.name))
    html
      << filled.line(
        "days", reader("need-form.days", "How many working days can your people spend on it?"),
        hint: reader("need-form.days.hint", "All together, such as 2 or 0.5."))
    money(&html, reader("need-form.money", "How much money is there for it?"), reader)
  }

  private func money(_ html: inout HTML, _ title: String, _ reader: Reader) {
    html
      << filled.line("money", title, hint: reader("work-form.money.hint", "A sum such as 1200. Write 0 for none."))
    html
      << filled.line(
        "currency", reader("work-form.currency", "In which currency?"),
        hint: reader("work-form.currency.hint", "Three letters, such as USD."))
  }
}

// What is asked of practices alone.
extension WorkForm {
  func practiceTexts(_ html: inout HTML, _ reader: Reader) {
    html << filled.area("problem", reader("practice-form.problem", "What was the problem?"))
    html << filled.area("story", reader("practice-form.story", "What did you do, and why?"))
    html
      << filled.area(
        "people", reader("practice-form.people", "Who did it?"),
        hint: reader("practice-form.people.hint", "Departments, residents, partners: who did what."))
    html
      << filled.area(
        "results", reader("practice-form.results", "What came of it?"),
        hint: reader("practice-form.results.hint", "And how you know: counted, asked, seen by others."))
    html
      << filled.area(
        "failures", reader("practice-form.failures", "What did not work?"),
        hint: reader("practice-form.failures.hint", "This is what others thank you for."))
    html
      << filled.area(
        "conditions", reader("practice-form.conditions", "What does it depend on?"),
        hint: reader(
          "practice-form.conditions.hint", "Without which it would not work: a law, a partner, land, a person."))
  }

  func facts(_ html: inout HTML, _ reader: Reader) {
    html
      << filled.picks(
        "worked", reader("practice-form.worked", "Did it work?"),
        hint: reader("practice-form.worked.hint", "That it did not is worth as much to others as that it did."),
        reader.options(\Practice.Worked.name))
    html
      << filled.picks(
        "evidence", reader("practice-form.evidence", "How do you know?"),
        hint: reader("practice-form.evidence.hint", "Each step asks for what the one above it has, and more."),
        Practice.Evidence.allCases.map {
          Filled.Option($0.rawValue, "\($0.level) \(reader.words[$0.name]): \(reader.words[$0.meaning])")
        })
    html << filled.line("began", reader("practice-form.began", "In which year did it begin?"), type: "number")
    html
      << filled.line(
        "ended", reader("practice-form.ended", "In which year did it end?"),
        hint: reader("practice-form.ended.hint", "Empty while it goes on."), type: "number")
    cost(&html, reader)
    html
      << filled.area(
        "links", reader("practice-form.links", "Documents and pages that tell more"),
        hint: reader("practice-form.links.hint", "One address on each line; after a blank, what it is."))
    contact(&html, reader)
    html
      << filled.choice(
        "licence", reader("practice-form.licence", "May others use your text?"),
        [Filled.Option("", reader("form.country.none", "Not said"))]
          + reader.options(\Practice.Licence.name))
  }

  private func cost(_ html: inout HTML, _ reader: Reader) {
    money(&html, reader("practice-form.cost", "What did it cost in all?"), reader)
    html
      << filled.line(
        "posts", reader("practice-form.posts", "How many full-time posts did it take?"),
        hint: reader("practice-form.posts.hint", "Such as 3 or 0.5."))
    html
      << filled.area(
        "resources", reader("practice-form.resources", "What else did it take?"),
        hint: reader(
          "practice-form.resources.hint", "What the sum does not tell: who paid, what was given, what runs on."))
  }

  private func contact(_ html: inout HTML, _ reader: Reader) {
    guard !speakers.isEmpty else { return }
    let options = speakers.map { person in
      let consents = person.showsContact && !person.contact.isEmpty
      return Filled.Option(
        person.id.text,
        consents
          ? person.name
          : reader("practice-form.contact.silent", "{name} (by name alone)", ["name": person.name]))
    }
    html
      << filled.choice(
        "contact", reader("practice-form.contact", "Whom can others ask?"),
        hint: reader("practice-form.contact.hint", "How to reach them is shown only if they have agreed to it."),
        [Filled.Option("", reader("practice-form.contact.none", "The organisation"))] + options)
  }
}

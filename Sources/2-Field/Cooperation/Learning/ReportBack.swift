/// The document that an exchange leaves behind: who met, by which method, what was asked and what was answered.
///
/// Written in one language, with every name spelled out, so that it can still be read when nothing else is left.
package struct ReportBack: Sendable, Equatable {
  package let exchange: Exchange.ID
  package let output: Output.ID
  package let kind: Output.Kind
  package let language: Language
  /// What kind of document it is, in its language: "Report-back".
  package let heading: String
  /// The title of the exchange.
  package let title: String
  /// The method and its version: "Peer supervision, version 1".
  package let method: String
  package let source: String
  package let began: Day
  package let ended: Day
  package let participants: [Attendant]
  package let sections: [Section]

  /// Someone who took part, with every role they had.
  package struct Attendant: Sendable, Equatable {
    package let name, organisation: String
    package let roles: [String]
  }

  package struct Section: Sendable, Equatable {
    package let title: String
    package let note: String?
    package let questions: [Question]
    /// The sentences of the comparisons that found something.
    package let mismatches: [String]
  }

  /// A question and what was answered; without lines nobody answered it.
  package struct Question: Sendable, Equatable {
    package let text: String
    package let lines: [Line]
  }

  package struct Line: Sendable, Equatable {
    /// Whose answer it is; nil where the method does not say.
    package let who: String?
    /// Whom or what it is about; nil for the exchange itself.
    package let about: String?
    package let text: String
  }
}

extension ReportBack {
  /// The document as `exchange` makes it; nil until it is concluded, or where the method has no such output.
  ///
  /// `organisations` holds the name of each organisation that takes part.
  package init?(
    _ output: Output.ID, of exchange: Exchange, under method: Method, organisations: [Organisation.ID: String]
  ) {
    guard case .concluded(let ended) = exchange.stage, let output = method.output(output) else { return nil }
    let languages = [exchange.opening.language]
    let words = Wording(exchange: exchange, method: method, organisations: organisations, languages: languages)
    (self.exchange, self.output, kind, language) = (exchange.id, output.id, output.kind, exchange.opening.language)
    heading = words[output.title]
    title = exchange.opening.title
    self.method = "\(words[method.title]) (\(method.id) \(method.version))"
    source = method.source.citation
    (began, self.ended) = (exchange.opening.at.day, ended.day)
    participants = exchange.participants.map(words.attendant)
    sections = output.sections.map(words.section)
  }
}

/// How an exchange is put into words for its document.
private struct Wording {
  let exchange: Exchange
  let method: Method
  let organisations: [Organisation.ID: String]
  let languages: [Language]

  subscript(_ texts: Texts) -> String { texts.reading(in: languages).text }

  func attendant(_ participant: Exchange.Participant) -> ReportBack.Attendant {
    var roles: [Role.ID] = []
    for casting in exchange.castings where casting.person == participant.person && !roles.contains(casting.role) {
      roles.append(casting.role)
    }
    return ReportBack.Attendant(
      name: participant.name, organisation: organisations[participant.organisation] ?? participant.organisation.text,
      roles: roles.map(title))
  }

  func section(_ section: Output.Section) -> ReportBack.Section {
    ReportBack.Section(
      title: self[section.title], note: section.note.map { self[$0] },
      questions: section.quotes.compactMap(method.prompt).map(question),
      mismatches: section.showsMismatches
        ? exchange.mismatches(under: method).map { $0.words(under: method, in: languages).text } : [])
  }

  private func question(_ prompt: Prompt) -> ReportBack.Question {
    if case .vote = prompt.kind {
      let votes = exchange.tally(of: prompt.id, visibleTo: nil, under: method)
      return ReportBack.Question(text: self[prompt.question], lines: votes.map { line(of: $0, to: prompt) })
    }
    let answers = exchange.answers(to: prompt.id, visibleTo: nil, under: method)
    return ReportBack.Question(text: self[prompt.question], lines: latest(answers, to: prompt).map { line($0, prompt) })
  }

  /// Where one answer is taken, what was said on the last visit; else all that was said.
  private func latest(_ answers: [Exchange.Contribution], to prompt: Prompt) -> [Exchange.Contribution] {
    if case .many = prompt.times { return answers }
    var places: [Exchange.Visit.Place: Int] = [:], latest: [Exchange.Contribution] = []
    for answer in answers {
      let place = Exchange.Visit.Place(prompt: prompt.id, owner: answer.owner, about: answer.about)
      if let known = places[place] {
        latest[known] = answer
      } else {
        places[place] = latest.count
        latest.append(answer)
      }
    }
    return latest
  }

  private func line(_ contribution: Exchange.Contribution, _ prompt: Prompt) -> ReportBack.Line {
    let who: String? =
      switch contribution.owner {
      case .group: nil
      case .role(let role): title(role)
      case .person(let person): name(person)
      }
    let about: String? =
      switch contribution.about {
      case .whole: nil
      case .person(let person): name(person)
      case .contribution(let number): text(ofEntry: number)
      }
    return ReportBack.Line(
      who: prompt.isNamed ? who : nil, about: about, text: contribution.answer.words(to: prompt.kind, in: languages))
  }

  private func line(of votes: Exchange.Votes, to prompt: Prompt) -> ReportBack.Line {
    let candidate =
      switch votes.candidate {
      case .option: Answer.vote([votes.candidate]).words(to: prompt.kind, in: languages)
      case .contribution(let number): text(ofEntry: number)
      }
    return ReportBack.Line(who: nil, about: nil, text: "\(votes.count) × \(candidate)")
  }

  private func text(ofEntry number: Int) -> String {
    for visit in exchange.visits {
      if let place = visit.place(of: number) {
        let found = visit.contributions[place]
        return method.prompt(found.prompt).map { found.answer.words(to: $0.kind, in: languages) } ?? ""
      }
    }
    return ""
  }

  private func title(_ role: Role.ID) -> String { method.role(role).map { self[$0.title] } ?? role.text }
  private func name(_ person: Person.ID) -> String { exchange.participant(person)?.name ?? person.text }
}

import Addresses
import Cooperation
import HTTP
import Languages
import Markup

// What is asked of the reader now.
extension RoomPage {
  func turn(_ html: inout HTML, _ tell: Telling) {
    guard let phase = room.method.phase(room.exchange.visit.phase) else { return }
    let reader = tell.reader
    html << "<section id=\"turn\"><h2>\(reader.reading(phase.title))</h2>"
    html << "<details\(tell.leads ? " open" as Written : "")><summary>\(reader("room.guidance", "What happens here"))"
    html << "</summary>"
    Guiding.write(phase.guidance, &html, reader)
    html << "</details>"
    recalls(phase, &html, tell)
    if let me = tell.me, tell.isSeated {
      let asked = stretches(phase, me)
      if asked.isEmpty {
        html << "<p class=\"turn\">\(reader("room.listen", "Nothing is asked of you in this phase: you listen."))</p>"
      }
      for stretch in asked {
        if stretch.first?.isAskedOnce == true {
          together(stretch, me, &html, tell)
        } else {
          for prompt in stretch { apart(prompt, me, &html, tell) }
        }
      }
      noting(phase, me, &html, tell)
    }
    html << "</section>"
  }

  /// Earlier answers that help to have in sight.
  private func recalls(_ phase: Phase, _ html: inout HTML, _ tell: Telling) {
    for prompt in phase.recalls.compactMap(room.method.prompt) {
      let answers = tell.answers(to: prompt.id)
      guard !answers.isEmpty else { continue }
      html << "<h3>\(tell.reader.reading(prompt.question))</h3>"
      if answers.count > 1 { html << "<ul>" }
      for answer in answers {
        let tag: Written = answers.count > 1 ? "<li dir=\"auto\">" : "<p dir=\"auto\">"
        html << "\(tag)\(tell.said(answer))\(answers.count > 1 ? "</li>" as Written : "</p>")"
        if let how = instructions(answer, to: prompt) { html << "<p class=\"hint\">\(tell.reader.reading(how))</p>" }
      }
      if answers.count > 1 { html << "</ul>" }
    }
  }

  /// How what was chosen is done; nil where there is nothing to do.
  private func instructions(_ answer: Exchange.Contribution, to prompt: Prompt) -> Texts? {
    guard case .choice(let chosen) = answer.answer else { return nil }
    return prompt.kind.options.first { $0.id == chosen }?.instructions
  }

  /// What is asked of someone, in its order: questions that take one answer together, the others one by one.
  private func stretches(_ phase: Phase, _ me: Person.ID) -> [[Prompt]] {
    var all: [[Prompt]] = []
    for prompt in phase.prompts where isAsked(prompt, me) {
      if prompt.isAskedOnce, all.last?.last?.isAskedOnce == true {
        all[all.count - 1].append(prompt)
      } else {
        all.append([prompt])
      }
    }
    return all
  }

  /// Whether there is something to answer: a vote on what was said has to wait until something was.
  private func isAsked(_ prompt: Prompt, _ me: Person.ID) -> Bool {
    let exchange = room.exchange
    guard exchange.asks(prompt, of: me), exchange.holds(prompt, of: me, under: room.method) != false else {
      return false
    }
    guard case .vote(.answers(let source), _) = prompt.kind else { return true }
    return !exchange.answers(to: source, visibleTo: me, under: room.method).isEmpty
  }

  /// The questions that take one answer, in one form.
  private func together(_ prompts: [Prompt], _ me: Person.ID, _ html: inout HTML, _ tell: Telling) {
    let exchange = room.exchange, reader = tell.reader
    html
      << "<form method=\"post\" action=\"\(Address.stepping.link(room.id))\" data-draft=\"\(room.id)-\(exchange.visit.number)-\(prompts[0].id)\">"
    html << "\(reader.key)<input type=\"hidden\" name=\"do\" value=\"answer\">\(stamp("a-\(prompts[0].id)"))"
    html << "<p class=\"note\" data-restored hidden>"
    html << "\(reader("form.restored", "We kept what you had typed on this device."))</p>"
    if prompts.contains(where: { $0.sight == .whenClosed }) {
      html
        << "<p class=\"hint\">\(reader("room.blind", "Nobody else sees these answers until the phase is closed."))</p>"
    }
    for prompt in prompts {
      if let heading = prompt.heading { html << "<h3>\(reader.reading(heading))</h3>" }
      let standing = exchange.present(prompt.id, of: me, under: room.method)
      html << "<input type=\"hidden\" name=\"asked\" value=\"\(prompt.id)\">"
      html << "<input type=\"hidden\" name=\"seen-\(prompt.id)\" value=\"\(standing?.number ?? 0)\">"
      condition(prompt, me, &html, tell)
      field(prompt, "answer-\(prompt.id)", standing?.answer, tell).write(&html)
    }
    html << "<p class=\"doing\"><button>\(reader("room.save-answers", "Save my answers"))</button></p></form>"
  }

  private func condition(_ prompt: Prompt, _ me: Person.ID, _ html: inout HTML, _ tell: Telling) {
    guard let condition = prompt.condition, room.exchange.holds(prompt, of: me, under: room.method) == nil,
      let deciding = room.method.prompt(condition.prompt)
    else { return }
    let options = deciding.kind.options.filter { condition.options.contains($0.id) }.map { tell.text($0.title) }
    let words = tell.reader(
      "room.only-if", "Only if you say “{options}” to “{question}”.",
      ["options": options.joined(separator: "” / “"), "question": tell.text(deciding.question)])
    html << "<p class=\"hint\">\(words)</p>"
  }

  /// A question to which people say many things, or one thing about each of several.
  private func apart(_ prompt: Prompt, _ me: Person.ID, _ html: inout HTML, _ tell: Telling) {
    let exchange = room.exchange
    if let heading = prompt.heading { html << "<h3>\(tell.reader.reading(heading))</h3>" }
    var subjects = exchange.subjects(of: prompt, for: me)
    if prompt.about == .exchange || prompt.about == .oneself { subjects = [.whole] }
    for subject in subjects {
      let standing = exchange.present(prompt.id, of: me, about: subject, under: room.method)
      let name = "answer-\(prompt.id)" + subject.suffix
      open(&html, prompt, name, tell)
      if let about = tell.about(subject) { html << "<p><b><bdi>\(about)</bdi></b></p>" }
      html << "<input type=\"hidden\" name=\"of\" value=\"\(me)\">"
      if !subject.suffix.isEmpty {
        html << "<input type=\"hidden\" name=\"about\" value=\"\(subject.suffix.dropFirst())\">"
      }
      field(prompt, name, standing?.answer, tell).write(&html)
      html << "<p class=\"doing\"><button>\(tell.reader("room.say", "Say it"))</button></p></form>"
    }
    withdrawals(prompt, me, &html, tell)
  }

  private func open(_ html: inout HTML, _ prompt: Prompt, _ name: String, _ tell: Telling) {
    html << "<form method=\"post\" action=\"\(Address.stepping.link(room.id))\" data-draft=\"\(draft(prompt, name, tell))\">"
    html << "\(tell.reader.key)<input type=\"hidden\" name=\"do\" value=\"write\">\(stamp(name))"
    html
      << "<input type=\"hidden\" name=\"prompt\" value=\"\(prompt.id)\"><input type=\"hidden\" name=\"field\" value=\"\(name)\">"
  }

  /// A name for what is being typed, another once it has been said.
  private func draft(_ prompt: Prompt, _ name: String, _ tell: Telling) -> String {
    let said = room.exchange.visit.contributions.count { $0.prompt == prompt.id && $0.by == tell.me }
    return "\(room.id)-\(room.exchange.visit.number)-\(name)-\(said)"
  }

  /// What the reader said here and may take back while the phase lasts.
  private func withdrawals(_ prompt: Prompt, _ me: Person.ID, _ html: inout HTML, _ tell: Telling) {
    guard case .many = prompt.times else { return }
    let own = room.exchange.visit.contributions.filter {
      $0.prompt == prompt.id && $0.standing == .stands && ($0.of == me || $0.by == me)
    }
    guard !own.isEmpty else { return }
    html << "<ul>"
    for one in own {
      html << "<li><form class=\"inline\" method=\"post\" action=\"\(Address.stepping.link(room.id))\">\(tell.reader.key)"
      html << "<input type=\"hidden\" name=\"do\" value=\"withdraw\">\(stamp("w\(one.number)"))"
      html << "<input type=\"hidden\" name=\"entry\" value=\"\(one.number)\"><bdi>\(tell.said(one))</bdi> "
      html << "<button class=\"quiet\">\(tell.reader("room.withdraw", "Take back"))</button></form></li>"
    }
    html << "</ul>"
  }

  /// What the reader may write down for others.
  private func noting(_ phase: Phase, _ me: Person.ID, _ html: inout HTML, _ tell: Telling) {
    for prompt in phase.prompts {
      let others = room.exchange.others(prompt, writtenBy: me)
      guard !others.isEmpty else { continue }
      let subjects: [Exchange.Subject] =
        prompt.about == .exchange || prompt.about == .oneself
        ? [.whole] : others.first.map { room.exchange.subjects(of: prompt, for: $0.person) } ?? []
      for subject in subjects {
        let name = "note-\(prompt.id)" + subject.suffix
        let isOpen = filled.values[name] != nil
        html
          << "<details\(isOpen ? " open" as Written : "")><summary>\(tell.reader("room.note-down", "Write down for others:")) "
        html << "\(tell.reader.reading(prompt.question)) \(tell.about(subject) ?? "")</summary>"
        open(&html, prompt, name, tell)
        if !subject.suffix.isEmpty {
          html << "<input type=\"hidden\" name=\"about\" value=\"\(subject.suffix.dropFirst())\">"
        }
        html << "<p><label>\(tell.reader("room.whose-words", "Whose words?")) \(select("of", others, tell))</label></p>"
        field(prompt, name, nil, tell).write(&html)
        html << "<p class=\"doing\"><button>\(tell.reader("room.note", "Write it down"))</button></p></form></details>"
      }
    }
  }

  private func field(_ prompt: Prompt, _ name: String, _ answer: Answer?, _ tell: Telling) -> AnswerField {
    var candidates: [(number: Int, text: String)] = []
    if case .vote(.answers(let source), _) = prompt.kind {
      candidates = tell.answers(to: source).map { ($0.number, tell.said($0)) }
    }
    let takesMany = if case .many = prompt.times { true } else { false }
    return AnswerField(
      prompt: prompt, name: name,
      values: filled.values[name] ?? (takesMany ? [] : AnswerField.values(of: answer)),
      problem: filled.problems.first { $0.field == name }?.words, candidates: candidates, reader: tell.reader)
  }

  /// The hidden name of a step, unlike that of any other form: FNV-1a of the form's own name, after the page's.
  func stamp(_ form: String) -> Written {
    let hash = form.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    return "<input type=\"hidden\" name=\"token\" value=\"\(token)-\(String(hash, radix: 16))\">"
  }
}

extension Prompt {
  /// Whether it takes one answer of each who is asked, about nothing but the exchange or themselves.
  var isAskedOnce: Bool {
    if case .many = times { return false }
    return about == .exchange || about == .oneself
  }
}

extension Exchange.Subject {
  /// What sets the field for one subject apart: `-per_…`, `-12`; empty for the exchange itself.
  var suffix: String {
    switch self {
    case .whole: ""
    case .person(let person): "-\(person)"
    case .contribution(let number): "-\(number)"
    }
  }
}

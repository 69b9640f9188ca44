import Addresses
import Cooperation
import HTTP
import Languages
import Markup

// What has been said so far, and where it does not go together.
extension RoomPage {
  /// The answers of the sides beside each other, and what the comparisons found, once they are opened.
  func found(_ html: inout HTML, _ tell: Telling) {
    let mismatches = room.exchange.mismatches(under: room.method)
    let compared = room.method.phases.flatMap(\.prompts).filter { prompt in
      prompt.times == .one && prompt.asked.roles.count > 1 && prompt.sight == .whenClosed
        && !tell.answers(to: prompt.id).isEmpty && room.exchange.visits.contains { $0.isOpened }
    }
    if !room.method.comparisons.isEmpty, room.exchange.visits.contains(where: \.isOpened) {
      html
        << "<section id=\"mismatches\"><h2>\(tell.reader("room.mismatches", "Where the answers do not go together"))</h2>"
      if mismatches.isEmpty {
        html << "<p>\(tell.reader("room.mismatches.none", "We compared them, and found nothing."))</p>"
      }
      html << "<ul>"
      for mismatch in mismatches {
        let reading = mismatch.words(under: room.method, in: [tell.reader.words.language])
        html << "<li lang=\"\(reading.language)\">\(reading.text)</li>"
      }
      html << "</ul></section>"
    }
    if !compared.isEmpty { sides(compared, &html, tell) }
  }

  private func sides(_ prompts: [Prompt], _ html: inout HTML, _ tell: Telling) {
    var roles: [Role.ID] = []
    for role in prompts.flatMap(\.asked.roles) where !roles.contains(role) { roles.append(role) }
    html << "<section><h2>\(tell.reader("room.sides", "Side by side"))</h2><table class=\"stack\"><thead><tr>"
    html << "<th scope=\"col\">\(tell.reader("room.question", "Question"))</th>"
    for role in roles { html << "<th scope=\"col\">\(tell.title(role))</th>" }
    html << "</tr></thead><tbody>"
    for prompt in prompts {
      let answers = tell.answers(to: prompt.id)
      html << "<tr><th scope=\"row\">\(tell.reader.reading(prompt.question))</th>"
      for role in roles {
        html << "<td data-th=\"\(tell.title(role))\">"
        if let answer = answers.last(where: { $0.owner == .role(role) }) {
          html << "<bdi>\(tell.said(answer))</bdi></td>"
        } else {
          html << "\(tell.reader.blank(.unreported))</td>"
        }
      }
      html << "</tr>"
    }
    html << "</tbody></table></section>"
  }

  func journal(_ html: inout HTML, _ tell: Telling) {
    let lines = Journal(tell: tell).lines
    html << "<section id=\"journal\"><h2>\(tell.reader("room.journal", "What has been said"))</h2>"
    if lines.isEmpty {
      html
        << tell.reader.empty(
          .notYet, tell.reader("room.journal.empty", "Nothing yet"),
          tell.reader("room.journal.empty.text", "What people say stands here as soon as it may be seen."))
    }
    html << "<ol class=\"log\">"
    for line in lines.reversed() {
      html << "<li><time datetime=\"\(line.at)\">\(tell.reader.words.moment(line.at))</time>\(line.words)"
      if !line.who.isEmpty { html << "<p class=\"meta\"><span><bdi>\(line.who)</bdi></span></p>" }
      html << "</li>"
    }
    html << "</ol></section>"
  }
}

/// The journal as the reader may see it.
struct Journal {
  let tell: Telling

  struct Line {
    let at: Instant
    let words: Written
    /// Whose doing or saying it was; empty where the words say it.
    let who: String
    let entry: Exchange.Entry
  }

  /// In order; what the reader may not see is not there at all, not even that it was said.
  var lines: [Line] {
    let exchange = tell.exchange
    var visible: [Int: Exchange.Contribution] = [:]
    for visit in exchange.visits {
      for one in exchange.contributions(of: visit, visibleTo: tell.me, under: tell.method) { visible[one.number] = one }
    }
    return tell.room.journal.compactMap { entry in
      switch entry.step {
      case .write:
        guard let one = visible[entry.number], one.standing == .stands else { return nil }
        return said(one, entry)
      case .withdraw: return nil
      default: return words(of: entry).map { Line(at: entry.at, words: $0, who: "", entry: entry) }
      }
    }
  }

  private func said(_ one: Exchange.Contribution, _ entry: Exchange.Entry) -> Line? {
    guard let prompt = tell.method.prompt(one.prompt) else { return nil }
    let about: Written = tell.about(one.about).map { "<p dir=\"auto\"><small>\($0)</small></p>" } ?? ""
    let owner = if case .role = one.owner { [tell.name(one.owner)] } else { [String]() }
    let person = tell.standing == .reader && !prompt.isNamed ? [] : [tell.name(one.of)]
    return Line(
      at: one.at,
      words: "<p><small>\(tell.text(prompt.question))</small></p>\(about)<p dir=\"auto\">\(tell.said(one))</p>",
      who: (person + owner).joined(separator: ", "), entry: entry)
  }

  private func words(of entry: Exchange.Entry) -> Written? {
    let reader = tell.reader, isOutside = tell.standing == .reader
    func phrase(_ key: String, _ english: String, _ blanks: [String: String]) -> Written {
      "<p>\(reader(key, english, blanks))</p>"
    }
    switch entry.step {
    case .join(let participant):
      if isOutside { return nil }
      return phrase(
        "journal.join", "{name} takes part, for {organisation}.",
        ["name": participant.name, "organisation": tell.name(participant.organisation)])
    case .cast(let person, let role):
      if isOutside { return nil }
      return phrase("journal.cast", "{role}: {name}.", ["role": tell.title(role), "name": tell.name(person)])
    case .stepDown(let person, let role):
      if isOutside { return nil }
      return phrase(
        "journal.step-down", "{name} gave back the role: {role}.",
        ["role": tell.title(role), "name": tell.name(person)])
    case .handOver(let role, let from, let to):
      if isOutside { return nil }
      return phrase(
        "journal.hand-over", "{role}: from {from} to {to}.",
        ["role": tell.title(role), "from": tell.name(from), "to": tell.name(to)])
    case .enter(let phase, _): return phrase("journal.enter", "On to: {phase}.", ["phase": tell.title(phase)])
    case .conclude: return phrase("journal.conclude", "Concluded.", [:])
    case .sign(let signing):
      let signatory = signing.signatory
      return phrase(
        "journal.sign", "Signed: {name}, {title}, {organisation}.",
        ["name": signatory.name, "title": signatory.title, "organisation": tell.name(signatory.organisation)])
    case .abandon(let reason): return phrase("journal.abandon", "Ended here: “{reason}”", ["reason": reason])
    case .write, .withdraw: return nil
    }
  }
}

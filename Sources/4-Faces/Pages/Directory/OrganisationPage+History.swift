import Addresses
import Cooperation
import HTTP
import Languages
import Markup

// What became of an organisation, who knows it, and how it pays for what it does with others.
extension OrganisationPage {
  /// A word at the top on what it has become part of.
  func became(_ html: inout HTML, _ reader: Reader) {
    guard let succession = organisation.succession, let successor else { return }
    html << "<div class=\"note\"><p><a href=\"\(Address.organisation.link(succession.successor))\">"
    html << "\(reader.reading(successor))</a> "
    let day = reader.words.day(succession.day)
    let told = reader(
      "organisation.became", "has taken in this organisation, on {day}. What it did before stays on record here.",
      ["day": day])
    html << "\(told)</p></div>"
  }

  func standing(_ reader: Reader) -> Written {
    var html = HTML(capacity: 256)
    html << "\(reader.words[organisation.standing.name])"
    if let day = verifiedHere {
      html << "<br>\(reader("organisation.verified-here", "verified by this site on {day}", ["day": reader.words.day(day)]))"
    }
    for body in bodies {
      guard let day = body.verified else { continue }
      let known = reader("organisation.known-since", "known by it since {day}", ["day": reader.words.day(day)])
      html << "<br><a href=\"\(Address.organisation.link(body.id))\">\(reader.name(body.name))</a> <small>\(known)</small>"
    }
    return "\(html)"
  }

  func means(_ html: inout HTML, _ reader: Reader) {
    let told = organisation.means.words(reader)
    guard !told.isEmpty else { return }
    html << "<dt>\(reader("fact.budget-line", "Budget for international work"))</dt><dd>\(told)</dd>"
  }

  func formerNames(_ reader: Reader) -> Written {
    var html = HTML(capacity: 256)
    for (number, former) in organisation.formerNames.enumerated() {
      let line: Written = number == 0 ? "" : "<br>"
      html << "\(line)<bdi>\(former.name)</bdi>"
      if let until = former.until {
        html << " <small>\(reader("fact.until-year", "until {year}", ["year": "\(until)"]))</small>"
      }
    }
    return "\(html)"
  }

  func joined(_ fellows: [Fellow], _ reader: Reader) -> Written {
    var html = HTML(capacity: 256)
    for (number, fellow) in fellows.enumerated() {
      let dot: Written = number == 0 ? "" : " · "
      html << "\(dot)<a href=\"\(Address.organisation.link(fellow.id))\">\(reader.name(fellow.name))</a>"
    }
    return "\(html)"
  }

  /// What those who speak for one of its bodies, and the reviewers of the instance, may say of it.
  func knowing(_ html: inout HTML, _ reader: Reader) {
    guard !reader.viewer.speaks(for: organisation.id) else { return }
    for body in bodies where reader.viewer.speaks(for: body.id) {
      knowing(
        &html, reader, reader("organisation.knowing", "You speak for {body}", ["body": body.name.text]), body.verified,
        taking: Address.unverifying(organisation.id, body.id), naming: body.id)
    }
    if reader.viewer.isReviewer, organisation.standing != .invented {
      knowing(
        &html, reader, reader("organisation.knowing-here", "You review what is on this site"), verifiedHere,
        taking: Address.unverifyingByInstance(organisation.id))
    }
  }

  private func knowing(
    _ html: inout HTML, _ reader: Reader, _ title: String, _ verified: Day?, taking back: String,
    naming body: Organisation.ID? = nil
  ) {
    html << "<aside class=\"next\"><h2>\(title)</h2>"
    let address = verified == nil ? Address.verifying(organisation.id) : back
    html << "<form method=\"post\" action=\"\(address)\">\(reader.key)"
    if let body { html << "\(Filled.hidden([("body", body.text)]))" }
    let words =
      verified == nil
      ? reader("organisation.verify", "We know it: it is what it says it is")
      : reader("organisation.unverify", "Take back that we know it")
    html << "<p class=\"doing\"><button\(verified == nil ? "" : " class=\"quiet\"" as Written)>\(words)</button></p>"
    html << "</form></aside>"
  }
}

extension Organisation.Means {
  /// What it says, in a line; empty where it has said nothing.
  func words(_ reader: Reader) -> String {
    let line = budgetLine.map { reader.words[$0.name] }
    let told = share.map { share in
      let blanks = ["share": reader.words.percent(share), "target": reader.words.percent(.target)]
      return share < .target
        ? reader("fact.income-share.below", "{share} of its own income; the target is {target}", blanks)
        : reader("fact.income-share.met", "{share} of its own income; the target of {target} is met", blanks)
    }
    return [line, told].compactMap { $0 }.joined(separator: " · ")
  }
}

extension Organisation.Means.BudgetLine {
  var name: Phrase {
    switch self {
    case .yes: Phrase("budget-line.yes", "Yes, it has a line of its own")
    case .no: Phrase("budget-line.no", "No line of its own")
    case .notAllowed: Phrase("budget-line.not-allowed", "The law does not allow it")
    }
  }
}

extension Words {
  /// A share in per cent, as the language writes numbers.
  func percent(_ share: Organisation.IncomeShare) -> String {
    (Amount(share.percent).map { amount($0) } ?? share.percent) + "\u{A0}%"
  }
}

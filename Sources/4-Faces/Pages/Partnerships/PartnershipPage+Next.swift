import Addresses
import Cooperation
import HTTP
import Languages
import Markup

extension PartnershipPage {
  /// The one thing to do next, and for its parties quietly whatever else they may.
  func next(_ html: inout HTML, _ reader: Reader) {
    html << "<aside class=\"next\">"
    if let errand {
      errand.write(&html, on: self, reader)
      also(&html, reader)
    } else if reader.viewer.account == nil {
      html << "<h2>\(reader("partnership.next.visitor", "Do you work for one of them?"))</h2><p>"
      let text = reader(
        "partnership.next.visitor.text", "Sign in: your word counts. You can confirm it or say that it is not so.")
      html << "\(text)"
      html << "</p><p class=\"doing\"><a class=\"act\" href=\"\(Address.signIn.link())\">"
      html << "\(reader("frame.sign-in", "Sign in"))</a></p>"
    } else {
      html
        << "<h2>\(reader("partnership.next.other", "Would something like this help your city?"))</h2><p class=\"doing\">"
      for party in partnership.parties.speaking.prefix(1) {
        html << "<a class=\"act\" href=\"\(Address.newPartnership.link())?with=\(party)\">"
        html << "\(reader("partnership.next.propose", "Propose one to {name}", ["name": name(party)]))</a>"
      }
      html << "</p>"
    }
    html << "</aside>"
  }

  private func also(_ html: inout HTML, _ reader: Reader) {
    let id = partnership.id
    var ways = [(Address.partnershipForm(id), reader("work.edit", "Change it"))]
    if partnership.standing != .ended {
      ways.append((Address.voiceForm(id), reader("partnership.also.speak", "Say whether it is so")))
      if partnership.standing != .proposed {
        ways.append((Address.agreementForm(id), reader("partnership.also.sign", "Enter a signed agreement")))
      }
      ways.append((Address.endingForm(id), reader("partnership.also.end", "End it")))
    }
    html << "<p class=\"meta\">"
    for (address, title) in ways { html << "<a href=\"\(address)\">\(title)</a>" }
    html << "</p>"
  }
}

extension Partnership.Errand {
  /// What there is to do, why, and the button.
  fileprivate func write(_ html: inout HTML, on page: PartnershipPage, _ reader: Reader) {
    let id = page.partnership.id
    html << "<h2>\(title(page, reader))</h2><p>\(text(page, reader))</p>"
    switch self {
    case .accept(let party):
      button(&html, Address.agreeing(id), party, reader("partnership.accept", "Yes, we accept"), nil, reader) {
        let title = reader("partnership.decline", "No, we decline")
        return "<a class=\"act no\" href=\"\(Address.endingForm.link(id))?why=withdrawn\">\(title)</a>"
      }
    case .confirm(let party):
      let stance = page.claim.voices.isEmpty && !page.claim.isImported ? Claim.Stance.claims : .confirms
      button(&html, Address.voicing(id), party, reader("partnership.confirm", "Yes, I confirm it"), stance, reader) {
        let title = reader("partnership.dispute", "No, it is different")
        return "<a class=\"act no\" href=\"\(Address.voiceForm.link(id))?stance=disputes\">\(title)</a>"
      }
    case .wait:
      way(&html, Address.endingForm(id) + "?why=withdrawn", reader("partnership.take-back", "Take it back"), " quiet")
    case .settle: way(&html, Address.partnershipForm(id), reader("work.edit", "Change it"))
    case .sign, .renew: way(&html, Address.agreementForm(id), reader("partnership.sign", "Enter what was signed"))
    case .log: way(&html, Address.logForm(id), reader("partnership.log.add", "Write a line"))
    case .exchange:
      way(&html, Address.newExchange() + "?partnership=\(id)", reader("exchanges.start", "Start an exchange"))
    case .nothing:
      way(&html, Address.results(id), reader("partnership.results.all", "The results and their figures"), " quiet")
    case .askToSign: break
    }
  }

  private func title(_ page: PartnershipPage, _ reader: Reader) -> String {
    switch self {
    case .accept: reader("errand.accept", "Shall we? Yes or no")
    case .wait: reader("errand.wait", "Nothing to do now")
    case .confirm: reader("errand.confirm", "Is it so?")
    case .settle: reader("errand.settle", "Talk about it")
    case .sign: reader("errand.sign", "Sign what you agreed")
    case .askToSign: reader("errand.ask-to-sign", "Ask an owner to sign")
    case .renew: reader("errand.renew", "Its time runs out")
    case .log: reader("errand.log", "What has happened since?")
    case .exchange: reader("errand.exchange", "Learn from each other")
    case .nothing: reader("errand.nothing", "Nothing to do")
    }
  }

  private func text(_ page: PartnershipPage, _ reader: Reader) -> String {
    switch self {
    case .accept(let party):
      reader("errand.accept.text", "You answer for {name}. The other side sees it at once.", ["name": page.name(party)])
    case .wait(let others):
      reader("errand.wait.text", "{names} will answer here.", ["names": page.names(others, reader)])
    case .confirm(let party):
      reader("errand.confirm.text", "Nobody’s word counts for both. You speak for {name}.", ["name": page.name(party)])
    case .settle(let others):
      reader(
        "errand.settle.text",
        "{names} says that it is not so, and why stands above. Change what is wrong, then ask them to look again.",
        ["names": page.names(others, reader)])
    case .sign:
      reader("errand.sign.text", "Both sides agree. Enter the paper: which, when, for how long, and who signed.")
    case .askToSign(let party):
      reader("errand.ask-to-sign.text", "Only an owner of {name} signs here.", ["name": page.name(party)])
    case .renew: reader("errand.renew.text", "Sign it anew, or end it with honour: both are good answers.")
    case .log: reader("errand.log.text", "One line is enough: when, what, how many peer-days. It takes 20 seconds.")
    case .exchange:
      reader("errand.exchange.text", "Choose a method, and a time. What comes of it is signed by both and stands here.")
    case .nothing: reader("errand.nothing.text", "It has ended, and the record stays.")
    }
  }

  private func way(_ html: inout HTML, _ address: String, _ title: String, _ look: Written = "") {
    html << "<p class=\"doing\"><a class=\"act\(look)\" href=\"\(address)\">\(title)</a></p>"
  }

  private func button(
    _ html: inout HTML, _ address: String, _ party: Organisation.ID, _ title: String, _ stance: Claim.Stance?,
    _ reader: Reader, other: () -> Written
  ) {
    html << "<form method=\"post\" action=\"\(address)\">\(reader.key)"
    html << Filled.hidden([("by", party.text)] + (stance.map { [("stance", $0.rawValue)] } ?? []))
    html << "<p class=\"doing\"><button>\(title)</button> \(other())</p></form>"
  }
}

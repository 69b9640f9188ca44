import Addresses
import Cooperation
import HTTP
import Languages
import Markup

extension WorkPage {
  /// A colleague can be asked to look at a draft first; whoever was asked can give it back.
  func review(_ html: inout HTML, _ reader: Reader) {
    let isAsked = if case .inReview = work.shelf.stage { true } else { false }
    let id = "note-\(work.subject.text)"
    if isAsked {
      html << "<p><strong>\(reader("review.asked", "A colleague is asked to look at it."))</strong></p>"
    }
    let title =
      isAsked
      ? reader("review.give-back", "Give it back")
      : reader("review.ask", "Ask a colleague to look at it first")
    html << "<details><summary>\(title)</summary><form method=\"post\" action=\"\(work.subject.reviewing)\">"
    html << "\(reader.key)\(Filled.hidden([("do", isAsked ? "give-back" : "ask")]))"
    html << "<div class=\"field\"><label for=\"\(id)\">\(reader("review.note", "What should they know?"))</label>"
    html << "<textarea id=\"\(id)\" name=\"note\" dir=\"auto\"></textarea></div>"
    html << "<p class=\"doing\"><button class=\"quiet\">\(title)</button></p></form></details>"
  }
}

// The one thing to do next.
extension WorkPage {
  func next(_ html: inout HTML, _ reader: Reader) {
    if reader.viewer.may(.editor, for: work.organisation) {
      html << "<aside class=\"next\"><h2>\(reader("work.yours", "This is yours"))</h2><p class=\"doing\">"
      html << "<a class=\"act\" href=\"\(work.subject.form)\">\(reader("work.edit", "Change it"))</a> "
      html << "<a class=\"act quiet\" href=\"\(work.subject.translation)\">"
      html << "\(reader("work.translate", "Say it in another language"))</a></p>"
      if work.shelf.isPublished {
        html << "<form method=\"post\" action=\"\(work.subject.withdrawing)\">\(reader.key)<p class=\"doing\">"
        html << "<button class=\"quiet\">\(reader("work.withdraw", "Withdraw it"))</button></p></form>"
      }
      html << "</aside>"
      return
    }
    let title =
      side == .learns
      ? reader("need.next", "Have you solved this?") : reader("practice.next", "Would it work in your city?")
    let text =
      side == .learns
      ? reader("need.next.text", "Offer to talk with them, or tell what you have tried.")
      : reader("practice.next.text", "Ask them. A talk of half an hour tells more than a page.")
    html << "<aside class=\"next\"><h2>\(title)</h2><p>\(text)</p><p class=\"doing\">"
    html
      << "<a class=\"act\" href=\"\(Address.newIntroduction.link())?with=\(work.organisation)&\(origin)\" rel=\"nofollow\">"
    html << "\(reader("introduction.ask", "Ask for an introduction"))</a> "
    html << "<a class=\"act quiet\" href=\"\(Address.newPartnership.link())?with=\(work.organisation)&\(origin)\">"
    html << "\(reader("organisation.propose", "Propose a partnership"))</a> "
    if case .practice(let id) = work.subject {
      html << "<a class=\"act quiet\" href=\"\(Address.transfer.link(id))\">"
      html << "\(reader("transfer.compare", "Compare it with your city"))</a>"
    }
    if side == .learns {
      html << "<a href=\"\(Address.newPractice.link())\">\(reader("account.say-practice", "Tell what it can teach"))</a>"
    }
    html << "</p></aside>"
  }
}

extension WorkPage {
  /// What a proposal begins with that comes from here.
  fileprivate var origin: String {
    switch work.subject {
    case .need(let id): "need=\(id)"
    case .practice(let id): "practice=\(id)"
    }
  }
}

import Addresses
package import Cooperation
import HTTP
import Languages
import Markup

/// Something that is asked of the reader: a proposal to answer, a claim to confirm, a paper to sign.
package struct Asked: Sendable {
  let matter: Matter
  let title: Texts.Reading
  /// Who else has to do with it.
  let parties: [String]
  /// Where it is done.
  let address: String

  package enum Matter: String, Sendable {
    case answer, confirm, sign, document, introduction
    case truth = "still-true"
    case adoption, review

    var words: Phrase {
      switch self {
      case .answer: Phrase("waiting.answer", "A proposal to answer")
      case .confirm: Phrase("waiting.confirm", "Is it so? Confirm it, or say what is different")
      case .sign: Phrase("waiting.sign", "An agreement to sign")
      case .document: Phrase("waiting.document", "A document to sign")
      case .introduction: Phrase("waiting.introduction", "Someone would like to talk with you")
      case .review: Phrase("waiting.review", "A draft to look at before it is published")
      case .adoption: Phrase("waiting.adoption", "Someone took up your practice. Is it so?")
      case .truth: Phrase("waiting.truth", "Is this still true?")
      }
    }
  }

  package init(_ matter: Matter, _ title: Texts.Reading, parties: [String], at address: String) {
    (self.matter, self.title, self.parties, self.address) = (matter, title, parties, address)
  }

  /// All that waits, as a section; where nothing does, it says so.
  static func write(_ all: Listing<Asked>, _ html: inout HTML, for reader: Reader) {
    html << "<section aria-labelledby=\"waiting\"><h2 id=\"waiting\">"
    html << "\(reader("waiting.title", "What waits for you"))</h2>"
    if all.items.isEmpty {
      html
        << "<p>\(reader.blank(.none)). \(reader("waiting.none", "Proposals, claims and papers to sign stand here."))</p>"
    }
    html << "<ol class=\"list\">"
    for one in all.items {
      html << "<li><h3><a href=\"\(one.address)\">\(reader.name(one.title))</a></h3>"
      html << "<p class=\"meta\"><strong>\(reader.words[one.matter.words])</strong>"
      html << "<span><bdi>\(reader.words.list(one.parties))</bdi></span></p></li>"
    }
    html << "</ol>"
    let rest = all.total - all.items.count
    if rest > 0 {
      html << "<p>\(reader.count(rest, "waiting.more", one: "And one more.", other: "And {n} more."))</p>"
    }
    html << "<p class=\"meta\"><a href=\"\(Address.introductions.link())\">"
    html
      << "\(reader("waiting.introductions", "All introductions that you asked for or were asked for"))</a></p></section>"
  }

  func write(_ json: inout JSON) {
    json.object { json in
      json["what"] = matter.rawValue
      json["title"] = title.text
      json["url"] = address
    }
  }
}

import Addresses
package import Cooperation
import HTTP
import Languages
package import Markup

/// Whether a document with a fingerprint was frozen here, for anyone who has one in hand.
package struct FingerprintPage: Page {
  /// What was typed or followed; empty for nothing yet.
  let wanted: String
  let found: Found?
  let names: [Organisation.ID: String]

  package init(wanted: String, found: Found?, names: [Organisation.ID: String] = [:]) {
    (self.wanted, self.found, self.names) = (wanted, found, names)
  }

  /// A document that was frozen here: what may be said of it to everyone.
  package struct Found: Sendable {
    package let digest: Digest
    package let heading: String
    package let method: String
    package let language: Language
    package let frozen: Instant
    /// Whether what is kept still has this fingerprint.
    package let isIntact: Bool
    package let signatures: [SignOff]
    /// What it is about and where it is read; nil for those who may not read it.
    package let document: (title: String, address: String)?

    package init(
      _ document: FrozenDocument, isIntact: Bool, signatures: [SignOff], heading: String, method: String,
      isReadable: Bool
    ) {
      (digest, language, frozen) = (document.digest, document.language, document.frozen)
      (self.heading, self.method, self.isIntact, self.signatures) = (heading, method, isIntact, signatures)
      self.document =
        isReadable ? (document.title, Address.document(document.exchange, document.output)) : nil
    }
  }

  package func head(for reader: Reader) -> Head { Head(reader("fingerprint.title", "Is this document genuine?")) }

  package func write(_ html: inout HTML, for reader: Reader) {
    html << reader.question(reader("fingerprint.title", "Is this document genuine?"), answer: "\(answer(reader))")
    if let found { facts(found, &html, reader) }
    html << "<form class=\"ask\" action=\"\(Address.fingerprints.link())\"><label for=\"fingerprint\">"
    html << "\(reader("fingerprint.label", "The fingerprint at the foot of the document"))</label>"
    html << "<input id=\"fingerprint\" name=\"fingerprint\" dir=\"ltr\" autocomplete=\"off\" value=\"\(wanted)\">"
    html << "<button>\(reader("fingerprint.check", "Check"))</button></form>"
    html << "<p class=\"hint\">\(reader("fingerprint.how", how))</p>"
  }

  private func answer(_ reader: Reader) -> String {
    if let found {
      return found.isIntact
        ? reader(
          "fingerprint.yes", "Yes. A document with this fingerprint was frozen here on {moment}.",
          [
            "moment": reader.words.moment(found.frozen)
          ])
        : reader(
          "fingerprint.broken",
          "A document with this fingerprint was frozen here, but what is kept of it has been changed since.")
    }
    return wanted.isEmpty
      ? reader(
        "fingerprint.ask", "Every signed document has a fingerprint. Type it in, and we say whether we froze it.")
      : reader("fingerprint.no", "No document with this fingerprint was frozen here.")
  }

  private var how: String {
    """
    The fingerprint is the SHA-256 of the document’s text. Whoever has the text can take it again with any program, \
    such as sha256sum; one letter changed gives another.
    """
  }

  private func facts(_ found: Found, _ html: inout HTML, _ reader: Reader) {
    html << "<dl class=\"facts\"><dt>\(reader("fingerprint.what", "Document"))</dt><dd><bdi>\(found.heading)</bdi>"
    if let document = found.document { html << ": <a href=\"\(document.address)\"><bdi>\(document.title)</bdi></a>" }
    html << "</dd><dt>\(reader("fingerprint.method", "Method"))</dt><dd><bdi>\(found.method)</bdi></dd>"
    html << "<dt>\(reader("document.signed", "Signed"))</dt><dd>"
    for signature in found.signatures {
      html << "<bdi>\(signature.name)</bdi>, <bdi>\(signature.title)</bdi>, "
      html << "<bdi>\(names[signature.organisation] ?? "")</bdi>, \(reader.day(signature.at.day))<br>"
    }
    html << "</dd><dt>SHA-256</dt><dd><span class=\"hash\" dir=\"ltr\">\(found.digest.inGroups)</span></dd></dl>"
  }

  package func write(_ json: inout JSON, for reader: Reader) {
    json.object { json in
      json["fingerprint"] = wanted
      json.flag("frozen-here", found != nil)
      guard let found else { return }
      json.flag("intact", found.isIntact)
      json["heading"] = found.heading
      json["method"] = found.method
      json["language"] = found.language.tag
      json["frozen"] = found.frozen.description
      json["title"] = found.document?.title
      json["address"] = found.document?.address
      json.array("signatures", found.signatures) { json, signature in
        json.object { signature.write(&$0, named: names[signature.organisation] ?? "") }
      }
    }
  }
}

import Addresses
package import Cooperation
import HTTP
import Languages
package import Markup

/// What an exchange leaves behind, as it is read, printed and signed.
package struct DocumentPage: Page {
  let document: Shown
  let signing: Signing
  let names: [Organisation.ID: String]
  let filled: Filled

  package init(_ document: Shown, signing: Signing, names: [Organisation.ID: String], filled: Filled = Filled()) {
    (self.document, self.signing, self.names, self.filled) = (document, signing, names, filled)
  }

  /// The document as it is shown.
  package struct Shown: Sendable {
    package let exchange: Exchange.ID
    package let output: Output.ID
    /// Nil where what is kept can no longer be read as a document.
    package let report: ReportBack?
    /// The whole text; nil for readers from outside, who see it without names.
    package let text: String?
    package let digest: Digest
    /// When it was frozen; nil for a draft that nobody has signed.
    package let frozen: Instant?
    /// Whether the text that is kept is still the text that was signed.
    package let isIntact: Bool
    package let signatures: [SignOff]
    package let missing: [Requirement]

    package init(
      exchange: Exchange.ID, output: Output.ID, report: ReportBack?, text: String?, digest: Digest, frozen: Instant?,
      isIntact: Bool, signatures: [SignOff], missing: [Requirement]
    ) {
      (self.exchange, self.output, self.report, self.text) = (exchange, output, report, text)
      (self.digest, self.frozen, self.isIntact) = (digest, frozen, isIntact)
      (self.signatures, self.missing) = (signatures, missing)
    }
  }

  /// What the reader can sign with.
  package struct Signing: Sendable {
    /// The mandates with which the reader may sign now.
    package let mandates: [Mandate]
    package let token: String
    /// Where anyone can check the fingerprint, as a whole address.
    package let check: String

    package init(mandates: [Mandate], token: String, check: String) {
      (self.mandates, self.token, self.check) = (mandates, token, check)
    }
  }

  package func head(for reader: Reader) -> Head {
    Head(document.report.map { "\($0.heading): \($0.title)" } ?? document.output.text, in: .share, isPrivate: true)
  }

  package func write(_ html: inout HTML, for reader: Reader) {
    html << reader.crumbs(document.report?.title ?? document.exchange.text, Address.exchange(document.exchange))
    html << filled.errors(for: reader)
    if !document.isIntact {
      let title = reader("document.broken", "This is not the text that was signed")
      let text = reader(
        "document.broken.text",
        "What is kept here no longer fits its fingerprint. Ask the signatories for their own copy, and tell the operator."
      )
      html << "<div class=\"errors\" role=\"alert\"><h2>\(title)</h2><p>\(text)</p></div>"
    }
    if let report = document.report {
      ReportBackPart(report: report, reader: reader).open(&html)
    } else {
      html << "<article class=\"document\"><pre>\(document.text ?? "")</pre>"
    }
    signatures(&html, reader)
    footer(&html, reader)
    html << "</article>"
    next(&html, reader)
  }

  private func signatures(_ html: inout HTML, _ reader: Reader) {
    guard !document.signatures.isEmpty || !document.missing.isEmpty else { return }
    html << "<section><h2>\(reader("document.signed", "Signed"))</h2><ol class=\"signatures\">"
    for signature in document.signatures {
      let at = reader("document.signed-at", "Signed {moment}", ["moment": reader.words.moment(signature.at)])
      html << "<li class=\"confirmed\"><b><bdi>\(signature.name)</bdi></b><bdi>\(signature.title)</bdi>, "
      html << "<bdi>\(name(signature.organisation))</bdi><br>\(at)<br>"
      html << "<span class=\"claim confirmed\">\(reader("document.signed", "Signed"))</span></li>"
    }
    for case .unsigned(let mandate, let organisation) in document.missing {
      html << "<li class=\"claimed\"><b>\(reader.words[mandate.name])</b><bdi>\(name(organisation))</bdi><br>"
      html << "<span class=\"claim claimed\">\(reader("document.unsigned", "Not yet signed"))</span></li>"
    }
    html << "</ol></section>"
  }

  private func footer(_ html: inout HTML, _ reader: Reader) {
    html << "<footer><p>"
    if let frozen = document.frozen {
      let words = reader(
        "document.frozen", "Frozen on {moment}, when it was first signed. Nobody can change this text.",
        ["moment": reader.words.moment(frozen)])
      html << "\(words)"
    } else {
      html << "\(reader("document.draft", "A draft: nobody has signed it yet. The first signature freezes the text."))"
    }
    let print = reader("document.fingerprint", "Fingerprint (SHA-256):")
    html << "</p><p>\(print) <span class=\"hash\" dir=\"ltr\">\(document.digest.inGroups)</span><br>"
    html
      << "\(reader("document.check", "To check it:")) <a dir=\"ltr\" href=\"\(Address.fingerprint.link(document.digest))\">"
    html << "\(signing.check)</a></p></footer>"
  }

  private func next(_ html: inout HTML, _ reader: Reader) {
    html << "<aside class=\"next\">"
    if !document.missing.isEmpty { sign(&html, reader) }
    html << "<p class=\"doing\"><a class=\"act\" href=\"\(Address.documentPrint.link(document.exchange, document.output))\">"
    html << "\(reader("document.pdf", "Save as PDF"))</a> "
    if document.text != nil {
      html << "<a href=\"\(Address.documentText.link(document.exchange, document.output))\">"
      html << "\(reader("document.text", "The text that is fingerprinted"))</a> "
    }
    html << "<a href=\"\(Address.exchange.link(document.exchange))\">\(reader("document.room", "The journal behind it"))</a>"
    html << "</p></aside>"
  }

  private func sign(_ html: inout HTML, _ reader: Reader) {
    html << "<h2 id=\"sign\">\(reader("document.sign", "Sign it"))</h2>"
    guard let first = signing.mandates.first else {
      html << "<p>\(reader("document.sign.no-mandate", advice))</p><ul>"
      for case .unsigned(let mandate, let organisation) in document.missing {
        html << "<li>\(reader.words[mandate.name]), <a href=\"\(Address.organisation.link(organisation))\">"
        html << "<bdi>\(name(organisation))</bdi></a></li>"
      }
      html << "</ul>"
      return
    }
    html << "<form method=\"post\" action=\"\(Address.stepping.link(document.exchange))\">\(reader.key)"
    html
      << "<input type=\"hidden\" name=\"do\" value=\"sign\"><input type=\"hidden\" name=\"output\" value=\"\(document.output)\">"
    html << "<input type=\"hidden\" name=\"token\" value=\"\(signing.token)\">"
    html << "<input type=\"hidden\" name=\"digest\" value=\"\(document.digest)\">"
    html << "<fieldset class=\"field\"><legend>\(reader("document.sign.as", "You sign as"))</legend>"
    for mandate in signing.mandates {
      let checked: Written = mandate.id == first.id ? " checked" : ""
      html << "<label class=\"pick\"><input type=\"radio\" name=\"mandate\" value=\"\(mandate.id)\"\(checked)> "
      html << "<bdi>\(mandate.title)</bdi>, <bdi>\(name(mandate.organisation))</bdi></label>"
    }
    html
      << "</fieldset><p>\(reader("document.sign.text", "You sign this text, as you see it above. It cannot be undone."))</p>"
    html << "<p class=\"doing\"><button>\(reader("document.sign.do", "Sign"))</button></p></form>"
  }

  private var advice: String {
    """
    These are asked to sign, and you hold none of their mandates today. An owner of the organisation can enter a \
    mandate on its page.
    """
  }

  private func name(_ organisation: Organisation.ID) -> String { names[organisation] ?? organisation.text }

  package func write(_ json: inout JSON, for reader: Reader) {
    json.object { json in
      json["exchange"] = document.exchange.text
      json["document"] = document.output.text
      json["fingerprint"] = document.digest.description
      json["frozen"] = document.frozen?.description
      json.flag("intact", document.isIntact)
      if let report = document.report { ReportBackPart(report: report, reader: reader).write(&json) }
      if let text = document.text { json["text"] = text }
      json.array("signatures", document.signatures) { json, signature in
        json.object { signature.write(&$0, named: name(signature.organisation)) }
      }
      json.array("waits-for", document.missing) { json, requirement in
        guard case .unsigned(let mandate, let organisation) = requirement else { return }
        json.object { json in
          json["mandate"] = mandate.rawValue
          json["organisation"] = organisation.text
        }
      }
    }
  }
}

extension SignOff {
  func write(_ json: inout JSON, named organisationName: String) {
    json["name"] = name
    json["title"] = title
    json["mandate"] = role.rawValue
    json["organisation"] = organisation.text
    json["organisation-name"] = organisationName
    json["at"] = at.description
  }
}

extension Digest {
  /// In groups of eight, for people to compare.
  var inGroups: String {
    let digits = Array(description)
    return stride(from: 0, to: digits.count, by: 8).map { String(digits[$0..<min($0 + 8, digits.count)]) }
      .joined(separator: " ")
  }
}

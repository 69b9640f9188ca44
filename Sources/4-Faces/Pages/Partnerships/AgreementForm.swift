import Addresses
import Cooperation
import HTTP
import Languages
package import Markup

/// The form with which an owner enters what was signed, and who signed it for each side.
package struct AgreementForm: Page {
  let bearing: Bearing
  /// Those who sign: each leads or is a partner.
  let signing: [Signing]
  let filled: Filled

  /// An organisation that signs, with those who hold a mandate there today, political leaders first.
  package struct Signing: Sendable {
    let option: Filled.Option
    let holders: [String]

    package init(_ option: Filled.Option, holders: [String]) { (self.option, self.holders) = (option, holders) }
  }

  package init(_ bearing: Bearing, signing: [Signing], filled: Filled) {
    (self.bearing, self.signing, self.filled) = (bearing, signing, filled)
  }

  package func head(for reader: Reader) -> Head { Head(question(reader), in: .sense, isPrivate: true) }
  private func question(_ reader: Reader) -> String { reader("agreement-form.question", "What was signed?") }

  package func write(_ html: inout HTML, for reader: Reader) {
    bearing.begin(
      &html, question(reader),
      reader("agreement-form.answer", "You enter it for your side. The other side sees it and is asked to confirm."),
      filled, reader)
    html << "<form method=\"post\" action=\"\(Address.signing.link(bearing.id))\" data-draft=\"agreement-\(bearing.id)\">"
    html << "\(reader.key)\(reader.restored)\(bearing.speaker(filled, reader))"
    html
      << filled.picks(
        "kind", reader("agreement-form.kind", "Which paper?"),
        reader.options([Agreement.Kind.memorandum, .protocolOfCooperation, .letter], \.name))
    html << filled.line("signed", reader("agreement-form.signed", "Signed on"), type: "date", required: true)
    html
      << filled.line(
        "ends", reader("agreement-form.ends", "Until"),
        hint: reader("agreement-form.ends.hint", "Its last day. Empty means that it has no end."), type: "date")
    html
      << filled.area(
        "aspects", reader("agreement-form.aspects", "What was agreed? One thing on each line"),
        hint: reader("agreement-form.aspects.hint", "As someone who was not there would understand it."))
    for side in signing { signatory(&html, side, reader) }
    html << "<p class=\"doing\"><button>\(reader("agreement-form.do", "Enter it"))</button></p></form>"
  }

  private func signatory(_ html: inout HTML, _ side: Signing, _ reader: Reader) {
    let names = ["name": side.option.title]
    let hint =
      side.holders.isEmpty
      ? reader("agreement-form.no-mandate", "Nobody’s mandate is on record there.")
      : reader("agreement-form.mandates", "With a mandate today: {names}.", ["names": reader.words.list(side.holders)])
    html
      << filled.line(
        "signatory.\(side.option.value).name", reader("agreement-form.name", "Who signed for {name}?", names),
        hint: hint)
    html
      << filled.line(
        "signatory.\(side.option.value).title", reader("agreement-form.title", "As what? Mayor, president …"))
  }

  package func write(_ json: inout JSON, for reader: Reader) { bearing.write(&json) }
}

/// The form with which a party enters money, or what is worth money.
package struct ContributionForm: Page {
  let bearing: Bearing
  let filled: Filled

  package init(_ bearing: Bearing, filled: Filled) { (self.bearing, self.filled) = (bearing, filled) }

  package func head(for reader: Reader) -> Head { Head(question(reader), in: .sense, isPrivate: true) }
  private func question(_ reader: Reader) -> String { reader("contribution-form.question", "Who gave what?") }

  package func write(_ html: inout HTML, for reader: Reader) {
    bearing.begin(
      &html, question(reader),
      reader("contribution-form.answer", "Money, or what is worth money. Everyone can read it; a minus is a refund."),
      filled, reader)
    html << "<form method=\"post\" action=\"\(Address.contributing.link(bearing.id))\" "
    html << "data-draft=\"contribution-\(bearing.id)\">\(reader.key)"
    html << "\(Filled.hidden([("id", filled["id"])]))\(reader.restored)\(bearing.speaker(filled, reader))"
    html
      << filled.picks(
        "kind", reader("contribution-form.kind", "What is it?"),
        Contribution.Kind.allCases.map { kind in
          Filled.Option(kind.rawValue, "\(reader.words[kind.name]): \(reader.words[kind.meaning])")
        })
    html
      << filled.choice(
        "organisation", reader("contribution-form.giver", "From whom?"),
        bearing.all + [Filled.Option("", reader("contribution-form.unknown", "Not said"))])
    html
      << filled.line(
        "amount", reader("contribution-form.amount", "How much?"),
        hint: reader("contribution-form.amount.hint", "Such as 1200 or 1200.50. In kind: what it is worth."),
        required: true)
    html
      << filled.line(
        "currency", reader("contribution-form.currency", "In which currency?"),
        hint: reader("contribution-form.currency.hint", "Three letters: USD, EUR, MZN."), required: true)
    html
      << filled.line(
        "day", reader("contribution-form.day", "On which day, or from when?"), type: "date", required: true)
    html
      << filled.line(
        "until", reader("contribution-form.until", "Until when?"),
        hint: reader("contribution-form.until.hint", "For a budget or a time; empty for a payment."), type: "date")
    html << filled.line("note", reader("contribution-form.note", "For what?"))
    html << "<p class=\"doing\"><button>\(reader("contribution-form.do", "Add it"))</button></p></form>"
  }

  package func write(_ json: inout JSON, for reader: Reader) { bearing.write(&json) }
}

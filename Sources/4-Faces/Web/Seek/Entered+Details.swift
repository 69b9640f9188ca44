import Cooperation
import HTTP
import Reference

// What only a need or only a practice has, read field by field.
extension Entered {
  /// How a need would be met.
  mutating func wish() -> Need.Wish {
    let formats = several("formats", otherwise: Phrase("form.no-format", "Choose ways of learning from the list.")) {
      Need.Format(rawValue: $0)
    }
    let likeness = several("likeness", otherwise: Phrase("form.no-likeness", "Choose from the list.")) {
      Need.Likeness(rawValue: $0)
    }
    let days = one("days", otherwise: Phrase("log-form.no-days", "Write a number of days, such as 4 or 0.5.")) {
      PeerDays($0)
    }
    return Need.Wish(formats: formats, likeness: likeness, days: days, money: money())
  }

  /// What is told of every practice in the same few words.
  ///
  /// - Parameters:
  ///   - known: what is on record, of which a form does not change everything.
  ///   - speakers: those whom the organisation may name as whom to ask.
  mutating func facts(keeping known: Practice.Facts?, among speakers: Set<Person.ID>) -> Practice.Facts {
    let fromList = Phrase("form.no-likeness", "Choose from the list.")
    let worked = one("worked", otherwise: fromList) { Practice.Worked(rawValue: $0) }
    let evidence = one("evidence", otherwise: fromList) { Practice.Evidence(rawValue: $0) }
    let licence = one("licence", otherwise: fromList) { Practice.Licence(rawValue: $0) }
    let contact = one("contact", otherwise: fromList) { text in
      Person.ID(text).flatMap { speakers.contains($0) || $0 == known?.contact ? $0 : nil }
    }
    let noPosts = Phrase("form.no-posts", "Write how many full-time posts it took, such as 3 or 0.5.")
    let posts = one("posts", otherwise: noPosts) { PeerDays($0)?.tenths }
    return Practice.Facts(
      worked: worked, evidence: evidence, years: years(), cost: money(), posts: posts, links: links(),
      contact: contact, licence: licence, truth: known?.truth ?? Truth())
  }

  /// From when to when; nil where nothing is said, or something is wrong with it.
  mutating func years() -> Practice.Years? {
    let why = Practice.Refusal.noYear.words
    let began = one("began", otherwise: why) { Int($0) }, ended = one("ended", otherwise: why) { Int($0) }
    guard let began else {
      if ended != nil { refuse("began", Phrase("form.no-beginning", "Say also when it began.")) }
      return nil
    }
    do {
      return try Practice.Years(began, to: ended)
    } catch {
      refuse(error == .noYear && ended == nil ? "began" : "ended", error.words)
      return nil
    }
  }

  /// A sum and its currency; a sum of 0 needs none to be understood, but is kept in one.
  private mutating func money() -> Money? {
    let noCurrency = Phrase("contribution-form.no-currency", "Write the three letters of a currency, such as USD.")
    let text = line("money", limit: 40), code = line("currency", limit: 10)
    guard !text.isEmpty else { return nil }
    guard let currency = Currency(known: code.uppercased()) else {
      refuse("currency", noCurrency)
      return nil
    }
    let noAmount = Phrase(
      "contribution-form.no-amount", "Write a sum such as 1200 or 1200.50, with no more decimals than the currency has."
    )
    return one("money", otherwise: noAmount) { text in
      Money(text, currency).flatMap { $0.minorUnits >= 0 ? $0 : nil }
    }
  }

  /// One address on each line, with what it is after a blank.
  private mutating func links() -> [WebLink] {
    let lines = fields.values("links").flatMap { $0.split(whereSeparator: \.isNewline) }
      .compactMap { cleaned($0, limit: .max) }
    if lines.count > 20 { refuse("links", Phrase("form.many-links", "At most 20 links.")) }
    return lines.prefix(20).compactMap { line in
      guard line.unicodeScalars.count <= 1200, let link = WebLink(line) else {
        let text = ["text": String(line.prefix(60))]
        refuse("links", Phrase("form.no-link", "“{text}” is not the address of a page. It begins with https://.", text))
        return nil
      }
      return link
    }
  }
}

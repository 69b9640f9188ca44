import Cooperation
import XML

extension IATIReader {
  /// What a text is for.
  enum Use {
    case text
    /// Signs that turn the direction of writing are taken out, so that no name is shown as another.
    case name
  }

  /// The attribute's value without the white space around it; empty where there is none.
  func trimmed(_ word: Word) -> String {
    guard let value = reader.attribute(word.rawValue) else { return "" }
    guard value.utf8.first?.isSpace == true || value.utf8.last?.isSpace == true else { return value }
    return value.withBytes { $0.trimmed.string }
  }

  /// All the text directly in the element, without the white space around it; the element is read to its end.
  func text() throws -> String {
    var whole = ""
    try reader.contents { event in
      if event == .text { append(to: &whole) }
    }
    return whole
  }

  /// Reads the element's text: in `narrative` elements since 2.01, directly in it before.
  func read(into words: inout Words, as use: Use) throws {
    let line = reader.line, own = ownLanguage() ?? language
    var direct = ""
    try reader.contents { event in
      if event == .text {
        append(to: &direct)
      } else if event == .start, reader.name == Word.narrative.rawValue {
        let language = ownLanguage() ?? own
        words.add(plain(try text(), use, line), in: language)
      }
    }
    words.add(plain(direct, use, line), in: own)
  }

  /// The attribute as a code of that kind; nil where there is none. What its list does not have is a finding.
  func code(_ word: Word, _ coding: Coding?) -> PublishedCode? {
    guard let coding else {
      return reader.attribute(word.rawValue).map { PublishedCode(published: $0, standing: .unlisted) }
    }
    guard let code = reader.attribute(word.rawValue).map({ book.read($0, coding) }) else { return nil }
    switch code.standing {
    case .known, .unlisted: break
    case .unknown:
      say(.unknownCode(code.published, book.name(of: coding), isComplete: true, in: place(word), line: reader.line))
    case .withdrawn: say(.withdrawnCode(code.published, "", book.name(of: coding), in: place(word), line: reader.line))
    }
    return code
  }

  /// The attribute as a day; nil where there is none, and with a finding for what no calendar has.
  func day(_ word: Word) -> Day? {
    guard let text = reader.attribute(word.rawValue) else { return nil }
    if let day = text.withBytes({ Day(published: $0.trimmed) }) { return day }
    let example = "a day of the calendar, written like 2013-04-18"
    say(.unreadable("impossible-date", place(word), text, example, line: reader.line))
    return nil
  }

  func percentage() -> Amount? {
    let text = trimmed(.percentage)
    guard !text.isEmpty else { return nil }
    let amount = Amount(text)
    if amount == nil {
      say(.unreadable("unreadable-percentage", place(.percentage), text, "a number from 0 to 100", line: reader.line))
    }
    return amount
  }

  private func place(_ word: Word) -> String { reader.word(reader.name) + "/@" + word.text }

  private func append(to text: inout String) {
    let more = reader.withText { $0[...].trimmed.string }
    text = text.isEmpty ? more : text + " " + more
  }

  private func plain(_ text: String, _ use: Use, _ line: Int) -> String {
    guard use == .name, text.utf8.contains(where: { $0 == 0xE2 || $0 == 0xD8 }) else { return text }
    let kept = text.unicodeScalars.filter { !$0.properties.isBidiControl }
    guard kept.count < text.unicodeScalars.count else { return text }
    say(.turnsDirection(String(String.UnicodeScalarView(kept)), line: line))
    return String(String.UnicodeScalarView(kept))
  }
}

extension Day {
  /// A day as XML Schema writes it, with a zone or none; the zone is passed over. Nil for a day that no calendar has.
  init?(published text: Bytes) {
    var rest = text
    guard let year = rest.takeNumber(4), rest.take("-"), let month = rest.takeNumber(2), rest.take("-"),
      let day = rest.takeNumber(2),
      rest.isEmpty || rest.take("Z") || (rest.count == 6 && (rest.take("+") || rest.take("-")))
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}

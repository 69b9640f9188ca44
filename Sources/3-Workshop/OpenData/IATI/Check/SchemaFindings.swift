import Cooperation
import Reference
import XML

// What the schema finds wrong: what, where, why, and what to do.
extension Finding {
  private static func error(_ line: Int, _ code: String, _ message: String) -> Finding {
    Finding(line: line, level: .error, code: code, message: message)
  }

  static func notTheDocument(_ reader: XMLReader, _ document: IATISchema.Document) -> Finding {
    error(
      reader.line, "not-iati",
      "The document begins with <\(reader.word(reader.name))>, which is not an IATI document. "
        + "It should begin with <iati-\(document.rawValue)>.")
  }

  static func unexpected(_ reader: XMLReader, in outer: Int, version: IATISchema.Version) -> Finding {
    error(
      reader.line, "unexpected-element",
      "<\(reader.word(reader.name))> may not stand in <\(reader.word(outer))>: version \(version.rawValue) has no such "
        + "element there. Check how it is written and where it belongs, or leave it out.")
  }

  static func late(_ reader: XMLReader, in outer: Int, after later: Int?) -> Finding {
    let after = later.map { "after <\(reader.word($0))> or what follows it" } ?? "where it stands"
    return error(
      reader.line, "wrong-order",
      "<\(reader.word(reader.name))> comes too late in <\(reader.word(outer))>: the standard fixes the order, and it "
        + "may not come \(after). Move it up.")
  }

  static func repeated(_ reader: XMLReader, in outer: Int, most: Int) -> Finding {
    error(
      reader.line, "repeated-element",
      "<\(reader.word(reader.name))> stands too often in <\(reader.word(outer))>: at most \(most) is allowed. "
        + "Keep the right one.")
  }

  static func missing(_ word: String, in outer: String, before reader: XMLReader) -> Finding {
    error(
      reader.line, "missing-element",
      "<\(word)> is missing in <\(outer)>: it must stand before <\(reader.word(reader.name))>. Add it, or move it up "
        + "if it comes later.")
  }

  static func missing(_ word: String, in outer: String, line: Int) -> Finding {
    error(line, "missing-element", "<\(word)> is missing in this <\(outer)>, which must have it. Add it.")
  }

  static func empty(_ word: String, line: Int) -> Finding {
    error(line, "empty-element", "<\(word)> is empty. Put something into it, or leave it out.")
  }

  static func strayText(_ reader: XMLReader, in outer: Int) -> Finding {
    error(
      reader.line, "stray-text",
      "The text “\(reader.text.inShort)” stands directly in <\(reader.word(outer))>, which may hold only elements. "
        + "From version 2.01 on, words go into <narrative>.")
  }

  static func unexpectedAttribute(
    _ attribute: XMLAttribute, _ reader: XMLReader, version: IATISchema.Version
  ) -> Finding {
    error(
      reader.line, "unexpected-attribute",
      "\(reader.place(of: attribute)) is not an attribute that version \(version.rawValue) has there. Check how it is "
        + "written, or leave it out.")
  }

  static func missingAttribute(_ word: String, _ reader: XMLReader) -> Finding {
    error(
      reader.line, "missing-attribute",
      "<\(reader.word(reader.name))> must have the attribute \(word), and has not. Add it.")
  }

  static func sameIdentifier(_ attribute: XMLAttribute, _ reader: XMLReader) -> Finding {
    error(
      reader.line, "repeated-id",
      "\(reader.place(of: attribute)) “\(attribute.value.inShort)” is taken already by another element. "
        + "Give each its own."
    )
  }

  static func wrong(_ value: String, _ type: IATISchema.TextType, in place: String, line: Int) -> Finding {
    error(line, "wrong-value", "\(place) is “\(value.inShort)”. It must be \(type.example).")
  }

  static func unknownPrefix(_ word: String, line: Int) -> Finding {
    error(
      line, "not-well-formed",
      "The prefix of “\(word.inShort)” is not declared. Declare it with xmlns, or leave it out.")
  }

  /// What the reader refused.
  static func notWellFormed(_ error: XMLError) -> Finding {
    Finding.error(error.line, "not-well-formed", "The document cannot be read further. \(error)")
  }
}

extension XMLReader {
  /// Where an attribute stands, as messages call it: `activity-date/@iso-date`.
  func place(of attribute: XMLAttribute) -> String { word(name) + "/@" + word(attribute.name) }
}

extension String {
  /// The beginning of a long text, on one line.
  var inShort: String {
    let line = String(map { $0.isNewline ? " " : $0 })
    return line.count <= 60 ? line : line.prefix(57) + "…"
  }
}

package import Cooperation
package import Reference
package import Streams
import XML

/// Reads an IATI file of any version and size, activity by activity, in memory that does not grow with the file.
///
/// What cannot be read or is impossible is left out, with a finding; everything else stays as it was published.
package final class IATIReader {
  /// What a file holds one after another.
  package enum Record: Sendable, Equatable {
    case activity(Activity)
    case organisation(PublishedOrganisation)
  }

  /// The version that the file says it is of, once the first record was read; 1.05 stands for all of 1.0x.
  package private(set) var version: IATISchema.Version = .v203
  /// Which of the two kinds of file it is; nil where it is neither, or nothing was read yet.
  package private(set) var document: IATISchema.Document?
  /// How many activities and organisations were handed out.
  package private(set) var records = 0

  let reader: XMLReader
  let say: (Finding) -> Void
  var book = CodeBook(.v203)
  /// What holds where an activity says nothing.
  private var fileLanguage: Language?
  var language: Language?
  var currency: Currency?
  private var languages: [String: Language] = [:]
  private var currencies: [String: Currency] = [:]

  /// Reads `source`, compressed or not; what is odd about it is handed to `say`, line by line.
  package init(_ source: ByteSource, say: @escaping (Finding) -> Void) {
    reader = XMLReader(source, names: Word.texts)
    self.say = say
  }

  /// The next activity or organisation; nil at the end of a whole file, and for a file that is not IATI.
  ///
  /// An activity without an identifier is passed over, with a finding of error level.
  ///
  /// - Throws: `XMLError` where the file cannot be read further, or what the source throws.
  package func next() throws -> Record? {
    if document == nil, try !open() { return nil }
    while let event = try reader.next() {
      guard event == .start, reader.depth == 2 else { continue }
      switch Word(rawValue: reader.name) {
      case .iatiActivity where document == .activities:
        if let activity = try activity() { return hand(.activity(activity)) }
      case .iatiOrganisation where document == .organisations:
        return hand(.organisation(try organisation()))
      default: try reader.skip()
      }
    }
    return nil
  }

  private func hand(_ record: Record) -> Record {
    records += 1
    return record
  }

  /// Goes to the outermost element; false where it is not one of IATI's.
  private func open() throws -> Bool {
    guard try reader.next() != nil else { return false }
    switch Word(rawValue: reader.name) {
    case .iatiActivities: document = .activities
    case .iatiOrganisations: document = .organisations
    default:
      say(.notIATI(reader.word(reader.name), line: reader.line))
      while try reader.next() != nil {}
      return false
    }
    let said = DocumentVersion(reader.attribute(Word.version.rawValue))
    if let finding = said.finding(line: reader.line) { say(finding) }
    version = said.version
    book = CodeBook(version)
    fileLanguage = ownLanguage()
    return true
  }

  private func organisation() throws -> PublishedOrganisation {
    var found = PublishedOrganisation(line: reader.line)
    language = ownLanguage() ?? fileLanguage
    try children { word in
      switch word {
      case .organisationIdentifier, .iatiIdentifier: found.identifier = try text()
      case .name: try read(into: &found.name, as: .name)
      case .reportingOrg: found.reporter = try body(.activityId)
      default: break
      }
    }
    return found
  }

  /// Hands every child that begins directly inside the element to `body`; what that leaves is passed over.
  func children(_ body: (Word) throws -> Void) throws {
    try reader.contents { event in
      if event == .start, let word = Word(rawValue: reader.name) { try body(word) }
    }
  }

  /// What is set anew by the activity that begins here.
  func openActivity() {
    language = ownLanguage() ?? fileLanguage
    currency = ownCurrency(.defaultCurrency)
  }

  /// The language that the element names; nil for none, and with a finding for what is none.
  func ownLanguage() -> Language? {
    guard let tag = reader.attribute(Word.xmlLang.rawValue), !tag.isEmpty else { return nil }
    if let known = languages[tag] { return known }
    guard let language = Language(tag.replacing("_", with: "-")) else {
      say(.unreadable("unknown-language", "xml:lang", tag, "a language code such as en or pt-BR", line: reader.line))
      return nil
    }
    languages[tag] = language
    return language
  }

  /// The currency that the element names; nil for none, and with a finding for what is none.
  func ownCurrency(_ word: Word) -> Currency? {
    guard let code = reader.attribute(word.rawValue), !code.isEmpty else { return nil }
    if let known = currencies[code] { return known }
    let place = reader.word(reader.name) + "/@" + word.text
    guard let currency = Currency(code) else {
      say(.unreadable("unknown-currency", place, code, "a currency code such as EUR", line: reader.line))
      return nil
    }
    if let entry = CodeLists["Currency"]?[code], !entry.isWithdrawn {
      currencies[code] = currency
    } else {
      say(.unknownCode(code, "Currency", isComplete: false, in: place, line: reader.line))
    }
    return currency
  }
}

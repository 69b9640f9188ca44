import Cooperation
import HTTP
import Languages
import Pages
import Reference

/// What a form or a program said, read field by field; whatever cannot be kept becomes a problem of its field.
struct Entered {
  let fields: Fields
  /// Whether a program said it, in JSON.
  let isProgram: Bool
  private let words: Words
  private(set) var problems: [Filled.Problem] = []

  init(_ visit: Visit) {
    (fields, words) = (visit.fields, visit.reader.words)
    isProgram = (visit.request.headers["content-type"] ?? "").lowercased().contains("json")
  }

  var isGood: Bool { problems.isEmpty }

  /// The form again, with everything that was typed and what is wrong with it.
  func filled(isKept: Bool = false) -> Filled {
    var values: [String: [String]] = [:]
    for field in fields.all { values[field.name, default: []].append(cleanedLines(field.value)) }
    return Filled(values: values, problems: problems, isKept: isKept)
  }

  mutating func refuse(_ field: String, _ why: Phrase) {
    guard !problems.contains(where: { $0.field == field }) else { return }
    problems.append(.init(field, words[why]))
  }

  /// A text on one line; empty where nothing was typed, or nothing that could be kept.
  mutating func line(_ name: String, limit: Int = 200) -> String {
    text(name, limit) { cleaned($0, limit: .max) ?? "" }
  }

  /// A text that may have several lines.
  mutating func prose(_ name: String, limit: Int = 20_000) -> String {
    text(name, limit) { String(cleanedLines($0).drop(while: \.isWhitespace)).trimmingEnd }
  }

  private mutating func text(_ name: String, _ limit: Int, _ clean: (String) -> String) -> String {
    let text = clean(fields[name] ?? "")
    guard text.unicodeScalars.count > limit else { return text }
    refuse(
      name, Phrase("form.too-long", "This is too long: {n} characters are the most.", ["n": words.number(limit)]))
    return ""
  }

  /// One value; nil where the field is empty, and where it cannot be read, which is a problem.
  mutating func one<Value>(_ name: String, otherwise why: Phrase, _ read: (String) -> Value?) -> Value? {
    let text = cleaned(fields[name] ?? "", limit: .max) ?? ""
    if text.isEmpty { return nil }
    let value = read(text)
    if value == nil { refuse(name, why) }
    return value
  }

  /// Every value that the field has, each once, in their order.
  mutating func several<Value: Hashable>(
    _ name: String, otherwise why: Phrase, _ read: (String) -> Value?
  ) -> [Value] {
    var values: [Value] = []
    for text in fields.values(name) where !text.isEmpty {
      guard let value = read(text) else {
        refuse(name, why)
        continue
      }
      if !values.contains(value) { values.append(value) }
    }
    return values
  }

  mutating func day(_ name: String) -> Day? {
    let text = fields[name] ?? ""
    return one(
      name,
      otherwise: Phrase(
        "form.no-day", "“{text}” is not a day. Write it as 2027-02-28.", ["text": String(text.prefix(30))])
    ) { Day($0) }
  }

  mutating func languages(_ name: String) -> [Language] {
    let languages = several(
      name, otherwise: Phrase("form.no-language", "That is not a language that we know by its tag.")
    ) { Language($0) }
    if languages.count > Self.mostLanguages {
      refuse(name, Phrase("form.many-languages", "At most {n} languages.", ["n": "\(Self.mostLanguages)"]))
    }
    return languages
  }

  /// More than anyone works in; what is counted by language stays within bounds.
  private static var mostLanguages: Int { 20 }

  mutating func country(_ name: String) -> Country.Code? {
    one(name, otherwise: Phrase("form.no-country", "Choose a country from the list.")) { text in
      Country.Code(text).flatMap { Countries[$0]?.id }
    }
  }
}

extension String {
  fileprivate var trimmingEnd: String { String(reversed().drop(while: \.isWhitespace).reversed()) }
}

/// A form that was refused: for people the form again with everything they typed, for programs what is wrong where.
struct Refused<Content: Page>: Answer {
  let page: Content
  let problems: [Filled.Problem]
  let status: Int

  init(_ page: Content, _ problems: [Filled.Problem], status: Int = 422) {
    (self.page, self.problems, self.status) = (page, problems, status)
  }

  func response(for visit: Visit, in site: Site) -> Response {
    guard visit.wantsJSON else { return Shown(page, status: status).response(for: visit, in: site) }
    let title = visit.reader("form.refused", "This cannot be kept as it is. Nothing was changed.")
    return Problem(
      "refused-form", status, title, fields: problems.map { Problem.FieldProblem($0.field, $0.words) }
    ).response
  }
}

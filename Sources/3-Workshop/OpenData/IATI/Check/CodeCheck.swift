import Cooperation
import Reference
import XML

/// Holds the codes of a document to their lists while it is read. Unknown and withdrawn codes are warnings.
struct CodeCheck {
  let say: (Finding) -> Void
  private let places: CodePlaces
  /// The place of each open element; nil where no list holds.
  private var open: [Int?] = []
  /// The names of the open elements: a text has none of its own.
  private var names: [Int] = []
  /// The last code of each rule that was on its list, for most codes come again and again.
  private var known: [String]

  init(_ version: IATISchema.Version, say: @escaping (Finding) -> Void) {
    places = version == .v105 ? .ofFirst : .ofSecond
    known = Array(repeating: "", count: places.rules.count)
    self.say = say
  }

  mutating func take(_ event: XMLEvent, _ reader: XMLReader) {
    switch event {
    case .start: begin(reader)
    case .text:
      guard let place = open.last ?? nil, let name = names.last else { return }
      for rule in places.texts[place] ?? [] { check(reader.text, rule, "<\(reader.word(name))>", reader) }
    case .end:
      open.removeLast()
      names.removeLast()
    }
  }

  private mutating func begin(_ reader: XMLReader) {
    let place = (open.last ?? nil).flatMap { places.next[$0]?[reader.name] } ?? places.beginnings[reader.name]
    open.append(place)
    names.append(reader.name)
    if let place { for rule in places.attributes[place] ?? [] { check(rule, reader) } }
    for rule in places.everywhere { check(rule, reader) }
  }

  private mutating func check(_ number: Int, _ reader: XMLReader) {
    let rule = places.rules[number], isKnown = known[number]
    guard rule.holds(for: reader) else { return }
    let isSame = reader.withAttribute(rule.attribute) { $0.elementsEqual(isKnown.utf8) }
    guard isSame == false, let code = reader.attribute(rule.attribute) else { return }
    check(code, number, "\(reader.word(reader.name))/@\(reader.word(rule.attribute))", reader)
  }

  private mutating func check(_ code: String, _ number: Int, _ place: String, _ reader: XMLReader) {
    let rule = places.rules[number]
    guard let found = rule.list[rule.isFolded ? code.folded(as: rule.list.name) : code] else {
      return say(.unknownCode(code, rule.list.name, isComplete: rule.isComplete, in: place, line: reader.line))
    }
    if found.isWithdrawn {
      say(.withdrawnCode(code, found.names["en"] ?? "", rule.list.name, in: place, line: reader.line))
    } else {
      known[number] = code
    }
  }
}

/// Where in a document lists hold, as steps from element to element.
struct CodePlaces: Sendable {
  static let ofFirst = CodePlaces(CodeLists.rules.filter(\.isOfFirstVersion))
  static let ofSecond = CodePlaces(CodeLists.rules.filter { !$0.isOfFirstVersion })

  private(set) var rules: [Rule] = []
  /// The place that an element opens wherever it stands, by its name.
  private(set) var beginnings: [Int: Int] = [:]
  /// The place that an element opens within a place.
  private(set) var next: [[Int: Int]?] = []
  /// The rules for the attributes, and the text, of a place.
  private(set) var attributes: [Int: [Int]] = [:]
  private(set) var texts: [Int: [Int]] = [:]
  /// The rules for attributes of any element.
  private(set) var everywhere: [Int] = []

  struct Rule: Sendable {
    /// The attribute's number; unused for texts.
    let attribute: Int
    let list: CodeList
    let isComplete: Bool
    /// Whether capitals and small letters are one.
    let isFolded: Bool
    let vocabulary: String?
    let withoutVocabulary: Bool

    /// Whether the element that begins is one that the rule is for.
    func holds(for reader: XMLReader) -> Bool {
      guard let vocabulary else { return true }
      return reader.withAttribute(Self.vocabularyName) { $0.elementsEqual(vocabulary.utf8) } ?? withoutVocabulary
    }

    private static let vocabularyName = Shape.numbers["vocabulary"] ?? Shape.foreign
  }

  private init(_ table: [CodeRule]) {
    // The version is looked at before anything else, and named once.
    for row in table where row.list != "Version" { add(row) }
  }

  private mutating func add(_ row: CodeRule) {
    guard let list = CodeLists[row.list] else { return }
    var steps = row.path.drop { $0 == "/" }.split(separator: "/").map(String.init)
    let last = steps.removeLast()
    let quoted = row.condition.split(separator: "'")
    rules.append(
      Rule(
        attribute: Shape.numbers[String(last.dropFirst())] ?? Shape.foreign, list: list, isComplete: row.isComplete,
        isFolded: ["FileFormat", "Language"].contains(list.name),
        vocabulary: quoted.count > 1 ? String(quoted[1]) : nil, withoutVocabulary: row.condition.contains("not(")))
    let number = rules.count - 1
    guard !steps.isEmpty else { return everywhere.append(number) }
    let place = place(of: steps.map { Shape.numbers[$0] ?? Shape.foreign })
    if last == "text()" {
      texts[place, default: []].append(number)
    } else {
      attributes[place, default: []].append(number)
    }
  }

  private mutating func place(of steps: [Int]) -> Int {
    var place: Int?
    for step in steps {
      let found = place.map { next[$0]?[step] } ?? beginnings[step]
      let target = found ?? next.count
      if found == nil {
        next.append([:])
        if let place { next[place]?[step] = target } else { beginnings[step] = target }
      }
      place = target
    }
    return place ?? 0
  }
}

extension String {
  /// As the list has it: media types in small letters, languages without their region.
  fileprivate func folded(as list: String) -> String {
    let small = lowercased()
    return list == "Language" ? String(small.prefix { $0 != "-" }) : small
  }
}

extension Finding {
  static func unknownCode(_ code: String, _ list: String, isComplete: Bool, in place: String, line: Int) -> Finding {
    let why = isComplete ? "which is not on the code list" : "which is not on the code list (it may lack some):"
    return Finding(
      line: line, level: .warning, code: "unknown-code",
      message: "\(place) is “\(code.inShort)”, \(why) \(list). It is kept as it is; check it.")
  }

  static func withdrawnCode(_ code: String, _ name: String, _ list: String, in place: String, line: Int) -> Finding {
    let meaning = name.isEmpty ? "" : " (\(name))"
    return Finding(
      line: line, level: .warning, code: "withdrawn-code",
      message: "\(place) is “\(code.inShort)”\(meaning), which the code list \(list) has withdrawn. It is kept; "
        + "new reports should use a current code.")
  }
}

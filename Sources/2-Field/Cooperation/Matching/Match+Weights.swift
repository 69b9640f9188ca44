extension Match {
  /// How much each part counts; only their proportions matter.
  package struct Weights: Sendable, Hashable {
    /// In the order of the parts, each 0 to 100, not all 0.
    private let values: [Int]

    /// - Throws: `.outOfRange`, `.allZero`.
    package init(
      themes: Int, text: Int, context: Int, languages: Int, reciprocity: Int, capacity: Int = 0, reach: Int = 0,
      evidence: Int = 0
    ) throws(Refusal) {
      try self.init([themes, text, context, languages, reciprocity, capacity, reach, evidence])
    }

    private init(_ values: [Int]) throws(Refusal) {
      for (part, value) in zip(Part.allCases, values) where !(0...100).contains(value) {
        throw .outOfRange(part, value)
      }
      guard values.contains(where: { $0 > 0 }) else { throw .allZero }
      self.values = values
    }

    private init(standard values: [Int]) { self.values = values }

    /// What everyone starts from; the sum is 100.
    package static let standard = Weights(standard: [30, 20, 15, 10, 10, 5, 5, 5])

    /// What counts in a learning circle: what is taught, where and in which language; not how busy anyone is, who
    /// would introduce them or who took it up since, for that changes from day to day and with who asks.
    package static let ofCircles = Weights(standard: [30, 20, 15, 10, 15, 0, 0, 0])

    package subscript(part: Part) -> Int { values[part.place] }

    /// What a part gives to the whole, 0 to 1; those of all parts make 1.
    package func share(of part: Part) -> Double { Double(self[part]) / Double(values.reduce(0, +)) }

    /// These with one part weighed otherwise.
    ///
    /// - Throws: `.outOfRange`, `.allZero`.
    package func setting(_ part: Part, to value: Int) throws(Refusal) -> Weights {
      var changed = values
      changed[part.place] = value
      return try Weights(changed)
    }

    package enum Refusal: Cooperation.Refusal, Equatable {
      case allZero
      case outOfRange(Part, Int)
      /// Not eight whole numbers with hyphens between them.
      case unreadable(String)

      package var kind: RefusalKind { .invalid }

      package var words: Phrase {
        switch self {
        case .allZero: Phrase("refusal.weights-all-zero", "At least one part must count.")
        case .outOfRange(let part, let value):
          Phrase(
            "refusal.weight-out-of-range", "The weight of “{part}” is from 0 to 100, not {value}.",
            ["part": part.rawValue, "value": "\(value)"])
        case .unreadable(let text):
          Phrase(
            "refusal.weights-unreadable", "Weights are eight numbers, such as 30-20-15-10-10-5-5-5, not “{text}”.",
            ["text": text])
        }
      }
    }
  }
}

extension Match.Weights: CustomStringConvertible {
  /// As an address carries them, in the order of the parts: `30-20-15-10-10-5-5-5`.
  package var description: String { values.map(String.init).joined(separator: "-") }

  /// Reads what `description` writes; five or seven numbers, as addresses had them before there was room and reach, and
  /// then evidence, give none to these.
  ///
  /// - Throws: `.unreadable`, `.outOfRange`, `.allZero`.
  package init(_ text: some StringProtocol) throws(Refusal) {
    let values = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    let numbers = values.compactMap { $0 }
    guard [5, 7, Match.Part.allCases.count].contains(values.count), numbers.count == values.count else {
      throw .unreadable(String(text.prefix(40)))
    }
    try self.init(numbers + Array(repeating: 0, count: Match.Part.allCases.count - numbers.count))
  }
}

extension Match.Part {
  /// Its place among the parts, from 0.
  var place: Int {
    switch self {
    case .themes: 0
    case .text: 1
    case .context: 2
    case .languages: 3
    case .reciprocity: 4
    case .capacity: 5
    case .reach: 6
    case .evidence: 7
    }
  }

  /// Its name in pages.
  package var title: Phrase {
    switch self {
    case .themes: Phrase("match.part.themes", "Themes")
    case .text: Phrase("match.part.text", "Words")
    case .context: Phrase("match.part.context", "Places alike")
    case .languages: Phrase("match.part.languages", "Languages")
    case .reciprocity: Phrase("match.part.reciprocity", "Teaching back")
    case .capacity: Phrase("match.part.capacity", "Room for more")
    case .reach: Phrase("match.part.reach", "Way to them")
    case .evidence: Phrase("match.part.evidence", "Known to work")
    }
  }
}

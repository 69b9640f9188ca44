/// What the things of a list can be narrowed by, ready to be counted: a row for each thing, with its labels and words.
///
/// A value: a copy is a snapshot that no later change touches. What it answers depends only on what is in it, never on
/// the order in which it came. A question takes one pass over all rows, whatever it asks.
package struct FacetIndex: Sendable {
  /// A facet, by its number from 0, and one of its values: `(0, "water-supply")`.
  package struct Label: Hashable, Sendable {
    package let facet: Int
    package let value: String

    package init(_ facet: Int, _ value: String) { (self.facet, self.value) = (facet, value) }
  }

  private let facets: Int
  private var numbers: [Label: UInt16] = [:]
  private var named: [Label] = []
  /// How many labels each facet has.
  private var sizes: [Int]
  private var places: [UInt128: Int] = [:]
  private var rows: [Row] = []
  private var labels: [UInt16] = []
  private var words: [UInt8] = []

  /// Where the labels and the words of a thing end; they begin where those of the row before end.
  private struct Row: Sendable {
    let id: UInt128
    let moment: Int64
    let labelsEnd: UInt32
    let wordsEnd: UInt32
    /// The number of the last day on which it counts; `never` once it was taken out.
    var lastDay: Int32
  }

  private static let never = Int32.min

  /// - Precondition: `facets` is from 1 to 32.
  package init(facets: Int) {
    precondition(1...32 ~= facets, "a list has from 1 to 32 facets")
    self.facets = facets
    sizes = [Int](repeating: 0, count: facets)
  }

  /// How many things there are.
  package var count: Int { places.count }

  /// Puts a thing in, in place of what it was before.
  ///
  /// - Parameters:
  ///   - labels: a facet counts its first 65,535 divided by the number of facets; things have no more.
  ///   - words: what it is looked for by, folded.
  ///   - moment: when it was shown first: the latest come first.
  ///   - expires: the last day on which it counts; nil for no end.
  package mutating func put<Subject>(
    _ id: Identifier<Subject>, _ labels: Set<Label>, words: String, at moment: Instant, expires: Day?
  ) {
    remove(id)
    self.labels += labels.compactMap { number(of: $0) }.sorted()
    self.words += words.utf8
    places[id.bits] = rows.count
    rows.append(
      Row(
        id: id.bits, moment: moment.microseconds, labelsEnd: UInt32(self.labels.count),
        wordsEnd: UInt32(self.words.count),
        lastDay: expires.map { Int32(clamping: $0.number) } ?? .max))
  }

  /// Takes a thing out, if it is there.
  package mutating func remove<Subject>(_ id: Identifier<Subject>) {
    guard let place = places.removeValue(forKey: id.bits) else { return }
    rows[place].lastDay = Self.never
    if rows.count > 64, places.count * 2 < rows.count { tidy() }
  }

  /// Nil where its facet is full: what people may write freely, such as languages, cannot crowd out the rest.
  private mutating func number(of label: Label) -> UInt16? {
    precondition(0..<facets ~= label.facet, "there is no facet \(label.facet)")
    if let known = numbers[label] { return known }
    guard sizes[label.facet] < Int(UInt16.max) / facets else { return nil }
    sizes[label.facet] += 1
    let number = UInt16(named.count)
    numbers[label] = number
    named.append(label)
    return number
  }

  /// Forgets the rows that were taken out.
  private mutating func tidy() {
    var kept = FacetIndex(facets: facets)
    (kept.numbers, kept.named, kept.sizes) = (numbers, named, sizes)
    for (place, row) in rows.enumerated() where row.lastDay != Self.never {
      kept.labels += labels[labels(of: place)]
      kept.words += words[words(of: place)]
      kept.places[row.id] = kept.rows.count
      kept.rows.append(
        Row(
          id: row.id, moment: row.moment, labelsEnd: UInt32(kept.labels.count), wordsEnd: UInt32(kept.words.count),
          lastDay: row.lastDay))
    }
    self = kept
  }

  private func labels(of place: Int) -> Range<Int> {
    (place == 0 ? 0 : Int(rows[place - 1].labelsEnd))..<Int(rows[place].labelsEnd)
  }

  private func words(of place: Int) -> Range<Int> {
    (place == 0 ? 0 : Int(rows[place - 1].wordsEnd))..<Int(rows[place].wordsEnd)
  }
}

extension FacetIndex {
  /// What a list is narrowed to.
  package struct Question: Sendable {
    /// For each facet the values of which a thing must have one; nil where any will do.
    package var chosen: [[String]?]
    /// Folded words, each of which must begin a word of a thing's.
    package var beginnings: [String]
    /// The day on which it is asked.
    package var day: Day

    package init(chosen: [[String]?], beginnings: [String] = [], on day: Day) {
      (self.chosen, self.beginnings, self.day) = (chosen, beginnings, day)
    }
  }

  /// How many things fit, and which.
  package struct Answer<Subject: Named>: Sendable, Equatable {
    package let total: Int
    /// Those shown latest, the latest first; of the same moment by their identifiers, the last first.
    package let first: [Identifier<Subject>]
    /// For each facet how many there are of each value, whatever is chosen of that facet: the most first, then by the
    /// values; those of which there are none are left out.
    package let counts: [[Count<String>]]

    package init(total: Int, first: [Identifier<Subject>], counts: [[Count<String>]]) {
      (self.total, self.first, self.counts) = (total, first, counts)
    }
  }

  /// - Parameter most: how many of those that fit are named.
  /// - Precondition: `chosen` has an entry for each facet.
  package func answer<Subject: Named>(_ question: Question, naming most: Int) -> Answer<Subject> {
    precondition(question.chosen.count == facets, "each facet has its choice")
    var wanted = [UInt32](repeating: 0, count: named.count), asked: UInt32 = 0
    for (facet, values) in question.chosen.enumerated() {
      guard let values else { continue }
      asked |= 1 << UInt32(facet)
      for value in values { if let number = numbers[Label(facet, value)] { wanted[Int(number)] = 1 << UInt32(facet) } }
    }
    var found = Found(most: most, labels: named.count)
    count(question, asked, wanted, &found)
    return Answer(
      total: found.total, first: found.latest.map { Identifier(bits: $0.id) },
      counts: (0..<facets).map { told(found.counts, facet: $0) })
  }

  /// A thing counts for all facets where it fits all of them, and for one where that is the only one it does not fit.
  private func count(_ question: Question, _ asked: UInt32, _ wanted: [UInt32], _ found: inout Found) {
    let facetBits = named.map { UInt32(1) << UInt32($0.facet) }
    let beginnings = question.beginnings.map { Array($0.utf8) }, day = Int32(clamping: question.day.number)
    // The latest were put in last, as a rule: from behind, the first that fit are the ones to name.
    for place in rows.indices.reversed() where rows[place].lastDay >= day {
      let own = labels(of: place)
      var missing = asked
      if asked != 0 { for label in own { missing &= ~wanted[Int(labels[label])] } }
      guard missing & (missing &- 1) == 0, beginnings.allSatisfy({ begins($0, in: words(of: place)) })
      else { continue }
      if missing == 0 { found.take(rows[place].moment, rows[place].id) }
      for label in own {
        let number = Int(labels[label])
        if missing == 0 || facetBits[number] == missing { found.counts[number] += 1 }
      }
    }
  }

  /// Whether a word in `range` begins so.
  private func begins(_ beginning: [UInt8], in range: Range<Int>) -> Bool {
    var place = range.lowerBound
    while place + beginning.count <= range.upperBound {
      var length = 0
      while length < beginning.count, words[place + length] == beginning[length] { length += 1 }
      if length == beginning.count { return true }
      while place < range.upperBound, words[place] != UInt8(ascii: " ") { place += 1 }
      place += 1
    }
    return false
  }

  private func told(_ counts: [Int], facet: Int) -> [Count<String>] {
    named.indices.filter { named[$0].facet == facet && counts[$0] > 0 }
      .map { Count(named[$0].value, counts[$0]) }
      .sorted { ($1.number, $0.value) < ($0.number, $1.value) }
  }
}

/// What a pass over the rows gathers.
private struct Found {
  private(set) var total = 0
  /// By label.
  var counts: [Int]
  private(set) var latest: [(moment: Int64, id: UInt128)] = []
  private let most: Int

  init(most: Int, labels: Int) { (self.most, counts) = (most, [Int](repeating: 0, count: labels)) }

  mutating func take(_ moment: Int64, _ id: UInt128) {
    total += 1
    if latest.count == most {
      guard let last = latest.last, (last.moment, last.id) < (moment, id) else { return }
      latest.removeLast()
    }
    var place = latest.count
    while place > 0, (latest[place - 1].moment, latest[place - 1].id) < (moment, id) { place -= 1 }
    latest.insert((moment, id), at: place)
  }
}

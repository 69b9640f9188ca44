import Cooperation
import SQL
import Storage

/// A pair of twin towns being decided.
struct TwinningDecision {
  private let reading: Reading

  init(_ reading: Reading) { self.reading = reading }

  /// - Returns: how many other pairs were decided along with it.
  func decide(_ item: ReviewItem, _ choice: DecideItem.Choice, _ reach: DecideItem.Reach) throws -> Int {
    guard case .means(let parts) = choice else { return 0 }
    let twins = try Twins(reading, source: item.said("source"))
    let one = try side("1", of: item, parts, twins), other = try side("2", of: item, parts, twins)
    guard one != other else { throw DecideItem.Refused.sameTwice }
    try twins.join(item.line, item.pair, one, other)
    guard reach == .label else { return 0 }
    var count = 0
    for (part, label) in try reading.session.waiting.labels(of: item.id.text).sorted(by: { $0.key < $1.key }) {
      let meant = part == "1" ? one : other
      try reading.session.sources.insert(Source(Label.source, label), of: meant.text, by: reading.run)
      for wait in try reading.session.waiting.on(label) where wait.subject != item.id.text {
        if let id = ReviewItem.ID(wait.subject), try goOn(with: id) { count += 1 }
      }
    }
    return count
  }

  /// Whom one side means: as was chosen, else as the file says for certain.
  private func side(
    _ part: String, of item: ReviewItem, _ parts: [String: String], _ twins: Twins
  ) throws -> Organisation.ID {
    let only = item.candidates.filter { $0.hasPrefix(part + "/") }
    let isCertain = try reading.session.waiting.labels(of: item.id.text)[part] == nil && only.count == 1
    guard let text = parts[part] ?? (isCertain ? only.first.map { String($0.dropFirst(2)) } : nil), !text.isEmpty else {
      throw DecideItem.Refused.undecided
    }
    if text == "new" { return try twins.cities.added(item.town(part)) }
    if let id = Organisation.ID(text) {
      guard try reading.session.organisations.find(id) != nil else { throw DecideItem.Refused.unknown(text) }
      return id
    }
    guard let place = GeoNamesNumber(text), try reading.session.places.find(place) != nil else {
      throw DecideItem.Refused.unknown(text)
    }
    return try twins.cities.government(of: place)
  }

  /// Joins another pair, once both of its towns are decided or certain.
  private func goOn(with id: ReviewItem.ID) throws -> Bool {
    guard var item = try reading.session.reviewItems.find(id), item.state == .open else { return false }
    let labels = try reading.session.waiting.labels(of: id.text)
    let twins = try Twins(reading, source: item.said("source"))
    var sides: [Organisation.ID] = []
    for part in ["1", "2"] {
      if let label = labels[part] {
        let subjects = try reading.session.sources.subjects(from: Source(Label.source, label))
        guard let meant = subjects.first.flatMap({ Organisation.ID($0) }) else { return false }
        sides.append(meant)
      } else {
        let only = item.candidates.filter { $0.hasPrefix(part + "/") }.map { String($0.dropFirst(2)) }
        guard only.count == 1, let place = GeoNamesNumber(only[0]) else { return false }
        sides.append(try twins.cities.government(of: place))
      }
    }
    guard sides[0] != sides[1] else { return false }
    // Two towns of one country may be namesakes of those that are meant: that stays for a person to say.
    let countries = try twins.countries(of: sides)
    guard countries.count == 2, countries[0] != countries[1] else { return false }
    item.state = .resolved
    try reading.session.reviewItems.decide(item, by: reading.account, at: reading.now)
    try reading.session.waiting.delete(id.text)
    try twins.join(item.line, item.pair, sides[0], sides[1])
    return true
  }
}

extension ReviewItem {
  /// A town of a pair, as the file has it.
  fileprivate func town(_ part: String) -> Town {
    Town(
      name: said("city-" + part), country: said("country-" + part), latitude: said("latitude-" + part),
      longitude: said("longitude-" + part))
  }

  fileprivate var pair: String { "\(said("city-1").shown) – \(said("city-2").shown)" }
}

import Cooperation
import SQL
import Storage

/// An organisation that activities name, being decided; everything that waits for it follows.
struct ActivityDecision {
  private let reading: Reading
  private let activities: Activities

  init(_ reading: Reading) {
    self.reading = reading
    activities = Activities(reading)
  }

  /// - Returns: how many activities were decided along with it.
  func decide(_ item: ReviewItem, _ choice: DecideItem.Choice) throws -> Int {
    if item.code == "waiting-activity" {
      guard choice == .notOurs else { throw DecideItem.Refused.waits }
      return 0
    }
    let mention = Mention(
      ref: item.said("identifier"), name: cleaned(item.said("organisation"), limit: .max).map { Texts($0, in: "und") },
      type: item.said("type"))
    let publisher = item.said("publisher"), label = mention.label(by: publisher)
    var organisation: Organisation.ID?
    if case .means(let parts) = choice {
      guard let text = parts[""], !text.isEmpty else { throw DecideItem.Refused.undecided }
      let found = try meant(text, mention, publisher, item.line)
      try reading.session.sources.insert(Source(Label.source, label), of: found.text, by: reading.run)
      organisation = found
    }
    return try settle(label, organisation)
  }

  private func meant(_ text: String, _ mention: Mention, _ publisher: String, _ line: Int) throws -> Organisation.ID {
    if text == "new" {
      let number = mention.isCertain ? Organisation.ExternalIdentifier(.iati, mention.ref) : nil
      return try activities.actors.add(mention, number, by: publisher, line: line)
    }
    guard let id = Organisation.ID(text), try reading.session.organisations.find(id) != nil else {
      throw DecideItem.Refused.unknown(text)
    }
    return id
  }

  /// Goes on with everything that waited for the label.
  ///
  /// - Parameter organisation: nil where it is none of ours.
  private func settle(_ label: String, _ organisation: Organisation.ID?) throws -> Int {
    let session = reading.session
    var count = 0
    for wait in try session.waiting.on(label) {
      try session.waiting.delete(wait, on: label)
      if let id = Partnership.ID(wait.subject) {
        guard let organisation, let role = Party.Role(rawValue: wait.part) else { continue }
        if try session.partnerships.join(Party(organisation, role), to: id) { count += 1 }
      } else if let id = ReviewItem.ID(wait.subject), try goOn(with: id) {
        count += 1
      }
    }
    try activities.finish()
    return count
  }

  /// Adds an activity that waited, or leaves it out where it can never have two parties.
  ///
  /// - Returns: false where it waits for others still.
  private func goOn(with id: ReviewItem.ID) throws -> Bool {
    guard var item = try reading.session.reviewItems.find(id), item.state == .open else { return false }
    let named = try Named(ActivityDraft(kept: item.said("draft")), activities.actors)
    guard named.isEnough || named.undecided.isEmpty else { return false }
    item.state = named.isEnough ? .resolved : .dismissed
    try reading.session.reviewItems.decide(item, by: reading.account, at: reading.now)
    try reading.session.waiting.delete(id.text)
    if named.isEnough { try activities.add(named) }
    return true
  }
}

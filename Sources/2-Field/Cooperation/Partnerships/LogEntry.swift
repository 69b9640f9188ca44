/// A dated line in a partnership's life.
package struct LogEntry: Identifiable, Sendable, Equatable, Named {
  package static let kind = "log"
  package typealias ID = Identifier<LogEntry>

  package let id: ID
  package let partnership: Partnership.ID
  package let kind: Kind
  package let day: Day
  package let text: Texts
  /// The party that wrote it.
  package let organisation: Organisation.ID
  /// Days of its own people that the writing party gave to the other, and received from it; in tenths of a day.
  package let given: PeerDays
  package let received: PeerDays
  package let isPublic: Bool

  package init(
    id: ID, partnership: Partnership.ID, kind: Kind, day: Day, text: Texts, organisation: Organisation.ID,
    given: PeerDays = .none, received: PeerDays = .none, isPublic: Bool = true
  ) {
    (self.id, self.partnership, self.kind, self.day, self.text) = (id, partnership, kind, day, text)
    (self.organisation, self.given, self.received, self.isPublic) = (organisation, given, received, isPublic)
  }

  package enum Kind: String, Sendable, CaseIterable {
    case visit, meeting, decision, result, dissemination, handover, note
  }
}

/// Working days that people of one city spent on another, in tenths.
package struct PeerDays: Sendable, Hashable {
  /// 0 to 100,000.
  package let tenths: Int
  package static let none = PeerDays()

  private init() { tenths = 0 }

  /// Nil for a number below 0 or above 10,000 days.
  package init?(tenths: Int) {
    guard (0...100_000).contains(tenths) else { return nil }
    self.tenths = tenths
  }

  /// Nil for what is not a number of days to one decimal: `2`, `0.5`, `1,5`.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: text.contains(",") ? "," : ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let whole = Int(parts[0]), (0...10_000).contains(whole) else { return nil }
    let tenth = parts.count == 1 ? 0 : parts[1].utf8.count == 1 ? Int(parts[1]) : nil
    guard let tenth else { return nil }
    self.init(tenths: whole * 10 + tenth)
  }
}

extension PeerDays: CustomStringConvertible {
  package var description: String { tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)" }
}

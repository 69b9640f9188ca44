package import Cooperation

/// One row of a table of open data.
package struct Row: Sendable, Equatable {
  /// One for each column, in their order.
  package let values: [Value]
  /// Where it lies, if it lies anywhere: a partnership in several places.
  package let positions: [Position]

  package init(_ values: [Value], at positions: [Position] = []) {
    (self.values, self.positions) = (values, positions)
  }

  /// What stands in one column.
  package enum Value: Sendable, Equatable {
    /// Nothing known, or nothing to say.
    case empty
    case text(String)
    case list([String])
    case whole(Int)
    /// Degrees of latitude or longitude.
    case degrees(Double)

    /// Empty where there is no text.
    init(_ text: String?) { self = text.map { $0.isEmpty ? .empty : .text($0) } ?? .empty }
    init(_ number: Int?) { self = number.map(Self.whole) ?? .empty }
    init(_ degrees: Double?) { self = degrees.map(Self.degrees) ?? .empty }
    init(_ day: Day?) { self = day.map { .text($0.description) } ?? .empty }
    init(_ moment: Instant?) { self = moment.map { .text($0.toTheSecond) } ?? .empty }
    init(_ list: [String]) { self = list.isEmpty ? .empty : .list(list) }

    /// As a cell of a table: a list parted by semicolons.
    var text: String {
      switch self {
      case .empty: ""
      case .text(let text): text
      case .list(let list): list.joined(separator: "; ")
      case .whole(let number): String(number)
      case .degrees(let number): number.inDegrees
      }
    }
  }
}

/// Where a row comes from, what may be done with it, and when it changed: the same columns at the end of every table.
package struct Credit: Sendable, Equatable {
  /// The address of its page.
  package let page: String
  /// Whose data it is, as far as it is not the organisation's own: `wikidata-p190`.
  package let source: String
  /// `CC BY 4.0`.
  package let licence: String
  package let changed: Instant

  package init(page: String, source: String = "", licence: String, changed: Instant) {
    (self.page, self.source, self.licence, self.changed) = (page, source, licence, changed)
  }

  static let columns = [
    Column("page", "Address of the page"), Column("source", "Where it was imported from; empty for what was told here"),
    Column("licence", "What may be done with it"), Column("changed", "When it changed last (UTC)"),
  ]
  var values: [Row.Value] { [.init(page), .init(source), .init(licence), .init(changed)] }
}

extension Texts {
  /// The columns of a text that has translations.
  static let titleColumns = [
    Column("title", "In the language it was written in"), Column("title_language", "That language (BCP 47)"),
    Column("title_en", "In English, where there is a version"), Column("title_fr", "In French"),
    Column("title_es", "In Spanish"), Column("title_pt", "In Portuguese"), Column("title_ar", "In Arabic"),
  ]

  var columns: [Row.Value] {
    [.init(versions[original]), .init(original.tag)] + Language.interface.map { .init(versions[$0]) }
  }

  /// As it was written.
  var own: String { versions[original] ?? "" }
}

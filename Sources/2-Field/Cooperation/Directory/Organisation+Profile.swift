extension Organisation {
  /// How it can pay for cooperation with others, as it says itself; nil for what it has not said.
  package struct Means: Sendable, Equatable {
    package var budgetLine: BudgetLine?
    /// What goes to international cooperation and solidarity.
    package var share: IncomeShare?

    package init(budgetLine: BudgetLine? = nil, share: IncomeShare? = nil) {
      (self.budgetLine, self.share) = (budgetLine, share)
    }

    /// Whether its budget has a line for international work.
    package enum BudgetLine: String, Sendable, CaseIterable {
      case yes, no
      /// Its country's law does not let it spend on this.
      case notAllowed = "not-allowed"
    }
  }

  /// A part of an organisation's own income.
  package struct IncomeShare: Sendable, Hashable, Comparable {
    /// Hundredths of a per cent, 0 to 10,000.
    package let hundredths: Int

    package init?(hundredths: Int) {
      guard 0...10_000 ~= hundredths else { return nil }
      self.hundredths = hundredths
    }

    /// Reads per cent with at most two decimals after a point or a comma: `0.7`, `0,35`.
    package init?(percent text: String) {
      let parts = text.split(separator: text.contains(",") ? "," : ".", omittingEmptySubsequences: false)
      let decimals = parts.count == 2 ? parts[1] : ""
      guard 1...2 ~= parts.count, parts.count == 1 || 1...2 ~= decimals.count, let whole = Self.number(parts[0]),
        let rest = Self.number(decimals + String(repeating: "0", count: 2 - decimals.count))
      else { return nil }
      self.init(hundredths: whole * 100 + rest)
    }

    private static func number(_ digits: some StringProtocol) -> Int? {
      1...3 ~= digits.utf8.count && digits.utf8.allSatisfy { 0x30...0x39 ~= $0 } ? Int(digits) : nil
    }

    /// Per cent, without needless zeros and with a point: `0.7`, `0.35`, `2`.
    package var percent: String {
      let decimals = String(hundredths % 100 + 100).dropFirst()
      let short = decimals.hasSuffix("0") ? decimals.dropLast() : decimals
      return hundredths % 100 == 0 ? "\(hundredths / 100)" : "\(hundredths / 100).\(short)"
    }

    /// The 0.7 % that the United Nations asked of countries in 1970, and that cities have taken for their own.
    package static let target = IncomeShare(known: 70)

    private init(known hundredths: Int) { self.hundredths = hundredths }

    package static func < (a: IncomeShare, b: IncomeShare) -> Bool { a.hundredths < b.hundredths }
  }

  /// A name that it bore before.
  package struct FormerName: Sendable, Hashable {
    package let name: String
    /// The last year of that name; nil where nobody has said.
    package let until: Int?

    package init(_ name: String, until: Int?) { (self.name, self.until) = (name, until) }
  }

  /// What became of it, when municipalities are joined.
  package struct Succession: Sendable, Hashable {
    /// What it is part of now.
    package let successor: ID
    package let day: Day

    package init(to successor: ID, on day: Day) { (self.successor, self.day) = (successor, day) }

    package enum Refusal: Cooperation.Refusal, Equatable {
      /// The successor is, or has itself become part of, what it is to succeed.
      case circle

      package var kind: RefusalKind { .invalid }
      package var words: Phrase {
        Phrase("refusal.succession-circle", "An organisation cannot become part of itself, not even by way of others.")
      }
    }
  }
}

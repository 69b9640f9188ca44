/// What a period of an indicator says as a whole: that which a party confirms or disputes.
///
/// A word is on the figure as it stood; once the figure is another, the word is history and counts no longer.
package struct Figure: Sendable, Hashable {
  /// What is counted, when, from where and towards what: all but what came.
  package let line: String
  /// What came: a number, or the words of an indicator that is told in words; empty where nobody has reported.
  package let value: String

  package init(line: String, value: String) { (self.line, self.value) = (line, value) }

  /// Whether what came is this: 12 is 12.0.
  package func says(_ other: String) -> Bool {
    if value == other { return true }
    guard let own = Amount(value), let other = Amount(other) else { return false }
    return own.value == other.value
  }

  /// Whether both say the same.
  package func isSame(as other: Figure) -> Bool { line == other.line && says(other.value) }
}

extension Indicator {
  /// What one of its periods says.
  package func figure(of period: Period) -> Figure {
    let before = baseline.map { "\($0.year): \($0.value)" } ?? ""
    let line = [
      title.versions[title.original] ?? "", measure.rawValue, unit, ascending ? "more" : "less", before,
      "\(period.start)/\(period.end)", period.target?.description ?? "",
    ]
    let words = measure == .qualitative ? period.words.flatMap { $0.versions[$0.original] } : nil
    return Figure(line: line.joined(separator: " · "), value: words ?? period.actual?.description ?? "")
  }
}

extension Claim {
  /// What the parties say of a figure as it stands: of each the latest word, where that was on this figure.
  package init(on figure: Figure, among parties: [Organisation.ID], voices: [Voice], isImported: Bool) {
    let latest = Claim(among: parties, voices: voices, isImported: isImported).voices
    self.init(among: parties, voices: latest.compactMap { $0.counting(for: figure) }, isImported: isImported)
  }

  /// Whether `organisation` may change what the fact says: it stands behind it, or nobody else does.
  ///
  /// - Throws: `.notAParty`, `.theirs`.
  package func lets(_ organisation: Organisation.ID) throws(Refusal) {
    guard parties.contains(organisation) else { throw .notAParty }
    let behind = voices.filter { $0.stance != .disputes }.map(\.organisation)
    guard behind.isEmpty || behind.contains(organisation) else { throw .theirs }
  }
}

extension Claim.Voice {
  /// This word as it counts for a figure; nil where it was on another.
  ///
  /// Who disputed a figure and gave another has claimed that other.
  fileprivate func counting(for current: Figure) -> Claim.Voice? {
    guard let figure, figure.line == current.line else { return nil }
    if figure.says(current.value) { return self }
    guard let counter, current.says(counter.description) else { return nil }
    return Claim.Voice(organisation: organisation, stance: .claims, reason: "", person: person, at: at, on: current)
  }
}

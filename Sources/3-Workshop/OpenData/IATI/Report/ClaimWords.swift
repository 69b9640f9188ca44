import Cooperation

extension PartnershipRecord {
  /// Who says that it is so and who does not, in a sentence: IATI has no place for it but words.
  var claimWords: String {
    let agreeing = claim.voices.filter { $0.stance != .disputes }
    let last = agreeing.map(\.at).max().map { " on \($0.day)" } ?? ""
    switch claim.state {
    case .confirmed:
      let count = claim.parties.count
      return count == 2 ? "Confirmed by both partners\(last)." : "Confirmed by all \(count) partners, the last\(last)."
    case .claimed: return "Claimed by \(names(agreeing))\(last); not yet confirmed by \(names(claim.silent))."
    case .disputed:
      let dispute = claim.voices.first { $0.stance == .disputes }
      let reason = dispute.map { $0.reason.isEmpty ? "." : ": \($0.reason)" } ?? "."
      return "Claimed by \(names(agreeing)); disputed by \(names(dispute.map { [$0.organisation] } ?? []))\(reason)"
    case .inferred: return "From an imported file; no partner has said anything yet."
    case .silent: return "On record; no partner has said anything yet."
    }
  }

  private func names(_ voices: [Claim.Voice]) -> String { names(voices.map(\.organisation)) }

  private func names(_ parties: [Organisation.ID]) -> String {
    let names = parties.map { organisations[$0]?.name.reading(in: ["en"]).text ?? "another party" }
    guard names.count > 1, let last = names.last else { return names.first ?? "nobody" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }
}

import Cooperation
import Testing

@Suite("A partnership") struct PartnershipRulesTests {
  private let a = Organisation.ID(bits: 1), b = Organisation.ID(bits: 2), funder = Organisation.ID(bits: 3)
  private let day = Day(number: 20_000)

  private func proposed() throws -> Partnership {
    let parties = try Parties([Party(a), Party(b), Party(funder, .funder)])
    return try .proposed(
      .init(bits: 9), title: Texts("Drains", in: "en"), form: .cityToCity, parties: parties, by: a, on: day)
  }

  private func agreement(_ signed: Day) throws -> Agreement {
    try Agreement(
      kind: .letter, signed: signed, endsOn: nil,
      signatories: [a, b].map { .init(organisation: $0, name: "N", title: "") })
  }

  @Test("is accepted by a side that was asked, not by its proposer nor by who pays")
  func accepted() throws {
    #expect(throws: Partnership.Refusal.ownProposal) { try proposed().agreed(by: a, on: day) }
    #expect(throws: Partnership.Refusal.notAParty) { try proposed().agreed(by: funder, on: day) }
    #expect(try proposed().agreed(by: b, on: day).stage == .agreed(on: day))
  }

  @Test("is signed anew only on a later day")
  func renewed() throws {
    let signed = try proposed().agreed(by: b, on: day).signed(agreement(day))
    #expect(throws: Partnership.Refusal.alreadySigned(on: day)) { try signed.signed(agreement(day)) }
    let later = try agreement(day.adding(days: 1))
    #expect(try signed.signed(later).stage == .signed(later))
  }

  @Test("ends on no day before it began")
  func ends() throws {
    var agreed = try proposed().agreed(by: b, on: day)
    let before = day.adding(days: -1)
    #expect(throws: Partnership.Refusal.endsBeforeItBegan(day, ends: before)) {
      try agreed.ended(by: a, on: before, why: .lapsed)
    }
    agreed.began = day.adding(days: -100)
    #expect(try agreed.ended(by: a, on: before, why: .lapsed).stage == .ended(on: before, why: .lapsed))
  }

  @Test("asks a party for its word until it has spoken, and again when another claims something new")
  func awaits() {
    func voice(_ party: Organisation.ID, _ stance: Claim.Stance, _ minutes: Int) -> Claim.Voice {
      .init(
        organisation: party, stance: stance, reason: "", person: .init(bits: 1),
        at: Instant(start: day).adding(minutes: minutes))
    }
    func claim(_ voices: [Claim.Voice]) -> Claim { Claim(among: [a, b], voices: voices, isImported: false) }
    let claimed = claim([voice(a, .claims, 1)])
    #expect(claimed.awaits(b) && !claimed.awaits(a) && !claimed.awaits(funder))
    let confirmed = claim([voice(a, .claims, 1), voice(b, .confirms, 2)])
    #expect(!confirmed.awaits(a) && !confirmed.awaits(b))
    let again = claim([voice(a, .claims, 1), voice(b, .confirms, 2), voice(a, .claims, 3)])
    #expect(again.awaits(b) && !again.awaits(a))
    #expect(!claim([voice(b, .disputes, 2), voice(a, .claims, 3)]).awaits(b), "it has said that it is not so")
  }
}

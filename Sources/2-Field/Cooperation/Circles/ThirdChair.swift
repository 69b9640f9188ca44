/// An organisation that would make a triangle of two, with the reasons.
package struct ThirdChair: Sendable, Equatable {
  package let organisation: Organisation.ID
  /// The strongest first; at least one.
  package let reasons: [Reason]

  /// Why it would help.
  package enum Reason: Sendable, Equatable {
    /// It works in a language of each, where the two share none.
    case bridge(learner: Language, teacher: Language)
    /// It has paid into a partnership of one of the two.
    case funding(of: Organisation.ID, in: Partnership.ID)
    /// It has worked on a theme of the need with an organisation in a place like that of one of the two.
    case experience(with: Organisation.ID, like: Organisation.ID, on: Theme.ID, in: Partnership.ID)

    package var part: Part {
      switch self {
      case .bridge: .bridge
      case .funding: .funding
      case .experience: .experience
      }
    }
  }

  /// What reasons rest on, the weightiest first.
  package enum Part: String, Sendable, CaseIterable {
    case bridge, funding, experience

    /// What it gives to the score.
    fileprivate var weight: Double {
      switch self {
      case .bridge: 0.4
      case .funding: 0.35
      case .experience: 0.25
      }
    }
  }

  /// 0 to 1: what its parts give, each once.
  package var score: Double { Part.allCases.reduce(0) { sum, part in hasReason(part) ? sum + part.weight : sum } }

  private func hasReason(_ part: Part) -> Bool { reasons.contains { $0.part == part } }
}

extension ThirdChair {
  /// One of the two, or one that might join them.
  package struct Peer: Sendable {
    package let organisation: Organisation
    package let setting: Setting

    package init(_ organisation: Organisation, in setting: Setting) {
      (self.organisation, self.setting) = (organisation, setting)
    }

    package var id: Organisation.ID { organisation.id }

    /// Whether two places are alike: at most three times as many people, and one income group or one part of a
    /// continent. What is not known is not alike.
    func isLike(_ other: Peer) -> Bool {
      guard let mine = setting.population, let theirs = other.setting.population, mine <= theirs * 3,
        theirs <= mine * 3,
        let land = setting.land, let otherLand = other.setting.land
      else { return false }
      let hasIncome = land.income != nil && land.income == otherLand.income
      return hasIncome || Match.Context.Land(land, otherLand) == .subregion || land.country == otherLand.country
    }
  }

  /// Someone who paid into a partnership that an organisation is a party of.
  package struct Funding: Sendable, Hashable {
    package let funder: Organisation.ID
    package let party: Organisation.ID
    package let partnership: Partnership.ID

    package init(by funder: Organisation.ID, of party: Organisation.ID, in partnership: Partnership.ID) {
      (self.funder, self.party, self.partnership) = (funder, party, partnership)
    }
  }

  /// A partnership about a theme of the need, with who is in it.
  package struct Work: Sendable {
    package let partnership: Partnership.ID
    package let theme: Theme.ID
    package let parties: [Organisation.ID]

    package init(_ partnership: Partnership.ID, on theme: Theme.ID, _ parties: [Organisation.ID]) {
      (self.partnership, self.theme, self.parties) = (partnership, theme, parties)
    }
  }

  /// What is known of those who might join.
  package struct Known: Sendable {
    package let funding: [Funding]
    package let works: [Work]
    /// Those who have published something about a theme of the need, and so have a word to say.
    package let versed: [Organisation.ID]
    /// Everyone named above, as far as they are on record.
    package let peers: [Organisation.ID: Peer]

    package init(
      funding: [Funding], works: [Work], versed: [Organisation.ID], peers: [Organisation.ID: Peer]
    ) {
      (self.funding, self.works, self.versed, self.peers) = (funding, works, versed, peers)
    }
  }

  /// Who might join the two, the best first: by score, then by how many reasons there are, then by id.
  package static func all(joining learner: Peer, _ teacher: Peer, _ known: Known) -> [ThirdChair] {
    let pair = [learner, teacher]
    var reasons: [Organisation.ID: [Reason]] = [:]
    for funding in known.funding {
      reasons[funding.funder, default: []].append(.funding(of: funding.party, in: funding.partnership))
    }
    for work in known.works {
      for one in work.parties {
        let others = work.parties.filter { $0 != one }.compactMap { known.peers[$0] }
        guard let (other, like) = firstAlike(others, pair) else { continue }
        reasons[one, default: []].append(
          .experience(with: other.id, like: like.id, on: work.theme, in: work.partnership))
      }
    }
    if SharedLanguage(learner.organisation.languages, teacher.organisation.languages) == nil {
      for id in Set(reasons.keys).union(known.versed) {
        guard let languages = known.peers[id]?.organisation.languages,
          let first = SharedLanguage(languages, learner.organisation.languages),
          let second = SharedLanguage(languages, teacher.organisation.languages)
        else { continue }
        reasons[id, default: []].insert(.bridge(learner: first.language, teacher: second.language), at: 0)
      }
    }
    return reasons.filter { id, _ in known.peers[id] != nil && !pair.contains { $0.id == id } }
      .map { ThirdChair(organisation: $0, reasons: $1) }
      .sorted { ($1.score, $1.reasons.count, $0.organisation) < ($0.score, $0.reasons.count, $1.organisation) }
  }

  /// The first of `others` that is in a place like that of one of the two, and which; none of the two themselves.
  private static func firstAlike(_ others: [Peer], _ pair: [Peer]) -> (Peer, Peer)? {
    for other in others where !pair.contains(where: { $0.id == other.id }) {
      if let like = pair.first(where: { other.isLike($0) }) { return (other, like) }
    }
    return nil
  }
}

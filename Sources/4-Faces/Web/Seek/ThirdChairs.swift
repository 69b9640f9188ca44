import Addresses
import Cooperation
import HTTP
import Languages
import Pages
import SQL
import Storage

extension Site {
  /// How many are named.
  private static let chairs = 12

  /// Who could be the third, beside whoever has a need and one who has an answer to it.
  func showThirdChair(_ visit: Visit, _ id: Need.ID, _ teacher: Organisation.ID) throws -> any Answer {
    let language = visit.reader.words.language
    return Shown(
      try database.read { session in
        let need = try session.needs.require(id, for: visit.viewer)
        guard teacher != need.organisation else { throw Missing(teacher) }
        let pair = [need.organisation, teacher]
        let briefs = try session.organisations.briefs(pair, in: language)
        guard let learns = briefs.first(where: { $0.id == need.organisation }),
          let teaches = briefs.first(where: { $0.id == teacher })
        else { throw Missing(teacher) }
        let found = try thirdChairs(need, pair, session)
        let lines = try MatchAsking(.need(need), top: 100)
          .lines(matches, session, for: visit.viewer, in: language, on: visit.now.day)
        return ThirdChairPage(
          need.work, learner: learns, teacher: teaches, among: lines,
          try told(found, session, in: language))
      })
  }

  private func thirdChairs(
    _ need: Need, _ pair: [Organisation.ID], _ session: any Session
  ) throws -> [ThirdChair] {
    let themes = need.topic.themes.sorted { $0.text < $1.text }
    let funding = try session.thirdChairs.funding(of: pair), works = try session.thirdChairs.works(on: themes)
    let versed = try session.thirdChairs.versed(in: themes)
    let named = Set(pair + funding.map(\.funder) + works.flatMap(\.parties) + versed)
    let owners = try Owners(named, in: session)
    let peers = named.compactMap { id in
      owners[id].map { ThirdChair.Peer($0, in: owners.setting(of: Topic(), $0)) }
    }
    let known = ThirdChair.Known(
      funding: funding, works: works, versed: versed,
      peers: Dictionary(uniqueKeysWithValues: peers.map { ($0.id, $0) }))
    guard let learner = known.peers[pair[0]], let teacher = known.peers[pair[1]] else { return [] }
    return Array(ThirdChair.all(joining: learner, teacher, known).prefix(Self.chairs))
  }

  private func told(
    _ chairs: [ThirdChair], _ session: any Session, in language: Language
  ) throws -> [ThirdChairLine] {
    let reasons = chairs.flatMap(\.reasons)
    let named = Set(chairs.map(\.organisation) + reasons.flatMap(\.organisations))
    let briefs = try session.organisations.briefs(named.sorted(), in: language)
    let byID = Dictionary(uniqueKeysWithValues: briefs.map { ($0.id, $0) })
    let names = byID.mapValues { $0.name.text }
    return chairs.compactMap { chair in byID[chair.organisation].map { ThirdChairLine(chair, $0, names: names) } }
  }
}

extension ThirdChair.Reason {
  /// Whom it names.
  fileprivate var organisations: [Organisation.ID] {
    switch self {
    case .bridge: []
    case .funding(let party, _): [party]
    case .experience(let other, let like, _, _): [other, like]
    }
  }
}

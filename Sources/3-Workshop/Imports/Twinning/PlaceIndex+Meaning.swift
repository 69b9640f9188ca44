import Cooperation
import Reference

/// What a town of a file means.
enum Meaning {
  /// This place, for certain: name, country and position agree.
  case place(PlaceIndex.Candidate)
  case doubt(Doubt)

  /// Why nobody can say for certain, and what it may mean, the likeliest first.
  struct Doubt {
    let code: String
    let candidates: [Place.ID]
    /// What is doubtful, as a clause: “no place of that name is known there”.
    let words: String
  }

  /// The places that it may mean, the likeliest first; one where it is certain.
  var candidates: [Place.ID] {
    switch self {
    case .place(let candidate): [candidate.id]
    case .doubt(let doubt): doubt.candidates
    }
  }
}

extension PlaceIndex {
  /// How far from a place its namesake in a file may lie and still be it, in kilometres.
  static let near = 25.0
  private static let mostCandidates = 6

  /// The place that a town of a file means: never by its name alone.
  func meaning(of town: Town) -> Meaning {
    guard let country = Countries.named(town.country) else {
      return doubt(
        "unknown-country", candidates(named: town.name, near: town.position),
        town.country.isEmpty ? "no country is given" : "“\(town.country.shown)” is no country of today")
    }
    let namesakes = town.names.map { candidates(named: $0, near: town.position) }
    let all = namesakes.joined(), there = all.filter { $0.country == country }
    guard let position = town.position else {
      return doubt("no-position", Array(there), "the file does not say where it lies, and a name alone is not enough")
    }
    for each in namesakes {
      let certain = each.filter { $0.country == country && $0.kilometres <= Self.near }
      if let only = certain.first, certain.count == 1 { return .place(only) }
      if certain.count > 1 {
        return doubt("ambiguous-place", certain, "\(certain.count) places of that name lie there")
      }
    }
    let around = candidates(within: Self.near, of: position)
    let abroad = all.filter { $0.country != country && $0.kilometres <= Self.near }
    if !abroad.isEmpty || isFar(position, from: country) {
      return doubt(
        "position-in-another-country", abroad + there + around, "its position is not in “\(town.country.shown)”")
    }
    if !there.isEmpty {
      return doubt(
        "position-elsewhere", there + around, "the place of that name lies \(Int(there[0].kilometres)) km away from it")
    }
    return doubt("unknown-place", around.filter { $0.country == country }, "no place of that name is known there")
  }

  /// Whether a point with places around it has none of that country within 100 km.
  private func isFar(_ position: Position, from country: Country.Code) -> Bool {
    let wide = candidates(within: 100, of: position)
    return !wide.isEmpty && wide.allSatisfy { $0.country != country }
  }

  private func doubt(_ code: String, _ candidates: [Candidate], _ words: String) -> Meaning {
    var seen: Set<Place.ID> = []
    let places = candidates.map(\.id).filter { seen.insert($0).inserted }
    return .doubt(.init(code: code, candidates: Array(places.prefix(Self.mostCandidates)), words: words))
  }
}

extension Town {
  /// The names to look for: as it is written, then without what follows a comma or stands in brackets.
  fileprivate var names: [String] {
    let bare = name.prefix { $0 != "," && $0 != "(" }
    return bare.count == name.count || bare.isEmpty ? [name] : [name, String(bare)]
  }
}

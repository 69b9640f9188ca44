import Addresses
import Cooperation
import HTTP
import Languages
import Pages
import SQL
import Storage

/// What a line that waits may mean, part by part, with what speaks for each.
struct ReviewParts {
  private let item: ReviewItem
  private let kind: ImportRun.Kind
  private let session: any Session
  private let reader: Reader

  init(_ item: ReviewItem, _ kind: ImportRun.Kind, _ session: any Session, _ reader: Reader) {
    (self.item, self.kind, self.session, self.reader) = (item, kind, session, reader)
  }

  func parts() throws -> [ReviewItemPage.Part] {
    if item.code == "waiting-activity" { return [] }
    let labels = try session.waiting.labels(of: item.id.text)
    if kind == .twinning {
      let counts = try session.waiting.count(on: Array(labels.values))
      return try ["1", "2"].map { key in
        let ids = item.candidates.filter { $0.hasPrefix(key + "/") }.map { String($0.dropFirst(2)) }
        let title = [said("city-" + key), said("country-" + key)].filter { !$0.isEmpty }.joined(separator: ", ")
        return ReviewItemPage.Part(
          key: key, title: title, candidates: try candidates(ids, near: position(key)),
          others: (labels[key].flatMap { counts[$0] } ?? 1) - 1, isCertain: labels[key] == nil && ids.count == 1)
      }
    }
    let label = kind == .iati ? said("label") : ""
    let others = label.isEmpty ? 0 : try session.waiting.count(on: [label])[label] ?? 0
    return [
      ReviewItemPage.Part(
        key: "", title: item.subject, candidates: try candidates(item.candidates, near: position(nil)), others: others)
    ]
  }

  private func said(_ name: String) -> String { item.content.first { $0.name == name }?.value ?? "" }

  /// Where the file puts it.
  private func position(_ part: String?) -> Position? {
    let end = part.map { "-\($0)" } ?? ""
    guard let latitude = Double(said("latitude" + end)), let longitude = Double(said("longitude" + end)) else {
      return nil
    }
    return Position(latitude: latitude, longitude: longitude)
  }

  private func candidates(_ ids: [String], near position: Position?) throws -> [ReviewItemPage.Candidate] {
    let organisations = try session.organisations.find(ids.compactMap { Organisation.ID($0) })
    let numbers = ids.compactMap { GeoNamesNumber($0) } + organisations.compactMap(\.place)
    let places = Dictionary(
      try session.places.find(Array(Set(numbers))).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return ids.compactMap { id in
      if let place = GeoNamesNumber(id).flatMap({ places[$0] }) { return candidate(place, position) }
      return organisations.first { $0.id.text == id }.map { candidate($0, $0.place.flatMap { places[$0] }, position) }
    }
  }

  private func candidate(_ place: Place, _ position: Position?) -> ReviewItemPage.Candidate {
    let far = position.map { Int($0.kilometres(to: place.position).rounded()) }
    var reasons = [distance(far)]
    reasons.append(place.population.map { reader.count($0, "place.people", one: "1 person", other: "{n} people") })
    return .init(
      id: place.id.description, name: reader.line(of: place), address: Address.place(place.id),
      reasons: reasons.compactMap { $0 }, kilometres: far)
  }

  private func candidate(
    _ organisation: Organisation, _ place: Place?, _ position: Position?
  ) -> ReviewItemPage.Candidate {
    let far = place.flatMap { place in position.map { Int($0.kilometres(to: place.position).rounded()) } }
    var reasons = [reader.words[organisation.kind.name]]
    if let place { reasons.append(reader.line(of: place)) }
    if place == nil, let country = organisation.country { reasons.append(reader.name(of: country)) }
    reasons += [distance(far)].compactMap { $0 }
    reasons += organisation.identifiers.prefix(3).map { "\($0.scheme.rawValue) \($0.value)" }
    return .init(
      id: organisation.id.text, name: reader.words.reading(organisation.name).text,
      address: Address.organisation(organisation.id), reasons: reasons, kilometres: far)
  }

  private func distance(_ kilometres: Int?) -> String? {
    kilometres.map { reader("review.distance", "{n} km from where the file puts it", ["n": reader.words.number($0)]) }
  }
}

import Cooperation
import Storage

// How an invented city wrote what it tells: begun, changed, looked at by a colleague; and a draft that waits for one.
extension SlowRivers {
  func versions() throws {
    let rui = try account("rui@nhamatare.example"), amelia = try account("amelia@nhamatare.example")
    var story = Texts("Cada bairro guarda a chave do seu portão de maré.", in: "pt")
    let gates = try begin(
      "nhamatare",
      Texts(
        "Portões de maré que o bairro fecha", in: "pt", translations: ["en": "Tide gates that the ward closes itself"]),
      story, ["drainage-and-floods", "citizen-participation"], by: rui, days: 96)
    story = Texts(
      "Cada bairro guarda duas chaves do seu portão de maré, e um telefone avisa da lua cheia.", in: "pt",
      translations: ["en": "Each ward keeps two keys to its tide gate, and a phone warns of the full moon."])
    let changed = try next(gates, .change, by: rui, days: 92) { $0.story = story }
    let asked = try next(changed, .askReview, by: rui, days: 91, "Confere os números?") { practice in
      practice.shelf = try practice.shelf.askingReview(missing: practice.missing, at: world.ago(91))
    }
    let given = try next(asked, .giveBack, by: amelia, days: 90, "Faltam os resultados.") { practice in
      practice.shelf = try practice.shelf.givingBack()
    }
    let told = try next(given, .change, by: rui, days: 88) { practice in
      practice.results = Texts(
        "Nas marés vivas de março a água ficou fora de quatro das cinco ruas.", in: "pt",
        translations: ["en": "In the spring tides of March the water stayed out of four of the five streets."])
      practice.facts.evidence = .monitored
      practice.facts.worked = .yes
    }
    _ = try next(told, .publish, by: amelia, days: 87) { practice in
      practice.shelf = try practice.shelf.publishing(missing: practice.missing, at: world.ago(87))
    }
    let draft = try begin(
      "nhamatare", Texts("Sombra nas paragens com restos de rede de pesca", in: "pt"),
      Texts("Pescadores tecem coberturas para as paragens com redes velhas.", in: "pt"),
      ["public-transport", "waste-management"], by: rui, days: 3)
    _ = try next(draft, .askReview, by: rui, days: 2, "Podes ler antes de quinta-feira?") { practice in
      practice.shelf = try practice.shelf.askingReview(missing: practice.missing, at: world.ago(2))
    }
  }

  private func account(_ address: String) throws -> Account.ID? {
    try Email(address).flatMap { try world.session.accounts.find($0)?.id }
  }

  private func begin(
    _ city: String, _ title: Texts, _ story: Texts, _ themes: Set<Theme.ID>, by account: Account.ID?, days: Int
  ) throws -> Practice {
    let practice = Practice(
      id: world.identifier(), organisation: self[city].id, title: title, story: story,
      topic: Topic(themes: themes, languages: self[city].languages), shelf: Shelf(.draft))
    try world.session.practices.insert(practice, at: world.ago(days))
    try world.session.versions.keep(practice, after: nil, .add, by: account, at: world.ago(days))
    return practice
  }

  /// What becomes of a practice, and its version.
  private func next(
    _ known: Practice, _ deed: Version.Deed, by account: Account.ID?, days: Int, _ note: String = "",
    _ change: (inout Practice) throws -> Void
  ) throws -> Practice {
    var practice = known
    try change(&practice)
    let kept = try world.session.practices.update(practice, at: world.ago(days))
    try world.session.versions.keep(kept, after: known, deed, by: account, note: note, at: world.ago(days))
    return kept
  }
}

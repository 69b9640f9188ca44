import Cooperation
import Storage

/// The network of the slow rivers: eight cities that do not exist, with people who do not, in every state that a record
/// can be in, so that every page has something to show.
struct SlowRivers {
  let world: World
  let hash: String
  let cities: [String: Organisation]
  let network: Organisation
  let association: Organisation

  init(in world: World, password hash: String) throws {
    (self.world, self.hash) = (world, hash)
    var cities: [String: Organisation] = [:]
    for town in Self.towns {
      try world.session.places.insert(town.place)
      cities[town.key] = try world.organisation(
        .localGovernment, town.name, country: town.place.country, place: town.place.id, about: town.about,
        languages: town.languages, takes: town.takes, .invented)
    }
    self.cities = cities
    network = try world.organisation(
      .network,
      Texts(
        "Network of Slow Rivers", in: "en",
        translations: [
          "fr": "Réseau des fleuves lents", "es": "Red de los ríos lentos", "pt": "Rede dos Rios Lentos",
          "ar": "شبكة الأنهار الهادئة",
        ]), "SLOW", country: nil,
      about: Texts(
        "An invented network of towns on rivers that flood, silt up and are loved. It exists in this demonstration only.",
        in: "en"),
      languages: ["en", "fr", "es", "pt", "ar"], .invented)
    association = try world.organisation(
      .association,
      Texts(
        "Associação dos Municípios do Vale", in: "pt",
        translations: ["en": "Association of the Valley’s Municipalities"]),
      "AMV", country: Country.Code("MZ"), about: Texts("Uma associação inventada, para esta demonstração.", in: "pt"),
      languages: ["pt"], .invented)
  }

  subscript(_ key: String) -> Organisation {
    guard let city = cities[key] else { preconditionFailure("\(key) is one of the invented cities") }
    return city
  }

  func tell() throws {
    for city in cities.values.sorted(by: { $0.id < $1.id }) { try world.member(city, of: network) }
    try world.member(self["nhamatare"], of: association)
    let people = try letIn()
    try profiles(people)
    try needs()
    try practices()
    try versions()
    try adoptions(people)
    try partnerships(people)
    try introductions(people)
    try amongColleagues(people)
  }

  /// An invented city, with its invented place.
  struct Town {
    let key: String
    let place: Place
    let name: Texts
    let about: Texts
    let languages: [Language]
    /// How many introductions it says it can take in a quarter.
    let takes: Int?

    init(
      _ number: Int, _ key: String, _ name: String, in language: Language, also: [Language: String] = [:],
      _ country: String,
      _ latitude: Double, _ longitude: Double, people: Int, speaks: [Language], takes: Int? = nil,
      about: Texts
    ) {
      self.key = key
      guard let code = Country.Code(country), let position = Position(latitude: latitude, longitude: longitude) else {
        preconditionFailure("\(key) lies somewhere")
      }
      place = Place(
        id: GeoNamesNumber(-number), name: name, country: code, division: "", position: position, population: people)
      (self.name, self.about) = (Texts(name, in: language, translations: also), about)
      (languages, self.takes) = (speaks, takes)
    }
  }

  private static let towns: [Town] = [
    Town(
      1, "nhamatare", "Nhamatare", in: "pt", "MZ", -21.4, 34.9, people: 82_000, speaks: ["pt", "en"], takes: 3,
      about: Texts(
        "Uma cidade de pescadores na foz de um rio. Três bairros ficam debaixo de água todos os meses de janeiro.",
        in: "pt",
        translations: ["en": "A town of fishers at the mouth of a river. Three wards stand under water every January."])
    ),
    Town(
      2, "clariva", "Santa Clariva", in: "es", "EC", -1.3, -80.3, people: 96_000, speaks: ["es", "pt"], takes: 4,
      about: Texts(
        "Ciudad de la costa con comités de barrio que funcionan.", in: "es",
        translations: ["en": "A coastal town whose neighbourhood committees work."])),
    Town(
      3, "zitoun", "Oued Zitoun", in: "fr", also: ["ar": "وادي الزيتون"], "TN", 36.7, 9.4, people: 140_000,
      speaks: ["ar", "fr"],
      about: Texts(
        "Une ville du nord, entre oliviers et oued.", in: "fr",
        translations: [
          "ar": "مدينة في الشمال بين الزيتون والوادي.", "en": "A northern town between olive trees and a wadi.",
        ])),
    Town(
      4, "ostra", "Ostrahaven", in: "nl", "NL", 51.7, 4.1, people: 210_000, speaks: ["nl", "en", "fr"],
      about: Texts("A port in a delta that has learnt to give water room.", in: "en")),
    Town(
      5, "lembork", "Lembork", in: "pl", "PL", 53.6, 17.5, people: 61_000, speaks: ["pl", "en"],
      about: Texts("A town of mills and lakes that has not written since 2014.", in: "en")),
    Town(
      6, "kotagede", "Kotagede Baru", in: "id", "ID", -7.5, 110.2, people: 310_000, speaks: ["id", "en"],
      about: Texts("A city that counts its rain, street by street.", in: "en")),
    Town(
      7, "potoia", "Potoia do Sul", in: "pt", "BR", -29.1, -53.2, people: 125_000, speaks: ["pt", "es"], takes: 2,
      about: Texts(
        "Decide o orçamento com os moradores desde 1998.", in: "pt",
        translations: ["en": "It has decided on its budget with its residents since 1998."])),
    Town(
      8, "qasr", "Qasr an-Nahr", in: "en", also: ["ar": "قصر النهر", "fr": "Qasr an-Nahr"], "EG", 27.9, 30.7,
      people: 178_000, speaks: ["ar", "en"],
      about: Texts(
        "مدينة على ضفة النهر تبحث عن ظل لشوارعها.", in: "ar",
        translations: ["en": "A city on the river bank that looks for shade for its streets."])),
  ]
}

import Cooperation
import Reference

// What the invented cities tell of their practices and needs beyond the story: how it went, what it took, how they
// would learn.
extension SlowRivers {
  /// What a practice tells besides, by its title in its own language.
  static let cases: [String: @Sendable (inout Practice) -> Void] = [
    "Los vecinos reparan los desagües": drains,
    "Mangais plantados pelos pescadores": mangroves,
    "Free buses for a year": buses,
    "Rain counted street by street": rain,
    "Green roofs that hold the first hour of rain": roofs,
    "O orçamento lido em voz alta nos bairros": budget,
  ]

  @Sendable private static func drains(_ practice: inout Practice) {
    practice.problem = Texts(
      "Los desagües se tapaban con basura y arena, y cada aguacero inundaba las mismas doce calles.", in: "es",
      translations: ["en": "Waste and sand blocked the drains, and each downpour flooded the same twelve streets."])
    practice.people = Texts(
      "Catorce comités de calle, el departamento de aseo y una ingeniera municipal.", in: "es",
      translations: ["en": "Fourteen street committees, the cleansing department and one municipal engineer."])
    practice.resources = Texts(
      "La paga de los comités y dos camiones por la mañana. Las herramientas duran tres años.", in: "es",
      translations: ["en": "The committees’ fee, and two lorries in the mornings. The tools last three years."])
    practice.conditions = Texts(
      "Que el municipio recoja a tiempo, y que un reglamento permita pagar a vecinos.", in: "es",
      translations: ["en": "That the city collects in time, and that a by-law lets it pay residents."])
    practice.facts.worked = .yes
    practice.facts.evidence = .compared
    practice.facts.years = try? Practice.Years(2019)
    practice.facts.cost = Currency("USD").flatMap { Money("41000", $0) }
    practice.facts.posts = 15
    practice.facts.links = ["https://example.org/desagues-informe.pdf Informe de dos temporadas"].compactMap(
      WebLink.init)
    practice.facts.licence = .attribution
  }

  @Sendable private static func mangroves(_ practice: inout Practice) {
    practice.facts.worked = .yes
    practice.facts.evidence = .monitored
    practice.facts.years = try? Practice.Years(2016)
    practice.facts.licence = .shareAlike
  }

  @Sendable private static func buses(_ practice: inout Practice) {
    practice.problem = Texts("Too many cars in the old town.", in: "en", translations: ["fr": "Trop de voitures."])
    practice.people = Texts("The bus company, paid by the city.", in: "en")
    practice.conditions = Texts("Free buses would need fewer parking places beside them.", in: "en")
    practice.facts.worked = .no
    practice.facts.evidence = .evaluated
    practice.facts.years = try? Practice.Years(2022, to: 2023)
    practice.facts.cost = Currency("EUR").flatMap { Money("2600000", $0) }
    practice.facts.licence = .publicDomain
  }

  @Sendable private static func rain(_ practice: inout Practice) {
    practice.facts.worked = .partly
    practice.facts.evidence = .monitored
    practice.facts.years = try? Practice.Years(2020)
    practice.facts.posts = 20
  }

  @Sendable private static func roofs(_ practice: inout Practice) {
    practice.facts.worked = .yes
    practice.facts.evidence = .evaluated
    practice.facts.years = try? Practice.Years(2017)
  }

  @Sendable private static func budget(_ practice: inout Practice) {
    practice.facts.worked = .yes
    practice.facts.evidence = .replicated
    practice.facts.years = try? Practice.Years(1998)
  }

  /// How a need would be met, by its title in its own language.
  static let wishes: [String: Need.Wish] = [
    "Ruas que inundam todos os meses de janeiro": Need.Wish(
      formats: [.session, .peerSupervision, .studyVisit], likeness: [.size, .income, .land],
      days: PeerDays(tenths: 60), money: Currency("USD").flatMap { Money("1500", $0) }),
    "Sembrar manglares con los pescadores": Need.Wish(
      formats: [.studyVisit, .mentoring], likeness: [.land], days: PeerDays(tenths: 100)),
    "A waste fee that households will pay": Need.Wish(
      formats: [.session, .documents], days: PeerDays(tenths: 20), money: Currency("EUR").flatMap { Money("0", $0) }),
  ]
}

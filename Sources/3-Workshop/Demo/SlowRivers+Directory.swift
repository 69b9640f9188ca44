import Cooperation
import Storage

// What the invented cities say of their means and their past, who knows them, and what their people offer.
extension SlowRivers {
  func profiles(_ people: [String: Person]) throws {
    try say("nhamatare", line: .yes, share: 35, formerly: [.init("Vila Tivane", until: 1975)])
    try say("clariva", line: .yes, share: 70, formerly: [])
    try say("qasr", line: .notAllowed, share: nil, formerly: [])
    try say("zitoun", line: .no, share: 0, formerly: [.init("Bir Zitoun", until: 1962)])
    for city in ["nhamatare", "clariva", "ostra"] {
      try world.session.verifications.keep(self[city].id, by: network.id, on: Guide.day("2025-03-12"))
    }
    try delta()
    try offers(people)
  }

  private func say(
    _ key: String, line: Organisation.Means.BudgetLine, share: Int?, formerly: [Organisation.FormerName]
  ) throws {
    var city = try world.session.organisations.require(self[key].id)
    city.means = .init(budgetLine: line, share: share.flatMap { Organisation.IncomeShare(hundredths: $0) })
    city.formerNames = formerly
    try world.session.organisations.update(city, at: world.ago(390))
  }

  /// A municipality that a larger one has taken in.
  private func delta() throws {
    var delta = try world.organisation(
      .localGovernment, Texts("Vila do Delta", in: "pt", translations: ["en": "Delta Town"]),
      country: Country.Code("MZ"), about: Texts("Um município inventado, que já não existe por si.", in: "pt"),
      languages: ["pt"], .invented)
    delta.succession = .init(to: self["nhamatare"].id, on: Guide.day("2013-11-20"))
    try world.session.organisations.update(delta, at: world.ago(390))
  }

  private func offers(_ people: [String: Person]) throws {
    try offer(
      people["lotte"], of: "ostra", themes: ["drainage-and-floods", "water-supply"], days: 12, .both,
      Texts(
        "Twenty years of keeping a low city dry: dikes that can be opened, ditches that people look after. Two of our "
          + "pumping stations failed in their first winter, and I can say why.", in: "en"))
    try offer(
      people["celia"], of: "potoia", themes: ["participatory-budgeting"], days: nil, .remote,
      Texts("Orçamento participativo em bairros sem internet, com assembleias e papel.", in: "pt"))
  }

  private func offer(
    _ person: Person?, of city: String, themes: Set<Theme.ID>, days: Int?, _ reach: Expertise.Reach, _ about: Texts
  ) throws {
    guard let person else { preconditionFailure("the expert is one of the invented people") }
    let expertise = try Expertise(
      of: person.id, for: self[city].id, about: about, themes: themes, days: days, reach: reach, until: nil)
    try world.session.experts.keep(expertise, of: person, at: world.ago(60))
  }
}

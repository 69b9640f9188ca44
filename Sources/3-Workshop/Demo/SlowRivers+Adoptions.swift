import Cooperation
import Storage

// Practices that went from one invented city to another: one that worked, one that did not, one that the author
// disputes, and one that was taken up again.
extension SlowRivers {
  func adoptions(_ people: [String: Person]) throws {
    try adoptionsOfDrains(people)
    try world.session.transferSheets.keep(
      [
        .mandate: .init(
          .amber, there: "Un reglamento permite pagar a vecinos", note: "Perguntar à assembleia em março"),
        .staff: .init(.amber, here: "Uma pessoa, dois dias por semana"),
        .land: .init(.green, there: "Costa, lluvias de enero a abril", here: "Costa, chuvas de dezembro a março"),
      ], of: try practice("clariva", "Los vecinos reparan los desagües"), for: self["nhamatare"].id, at: world.ago(3))
    let rain = try practice("kotagede", "Rain counted street by street")
    let map = try practice("zitoun", "Une carte des égouts dessinée par les écoles")
    var learnt = try Adoption(
      id: world.identifier(), of: rain, by: self["zitoun"].id, worked: .yes, years: Practice.Years(2023), toldAs: map)
    learnt.kept = Texts(
      "Ceux qui vivent dans la rue disent où l’eau monte.", in: "fr",
      translations: ["en": "Those who live in the street say where the water rises."])
    learnt.changed = Texts(
      "Les élèves au lieu des commerçants, une carte au lieu de pluviomètres.", in: "fr",
      translations: ["en": "Pupils instead of shopkeepers, a map instead of gauges."])
    try tell(learnt, by: people["karim"])
    var taken = try Adoption(
      id: world.identifier(), of: map, by: self["nhamatare"].id, worked: .tooEarly, years: Practice.Years(2026))
    taken.kept = Texts("Os alunos desenham as valas em outubro.", in: "pt")
    taken.dropped = Texts("O concurso entre escolas.", in: "pt")
    try tell(taken, by: people["rui"])
    try say(.confirms, of: "zitoun", by: people["karim"], on: taken)
  }

  private func adoptionsOfDrains(_ people: [String: Person]) throws {
    let drains = try practice("clariva", "Los vecinos reparan los desagües")
    var potoia = try Adoption(
      id: world.identifier(), of: drains, by: self["potoia"].id, worked: .partly, years: Practice.Years(2024))
    potoia.kept = Texts(
      "Comités de rua com ferramentas e um telefone.", in: "pt",
      translations: ["en": "Street committees with tools and a telephone number."])
    potoia.dropped = Texts("A paga: a lei não deixa.", in: "pt", translations: ["en": "The fee: the law forbids it."])
    potoia.results = Texts(
      "Dois comités em cinco ainda trabalham.", in: "pt", translations: ["en": "Two committees in five still work."])
    try tell(potoia, by: people["celia"])
    try say(.confirms, of: "clariva", by: people["ines"], on: potoia)
    var ostra = try Adoption(
      id: world.identifier(), of: drains, by: self["ostra"].id, worked: .no, years: Practice.Years(2022, to: 2023))
    ostra.kept = Texts("One committee for each canal.", in: "en")
    ostra.changed = Texts("They report; the water board repairs.", in: "en")
    ostra.results = Texts("After a year nobody reported any more. The board was quicker without us.", in: "en")
    try tell(ostra, by: people["lotte"])
    try say(
      .disputes, of: "clariva", by: people["ines"], on: ostra,
      because: "Sin herramientas ni paga no es la misma práctica.")
    var qasr = try Adoption(
      id: world.identifier(), of: drains, by: self["qasr"].id, worked: .yes, years: Practice.Years(2025))
    qasr.changed = Texts(
      "أصحاب المحلات بدل السكان.", in: "ar", translations: ["en": "Shopkeepers instead of residents."])
    try tell(qasr, by: people["salma"])
  }

  private func practice(_ city: String, _ title: String) throws -> Practice.ID {
    var filter = LibraryFilter()
    filter.organisation = self[city].id
    let found = try world.session.practices.list(filter, for: .commandLine).items
    guard let practice = found.first(where: { $0.title.plain == title }) else {
      preconditionFailure("\(city) tells “\(title)”")
    }
    return practice.id
  }

  private func tell(_ adoption: Adoption, by person: Person?) throws {
    try world.session.adoptions.insert(adoption, at: world.ago(30))
    guard let person else { return }
    let voice = Claim.Voice(
      organisation: adoption.organisation, stance: .claims, reason: "", person: person.id, at: world.ago(30))
    try world.session.adoptions.hear(voice, on: adoption.id)
  }

  private func say(
    _ stance: Claim.Stance, of city: String, by person: Person?, on adoption: Adoption, because reason: String = ""
  ) throws {
    guard let person else { return }
    let voice = Claim.Voice(
      organisation: self[city].id, stance: stance, reason: reason, person: person.id, at: world.ago(20))
    try world.session.adoptions.hear(voice, on: adoption.id)
  }
}

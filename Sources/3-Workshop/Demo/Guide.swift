import Cooperation
import Storage

/// What the guide tells: its organisations and its three cases, with the page as the source. Nobody of them has spoken
/// here, so everything stays inferred.
struct Guide {
  let world: World
  let actors: [String: Organisation]

  init(in world: World) throws {
    self.world = world
    var actors: [String: Organisation] = [:]
    for actor in Guide.list {
      let organisation = try world.organisation(
        actor.kind, actor.name, actor.acronym, country: actor.country.flatMap { Country.Code($0) }, place: actor.place,
        about: Texts(actor.about, in: "en"), website: actor.website, languages: actor.languages, .inferred)
      try world.source(organisation.id.text, Guide.source, "glossary")
      actors[actor.key] = organisation
    }
    self.actors = actors
  }

  static let source = "guide-2016"

  subscript(_ key: String) -> Organisation {
    guard let organisation = actors[key] else { preconditionFailure("the guide speaks of \(key)") }
    return organisation
  }

  func tell() throws {
    for (member, body) in [
      ("uclg-africa", "uclg"), ("uclg-aspac", "uclg"), ("cib", "uclg"), ("culture", "uclg"), ("digital", "uclg"),
      ("metropolis", "uclg"), ("salga", "uclg-africa"), ("anamm", "uclg-africa"), ("ethekwini", "salga"),
      ("inhambane", "anamm"), ("nampula", "anamm"), ("maputo", "anamm"), ("porto-alegre", "fnp"), ("medellin", "allas"),
    ] {
      try world.member(self[member], of: self[body])
    }
    try durban()
    try barcelonaAndMedellin()
    try brazilAndMozambique()
    try practices()
  }

  private func partnership(
    _ title: Texts, _ form: Partnership.Form, _ parties: [Party], about: String, themes: Set<Theme.ID>, _ page: String,
    began: String, stage: Partnership.Stage = .inferred
  ) throws -> Partnership {
    var topic = Topic(themes: themes)
    topic.targets = Set(["11.3", "16.7", "17.9"].compactMap { Target($0) })
    let partnership = Partnership(
      id: world.identifier(), title: title, form: form, parties: try Parties(parties), stage: stage,
      about: Texts(about, in: "en"), topic: topic, began: Day(began))
    try world.session.partnerships.insert(partnership, .imported, at: world.ago(300))
    try world.source(partnership.id.text, Self.source, page)
    return partnership
  }

  private func durban() throws {
    let mile = try partnership(
      Texts("Municipal Institute of Learning (MILE)", in: "en"), .programme,
      [Party(self["ethekwini"].id, .lead), Party(self["uclg"].id), Party(self["salga"].id)],
      about: """
        Durban’s municipality founded its own institute in 2009, with UCLG and South Africa’s association, to build \
        the \
        capacity of municipalities in the global South. All learning is led by its own officials: master classes of \
        three \
        days, learning exchanges, half-day seminars, work with six universities, and technicians posted to other \
        municipalities. It is paid for by the municipality and the European Union; learners pay nothing.
        """,
      themes: ["strategic-planning", "water-supply", "waste-management", "revenue-and-local-taxes"], "case study 1",
      began: "2009-01-01")
    try world.log(
      mile, .note, "2009-01-01",
      Texts("The council decides to found the institute (the guide gives the year only).", in: "en"),
      by: self["ethekwini"])
  }

  private func barcelonaAndMedellin() throws {
    let agreement = try Agreement(
      kind: .protocolOfCooperation, signed: Self.day("2013-04-01"), endsOn: Self.day("2017-03-31"),
      aspects: [
        "Municipal policies and services for vulnerable and excluded people in Medellín",
        "Knowledge and good practice in urban planning and public space, with Barcelona’s Urban Habitat department",
        "Culture and education", "Networks that work together", "Training of Medellín’s municipal technicians",
      ])
    let pair = try partnership(
      Texts("Barcelona and Medellín", in: "en", translations: ["es": "Barcelona y Medellín"]), .cityToCity,
      [Party(self["barcelona"].id), Party(self["medellin"].id)],
      about: """
        The two cities have exchanged ways of running a city for almost ten years. It began with their libraries: \
        Barcelona \
        learnt how Medellín designs libraries with its neighbourhoods. Many departments and citizens’ organisations \
        of both \
        cities take part; with Havana they work as three on economic development and planning.
        """,
      themes: ["libraries", "public-space", "urban-planning", "public-markets"], "case study 2", began: "2006-01-01",
      stage: .signed(agreement))
    try world.log(
      pair, .decision, "2013-04-01",
      Texts(
        "A protocol of friendship and cooperation for four years is signed (April 2013; the guide gives no day).",
        in: "en"),
      by: self["barcelona"])
  }

  private func brazilAndMozambique() throws {
    let project = try partnership(
      Texts(
        "Brazil and Mozambique: city-to-city peer learning", in: "en",
        translations: ["pt": "Brasil e Moçambique: aprendizagem entre cidades"]), .triangular,
      [
        Party(self["anamm"].id, .lead), Party(self["fnp"].id), Party(self["uclg"].id, .facilitator),
        Party(self["asf"].id, .facilitator), Party(self["lleida"].id, .thirdParty),
        Party(self["cimes"].id, .thirdParty),
        Party(self["inhambane"].id), Party(self["nampula"].id), Party(self["maputo"].id),
        Party(self["porto-alegre"].id),
        Party(self["ec"].id, .funder), Party(self["norway"].id, .funder), Party(self["alliance"].id, .funder),
        Party(self["barcelona"].id, .funder),
      ],
      about: """
        Six Brazilian and eight Mozambican cities learnt from one another in pairs, from January 2013 to June 2015, \
        how to plan \
        and manage land, master plans and budgets. Technicians worked in six stages; mayors confirmed the tasks and \
        signed the \
        report-back as an official document. More than twenty partners took part. Here are the cities that the \
        guide names.
        """,
      themes: ["land-management", "urban-planning", "participatory-budgeting"], "case study 3", began: "2013-01-01",
      stage: .ended(on: Self.day("2015-06-30"), why: .completed))
    try brazilAndMozambiqueLog(project)
  }

  private func brazilAndMozambiqueLog(_ project: Partnership) throws {
    for (kind, day, text, by) in [
      (
        LogEntry.Kind.meeting, "2013-02-01",
        "The project is launched, with UN-Habitat, Cities Alliance, GIZ and the World Bank.", "anamm"
      ),
      (
        .meeting, "2013-08-01",
        "Seminar in Nampula: all partners look at how the pairs work, and at what to tell others.", "nampula"
      ),
      (
        .dissemination, "2014-04-01",
        "A round table at the World Urban Forum in Medellín brings the project to Latin America.", "uclg"
      ),
      (
        .dissemination, "2015-06-30", "A book and an exhibition, “decentralised cooperation to democratise cities”.",
        "lleida"
      ),
    ] {
      try world.log(project, kind, day, Texts(text, in: "en"), by: self[by])
    }
  }

  static func day(_ text: String) -> Day {
    guard let day = Day(text) else { preconditionFailure("\(text) is a day") }
    return day
  }
}

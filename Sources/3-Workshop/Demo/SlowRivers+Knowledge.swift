import Cooperation
import Storage

extension SlowRivers {
  func needs() throws {
    try need(
      "nhamatare",
      Texts(
        "Ruas que inundam todos os meses de janeiro", in: "pt", translations: ["en": "Streets that flood every January"]
      ),
      problem: Texts(
        "Três bairros ficam dias debaixo de água depois de cada temporal. As valas existem; estão entupidas de lixo e areia.",
        in: "pt",
        translations: [
          "en":
            "Three wards stand in water for days after each storm. The drains are there; they are blocked by waste and sand."
        ]),
      tried: Texts(
        "Duas semanas de limpeza por ano, por contrato. Dura um mês.", in: "pt",
        translations: ["en": "Two weeks of clearing a year, by contract. It lasts a month."]),
      ["drainage-and-floods", "waste-management", "citizen-participation"], ["11.5", "13.1"], days: 40)
    try need(
      "clariva",
      Texts(
        "Sembrar manglares con los pescadores", in: "es", translations: ["en": "Planting mangroves with the fishers"]),
      problem: Texts(
        "La costa retrocede y los pescadores no confían en los proyectos de reforestación.", in: "es",
        translations: ["en": "The coast recedes, and the fishers do not trust planting projects."]),
      tried: Texts("Una siembra con voluntarios: en un año se perdió casi todo.", in: "es"),
      ["coasts-and-seas", "parks-and-biodiversity"], ["14.2", "13.1"], days: 60)
    try need(
      "zitoun",
      Texts(
        "Apprendre au conseil à lire un budget", in: "fr",
        translations: ["en": "Teaching the council to read a budget", "ar": "تعليم المجلس قراءة الميزانية"]),
      problem: Texts("Les élus votent le budget sans le comprendre, et les quartiers n’y croient plus.", in: "fr"),
      tried: Texts("Une formation d’une journée, dans une langue de comptables.", in: "fr"),
      ["budgeting-and-accounting", "participatory-budgeting"], ["16.6", "16.7"], days: 20)
    try moreNeeds()
    try whatClosesARing()
    try draftsAndEndings()
  }

  private func moreNeeds() throws {
    try need(
      "qasr",
      Texts(
        "ظل لشوارع المدينة", in: "ar",
        translations: ["en": "Shade for the city’s streets", "fr": "De l’ombre pour les rues de la ville"]),
      problem: Texts(
        "حرارة الصيف تفرغ الشوارع والسوق قبل الظهر.", in: "ar",
        translations: ["en": "Summer heat empties the streets and the market before noon."]),
      tried: Texts("زرعنا أشجاراً مات نصفها من العطش.", in: "ar"),
      ["climate-adaptation", "public-space", "public-markets"], ["11.7", "13.1"], days: 12)
    try need(
      "potoia",
      Texts("Drenagem que os moradores cuidam", in: "pt", translations: ["en": "Drains that residents look after"]),
      problem: Texts("O orçamento participativo escolheu valas novas; ninguém as limpa.", in: "pt"), tried: nil,
      ["drainage-and-floods", "citizen-participation"], ["11.5"], days: 90)
    try need(
      "ostra", Texts("A waste fee that households will pay", in: "en"),
      problem: Texts(
        "Households pay for waste by weight since last year, and some leave it in the next street.", in: "en"),
      tried: nil,
      ["waste-management", "revenue-and-local-taxes"], ["12.5", "11.6"], days: 5)
  }

  private func draftsAndEndings() throws {
    var draft = Need(
      id: world.identifier(), organisation: self["nhamatare"].id, title: Texts("Um mercado que não arda", in: "pt"),
      topic: Topic(themes: ["public-markets"], languages: ["pt"]), shelf: Shelf())
    draft.problem = Texts("Rascunho: falta dizer o que já tentámos.", in: "pt")
    try world.session.needs.insert(draft, at: world.ago(2))
    let old = Need(
      id: world.identifier(), organisation: self["lembork"].id,
      title: Texts("Lighting that does not blind the lake", in: "en"),
      problem: Texts("Street lamps disturb the birds.", in: "en"),
      topic: Topic(themes: ["energy", "parks-and-biodiversity"], languages: ["pl", "en"]),
      shelf: Shelf(.published(at: world.ago(900)), expires: world.ago(500).day))
    try world.session.needs.insert(old, at: world.ago(900))
    let withdrawn = Need(
      id: world.identifier(), organisation: self["ostra"].id,
      title: Texts("Bicycle bridges that open for boats", in: "en"),
      problem: Texts("Solved meanwhile, with the help of a neighbour.", in: "en"),
      topic: Topic(themes: ["walking-and-cycling"], languages: ["en"]), shelf: Shelf(.withdrawn(at: world.ago(30))))
    try world.session.needs.insert(withdrawn, at: world.ago(100))
  }

  func need(
    _ city: String, _ title: Texts, problem: Texts, tried: Texts?, _ themes: Set<Theme.ID>, _ targets: [String],
    days: Int
  ) throws {
    let owner = self[city]
    let need = Need(
      id: world.identifier(), organisation: owner.id, title: title, problem: problem, tried: tried,
      topic: Topic(themes: themes, targets: Set(targets.compactMap { Target($0) }), languages: owner.languages),
      wish: Self.wishes[title.plain] ?? Need.Wish(),
      shelf: Shelf(.published(at: world.ago(days)), expires: world.now.day.adding(months: 10)))
    try world.session.needs.insert(need, at: world.ago(days))
  }

  func practice(
    _ city: String, _ title: Texts, story: Texts, results: Texts?, failures: Texts? = nil, _ themes: Set<Theme.ID>,
    _ targets: [String], days: Int
  ) throws {
    let owner = self[city]
    var practice = Practice(
      id: world.identifier(), organisation: owner.id, title: title, story: story, results: results, failures: failures,
      topic: Topic(themes: themes, targets: Set(targets.compactMap { Target($0) }), languages: owner.languages),
      shelf: Shelf(.published(at: world.ago(days))))
    Self.cases[title.plain]?(&practice)
    try world.session.practices.insert(practice, at: world.ago(days))
  }
}

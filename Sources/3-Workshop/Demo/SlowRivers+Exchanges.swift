import Actions
import Cooperation
import Methods
import Storage

// Exchanges in every state: signed by both mayors, waiting for one of them, under way, sealed, and given up.
extension SlowRivers {
  /// Two peer supervisions of Nhamatare and Santa Clariva that came to their end.
  func supervisions(of pair: Partnership, _ people: [String: Person]) throws {
    var drains = try Play(
      "peer-supervision", "Quem mantém as valas abertas?", in: "pt", .live, from: world.ago(72), pace: 2,
      among: [self["nhamatare"], self["clariva"]], of: pair, calledBy: "ines", as: world.identifier(),
      isPublic: true, people)
    try drains.cast(group(moderator: "ines", presenter: "rui", secretary: "celia"))
    try tellOfDrains(&drains)
    try keep(&drains, signedBy: [("amelia", "nhamatare"), ("jorge", "clariva")])
    var mangroves = try Play(
      "peer-supervision", "¿Quién cuida los manglares cuando se va el proyecto?", in: "es", .slow, from: world.ago(24),
      pace: 600, among: [self["clariva"], self["nhamatare"]], of: pair, calledBy: "rui", as: world.identifier(),
      isPublic: true, people)
    try mangroves.cast(group(moderator: "rui", presenter: "ines", secretary: "celia"))
    try tellOfMangroves(&mangroves)
    try keep(&mangroves, signedBy: [("jorge", "clariva")])
  }

  /// One that a group of colleagues holds in writing, a few days each phase.
  func amongColleagues(_ people: [String: Person]) throws {
    var fee = try Play(
      "peer-supervision", "A waste fee that households will pay", in: "en", .slow, from: world.ago(8), pace: 240,
      among: [self["ostra"], self["qasr"]], calledBy: "salma", as: world.identifier(), isPublic: false, people)
    try fee.cast(group(moderator: "salma", presenter: "lotte", secretary: "ines"))
    try fee.say("lotte", "headline", "Half of our households do not pay for their waste")
    try fee.enter("case-presentation", by: "salma")
    try fee.say(
      "lotte", "case",
      "We introduced a fee for each bag last year. Half of the households pay. The others bring their bags to the "
        + "bins of the next street, and those who pay feel foolish.")
    try fee.say("rui", "comprehension", "Who decided on the price of a bag, and when did people hear of it?")
    try fee.enter("key-question", by: "salma")
    try fee.say("lotte", "question-found", .choice("found"))
    try fee.say("lotte", "key-question", "How do we make paying the usual thing to do?")
    try fee.enter("method-choice", by: "salma")
    try fee.say("lotte", "module", .choice("good-advice"))
    try fee.enter("consultation", by: "salma")
    try fee.say("celia", "contribution", "In your place I would let each street see how much of it has paid.")
    try fee.say("karim", "contribution", "I would take the bins away and collect at the door, on one day a week.")
    try world.session.exchanges.insert(fee.room)
  }

  /// A learning checklist that one side has answered; what it says stays sealed until the other has too.
  func checklist(of partnership: Partnership, _ people: [String: Person]) throws {
    var list = try Play(
      "learning-checklist", "Lire l’eau ensemble : sommes-nous prêts ?", in: "fr", .slow, from: world.ago(5), pace: 30,
      among: [self["zitoun"], self["nhamatare"]], of: partnership, calledBy: "karim", as: world.identifier(),
      isPublic: false, people)
    try list.cast([("karim", self["zitoun"], "host"), ("rui", self["nhamatare"], "learner")])
    for (prompt, option) in [
      ("concept-clear", "partly"), ("baseline", "yes"), ("learn-elsewhere", "yes"), ("site-visit", "open"),
      ("job-or-side-task", "side-task"), ("money-for-learning", "no"), ("money-for-applying", "open"),
      ("host-language", "partly"),
    ] as [(Prompt.ID, Option.ID)] {
      try list.say("karim", prompt, .choice(option))
    }
    try list.say("karim", "why-learn", .choices(["interest"]))
    try list.say("karim", "why-share", .choices(["compare"]))
    try list.say("karim", "language-way", .choices(["third-language"]))
    try list.say(
      "karim", "problem", "Les écoles ont dessiné nos caniveaux ; la ville ne sait pas encore lire la carte.")
    try world.session.exchanges.insert(list.room)
    var filter = LibraryFilter()
    (filter.organisation, filter.stage) = (self["nhamatare"].id, .published)
    guard let need = try world.session.needs.list(filter, for: .commandLine).items.first else { return }
    try world.session.exchanges.tie(list.room.id, to: need.id)
  }

  /// One that was called and given up.
  func abandoned(of partnership: Partnership, _ people: [String: Person]) throws {
    var list = try Play(
      "learning-checklist", "Rain and data: can we begin?", in: "en", .live, from: world.ago(320), pace: 20,
      among: [self["ostra"], self["kotagede"]], of: partnership, calledBy: "lotte", as: world.identifier(),
      isPublic: false, people)
    try list.cast([("lotte", self["ostra"], "learner")])
    try list.abandon(by: "lotte", because: "The other side had no one to answer. We ask again when they have.")
    try world.session.exchanges.insert(list.room)
  }

  private func group(
    moderator: String, presenter: String, secretary: String
  ) -> [(name: String, city: Organisation, role: Role.ID)] {
    let homes = [
      "rui": "nhamatare", "ines": "clariva", "celia": "potoia", "karim": "zitoun", "lotte": "ostra", "salma": "qasr",
    ]
    var parts =
      [(moderator, "moderator"), (presenter, "case-presenter"), (secretary, "secretary")] as [(String, Role.ID)]
    let others = ["karim", "lotte", "salma", "celia", "rui", "ines"].filter { name in
      !parts.contains { $0.0 == name }
    }
    for (place, name) in others.enumerated() { parts.append((name, place == 0 ? "time-keeper" : "consultant")) }
    return parts.map { name, role in
      guard let home = homes[name] else { preconditionFailure("\(name) works for a city") }
      return (name, self[home], role)
    }
  }

  /// Keeps an exchange that came to its end, with its document frozen and signed by those who have.
  private func keep(_ play: inout Play, signedBy mayors: [(name: String, city: String)]) throws {
    try world.session.exchanges.insert(play.room)
    let count = play.room.exchange.count
    guard let report = try world.session.documents.draft("report-back", of: play.room) else {
      preconditionFailure("a concluded peer supervision has its report-back")
    }
    let document = FrozenDocument(
      freezing: report, "report-back", of: play.room.id, as: world.identifier(), at: play.now)
    try world.session.documents.insert(document)
    for (name, city) in mayors {
      let holders = try world.session.mandates.of(play.person(name).id)
      guard let mandate = holders.first(where: { $0.organisation == self[city].id }) else {
        preconditionFailure("\(name) speaks for \(city)")
      }
      try play.sign(document, mandate, by: name)
      if let signature = play.room.exchange.signatures.last {
        try world.session.documents.sign(document.id, SignOff(signature))
      }
    }
    try world.session.exchanges.append(play.room, from: count)
  }
}

import Cooperation
import Storage

extension SlowRivers {
  /// Introductions in every state: who asked whom to talk, and what was said to it.
  func introductions(_ people: [String: Person]) throws {
    try introduce(
      Plea("zitoun", "potoia", about: "budget", "lido", days: 3, "karim", in: "fr"),
      "Nos élus votent un budget qu’ils ne lisent pas. Comment avez-vous commencé à le lire dans les quartiers ? Nous pouvons montrer la carte des égouts de nos écoles.",
      "Mardi ou jeudi, après 13 h UTC", [], people)
    try introduce(
      Plea("potoia", "nhamatare", about: "cuidam", nil, days: 21, "celia", in: "pt", isThroughNetwork: true),
      "As valas novas já existem e ninguém as limpa. Soubemos que dois bairros vossos conseguiram. Uma conversa de meia hora?",
      "", [], people)
    try introduce(
      Plea("qasr", "clariva", about: "Shade", nil, days: 30, "salma", in: "en"),
      "Your committees keep a street together. Could they keep trees alive too? We can tell how traders wash our market.",
      "Sundays to Thursdays before noon UTC",
      [
        .init(
          "clariva", "ines", .later(until: world.now.day.adding(days: 25)), days: 24,
          "Después de las elecciones, con gusto.")
      ], people)
    try introduce(
      Plea("nhamatare", "zitoun", about: "inundam", "égouts", days: 45, "rui", in: "pt"),
      "As vossas escolas desenharam onde a água fica. Queremos fazer o mesmo em três bairros.",
      "De manhã, hora de Maputo",
      [.init("zitoun", "karim", .accepts(contact: "karim@ouedzitoun.example"), days: 40, "Avec plaisir.")], people)
    try introduce(
      Plea("nhamatare", "ostra", about: "inundam", "Green roofs", days: 20, "rui", in: "en"),
      "Three of our wards stand in water each January. Would your roofs work without a sewer?", "",
      [
        .init(
          "ostra", "lotte", .declines(.noCapacity), days: 12, "Two of us are on leave until spring. Ask again then.")
      ],
      people)
    try introduce(
      Plea("ostra", "lembork", about: "waste fee", nil, days: 60, "lotte", in: "en"),
      "Do your households pay by weight?", "", [.init("ostra", "lotte", .withdraws, days: 50, "We found an answer.")],
      people)
    try introduce(
      Plea("qasr", "kotagede", about: nil, nil, days: 18, "noor", in: "en", isBrokered: true),
      "One looks for shade, the other counts its rain street by street. You would like each other.", "",
      [.init("qasr", "salma", .accepts(contact: "salma@qasr.example"), days: 17, "")], people)
  }

  /// Who asks whom, about which of the two's needs and practices: a part of its title.
  private struct Plea {
    let asker: String, asked: String, need: String?, practice: String?, days: Int, person: String, language: Language
    let isThroughNetwork: Bool, isBrokered: Bool

    init(
      _ asker: String, _ asked: String, about need: String?, _ practice: String?, days: Int, _ person: String,
      in language: Language, isThroughNetwork: Bool = false, isBrokered: Bool = false
    ) {
      (self.asker, self.asked, self.need, self.practice) = (asker, asked, need, practice)
      (self.days, self.person, self.language) = (days, person, language)
      (self.isThroughNetwork, self.isBrokered) = (isThroughNetwork, isBrokered)
    }
  }

  private struct Reply {
    let city: String, person: String, saying: Introduction.Saying, days: Int, text: String

    init(_ city: String, _ person: String, _ saying: Introduction.Saying, days: Int, _ text: String) {
      (self.city, self.person, self.saying, self.days, self.text) = (city, person, saying, days, text)
    }
  }

  private func introduce(
    _ plea: Plea, _ message: String, _ times: String, _ replies: [Reply], _ people: [String: Person]
  ) throws {
    let (asker, asked) = (self[plea.asker], self[plea.asked])
    let need = try plea.need.flatMap { try found(Need.self, $0, of: [asker, asked]) }
    let practice = try plea.practice.flatMap { try found(Practice.self, $0, of: [asker, asked]) }
    guard let talk = Introduction.Talk(times, minutes: 45), let person = people[plea.person] else {
      preconditionFailure("\(plea.person) has three quarters of an hour")
    }
    let way: Introduction.Way =
      plea.isBrokered ? .brokered(by: network.id) : plea.isThroughNetwork ? .through(network.id) : .direct
    let request = try Introduction.Request(
      asker.id, to: asked.id, way, need: need?.id, practice: practice?.id,
      themes: need?.topic.themes ?? practice?.topic.themes ?? [], message: message, in: plea.language, talk: talk)
    var introduction = try Introduction.asked(
      world.identifier(), request, by: person.id, sharing: person.contact, at: world.ago(plea.days))
    for reply in replies {
      guard let speaker = people[reply.person] else { preconditionFailure("\(reply.person) speaks for someone") }
      let word = Introduction.Word(
        reply.saying, of: self[reply.city].id, by: speaker.id, at: world.ago(reply.days), text: reply.text)
      introduction = try reply.saying == .withdraws ? introduction.withdrawn(word) : introduction.answered(word)
    }
    try world.session.introductions.insert(introduction)
  }

  /// The work of one of two cities whose title, or an English one, has these words.
  private func found<Item: Shelved>(_: Item.Type, _ words: String, of cities: [Organisation]) throws -> Item? {
    for city in cities {
      for heading in try session(Item.self).headings(of: city.id, in: "en", for: .visitor) {
        let item = try session(Item.self).require(heading.id, for: .visitor)
        if item.title.versions.values.contains(where: { $0.contains(words) }) { return item }
      }
    }
    preconditionFailure("one of the two has “\(words)”")
  }

  private func session<Item: Shelved>(_: Item.Type) -> Library<Item> { world.session.library(of: Item.self) }
}

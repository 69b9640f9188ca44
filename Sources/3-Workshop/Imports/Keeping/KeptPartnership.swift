import Cooperation
import Markup
import SQL
import Storage

/// A partnership that files tell of, with what they tell of its money and its results.
struct KeptPartnership {
  var partnership: Partnership
  var contributions: [Contribution]
  var outcomes: [Outcome]
}

extension KeptPartnership {
  /// What is on record of it, without what people have entered since.
  init(of partnership: Partnership, in session: any Session) throws {
    self.partnership = partnership
    let all = try session.contributions.of(partnership.id)
    let told = try session.sources.of(all.map(\.id.text))
    contributions = all.filter { told[$0.id.text] != nil }
    let results = try session.outcomes.of(partnership.id)
    let toldResults = try session.sources.of(results.map(\.id.text))
    outcomes = results.filter { toldResults[$0.id.text] != nil }
  }

  func keep(in json: inout JSON) {
    json["id"] = partnership.id.text
    json.keep("title", partnership.title)
    json["form"] = partnership.form.rawValue
    json.array("parties", partnership.parties.all) { $0.element("\($1.role.rawValue) \($1.organisation)") }
    json.keep("about", partnership.about)
    json.array("themes", partnership.topic.themes.sorted()) { $0.element($1.text) }
    json.array("targets", partnership.topic.targets.sorted()) { $0.element("\($1)") }
    json.array("languages", partnership.topic.languages) { $0.element($1.tag) }
    json.number("population", partnership.topic.context.population)
    json["country"] = partnership.topic.context.country?.text
    json["parent"] = partnership.parent?.text
    json["began"] = partnership.began?.description
    if case .ended(let day, let why) = partnership.stage {
      (json["ended"], json["why"]) = (day.description, why.rawValue)
    }
    json.number("revision", partnership.revision)
    json.array("contributions", contributions) { json, contribution in json.object { contribution.keep(in: &$0) } }
    json.array("outcomes", outcomes) { json, outcome in json.object { outcome.keep(in: &$0) } }
  }

  init(kept value: JSONValue) throws {
    let id = try value.kept("id") { Partnership.ID($0) }
    guard let title = try value.keptTexts("title") else { throw DatabaseError("\(id) was kept without a title") }
    let parties: [Party] = value.keptList("parties") { text in
      let parts = text.split(separator: " ")
      guard parts.count == 2, let role = Party.Role(rawValue: String(parts[0])), let party = Organisation.ID(parts[1])
      else { return nil }
      return Party(party, role)
    }
    let topic = Topic(
      themes: Set(value.keptList("themes") { Theme.ID($0) }), targets: Set(value.keptList("targets") { Target($0) }),
      languages: value.keptList("languages") { Language($0) },
      context: .init(
        population: value["population"]?.int, country: try value.keptIfAny("country") { Country.Code($0) }))
    let stage: Partnership.Stage =
      try value.keptIfAny("ended") { Day($0) }.map { day in
        .ended(on: day, why: try value.kept("why") { Partnership.Ending(rawValue: $0) })
      } ?? .inferred
    partnership = Partnership(
      id: id, title: title, form: try value.kept("form") { Partnership.Form(rawValue: $0) },
      parties: try Parties(parties), stage: stage, about: try value.keptTexts("about"), topic: topic,
      parent: try value.keptIfAny("parent") { Partnership.ID($0) }, began: try value.keptIfAny("began") { Day($0) },
      revision: try value.keptNumber("revision"))
    contributions = try (value["contributions"]?.list ?? []).map { try Contribution(kept: $0, of: id) }
    outcomes = try (value["outcomes"]?.list ?? []).map { try Outcome(kept: $0, of: id) }
  }
}

extension Contribution {
  func keep(in json: inout JSON) {
    json["id"] = id.text
    json["kind"] = kind.rawValue
    json["organisation"] = organisation?.text
    json["amount"] = String(money.minorUnits)
    json["currency"] = money.currency.code
    json["day"] = day.description
    json["until"] = until?.description
    json["note"] = note
  }

  init(kept value: JSONValue, of partnership: Partnership.ID) throws {
    let money = Money(
      minorUnits: try value.kept("amount") { Int64($0) }, try value.kept("currency") { Currency($0) })
    self.init(
      id: try value.kept("id") { ID($0) }, partnership: partnership,
      kind: try value.kept("kind") { Kind(rawValue: $0) },
      organisation: try value.keptIfAny("organisation") { Organisation.ID($0) }, money: money,
      day: try value.kept("day") { Day($0) }, until: try value.keptIfAny("until") { Day($0) },
      note: try value.kept("note") { $0 })
  }
}

import Cooperation
import Markup
import SQL

extension Organisation {
  func keep(in json: inout JSON) {
    json["id"] = id.text
    json["kind"] = kind.rawValue
    json.keep("name", name)
    json["acronym"] = acronym
    json["country"] = country?.text
    json["place"] = place?.description
    json.keep("about", about)
    json["website"] = website
    json.array("languages", languages) { $0.element($1.tag) }
    json.array("identifiers", identifiers) { $0.element("\($1.scheme.rawValue) \($1.value)") }
    json["budgetLine"] = means.budgetLine?.rawValue
    json.number("incomeShare", means.share?.hundredths)
    json.array("formerNames", formerNames) { json, former in
      json.object { json in
        json["name"] = former.name
        json.number("until", former.until)
      }
    }
    json["successor"] = succession?.successor.text
    json["succeededOn"] = succession?.day.description
    json["standing"] = standing.rawValue
    json.number("capacity", capacity)
    json.number("revision", revision)
  }

  init(kept value: JSONValue) throws {
    guard let name = try value.keptTexts("name") else { throw DatabaseError("an organisation was kept without a name") }
    self.init(
      id: try value.kept("id") { ID($0) }, kind: try value.kept("kind") { Kind(rawValue: $0) }, name: name,
      acronym: try value.kept("acronym") { $0 }, country: try value.keptIfAny("country") { Country.Code($0) },
      place: try value.keptIfAny("place") { GeoNamesNumber($0) }, about: try value.keptTexts("about"),
      website: try value.kept("website") { $0 }, languages: value.keptList("languages") { Language($0) },
      identifiers: value.keptList("identifiers") { text in
        let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
        guard parts.count == 2, let scheme = ExternalIdentifier.Scheme(rawValue: parts[0]) else { return nil }
        return ExternalIdentifier(scheme, parts[1])
      }, means: try Means(kept: value), formerNames: try FormerName.list(kept: value),
      succession: try Succession(kept: value), standing: try value.kept("standing") { Standing(rawValue: $0) },
      capacity: value["capacity"]?.int, revision: try value.keptNumber("revision"))
  }
}

// What was kept before these were on record lacks them.
extension Organisation.Means {
  fileprivate init(kept value: JSONValue) throws {
    self.init(
      budgetLine: try value.keptIfAny("budgetLine") { BudgetLine(rawValue: $0) },
      share: value["incomeShare"]?.int.flatMap { Organisation.IncomeShare(hundredths: $0) })
  }
}

extension Organisation.FormerName {
  fileprivate static func list(kept value: JSONValue) throws -> [Self] {
    try (value["formerNames"]?.list ?? []).map { .init(try $0.kept("name") { $0 }, until: $0["until"]?.int) }
  }
}

extension Organisation.Succession {
  fileprivate init?(kept value: JSONValue) throws {
    guard let successor = try value.keptIfAny("successor", { Organisation.ID($0) }) else { return nil }
    self.init(to: successor, on: try value.kept("succeededOn") { Day($0) })
  }
}

import Cooperation
import Markup
import SQL

// A draft that waits for a decision, in words that are read back then.
extension Named {
  var text: String {
    var json = JSON(capacity: 2048)
    json.object { draft.keep(in: &$0) }
    return json.text
  }
}

extension ActivityDraft {
  func keep(in json: inout JSON) {
    json.number("line", line)
    json["identifier"] = identifier
    json["publisher"] = publisher
    json["id"] = id.text
    json.keep("title", title)
    json.keep("about", about)
    json.array("themes", topic.themes.sorted()) { $0.element($1.text) }
    json.array("targets", topic.targets.sorted()) { $0.element("\($1)") }
    json["country"] = topic.context.country?.text
    json["began"] = began?.description
    json["ended"] = ending?.day.description
    json["why"] = ending?.why.rawValue
    json.flag("triangular", isTriangular)
    json.array("roles", roles) { json, each in
      json.object { json in
        json["role"] = each.role.rawValue
        json["ref"] = each.mention.ref
        json["type"] = each.mention.type
        json.keep("name", each.mention.name)
      }
    }
    json.array("contributions", contributions) { json, contribution in json.object { contribution.keep(in: &$0) } }
    json.array("outcomes", outcomes) { json, outcome in json.object { outcome.keep(in: &$0) } }
    json["parent"] = parent
    json.array("twins", twins) { $0.element($1) }
  }

  /// - Throws: `DatabaseError` for a text that none of us wrote.
  init(kept text: String) throws {
    let value = try JSONValue(reading: Array(text.utf8), depth: 24)
    let id = try value.kept("id") { Partnership.ID($0) }
    guard let title = try value.keptTexts("title") else { throw DatabaseError("\(id) was kept without a title") }
    (self.id, self.title) = (id, title)
    line = try value.keptNumber("line")
    identifier = try value.kept("identifier") { $0 }
    publisher = try value.kept("publisher") { $0 }
    about = try value.keptTexts("about")
    topic = Topic(
      themes: Set(value.keptList("themes") { Theme.ID($0) }), targets: Set(value.keptList("targets") { Target($0) }),
      context: .init(country: try value.keptIfAny("country") { Country.Code($0) }))
    began = try value.keptIfAny("began") { Day($0) }
    ending = try value.keptIfAny("ended") { Day($0) }.map { day in
      Ending(day: day, why: try value.kept("why") { Partnership.Ending(rawValue: $0) })
    }
    isTriangular = value["triangular"]?.bool ?? false
    roles = try (value["roles"]?.list ?? []).map { each in
      let mention = Mention(
        ref: try each.kept("ref") { $0 }, name: try each.keptTexts("name"), type: try each.kept("type") { $0 })
      return Role(mention: mention, role: try each.kept("role") { Party.Role(rawValue: $0) })
    }
    contributions = try (value["contributions"]?.list ?? []).map { try Contribution(kept: $0, of: id) }
    outcomes = try (value["outcomes"]?.list ?? []).map { try Outcome(kept: $0, of: id) }
    parent = try value.keptIfAny("parent") { $0 }
    twins = value.keptList("twins") { $0 }
  }
}

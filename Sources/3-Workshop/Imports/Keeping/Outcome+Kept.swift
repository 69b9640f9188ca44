import Cooperation
import Markup
import SQL

extension Outcome {
  func keep(in json: inout JSON) {
    json["id"] = id.text
    json["level"] = level.rawValue
    json.keep("title", title)
    json.keep("about", about)
    json.array("indicators", indicators) { json, indicator in json.object { indicator.keep(in: &$0) } }
  }

  init(kept value: JSONValue, of partnership: Partnership.ID) throws {
    let id = try value.kept("id") { ID($0) }
    guard let title = try value.keptTexts("title") else { throw DatabaseError("\(id) was kept without a title") }
    self.init(
      id: id, partnership: partnership, level: try value.kept("level") { Level(rawValue: $0) }, title: title,
      about: try value.keptTexts("about"), indicators: try (value["indicators"]?.list ?? []).map(Indicator.init(kept:)))
  }
}

extension Indicator {
  fileprivate func keep(in json: inout JSON) {
    json["id"] = id.text
    json.keep("title", title)
    json["measure"] = measure.rawValue
    json["unit"] = unit
    json.flag("ascending", ascending)
    json.number("year", baseline?.year)
    json["baseline"] = baseline?.value.description
    json.array("periods", periods) { json, period in
      json.object { json in
        json["id"] = period.id.text
        json["start"] = period.start.description
        json["end"] = period.end.description
        json["target"] = period.target?.description
        json["actual"] = period.actual?.description
      }
    }
  }

  fileprivate init(kept value: JSONValue) throws {
    guard let title = try value.keptTexts("title") else { throw DatabaseError("an indicator was kept without a title") }
    let baseline = try value.keptIfAny("baseline") { Amount($0) }.map { amount in
      try Baseline(year: value.keptNumber("year"), value: amount)
    }
    self.init(
      id: try value.kept("id") { ID($0) }, title: title, measure: try value.kept("measure") { Measure(rawValue: $0) },
      unit: try value.kept("unit") { $0 }, ascending: value["ascending"]?.bool ?? true, baseline: baseline,
      periods: try (value["periods"]?.list ?? []).map(Period.init(kept:)))
  }
}

extension Indicator.Period {
  fileprivate init(kept value: JSONValue) throws {
    try self.init(
      id: value.kept("id") { ID($0) }, start: value.kept("start") { Day($0) }, end: value.kept("end") { Day($0) },
      target: value.keptIfAny("target") { Amount($0) }, actual: value.keptIfAny("actual") { Amount($0) })
  }
}

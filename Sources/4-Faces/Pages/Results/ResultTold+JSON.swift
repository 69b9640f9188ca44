import Cooperation
import Markup

extension ResultsTold {
  /// A result with its indicators, their periods, and what is said of each.
  func write(_ outcome: Outcome, _ json: inout JSON) {
    json.object { json in
      json["id"] = outcome.id.text
      json["partnership"] = outcome.partnership.text
      json["level"] = outcome.level.rawValue
      json["original"] = outcome.title.original.tag
      json["title"] = outcome.title.versions[outcome.title.original]
      json["about"] = outcome.about.flatMap { $0.versions[$0.original] }
      json.translations([("title", outcome.title), ("about", outcome.about)])
      json["claim"] = claim(of: outcome.id).state.rawValue
      json.array("indicators", outcome.indicators) { write($1, &$0) }
      json.number("revision", outcome.revision)
    }
  }

  private func write(_ indicator: Indicator, _ json: inout JSON) {
    json.object { json in
      json["id"] = indicator.id.text
      json["title"] = indicator.title.versions[indicator.title.original]
      json["measure"] = indicator.measure.rawValue
      json["unit"] = indicator.unit
      json.flag("ascending", indicator.ascending)
      if let baseline = indicator.baseline {
        json.object("baseline") { json in
          json.number("year", baseline.year)
          json["value"] = baseline.value.description
        }
      } else {
        json["baseline"] = nil
      }
      json.array("periods", indicator.periods) { write($1, of: indicator, &$0) }
    }
  }

  func write(_ period: Indicator.Period, of indicator: Indicator, _ json: inout JSON) {
    json.object { json in
      json["id"] = period.id.text
      json["start"] = period.start.description
      json["end"] = period.end.description
      json["target"] = period.target?.description
      json["actual"] = period.actual?.description
      json["words"] = period.words.flatMap { $0.versions[$0.original] }
      json["claim"] = claim(of: period.id).state.rawValue
      let figure = indicator.figure(of: period)
      json.array("said", said[period.id]?.history ?? []) { json, voice in
        json.object { json in
          json["organisation"] = voice.organisation.text
          json["stance"] = voice.stance.rawValue
          json["figure"] = voice.figure?.value
          json["reason"] = voice.reason
          json["counter"] = voice.counter?.description
          json["at"] = voice.at.description
          json.flag("current", voice.figure?.isSame(as: figure) ?? false)
        }
      }
    }
  }
}

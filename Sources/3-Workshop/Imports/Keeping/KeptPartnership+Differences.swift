import Cooperation
import Reference

extension KeptPartnership {
  /// What is different in another telling of the same, one thing each, for people: `title: Water → Safe water`.
  func differences(to other: KeptPartnership) -> [String] {
    var all: [String] = []
    let (old, new) = (partnership, other.partnership)
    func compare(_ name: String, _ a: String, _ b: String) {
      if a != b { all.append("\(name): \(a.isEmpty ? "none" : a.shown) → \(b.isEmpty ? "none" : b.shown)") }
    }
    if old.title != new.title { compare("title", old.title.told, new.title.told) }
    if old.about != new.about { all.append("description: changed") }
    compare("form", old.form.rawValue, new.form.rawValue)
    compare("parties", Self.told(old.parties), Self.told(new.parties))
    compare("began", old.began?.description ?? "", new.began?.description ?? "")
    compare("ended", old.stage.told, new.stage.told)
    compare("themes", Self.list(old.topic.themes.map(\.text)), Self.list(new.topic.themes.map(\.text)))
    compare("targets", Self.list(old.topic.targets.map(\.description)), Self.list(new.topic.targets.map(\.description)))
    compare("country", old.topic.context.country?.text ?? "", new.topic.context.country?.text ?? "")
    compare("part of", old.parent?.text ?? "", new.parent?.text ?? "")
    let money = (contributions.map(\.key).sorted(), other.contributions.map(\.key).sorted())
    if money.0 != money.1 { all.append("money: \(money.0.count) entries → \(money.1.count) entries") }
    let results = (outcomes.map(\.key).sorted(), other.outcomes.map(\.key).sorted())
    if results.0 != results.1 { all.append("results: \(results.0.count) → \(results.1.count)") }
    return all
  }

  private static func list(_ texts: [String]) -> String { texts.sorted().joined(separator: ", ") }

  private static func told(_ parties: Parties) -> String {
    list(parties.all.map { "\($0.organisation) as \($0.role.rawValue)" })
  }
}

extension Texts {
  /// All its versions on one line, the original first.
  fileprivate var told: String {
    ([versions[original] ?? ""] + versions.filter { $0.key != original }.sorted { $0.key < $1.key }.map(\.value))
      .joined(separator: " / ")
  }

  /// What tells it from another, languages included.
  fileprivate var key: String {
    original.tag + versions.sorted { $0.key < $1.key }.map { "\n\($0.key) \($0.value)" }.joined()
  }
}

extension Partnership.Stage {
  fileprivate var told: String { if case .ended(let day, let why) = self { "\(day), \(why.rawValue)" } else { "" } }
}

// What two tellings of the same have in common, whatever each is called on record.
extension Contribution {
  fileprivate var key: String {
    [
      kind.rawValue, organisation?.text ?? "", "\(money.minorUnits) \(money.currency)", day.description,
      until?.description ?? "", note,
    ].joined(separator: "\t")
  }
}

extension Outcome {
  fileprivate var key: String {
    ([level.rawValue, title.key, about?.key ?? ""] + indicators.map(\.key)).joined(separator: "\t")
  }
}

extension Indicator {
  fileprivate var key: String {
    let periods = periods.map {
      "\($0.start) \($0.end) \($0.target?.description ?? "-") \($0.actual?.description ?? "-")"
    }
    let head = [title.key, measure.rawValue, unit, "\(ascending)"]
    return (head + [baseline.map { "\($0.year) \($0.value)" } ?? ""] + periods.sorted()).joined(separator: "\t")
  }
}

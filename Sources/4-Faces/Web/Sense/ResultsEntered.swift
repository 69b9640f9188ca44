import Actions
import Cooperation
import HTTP
import Languages
import Pages

extension Entered {
  /// The party that a form or a program speaks for; nil for the only one.
  mutating func party() -> Organisation.ID? {
    one("by", otherwise: Phrase("refusal.for-whom", "You may speak for several parties. Say for which you speak.")) {
      Organisation.ID($0)
    }
  }

  /// A figure; nil where the field is empty, and where it cannot be read, which is a problem.
  mutating func amount(_ name: String) -> Amount? {
    let text = cleaned(fields[name] ?? "", limit: .max) ?? ""
    if text.isEmpty { return nil }
    do throws(Indicator.Refusal) {
      return try Amount(counted: text, isTyped: !isProgram)
    } catch {
      refuse(name, error.words)
      return nil
    }
  }

  /// What a result says; nil where it has no title or no level.
  mutating func result(_ id: Outcome.ID, of partnership: Partnership.ID, known: Outcome?, _ reading: Language)
    -> Outcome?
  {
    let why = Phrase("result-form.no-level", "Choose one of the four.")
    let level = one("level", otherwise: why) { Outcome.Level(rawValue: $0) } ?? known?.level
    if level == nil { refuse("level", why) }
    let original = original(known?.title.original ?? reading)
    let title = texts("title", .line, limit: 200, in: original, keeping: known?.title)
    if title == nil { refuse("title", Phrase("result-form.no-title", "Say in one line what came of it.")) }
    let about = texts("about", .prose, limit: 5000, in: original, keeping: known?.about)
    guard let level, let title else { return nil }
    return Outcome(
      id: id, partnership: partnership, level: level, title: title, about: about, indicators: known?.indicators ?? [],
      revision: revision ?? known?.revision ?? 1)
  }

  /// An indicator; nil where it has no title, which is a problem where anything else of it was said.
  mutating func indicator(
    _ id: Indicator.ID, prefix: String, known: Indicator?, in language: Language, isAsked: Bool
  ) -> Indicator? {
    let original = known?.title.original ?? language
    let title = texts(prefix + "title", .line, limit: 200, in: original, keeping: known?.title)
    let measure = measure(prefix, known), unit = line(prefix + "unit", limit: 60)
    let ascending = ascending(prefix) ?? known?.ascending ?? true
    let baseline = baseline(prefix)
    guard let title else {
      if isAsked || !unit.isEmpty || baseline != nil {
        refuse(prefix + "title", Phrase("indicator-form.no-title", "Say what is counted or looked at."))
      }
      return nil
    }
    return Indicator(
      id: id, title: title, measure: measure, unit: measure == .unit ? unit : "", ascending: ascending,
      baseline: baseline, periods: known?.periods ?? [])
  }

  private mutating func measure(_ prefix: String, _ known: Indicator?) -> Indicator.Measure {
    one(
      prefix + "measure",
      otherwise: Phrase("indicator-form.no-measure", "Choose a number, a percentage or words.")
    ) { Indicator.Measure(rawValue: $0) } ?? known?.measure ?? .unit
  }

  private mutating func ascending(_ prefix: String) -> Bool? {
    one(prefix + "ascending", otherwise: Phrase("indicator-form.no-direction", "Choose more or less.")) {
      ["true": true, "false": false][$0]
    }
  }

  private mutating func baseline(_ prefix: String) -> Indicator.Baseline? {
    let (year, value) = (prefix + "baseline.year", prefix + "baseline.value")
    let amount = amount(value)
    let number = one(year, otherwise: Phrase("indicator-form.no-year", "Write the year in four digits, such as 2024."))
    {
      Int($0)
    }
    let isGiven = !(fields[value] ?? "").allSatisfy(\.isWhitespace)
    if let number, !isGiven {
      refuse(
        value,
        Phrase("indicator-form.no-baseline", "Say how it was in {year}, or leave both empty.", ["year": "\(number)"]))
    }
    guard let amount else { return nil }
    guard let number else {
      refuse(year, Phrase("indicator-form.which-year", "Say in which year it was so."))
      return nil
    }
    do throws(Indicator.Refusal) {
      return try Indicator.Baseline(year: number, value: amount)
    } catch {
      refuse(year, error.words)
      return nil
    }
  }

  /// A period; nil where nothing of it was said, or not enough, which is a problem.
  ///
  /// - Parameter known: as it is on record; what the form does not ask for stays so.
  mutating func period(
    _ id: Indicator.Period.ID, prefix: String, of measure: Indicator.Measure, known: Indicator.Period?,
    in language: Language, isAsked: Bool
  ) -> Indicator.Period? {
    let names = ["start", "end", "target", "actual", "words"].map { prefix + $0 }
    let given = names.filter { !(fields[$0] ?? "").allSatisfy(\.isWhitespace) }
    guard !given.isEmpty || isAsked || known != nil else { return nil }
    let start = day(names[0]) ?? known?.start, end = day(names[1]) ?? known?.end
    if start == nil { refuse(names[0], Phrase("period-form.no-start", "Say from which day.")) }
    if end == nil { refuse(names[1], Phrase("period-form.no-end", "Say to which day.")) }
    let isCounted = measure != .qualitative
    if !isCounted, let number = [names[2], names[3]].first(where: { given.contains($0) }) {
      refuse(number, ResultRefused.noCounter.words)
    }
    let target = fields[names[2]] == nil ? known?.target : isCounted ? amount(names[2]) : nil
    let actual = fields[names[3]] == nil ? known?.actual : isCounted ? amount(names[3]) : nil
    let words =
      fields[names[4]] == nil
      ? known?.words
      : texts(names[4], .prose, limit: 2000, in: known?.words?.original ?? language, keeping: known?.words)
    guard let start, let end else { return nil }
    do throws(Indicator.Refusal) {
      return try Indicator.Period(id: id, start: start, end: end, target: target, actual: actual, words: words)
    } catch {
      refuse(names[1], error.words)
      return nil
    }
  }

  /// Tells a refusal of the rules at the field that it is about.
  mutating func refuse(_ refusal: Indicator.Refusal, in subject: ResultForm.Subject) {
    let (indicator, period) = (subject.indicator ?? "", subject.period)
    switch refusal {
    case .belowZero: refuse(period.map { $0 + "actual" } ?? indicator + "baseline.value", refusal.words)
    case .notBegun: refuse((period ?? "") + "actual", refusal.words)
    default: refuse(period.map { $0 + "start" } ?? indicator + "baseline.year", refusal.words)
    }
  }
}

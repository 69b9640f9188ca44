import Cooperation
import Reference

extension Entered {
  /// What a need or a practice is about.
  mutating func topic() -> Topic {
    let themes = several("themes", otherwise: Phrase("form.no-theme", "Choose themes from the list.")) { text in
      Theme.ID(text).flatMap { Themes[$0]?.id }
    }
    let targets = several("targets", otherwise: Phrase("form.no-target", "Choose SDG targets from the list.")) { text in
      Target(text).flatMap { Goals.targets[$0] == nil ? nil : $0 }
    }
    let why = Phrase("form.no-population", "Write a whole number of people, such as 12000.")
    let population = one("population", otherwise: why) { text in
      Int(text.filter { !" .,\u{A0}\u{202F}".contains($0) }).flatMap { (1...40_000_000).contains($0) ? $0 : nil }
    }
    return Topic(
      themes: Set(themes), targets: Set(targets), languages: languages("languages"),
      context: Topic.Context(population: population, country: country("country")))
  }
}

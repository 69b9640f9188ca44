import Cooperation
import Reference
import Testing

@Suite("Suggesting what a need is about") struct SuggestionsTests {
  private static let suggester = Suggester(Themes.all)

  private func suggest(_ text: String, in language: Language) -> Suggestions {
    Self.suggester.suggestions(for: [Texts(text, in: language)])
  }

  private static let texts: [(Language, String, Theme.ID)] = [
    ("en", "Our storm water drains clog every rainy season.", "drainage-and-floods"),
    ("fr", "Nos caniveaux débordent à chaque saison des pluies.", "drainage-and-floods"),
    ("es", "Queremos llevar agua potable a los barrios altos.", "water-supply"),
    ("pt", "Como cobrar melhor a água potável em nossos bairros?", "water-supply"),
    ("ar", "نريد تحسين جمع النفايات في الأحياء", "waste-management"),
  ]

  @Test("works in each language, tells the words that led there, and the targets that go with it", arguments: texts)
  func each(language: Language, text: String, theme: Theme.ID) throws {
    let suggested = suggest(text, in: language)
    let first = try #require(suggested.themes.first)
    #expect(first.theme == theme && !first.words.isEmpty && first.words.allSatisfy { text.contains($0) })
    let nearest = try #require(Themes[theme]?.targets.first)
    #expect(suggested.targets.first == Suggestions.OfTarget(target: nearest, theme: theme))
  }

  @Test("reads the language that the words speak where the form says another", arguments: texts)
  func guessed(language: Language, text: String, theme: Theme.ID) {
    for other in Language.interface where other != language {
      #expect(suggest(text, in: other).themes.contains { $0.theme == theme }, "\(language) told as \(other)")
    }
  }

  @Test(
    "takes a single word as a hint where it belongs to a theme or two",
    arguments: [
      ("en", "The drains are blocked.", "drainage-and-floods"), ("pt", "As valas entopem.", "drainage-and-floods"),
    ] as [(Language, String, Theme.ID)])
  func hints(language: Language, text: String, theme: Theme.ID) {
    #expect(suggest(text, in: language).themes.prefix(2).contains { $0.theme == theme })
  }

  @Test("says nothing where nothing is found")
  func nothing() {
    #expect(suggest("Hm.", in: "en") == .none && suggest("?!", in: "ar") == .none)
    #expect(Self.suggester.suggestions(for: []) == .none)
  }

  @Test("takes some milliseconds for two long answers")
  func quick() {
    let long = Texts(String(repeating: Self.texts[0].1 + " ", count: 40), in: "en")
    let clock = ContinuousClock()
    let times = (0..<9).map { _ in
      clock.measure { _ = Self.suggester.suggestions(for: [long, long]) }
    }
    // A debug build on a busy machine is some twenty times slower than what people use.
    #expect(times.sorted()[4] < .milliseconds(100))
  }
}

import Cooperation
import Reference
import Testing

@Suite("Finding themes in what officers write") struct ThemeFindingTests {
  private static let finder = ThemeFinder(Themes.all)

  @Test("knows every theme by each of its words, in every language", arguments: Themes.all)
  func synonyms(theme: Theme) {
    for (language, words) in theme.synonyms {
      for word in words {
        let found = Self.finder.themes(in: word, language).map(\.theme)
        #expect(found.contains(theme.id), "\(language): \(word) led to \(found)")
      }
    }
  }

  @Test(
    "finds what a sentence is about",
    arguments: [
      ("en", "Our storm water drains clog every rainy season.", "drainage-and-floods"),
      ("fr", "Nos caniveaux débordent à chaque saison des pluies.", "drainage-and-floods"),
      ("es", "Queremos llevar agua potable a los barrios altos.", "water-supply"),
      ("pt", "Como cobrar melhor a água potável em nossos bairros?", "water-supply"),
      ("ar", "نريد تحسين جمع النفايات في الأحياء", "waste-management"),
      ("en", "How do you collect garbage where trucks cannot pass? We have a landfill.", "waste-management"),
    ] as [(Language, String, Theme.ID)])
  func sentences(language: Language, text: String, theme: Theme.ID) {
    #expect(Self.finder.themes(in: text, language).first?.theme == theme)
    #expect(Language.guessed(from: text) == language)
  }

  @Test("suggests what a text speaks of most, and nearly as much as that, and nothing beside")
  func suggested() {
    let text = "Waste is here, waste is there; waste blocks the drains, the drains flood, waste burns. A school knows."
    #expect(Self.finder.themes(in: text, "en").map(\.theme).contains("schools"))
    #expect(Self.finder.suggested(for: text, "en") == ["waste-management", "drainage-and-floods"])
    #expect(Self.finder.suggested(for: "Nothing at all", "en").isEmpty)
  }

  @Test("matches a need in French with a practice in Arabic by the theme that both speak of")
  func across() {
    var index = MatchIndex(themes: Themes.all, targets: Goals.targets.keys)
    let practice = Texts("توزيع مياه الشرب في الأحياء", in: "ar"),
      need = Texts("Fournir l’eau potable aux quartiers", in: "fr")
    index.put(
      Practice.ID(bits: 1), of: Organisation.ID(bits: 1), Matter(terms: Self.finder.terms(title: practice)))
    let matches = index.matches(for: Matter(terms: Self.finder.terms(title: need)), of: nil)
    #expect(matches.first?.reasons.contains { $0.fact == .text([.theme("water-supply")]) } == true)
  }
}

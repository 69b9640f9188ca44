import Cooperation
import Testing

@Suite("The terms of a text") struct MatchingTermsTests {
  private static let themes = [
    MatchingWorld.theme("services", nil, ["en": ["municipal services"]], name: "Basic services"),
    MatchingWorld.theme(
      "water", "services",
      [
        "en": ["drinking water", "water utility"], "fr": ["eau potable", "réseau d’eau"], "es": ["agua potable"],
        "pt": ["água potável"], "ar": ["مياه الشرب"],
      ], name: "Water supply"),
    MatchingWorld.theme("drains", "services", ["en": ["storm drains", "drains"]], name: "Drainage"),
  ]
  private let finder = ThemeFinder(themes)

  @Test(
    "are one for the forms of a word",
    arguments: [
      ("en", "floods flooding flooded flood"), ("en", "plan plans planning planned"),
      ("en", "house houses housing"), ("fr", "communale communaux communal communales"), ("fr", "eau eaux"),
      ("fr", "réseaux RÉSEAU"), ("es", "urbana urbano urbanas urbanos"), ("es", "luz luces"), ("es", "red redes"),
      ("pt", "habitação habitações"), ("pt", "regional regionais"), ("pt", "ordem ordens"),
      ("ar", "المياه مياه والمياه بالمياه للمياه"), ("ar", "مدرسة المدرسة"), ("ar", "الوظائف وظائف"),
    ] as [(Language, String)])
  func forms(language: Language, words: String) {
    let texts = words.split(separator: " ").map { finder.terms(title: Texts(String($0), in: language)) }
    #expect(Set(texts.map { $0.entries.map(\.term) }).count == 1, "\(texts)")
    #expect(texts.allSatisfy { $0.entries.count == 1 })
  }

  @Test(
    "leave out small words, numbers and what every city says",
    arguments: [
      ("en", "How the city and its towns did it in 2030"),
      ("fr", "Comment la ville de l’an 2030 et ses communes ont fait"),
      ("es", "Cómo la ciudad y sus municipios lo hacen"), ("pt", "Como a cidade e os seus municípios são"),
      ("ar", "في المدينة ومن هذا إلى البلدية"),
    ] as [(Language, String)])
  func small(language: Language, text: String) {
    let stems = finder.terms(title: Texts(text, in: language)).entries.map(\.term)
    #expect(stems == [] || stems == [.stem("an")], "\(stems)")
  }

  @Test("show the word as it stands, and count it double where the title has it")
  func shown() {
    let terms = finder.terms(
      title: Texts("Culverts kept clean", in: "en"),
      body: [Texts("Residents clean CULVERTS and kerbs.", in: "en"), nil])
    let culvert = terms.entries.first { $0.shown == "Culverts" }
    #expect(culvert?.isStrong == true)
    #expect(terms.entries.first { $0.shown == "kerbs" }?.isStrong == false)
    #expect(terms.entries.count == 5)
  }

  @Test("are the same theme in any language", arguments: ["fr", "es", "pt", "ar"] as [Language])
  func across(language: Language) {
    let text: [Language: String] = [
      "fr": "Amener l’eau potable aux quartiers", "es": "Llevar agua potable a los barrios",
      "pt": "Levar água potável aos bairros", "ar": "إيصال مياه الشرب إلى الأحياء",
    ]
    let terms = finder.terms(title: Texts(text[language] ?? "?", in: language)).entries.map(\.term)
    #expect(terms.contains(.theme("water")))
    #expect(
      finder.terms(title: Texts("Drinking water for all", in: "en")).entries.map(\.term).contains(.theme("water")))
  }

  @Test("tell the themes with the words that led there, the most spoken of first, the longest name first")
  func found() {
    let found = finder.themes(
      in: "Storm drains and other drains fail; the Water Utility asks what to do with storm drains.", "en")
    #expect(found.map(\.theme) == ["drains", "water"])
    #expect(found.first?.words == ["Storm drains", "drains", "storm drains"])
    #expect(found.first?.weight == 5)
    #expect(found.last?.words == ["Water Utility"])
    #expect(finder.themes(in: "Municipal Services", "en").map(\.theme) == ["services"])
    #expect(finder.themes(in: "services of a shop", "en").isEmpty)
    #expect(finder.themes(in: "Trinkwasser", "de").isEmpty)
  }

  @Test("tell a theme once for a text and its translations")
  func translated() {
    let texts = Texts("L’eau potable", in: "fr", translations: ["en": "Drinking water from a water utility"])
    #expect(finder.themes(in: texts).map(\.weight) == [4])
  }

  @Test(
    "are read in the language whose small words they use",
    arguments: [
      ("en", "How can we keep the storm drains clear?"), ("fr", "Comment garder les caniveaux propres dans nos rues ?"),
      ("es", "¿Cómo podemos mantener los desagües limpios en la ciudad?"),
      ("pt", "Como é que podemos manter as sarjetas limpas com uma equipa?"),
      ("ar", "كيف يمكن أن نحافظ على نظافة المجاري؟"),
    ] as [(Language, String)])
  func guessed(language: Language, text: String) {
    #expect(Language.guessed(from: text) == language)
    #expect(Language.guessed(from: "1234 —") == nil)
  }
}

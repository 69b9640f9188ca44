import Cooperation
import Testing

@Suite("How alike two texts are") struct ResemblanceTests {
  private let finder = ThemeFinder([])

  private func side(_ title: String, _ body: String, _ themes: Set<Theme.ID>, _ language: Language = "en")
    -> Resemblance.Side
  {
    Resemblance.Side(
      title: Texts(title, in: language), body: body.isEmpty ? [] : [Texts(body, in: language)], themes: themes,
      by: finder)
  }

  @Test("is all of it for the same, nothing for what shares nothing, and the same from either side")
  func bounds() {
    let drains = side("Residents clear drains", "Street by street, before the rains.", ["drainage"])
    let buses = side("Free buses", "Nobody pays.", ["transport"])
    #expect(Resemblance(of: drains, to: drains).score == 1)
    let none = Resemblance(of: drains, to: buses)
    #expect(none.score == 0 && none.words.isEmpty && none.themes.isEmpty && !none.isNotable)
    let near = side("Drains cleared by committees", "Before the rains.", ["drainage"])
    #expect(Resemblance(of: drains, to: near).score == Resemblance(of: near, to: drains).score)
    #expect(Resemblance(of: drains, to: near).isNotable && Resemblance(of: drains, to: near).words.contains("drains"))
  }

  @Test("is not notable for a theme in common among several, or a word alone")
  func little() {
    let one = side("Residents clear drains", "Committees with tools.", ["drainage", "participation"])
    #expect(!Resemblance(of: one, to: side("Rain gauges", "Shopkeepers read them.", ["drainage", "data"])).isNotable)
    let long = "A long text about many other things that a city does, with markets, schools, libraries and drains."
    #expect(!Resemblance(of: one, to: side("Something else", long, [])).isNotable)
  }

  @Test("is looked for in a language that both have, a translation among them")
  func languages() {
    let pt = Texts("Moradores limpam valas", in: "pt", translations: ["en": "Residents clear drains"])
    let one = Resemblance.Side(title: pt, body: [], themes: ["drainage"], by: finder)
    #expect(Resemblance(of: one, to: side("Residents clear the drains", "", ["drainage"])).score == 1)
    #expect(!Resemblance(of: one, to: side("Les habitants curent les caniveaux", "", ["drainage"], "fr")).isNotable)
  }

  @Test("of empty texts is nothing")
  func empty() { #expect(Resemblance(of: side("a", "", []), to: side("b", "", [])).score == 0) }
}

import Cooperation
import Testing

@Suite("The reason for a match") struct MatchingWordsTests {
  private static var naming: Match.Naming {
    Match.Naming(
      theme: { $0.text.replacing("-", with: " ") },
      language: { ["en": "English", "pt": "Portuguese"][$0.tag] ?? $0.tag },
      number: { "\($0)" }, day: { "\($0)" }, list: { $0.joined(separator: " and ") }, say: filled)
  }

  private static func filled(_ phrase: Phrase) -> String {
    phrase.blanks.reduce(phrase.english) { $0.replacing("{\($1.key)}", with: $1.value) }
  }

  private func said(_ fact: Match.Fact) -> String {
    Self.filled(Match.Reason(score: 1, fact: fact).words(Self.naming))
  }

  private func themes(
    _ shared: [Theme.ID], _ near: Match.Nearness? = nil, _ targets: [String] = [], isRare: Bool = false
  ) -> Match.Fact {
    let nears = near.map { [Match.Themes.Near(yours: "roads", theirs: "parks", nearness: $0)] } ?? []
    return .themes(
      Match.Themes(shared: shared, near: nears, targets: targets.compactMap { Target($0) }, isRare: isRare))
  }

  @Test("names the themes, and says when few work on them")
  func themesSaid() {
    #expect(said(themes(["storm-drains", "roads"])) == "You both work on storm drains and roads.")
    #expect(said(themes(["storm-drains"], isRare: true)) == "You both work on storm drains; few others do.")
    #expect(said(themes([], .sibling)) == "They work on parks, close to your roads.")
    #expect(said(themes([], .within)) == "They work on parks, a part of roads.")
    #expect(said(themes([], .around)) == "They work on parks, which takes in your roads.")
    #expect(said(themes([], nil, ["6.1", "11.3"])) == "You both work towards SDG target 6.1 and 11.3.")
    #expect(said(themes([])).hasPrefix("You have no theme in common"))
  }

  @Test("names the strongest shared words")
  func wordsSaid() {
    #expect(
      said(.text([.word("culverts"), .theme("storm-drains")])) == "Both texts speak of “culverts” and storm drains.")
    #expect(said(.text([])) == "Your text and theirs share no telling word.")
  }

  @Test("tells how alike the places are, and what is not known")
  func contextSaid() {
    let alike = Match.Context(theirs: 82_000, yours: 96_000, isSameIncome: true, land: .apart)
    #expect(said(.context(alike)) == "About your size (82000 and 96000 people), same income group, another continent.")
    let larger = Match.Context(theirs: 900_000, yours: 96_000, isSameIncome: false, land: .subregion)
    #expect(said(.context(larger)).hasPrefix("Larger than you (900000 and 96000 people), another income group,"))
    let blank = Match.Context(theirs: nil, yours: 96_000, isSameIncome: nil, land: nil)
    #expect(said(.context(blank)) == "Size not known, income group not known, country not known.")
  }

  @Test("says in which language you can talk, or that you need an interpreter")
  func languagesSaid() {
    #expect(said(.languages(.shared("pt", isFirst: true))) == "You both work in Portuguese.")
    #expect(said(.languages(.shared("en", isFirst: false))).hasPrefix("You can both work in English"))
    #expect(
      said(.languages(.apart(yours: "pt", theirs: "en"))) == "You need an interpreter between Portuguese and English.")
    #expect(said(.languages(.unknown)).contains("has not said"))
  }

  @Test("says what you can teach back, and tells not asked from not known")
  func reciprocitySaid() {
    let need = Need.ID(bits: 1)
    #expect(
      said(.reciprocity(.teaches(need: need, themes: ["roads"], nearness: .same)))
        == "They seek to learn about roads, which you can teach.")
    #expect(said(.reciprocity(.teaches(need: need, themes: ["roads"], nearness: .sibling))).contains("close to"))
    let others: [Match.Reciprocity] = [.seeksOther, .seeksNothing, .nothingToTeach]
    #expect(Set(others.map { said(.reciprocity($0)) }).count == 3)
  }

  @Test("tells how busy they are, what they answered before, and the way to them")
  func circumstancesSaid() throws {
    let day = try #require(Day("2026-05-02"))
    #expect(said(.capacity(.load(1, of: 4))) == "Under way with them this quarter: 1 of the 4 that they can take.")
    #expect(said(.capacity(.unsaid)).hasPrefix("They have not said how many"))
    #expect(said(.capacity(.full)).contains("no room"))
    #expect(
      said(.capacity(.declined("storm-drains", .otherField, on: day)))
        == "You asked them about storm drains, and they declined on 2026-05-02: not their field.")
    #expect(said(.capacity(.silent(since: day))) == "You asked them on 2026-05-02, and they have not answered.")
    #expect(said(.reach(.through("ANAMM"))) == "You both belong to ANAMM, which can bring you together.")
    let ways: [Match.Reach] = [.partners, .body, .member, .strangers, .unasked]
    #expect(Set(ways.map { said(.reach($0)) }).count == 5)
  }

  @Test("leaves no blank open and has a key of its own for each English sentence")
  func keys() {
    let index = MatchingWorld(seed: 2, practices: 150, needs: 60).index
    var chance = Chance(seed: 4)
    let circumstances = MatchingWorld.circumstances(12, &chance)
    var english: [String: String] = [:]
    for need in MatchingWorld(seed: 3, practices: 0, needs: 40).needs {
      let matches = index.matches(for: need.matter, of: Organisation.ID(bits: 4), in: circumstances)
      for reason in matches.flatMap(\.reasons) {
        let words = reason.words(Self.naming)
        #expect(!Self.filled(words).contains("{") && words.key.hasPrefix("reason."))
        #expect(english[words.key] ?? words.english == words.english)
        english[words.key] = words.english
      }
    }
    #expect(english.count >= 20)
  }
}

@Suite("The weights of a match") struct MatchingWeightsTests {
  @Test("make 100 to begin with, and are written as addresses carry them")
  func standard() throws {
    #expect(Match.Part.allCases.map { Match.Weights.standard[$0] } == [30, 20, 15, 10, 10, 5, 5, 5])
    #expect(Match.Weights.standard.description == "30-20-15-10-10-5-5-5")
    #expect(try Match.Weights("30-20-15-10-10-5-5-5") == .standard)
    #expect(try Match.Weights("1-0-0-0-3-0-0-0").share(of: .reciprocity) == 0.75)
    #expect(try Match.Weights.standard.setting(.capacity, to: 20).description == "30-20-15-10-10-20-5-5")
  }

  @Test("of five or seven numbers, as addresses had them before, give nothing to what came since")
  func five() throws {
    let weights = try Match.Weights("35-20-20-10-15")
    #expect(weights.description == "35-20-20-10-15-0-0-0" && weights.share(of: .themes) == 0.35)
    #expect(try Match.Weights("30-20-15-10-15-5-5").description == "30-20-15-10-15-5-5-0")
  }

  @Test(
    "are refused when they say nothing",
    arguments: [
      ("0-0-0-0-0", .allZero), ("101-0-0-0-0", .outOfRange(.themes, 101)), ("35-20-20-10", .unreadable("35-20-20-10")),
      ("a-20-20-10-15", .unreadable("a-20-20-10-15")), ("", .unreadable("")), ("-1-2-3-4-5", .unreadable("-1-2-3-4-5")),
      ("99999999999999999999-1-1-1-1", .unreadable("99999999999999999999-1-1-1-1")),
    ] as [(String, Match.Weights.Refusal)])
  func refused(text: String, refusal: Match.Weights.Refusal) {
    #expect(throws: refusal) { try Match.Weights(text) }
  }

  @Test("are refused when one is negative")
  func negative() {
    #expect(throws: Match.Weights.Refusal.outOfRange(.text, -1)) {
      try Match.Weights(themes: 35, text: -1, context: 20, languages: 10, reciprocity: 15)
    }
  }
}

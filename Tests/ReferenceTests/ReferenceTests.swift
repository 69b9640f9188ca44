import Cooperation
import Reference
import Testing

@Suite("Reference data") struct ReferenceTests {
  @Test("knows at least 33,000 places, each in a country that it knows")
  func places() {
    var count = 0
    Gazetteer.eachPlace { place in
      count += 1
      if Countries[place.country] == nil { Issue.record("\(place.name) lies in \(place.country)") }
    }
    #expect(count >= 33_000)
  }

  @Test("knows Inhambane, with its division and its position")
  func inhambane() throws {
    var found: Place?
    Gazetteer.eachPlace { if $0.name == "Inhambane" { found = $0 } }
    let place = try #require(found)
    #expect(place.country == Country.Code("MZ"))
    #expect(Gazetteer.division(place.division, in: place.country) == "Inhambane")
    #expect((-24.0 ... -23.0).contains(place.position.latitude))
  }

  @Test("names every country and region in the five languages", arguments: Language.interface)
  func names(language: Language) {
    #expect(Countries.all.count >= 249)
    for country in Countries.all { #expect(country.names[language] != nil, "\(country.id)") }
    for region in Countries.regions { #expect(region.names[language] != nil, "\(region.code)") }
  }

  @Test("has the 17 goals and the 169 targets, named in the five languages", arguments: Language.interface)
  func goals(language: Language) {
    #expect(Goals.all.map(\.number) == Array(1...17))
    #expect(Goals.targets.count == 169)
    #expect(Goals.targets.values.allSatisfy { $0[language]?.isEmpty == false })
  }

  @Test("sorts targets as the United Nations do")
  func order() throws {
    let goal = try #require(Goal(1))
    #expect(Goals.targets(of: goal).map(\.description) == ["1.1", "1.2", "1.3", "1.4", "1.5", "1.a", "1.b"])
  }

  @Test("ties every theme to targets and purposes, with words to find it by in the five languages")
  func themes() {
    #expect((55...80).contains(Themes.all.count))
    for theme in Themes.all {
      #expect(!theme.targets.isEmpty && !theme.purposes.isEmpty, "\(theme.id)")
      for language in Language.interface { #expect(theme.synonyms[language]?.isEmpty == false, "\(theme.id) \(language)") }
      for target in theme.targets { #expect(Goals.targets[target] != nil, "\(theme.id) \(target)") }
      if let parent = theme.parent { #expect(Themes[parent] != nil, "\(theme.id)") }
    }
  }
}

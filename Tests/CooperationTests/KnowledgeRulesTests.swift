import Cooperation
import Testing

@Suite("What a text is called that has no title") struct DerivedTitleTests {
  @Test(
    "is its first sentence",
    arguments: [
      ("Três bairros ficam na água. Todos os anos.", "Três bairros ficam na água"),
      ("Who cleans the drains? Nobody.", "Who cleans the drains?"), ("no end", "no end"),
      ("Version 2.5 of the plan is late. Why?", "Version 2.5 of the plan is late"),
      ("\n\n - Streets\nflood", "Streets"), ("¿Quién limpia? Nadie.", "¿Quién limpia?"),
      ("متى تنتهي الأشغال؟ لا أحد يعلم.", "متى تنتهي الأشغال؟"),
    ])
  func first(text: String, title: String) { #expect(text.asTitle == title) }

  @Test("is cut between two words where that is long, and is nothing where there are no words")
  func long() throws {
    let title = try #require(String(repeating: "floods and ", count: 30).asTitle)
    #expect(title.count <= 101 && title.hasSuffix("d…") || title.hasSuffix("s…"))
    #expect("".asTitle == nil && " …\n- ".asTitle == nil)
    #expect(String(repeating: "x", count: 300).asTitle?.count == 101)
  }
}

@Suite("The facts of a practice") struct PracticeFactsTests {
  @Test("have years that can be")
  func years() throws {
    #expect(try Practice.Years(2016, to: 2016).ended == 2016)
    #expect(throws: Practice.Refusal.endsBeforeItBegins) { try Practice.Years(2016, to: 2015) }
    #expect(throws: Practice.Refusal.noYear) { try Practice.Years(16) }
  }

  @Test("lead only to pages of the web")
  func links() {
    #expect(WebLink("https://example.org/a?b=1 A  report")?.line == "https://example.org/a?b=1 A report")
    #expect(WebLink("HTTPS://Example.org")?.host == "Example.org")
    for text in [
      "", "javascript:alert(1)", "ftp://example.org", "https://", "https://me@example.org", "https://local",
      "https://example.org/\"><script>", "example.org", "https:// example.org",
    ] { #expect(WebLink(text) == nil, "\(text)") }
  }

  @Test("are no longer taken for true a year after they were last said to be")
  func truth() throws {
    let published = try #require(Day("2024-02-29"))
    let truth = Truth()
    #expect(truth.state(published: published, on: published.adding(months: 12)) == .current)
    #expect(truth.state(published: published, on: published.adding(months: 12).adding(days: 1)) == .unchecked)
    #expect(truth.state(published: nil, on: published) == .current)
    let said = truth.answering(.yes, on: published.adding(months: 13))
    #expect(said.state(published: published, on: published.adding(months: 14)) == .current)
    #expect(said.answering(.noLonger, on: published).state(published: published, on: published) == .over)
  }
}

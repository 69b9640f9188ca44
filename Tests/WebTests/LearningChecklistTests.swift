import Cooperation
import HTTP
import Methods
import Testing

@Suite("A learning checklist in browsers") struct LearningChecklistTests {
  private func opened() throws -> LearningWorld {
    let world = try LearningWorld()
    try world.gather()
    try world.start("learning-checklist", "slow", by: "amelia")
    try world.join("jorge", invitedBy: "amelia")
    try world.cast("amelia", as: "learner", by: "amelia")
    try world.cast("jorge", as: "host", by: "amelia")
    return world
  }

  private func answers(_ more: [String: String]) throws -> [(String, String)] {
    let method = try #require(Methods.Library.method("learning-checklist"))
    return method.phases[0].prompts.compactMap { prompt in
      if let answer = more[prompt.id.text] { return (prompt.id.text, answer) }
      if prompt.condition != nil { return nil }
      return prompt.kind.options.first.map { (prompt.id.text, $0.id.text) }
    }
  }

  @Test("shows nobody what the other side says until both are opened, and then where they do not go together")
  func blind() throws {
    let world = try opened()
    let learner = [
      "days-to-learn": "10", "problem": "A secret problem", "host-language": "no", "language-way": "machine",
    ]
    #expect(try world.answer("amelia", answers(learner)).status == 303)
    for (page, who) in [(world.text("jorge"), "page"), (world.json("jorge"), "data")] {
      #expect(!page.contains("A secret problem") && !page.contains(">10<"), "\(who)")
      #expect(!page.contains("checked> Translation by machine"), "\(who)")
    }
    #expect(world.json("jorge").contains("{\"who\":\"The learning side\",\"given\":12,\"of\":16}"))
    #expect(world.text("amelia").contains("A secret problem"))
    let early = try world.close("jorge", to: "talk")
    #expect(early.status == 409)
    #expect(try world.answer("jorge", answers(["days-to-share": "3"])).status == 303)
    #expect(try world.close("jorge", to: "talk").status == 303)
    let page = world.text("jorge")
    #expect(page.contains("A secret problem"))
    #expect(page.contains("The host gives 3 days to sharing; the learner counts on 10 days of learning."))
    #expect(world.json("jorge").contains("\"comparison\":\"days-offered\""))
  }

  @Test("does not tell by what is still open what the other side has answered")
  func leak() throws {
    let world = try opened()
    var learner = ["host-language": "no"]
    #expect(try world.answer("amelia", answers(learner)).status == 303)
    for page in [world.text("jorge"), world.json("jorge"), try world.close("jorge", to: "talk").text] {
      #expect(!page.contains("The learning side has not answered “How will you overcome"), "\(page.problems)")
      #expect(!page.contains("The learning side has not answered"), "\(page.problems)")
    }
    #expect(world.text("jorge").contains("The learning side still has something to answer."))
    learner["language-way"] = "interpreter"
    #expect(try world.answer("amelia", answers(learner)).status == 303)
    #expect(!world.text("jorge").contains("The learning side still has something to answer."))
  }

  @Test("keeps the answers that can be taken, and shows the others again with the reason")
  func partly() throws {
    let world = try opened()
    let refused = try world.answer("amelia", [("staff", "many"), ("baseline", "yes")])
    #expect(refused.status == 422 && refused.text.contains("value=\"many\""))
    #expect(refused.text.problems.contains("#answer-staff"))
    #expect(world.json("amelia").contains("\"choice\":\"yes\""))
    #expect(try world.answer("amelia", [("baseline", "partly")]).status == 303)
    #expect(try world.answer("amelia", []).status == 303)
    #expect(world.json("amelia").matches(of: #/"prompt":"baseline"/#).count == 1)
  }

  @Test("is answered by each side for itself, from one organisation")
  func sides() throws {
    let world = try opened()
    try world.join("ines", invitedBy: "amelia")
    let ines = try #require(world.people["ines"]).text
    let refused = try world.look("amelia").submit(["value=\"cast\""], [("person", ines), ("role", "learner")])
    #expect(refused.status == 403)
    #expect(try world.look("amelia").submit(["value=\"cast\""], [("person", ines), ("role", "host")]).status == 303)
    #expect(try world.answer("ines", [("baseline", "no")]).status == 303)
    #expect(world.json("jorge").contains("\"choice\":\"no\""))
    #expect(!world.json("amelia").contains("\"choice\":\"no\""))
  }

  @Test("ends in a comparison that both sides can read")
  func comparison() throws {
    let world = try opened()
    #expect(try world.answer("amelia", answers([:])).status == 303)
    #expect(try world.answer("jorge", answers([:])).status == 303)
    #expect(try world.close("amelia", to: "talk").status == 303)
    #expect(try world.answer("amelia", [("decision", "begin")]).status == 303)
    #expect(try world.close("jorge", to: nil).status == 303)
    let document = world.browser("jorge").open(world.room + "/documents/comparison")
    #expect(document.status == 200 && document.text.contains("We begin"))
  }
}

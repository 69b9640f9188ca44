import Cooperation
import HTTP
import Storage
import Testing

@Suite("Laying a practice beside one's own city") struct ShareTransferTests {
  private func start() throws -> (SeekWorld, Browser, String) {
    let world = try SeekWorld()
    world.browser.open("/practices/new")
    let sent = world.browser.send(
      [
        ("title", "Comités de rua"), ("story", "Cada rua tem um comité."), ("conditions", "Uma lei que deixe pagar."),
        ("posts", "4"), ("themes", "drainage-and-floods"), ("languages", "pt"), ("publish", "yes"),
      ], to: "/practices")
    let ines = Browser(on: world.site)
    ines.signIn("ines@santaclariva.example")
    return (world, ines, String((sent[header: "Location"] ?? "").prefix { $0 != "?" }) + "/transfer")
  }

  @Test("is filled in from the record, corrected by its people, and seen by nobody else")
  func corrected() throws {
    let (world, ines, address) = try start()
    let page = ines.open(address).text
    for words in [
      "Would it work in Santa Clariva?", "light red\">Very different", "light unknown\">Unknown", "82,119",
      "Full-time posts: 4", "Uma lei que deixe pagar.", "name=\"seen\" value=\"never\"",
    ] { #expect(page.contains(words), "\(words)") }
    let said = [
      ("organisation", SeekWorld.clariva.id.text), ("seen", "never"), ("staff", "amber"),
      ("staff.here", "Two <b>people</b>"), ("staff.note", "Ask the province"), ("mandate.here", "Allowed by law"),
    ]
    let sent = ines.send(said, to: address)
    #expect(sent.status == 303 && sent[header: "Location"]?.contains("organisation=\(SeekWorld.clariva.id)") == true)
    let after = ines.open(address + "?organisation=\(SeekWorld.clariva.id)").text
    #expect(after.contains("Two &lt;b&gt;people") && after.contains("Ask the province"))
    #expect(after.contains("light amber") && after.contains("Allowed by law"))
    let late = ines.send(said.filter { $0.0 != "staff" } + [("staff", "red")], to: address)
    #expect(late.status == 412 && late.text.contains("Two &lt;b&gt;people"))
    let public1 = world.site.get(address, query: ["organisation": SeekWorld.clariva.id.text]).text
    #expect(public1.contains("Would it work in Santa Clariva?") && !public1.contains("Ask the province"))
    let json = ines.open(address, accepting: "application/json").text
    #expect(json.contains(#""condition":"staff","light":"amber""#) && json.contains(#""from":"people""#))
  }

  @Test("asks for which city where nobody says, and refuses what is not one's own")
  func forbidden() throws {
    let (world, ines, address) = try start()
    #expect(world.site.get(address).text.contains("For which city?"))
    #expect(world.site.get(address, query: ["organisation": "org_00000000000000000000000000"]).status == 404)
    ines.open(address)
    let theirs = [("organisation", SeekWorld.nhamatare.id.text), ("staff", "red")]
    #expect(ines.send(theirs, to: address).status == 403)
    #expect(ines.send([("staff", "red")], to: address).status == 404)
    let wrong = [("organisation", SeekWorld.clariva.id.text), ("staff", "purple"), ("land.note", "x")]
    #expect(ines.send(wrong, to: address).status == 422)
  }
}

import Cooperation
import HTTP
import SQL
import Storage
import Testing

@Suite("What waits for someone") struct SenseWaitingTests {
  @Test("is told on their account page, and goes when it is done")
  func waiting() throws {
    let world = try SenseWorld()
    #expect(world.ines.open("/account").text.contains("Proposals, claims and papers to sign stand here."))
    let address = world.proposed()
    let account = world.ines.open("/account").text
    #expect(account.contains("A proposal to answer") && account.contains("href=\"\(address)\""))
    #expect(!world.rui.open("/account").text.contains(address), "whoever proposed it waits")
    world.ines.open(address)
    world.ines.send([], to: address + "/acceptance")
    #expect(world.rui.open("/account").text.contains("An agreement to sign"))
    let json = world.rui.open("/account.json", accepting: "application/json").text
    #expect(json.contains("\"waiting\":[{\"what\":\"sign\",\"title\":\"Valas e mangais\",\"url\":\"\(address)\"}]"))
    world.site.clock.pass(minutes: 1)
    world.rui.open(address + "/agreement/new")
    world.rui.send(SenseWorld.agreement, to: address + "/agreement")
    #expect(!world.rui.open("/account").text.contains(address))
    #expect(world.ines.open("/account").text.contains("Is it so? Confirm it"))
    let list = try world.inferred()
    #expect(world.rui.open("/account").text.contains(list))
  }
}

import Cooperation
import SQL
import Storage
import TestSupport
import Testing

@Suite("What people say of whether a practice would stand") struct TransferSheetsTests {
  @Test(
    "is kept for each practice and organisation, the latest in the place of the earlier", arguments: Engine.allCases)
  func kept(engine: Engine) throws {
    let practice = Practice(
      id: .number(1), organisation: City.durban.id, title: Texts("T", in: "en"), shelf: Shelf(.published(at: noon)))
    let database = try world(engine) { session in try session.practices.insert(practice, at: noon) }
    let said: [TransferSheet.Condition: TransferSheet.Correction] = [
      .staff: .init(.red, there: "Fifteen", here: "One", note: "Ask the province"), .land: .init(.green),
    ]
    try database.transaction { session in
      try session.transferSheets.keep(said, of: practice.id, for: City.vitoria.id, at: noon)
      try session.transferSheets.keep([.land: .init(.amber)], of: practice.id, for: City.medellin.id, at: noon)
    }
    try database.read { session throws in
      let kept = try session.transferSheets.find(practice.id, for: City.vitoria.id)
      #expect(kept.corrections == said && kept.at == noon)
      #expect(try session.transferSheets.find(practice.id, for: City.inhambane.id).at == nil)
    }
    try database.transaction { session in
      try session.transferSheets.keep([.land: .init(.red)], of: practice.id, for: City.vitoria.id, at: noon)
    }
    #expect(
      try database.read { try $0.transferSheets.find(practice.id, for: City.vitoria.id).corrections }
        == [.land: .init(.red)])
  }
}

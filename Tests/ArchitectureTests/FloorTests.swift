import Testing

@Suite("The floors of the house") struct FloorTests {
  @Test("are as many as the table in the manifest says, and every module stands in it")
  func table() {
    #expect(House.table.count >= 20)
    for file in House.sources where (file.floor ?? 0) > 0 && file.module != nil {
      #expect(House.table[file.module ?? ""] != nil, "\(file.path) belongs to no module of the table")
    }
  }

  @Test("let an import point only down, or to a module named earlier on the same floor", arguments: House.sources)
  func downwards(file: File) throws {
    guard let floor = file.floor, floor > 0, let module = file.module, let own = House.order[module] else { return }
    for other in file.imports {
      guard let place = House.order[other] else { continue }
      #expect(place < own, "\(module) reaches up or right for \(other)")
    }
  }

  @Test("let a file import only what its module's line names", arguments: House.sources)
  func declared(file: File) throws {
    guard let module = file.module, let allowed = House.table[module] else { return }
    let ours = Set(House.table.keys).union([
      "CSQLite", "CPostgres", "CMicrohttpd", "CXML2", "CSodium", "CDeflate", "CXapian",
    ])
    for other in file.imports where ours.contains(other) {
      #expect(allowed.contains(other), "\(file.path) imports \(other)")
    }
  }

  @Test("keep every C library with the tool made for it, and every tool ignorant of cities", arguments: House.sources)
  func tools(file: File) {
    if file.floor == 1 {
      let city = file.code.firstMatch(of: /\b(City|Organisation|Partnership|Exchange|Practice|Need|Mayor)\b/)
      #expect(city == nil, "\(file.path) has heard of \(city.map { String($0.1) } ?? "")")
    } else {
      #expect(!file.imports.contains { $0.hasPrefix("C") && $0.dropFirst().first?.isUppercase == true }, "\(file.path)")
    }
  }

  @Test("give the field nothing but the language, and pages no way to storage", arguments: House.sources)
  func field(file: File) {
    if file.floor == 2 {
      #expect(!file.imports.contains("Foundation") && !file.imports.contains("Glibc"), "\(file.path)")
    }
    if file.module == "Pages" {
      #expect(!file.imports.contains("Storage") && !file.imports.contains("SQL"), "\(file.path)")
    }
  }

  @Test("name an engine only where it is made and where it is chosen", arguments: House.sources)
  func engines(file: File) {
    guard file.floor != 1, file.path != "Sources/copolis/main.swift", file.module != "Commands" else { return }
    #expect(!file.says("SQLite") && !file.says("Postgres"), "\(file.path)")
  }
}

import Foundation
import Search
import Testing

@Suite("Changing an index") struct SearchChangesTests {
  private let library: TemporaryIndex

  init() throws {
    library = try TemporaryIndex([document("one", "first words"), document("two", "second words")])
  }

  @Test("replaces and removes by id")
  func replace() throws {
    try library.index.change { changes in
      try changes.put(document("one", "other words"))
      try changes.remove("two")
      try changes.remove("three")
    }
    #expect(try library.index.count() == 1)
    #expect(try library.ids("first").isEmpty)
    #expect(try library.ids("other words") == ["one"])
  }

  @Test("is all or nothing")
  func atomic() throws {
    #expect(throws: SearchError.unfit("The id “” is empty, has a line break or is longer than 200 bytes.")) {
      try library.index.change { changes in
        try changes.put(document("three", "third"))
        try changes.put(document("", "nothing"))
      }
    }
    #expect(try library.ids("third").isEmpty)
    try library.index.change { try $0.put(document("four", "fourth")) }
    #expect(try library.index.count() == 3)
  }

  @Test("is refused for documents that cannot be kept")
  func unfit() throws {
    let long = String(repeating: "x", count: 300)
    for unfit in [
      document("a\nb", "x"), document(long, "x"),
      SearchDocument(id: "x", title: [], facets: ["a:b": ["c"]]),
      SearchDocument(id: "x", title: [], facets: ["": ["c"]]),
      SearchDocument(id: "x", title: [], facets: ["a": [long]]), SearchDocument(id: "x", title: [], numbers: [.nan]),
      SearchDocument(id: "x", title: [], numbers: Array(repeating: 0, count: 9)),
    ] {
      #expect(throws: SearchError.self) { try library.index.change { try $0.put(unfit) } }
    }
  }

  @Test("takes words of any length, and texts with anything in them")
  func strange() throws {
    let strange = [String(repeating: "x", count: 10_000), "a\0b\u{FFFF}", String(repeating: "é", count: 500), ""]
    try library.index.change { changes in
      for (place, text) in strange.enumerated() { try changes.put(document("s\(place)", text)) }
    }
    #expect(try library.ids(strange[0]) == ["s0"])
    #expect(try library.ids(strange[2]) == ["s2"])
  }

  @Test("waits for nobody who searches, and is refused while another changes it")
  func busy() throws {
    let other = try SearchIndex(folder: library.path, languages: searchLanguages)
    try library.index.change { changes in
      try changes.put(document("three", "third"))
      #expect(try other.search(SearchQuery("third")).hits.isEmpty)
      #expect(throws: SearchError.busy) { try other.change { _ in } }
    }
    #expect(try other.search(SearchQuery("third")).hits.map(\.id) == ["three"])
    try other.change { try $0.remove("three") }
    #expect(try library.ids("third").isEmpty)
  }

  @Test("by building it anew takes effect at once and for everyone, or not at all")
  func rebuild() throws {
    let other = try SearchIndex(folder: library.path, languages: searchLanguages)
    #expect(try other.count() == 2)
    try library.index.rebuild { changes in
      try changes.put(document("new", "brand new words"))
      #expect(try library.ids("words").count == 2)
    }
    #expect(try library.ids("words") == ["new"])
    #expect(try other.search(SearchQuery("words")).hits.map(\.id) == ["new"])
    #expect(throws: CancellationError.self) { try library.index.rebuild { _ in throw CancellationError() } }
    #expect(try other.search(SearchQuery("words")).hits.map(\.id) == ["new"])
    let folders = try FileManager.default.contentsOfDirectory(atPath: library.path).filter { $0.hasPrefix("index-") }
    try library.index.rebuild { _ in }
    #expect(try library.index.count() == 0)
    #expect(folders.count <= 2)
  }

  @Test("goes on while many search")
  func concurrent() async throws {
    let library = library
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<2 {
        group.addTask {
          for _ in 0..<100 {
            let found = Result { try library.ids("words") }
            #expect(throws: Never.self) { try found.get() }
          }
        }
      }
      group.addTask {
        for round in 0..<20 {
          let done = Result {
            try library.index.change { changes in
              for place in 0..<20 { try changes.put(document("r\(place)", "words of round \(round)")) }
            }
            if round % 7 == 0 { try library.index.rebuild { try $0.put(document("one", "words again")) } }
          }
          #expect(throws: Never.self) { try done.get() }
        }
      }
    }
    #expect(try library.index.count() > 0)
  }

  @Test("of a damaged or missing index is told, not died of")
  func damaged() throws {
    let folder = try FileManager.default.destinationOfSymbolicLink(atPath: library.path + "/current")
    let files = try FileManager.default.contentsOfDirectory(atPath: "\(library.path)/\(folder)")
    for file in files {
      try Data(repeating: 0x5A, count: 5_000).write(to: URL(filePath: "\(library.path)/\(folder)/\(file)"))
    }
    #expect(throws: SearchError.self) { try SearchIndex(folder: library.path, languages: []).count() }
    try FileManager.default.removeItem(atPath: library.path)
    #expect(throws: SearchError.self) { try library.ids("words") }
    #expect(throws: SearchError.self) { try SearchIndex(folder: "/proc/nowhere", languages: []) }
  }
}

@Suite("A snippet") struct SnippetTests {
  private let text = """
    Les villes apprennent les unes des autres. \(String(repeating: "Rien ici ne compte vraiment. ", count: 40))\
    À Durban, la municipalité a réparé les conduites d’eau avec les écoles, et chaque école a nommé un gardien \
    de l’eau. \
    \(String(repeating: "Plus rien après. ", count: 30))
    """

  @Test("shows the words in their place, whatever their form")
  func marked() {
    let snippet = Highlighter("ECOLES eaux", languages: searchLanguages).snippet(of: text, length: 160)
    #expect(snippet.pieces.filter(\.isMatch).map(\.text) == ["eau", "écoles", "école", "eau"])
    #expect(snippet.beginsInside && snippet.endsInside)
    #expect(snippet.text.utf8.count <= 200)
    #expect(text.contains(snippet.text))
    #expect(snippet.text.first?.isWhitespace == false && snippet.text.last?.isWhitespace == false)
  }

  @Test("is the beginning where there is no word to show")
  func unmarked() {
    for words in ["zzz", "", "!"] {
      let snippet = Highlighter(words, languages: searchLanguages).snippet(of: text, length: 60)
      #expect(snippet.text.hasPrefix("Les villes apprennent"))
      #expect(!snippet.beginsInside && snippet.endsInside && snippet.pieces.allSatisfy { !$0.isMatch })
    }
  }

  @Test("is all of a short text")
  func short() {
    let snippet = Highlighter("wat", lastWord: .begun, languages: searchLanguages).snippet(of: "Clean water")
    #expect(snippet.pieces == [.init("Clean ", isMatch: false), .init("water", isMatch: true)])
    #expect(Highlighter("x", languages: []).snippet(of: "").pieces.isEmpty)
  }

  @Test("never cuts a letter", arguments: 5...40)
  func letters(length: Int) {
    let long = String(repeating: "ééé€😀ماء", count: 30)
    let snippet = Highlighter("ماء", languages: searchLanguages).snippet(of: long, length: length)
    #expect(!snippet.text.contains("\u{FFFD}"))
    #expect(long.contains(snippet.text))
  }
}

private func document(_ id: String, _ words: String) -> SearchDocument {
  SearchDocument(id: id, title: [SearchText(words, in: "en")])
}

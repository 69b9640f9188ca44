import Foundation
import Testing

@Suite("What is written about the house") struct DocumentTests {
  /// Every text for people who read the sources: at the root, and under `docs`.
  static let pages: [Document] = {
    let files = FileManager.default
    let top = (try? files.contentsOfDirectory(atPath: House.root.path)) ?? []
    let docs = files.enumerator(atPath: House.root.appending(path: "docs").path)?.compactMap { $0 as? String } ?? []
    return (top + docs.map { "docs/" + $0 }).filter { $0.hasSuffix(".md") }.sorted().compactMap(Document.init)
  }()

  @Test("leads only where something is", arguments: pages)
  func links(page: Document) {
    for link in page.text.matches(of: /\]\(([^)\s]+)\)/).map({ String($0.1) }) {
      guard !link.contains("://"), !link.hasPrefix("mailto:") else { continue }
      let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      let target = parts[0].isEmpty ? page.path : page.folder + parts[0]
      #expect(House.has(target), "\(page.path) leads to \(link)")
      if parts.count > 1, let other = Document(target) {
        #expect(other.anchors.contains(parts[1]), "\(page.path) leads to \(link)")
      }
    }
  }

  @Test("names only files that there are", arguments: pages)
  func files(page: Document) {
    for name in page.text.matches(of: /`((?:Sources|Tests|Tools|Plugins|docs|bin|[1-4]-[A-Z]\w+)\/[^`\s…*{}]*)`/) {
      let path = name.1.first?.isNumber == true ? "Sources/" + name.1 : String(name.1)
      #expect(House.has(path.split(separator: ":").first.map(String.init) ?? path), "\(page.path) names \(name.1)")
    }
  }

  @Test("names only commands that there are", arguments: pages)
  func commands(page: Document) {
    for name in page.commands(of: /(?:^|[ `(])bin\/([a-z]+)/) { #expect(House.has("bin/\(name)"), "\(page.path): bin/\(name)") }
    let known = House.commands
    for name in page.commands(of: /(?:^|[ `(])copolis ((?:user )?[a-z]+)\b/) {
      #expect(known.contains(name), "\(page.path): copolis \(name)")
    }
  }

  @Test("tells operators of every setting that the program reads, and of no other")
  func settings() throws {
    let read = House.sources.filter { $0.module == "Commands" || $0.module == "Web" }
      .flatMap { $0.text.matches(of: /"(COPOLIS_[A-Z_]+)"/).map { String($0.1) } }
    let page = try #require(Document("docs/operating.md"))
    let told = page.text.matches(of: /COPOLIS_[A-Z_]+/).map { String($0.0) }
    #expect(Set(read) == Set(told))
    let served = try #require(House.sources.first { $0.path.hasSuffix("Commands/Serve.swift") })
    for option in served.text.matches(of: /\.init\("(--[a-z-]+)"/) {
      #expect(page.text.contains("`\(option.1)"), "docs/operating.md says nothing of \(option.1)")
    }
  }
}

/// A page of the documentation.
struct Document: CustomTestStringConvertible, Sendable {
  let path: String
  let text: String
  var testDescription: String { path }
  var folder: String { path.contains("/") ? path.prefix { $0 != "/" } + "/" + nested : "" }

  init?(_ path: String) {
    guard path.hasSuffix(".md"),
      let text = try? String(contentsOf: House.root.appending(path: path), encoding: .utf8)
    else { return nil }
    (self.path, self.text) = (path, text)
  }

  private var nested: String {
    let parts = path.split(separator: "/").dropFirst().dropLast()
    return parts.isEmpty ? "" : parts.joined(separator: "/") + "/"
  }

  /// The names that its headings have in links.
  var anchors: [String] {
    text.matches(of: #/^#+ (.+)$/#.anchorsMatchLineEndings()).map { heading in
      String(heading.1.lowercased().filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" })
        .replacing(" ", with: "-")
    }
  }

  /// What `pattern` finds where commands are written: in code, and not in running text.
  func commands(of pattern: Regex<(Substring, Substring)>) -> [String] {
    let code = text.matches(of: /```[^`]*```|`[^`\n]+`|^ {4}.*$/.anchorsMatchLineEndings()).map { String($0.0) }
    return code.flatMap { $0.matches(of: pattern).map { String($0.1) } }
  }
}

extension House {
  static func has(_ path: String) -> Bool { FileManager.default.fileExists(atPath: root.appending(path: path).path) }

  /// The commands of `copolis`.
  static let commands = Set(
    sources.filter { $0.module == "Commands" }
      .flatMap { $0.text.matches(of: /= Command\(\s*"([a-z ]+)"/).map { String($0.1) } })
}

package import Cooperation
package import Reference
package import Streams
import XML

/// Checks an IATI document, of any size: its schema, its codes, and the rules that the public validator follows.
package struct IATICheck {
  /// What has been checked.
  package struct Report: Sendable, Equatable {
    /// The version whose schema it was held to; nil where there was nothing to read.
    package var version: IATISchema.Version?
    package var document: IATISchema.Document?
    /// Activities or organisations.
    package var records = 0
    package var errors = 0
    package var warnings = 0

    /// Whether nothing of error level was found.
    package var isClean: Bool { errors == 0 }
  }

  /// What is looked at.
  package enum Part: Sendable, CaseIterable { case schema, codes, rules }

  private let now: Instant
  private let version: IATISchema.Version?
  private let document: IATISchema.Document?
  private let parts: Set<Part>

  /// `now` decides what lies in the future. Version and kind of document are what the document says, unless given.
  package init(
    now: Instant, version: IATISchema.Version? = nil, document: IATISchema.Document? = nil,
    parts: Set<Part> = Set(Part.allCases)
  ) {
    (self.now, self.version, self.document, self.parts) = (now, version, document, parts)
  }

  /// Reads `source` to its end, and hands each finding to `say`, about in the order of the lines.
  ///
  /// - Throws: what the source throws. What is wrong with the document is a finding.
  package func run(on source: ByteSource, say: @escaping (Finding) -> Void) throws -> Report {
    let pass = Pass(self, XMLReader(source, names: Shape.names), say)
    do {
      try pass.run()
    } catch let error as XMLError {
      pass.say(.notWellFormed(error))
    }
    return pass.report
  }

  /// One reading of one document.
  private final class Pass {
    private let check: IATICheck
    private let reader: XMLReader
    private let sayOn: (Finding) -> Void
    private lazy var rules = RuleCheck(now: check.now)
    private var schema: SchemaCheck?
    private var codes: CodeCheck?
    private(set) var report = Report()

    init(_ check: IATICheck, _ reader: XMLReader, _ say: @escaping (Finding) -> Void) {
      (self.check, self.reader, sayOn) = (check, reader, say)
    }

    func say(_ finding: Finding) {
      if finding.level == .error { report.errors += 1 } else { report.warnings += 1 }
      sayOn(finding)
    }

    func run() throws {
      guard let first = try reader.next() else { return }
      begin()
      take(first)
      let record = Shape.numbers[report.document == .organisations ? "iati-organisation" : "iati-activity"]
      while let event = try reader.next() {
        take(event)
        guard event == .start, reader.depth == 2, reader.name == record else { continue }
        report.records += 1
        if check.parts.contains(.rules), report.version != .v105 { try checkRules() }
      }
    }

    private func begin() {
      let root = reader.word(reader.name)
      let said = DocumentVersion(reader.attribute(Shape.numbers["version"] ?? Shape.foreign))
      let version = check.version ?? said.version
      let document = check.document ?? (root.hasPrefix("iati-organisation") ? .organisations : .activities)
      (report.version, report.document) = (version, document)
      if check.version == nil, let finding = said.finding(line: reader.line) { say(finding) }
      let say = { [unowned self] (finding: Finding) in self.say(finding) }
      if check.parts.contains(.schema) { schema = SchemaCheck(version, document, say: say) }
      if check.parts.contains(.codes) { codes = CodeCheck(version, say: say) }
    }

    private func take(_ event: XMLEvent) {
      schema?.take(event, reader)
      codes?.take(event, reader)
    }

    private func checkRules() throws {
      let record = try reader.element { self.take($0) }
      do {
        try rules.run(on: record) { self.say($0) }
      } catch let error as XPathError {
        say(
          Finding(
            line: record.root.line, level: .warning, code: "rule-not-checked",
            message: "This record is too large for some of the official rules. \(error)"))
      }
    }
  }
}

/// The version that a document says it is of.
struct DocumentVersion {
  let version: IATISchema.Version
  private let said: String?

  /// The attribute as it stands; nil where there is none.
  init(_ attribute: String?) {
    said = attribute.map { $0.withBytes { $0.trimmed.string } }
    let known = said.flatMap { IATISchema.Version(rawValue: $0) }
    // 1.0, 1.00, empty and none are the first versions; whatever nobody can read is held to the latest.
    let isFirst = said.map { $0.isEmpty || $0.hasPrefix("1") } ?? true
    version = known ?? (isFirst ? .v105 : .v203)
  }

  /// What is odd about it; nil where nothing is.
  func finding(line: Int) -> Finding? {
    if let said, ["1.01", "1.02", "1.03", "1.04", "1.05", "2.01", "2.02", "2.03"].contains(said) { return nil }
    let what = said.map { "The version is “\($0.inShort)”, which the standard does not have" } ?? "No version is given"
    return Finding(
      line: line, level: .warning, code: "unknown-version",
      message: "\(what). The document is held to \(version.rawValue). Give version=\"2.03\" and check again.")
  }
}

import Cooperation
import OpenData
import Reference
import Storage
import XML

/// An IATI file being read in: once to hold it to the standard, once to take over what it tells.
struct IATIReading {
  private let reading: Reading

  init(_ reading: Reading) { self.reading = reading }

  /// - Throws: `Refused` for what is not well-formed or not IATI; what the source throws.
  func read(_ file: ImportFile) throws {
    try check(file)
    // What the check has said is not said twice.
    let said: Set<String> = ["unknown-code", "withdrawn-code", "unknown-version", "impossible-date"]
    let reader = IATIReader(try file.content()) { finding in
      if !said.contains(finding.code) { reading.say(finding) }
    }
    let activities = Activities(reading)
    while let record = try reader.next() {
      switch record {
      case .activity(let activity): try activities.take(draft(of: activity, activities.actors))
      case .organisation(let organisation): try take(organisation, activities.actors)
      }
    }
    try activities.finish()
  }

  /// Holds the file to its schema, its codes and the official rules, and refuses what nobody could read.
  private func check(_ file: ImportFile) throws {
    var refusal: Finding?
    var schemaErrors = 0, firstLine = 0
    let report = try IATICheck(now: reading.now).run(on: file.content()) { finding in
      if ["not-well-formed", "not-iati"].contains(finding.code) { refusal = refusal ?? finding }
      // The official rules are numbered; everything else of error level is the schema's.
      if finding.level == .error, finding.code.first?.isNumber != true {
        schemaErrors += 1
        if schemaErrors == 1 { firstLine = finding.line }
      }
      reading.say(finding)
    }
    if let refusal { throw Refused(refusal) }
    guard schemaErrors > 0 else { return }
    reading.refuse(
      firstLine, "schema-invalid",
      "The official schema of version \(report.version?.rawValue ?? "") rejects this document, in \(schemaErrors) places, "
        + "the first in line \(firstLine). What can be read of it is taken in all the same.")
  }

  private func draft(of activity: Activity, _ actors: Actors) throws -> ActivityDraft {
    var draft = ActivityDraft(activity, id: reading.identifier(), on: reading.now.day, say: reading.say)
    let parties = Set(draft.roles.map(\.mention.ref))
    let (publisher, identifier, line) = (draft.publisher, draft.identifier, draft.line)
    try draft.takeMoney(
      of: activity, { reading.identifier() },
      giver: { mention in
        guard let mention, parties.contains(mention.ref), mention.isCertain else { return nil }
        guard
          case .known(let id) = try actors.meaning(
            of: mention, by: publisher, in: identifier, line: line)
        else { return nil }
        return id
      }, say: reading.say)
    draft.takeResults(of: activity, reading, say: reading.say)
    return draft
  }

  /// An organisation that an organisation file is about.
  private func take(_ organisation: PublishedOrganisation, _ actors: Actors) throws {
    let own = organisation.reporter.flatMap { $0.ref == organisation.identifier ? Mention($0) : nil }
    let mention = Mention(
      ref: organisation.identifier, name: ActivityDraft.titled(organisation.name), type: own?.type ?? "")
    let publisher = organisation.reporter?.ref ?? organisation.identifier
    if try actors.onRecord(mention) != nil {
      return reading.skipped(organisation.line, mention.shown, "It is on record already.")
    }
    let before = reading.tally
    switch try actors.meaning(of: mention, by: publisher, in: "", line: organisation.line) {
    case .known: reading.added(organisation.line, mention.shown)
    case .nobody: reading.skipped(organisation.line, mention.shown, "It is not taken in, as someone has decided.")
    case .undecided where reading.tally == before:
      reading.skipped(organisation.line, mention.shown, "It was put aside for review before.")
    case .undecided: return
    }
  }
}

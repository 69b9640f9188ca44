/// One reading of one file into the data, which can be undone as a whole.
package struct ImportRun: Identifiable, Sendable, Equatable, Named {
  package static let kind = "run"
  package typealias ID = Identifier<ImportRun>

  package let id: ID
  package let kind: Kind
  /// The file's name, without its folder.
  package let file: String
  /// The SHA-256 of the file's bytes, in hexadecimal.
  package let digest: String
  /// Who read it in; nil for the operator at the command line.
  package let account: Account.ID?
  package let at: Instant
  package var tally: Tally
  package var undone: Instant?

  package init(
    id: ID, kind: Kind, file: String, digest: String, account: Account.ID?, at: Instant, tally: Tally = Tally(),
    undone: Instant? = nil
  ) {
    (self.id, self.kind, self.file, self.digest) = (id, kind, file, digest)
    (self.account, self.at, self.tally, self.undone) = (account, at, tally, undone)
  }

  package enum Kind: String, Sendable, CaseIterable { case iati, twinning, organisations, needs, practices, archive }

  /// How many records of the file were added, changed, left as they were, and put aside for a person to decide.
  package struct Tally: Sendable, Equatable {
    package var added = 0
    package var changed = 0
    package var skipped = 0
    package var review = 0
    package init() {}
  }
}

/// Something worth saying about a line of a file.
package struct Finding: Sendable, Equatable {
  /// Counted from 1; 0 where it is about the whole file.
  package let line: Int
  package let level: Level
  /// A stable name for what it is: `ambiguous-place`, `unknown-code`, `6.2.2`.
  package let code: String
  package let message: String

  package init(line: Int, level: Level, code: String, message: String) {
    (self.line, self.level, self.code, self.message) = (line, level, code, message)
  }

  /// An error breaks a rule that the file is held to, or keeps the record out and says so; a warning does neither.
  package enum Level: String, Sendable, CaseIterable { case error, warning }
}

/// A line of a file that could not be attached to anything for certain: a person decides.
package struct ReviewItem: Identifiable, Sendable, Equatable, Named {
  package static let kind = "rev"
  package typealias ID = Identifier<ReviewItem>

  package let id: ID
  package let run: ImportRun.ID
  package let line: Int
  /// Why it waits: `ambiguous-place`, `unknown-place`, `same-country`, `unknown-organisation`.
  package let code: String
  /// What the line says, field by field, in the file's order.
  package let content: [Said]
  /// What it may mean, the likeliest first; identifiers of places or organisations.
  package let candidates: [String]
  package var state: State

  package init(
    id: ID, run: ImportRun.ID, line: Int, code: String, content: [Said], candidates: [String], state: State = .open
  ) {
    (self.id, self.run, self.line, self.code) = (id, run, line, code)
    (self.content, self.candidates, self.state) = (content, candidates, state)
  }

  /// One field of a line, and what stands in it.
  package struct Said: Sendable, Equatable {
    package let name: String
    package let value: String
    package init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }
  }

  package enum State: String, Sendable, CaseIterable { case open, resolved, dismissed }
}

/// A file that was sent to be looked at before it is read in.
package struct Uploaded: Identifiable, Sendable, Equatable, Named {
  package static let kind = "upl"
  package typealias ID = Identifier<Uploaded>

  package let id: ID
  package let account: Account.ID
  /// The file's name, without its folder.
  package let file: String
  /// What its sender says that it is; nil to tell from how it begins.
  package let kind: ImportRun.Kind?
  package let at: Instant

  package init(id: ID, account: Account.ID, file: String, kind: ImportRun.Kind?, at: Instant) {
    (self.id, self.account, self.file, self.kind, self.at) = (id, account, file, kind, at)
  }
}

/// Where a fact comes from.
package struct Source: Sendable, Hashable {
  /// The source's name: `wikidata-p190`, `wikipedia-lists`, `guide`; `iati:NL-KVK-27195046` for the report of that
  /// publisher, and `iati-also:…` for another's report on the same.
  package let name: String
  /// Where in it: a line, an identifier, a page.
  package let reference: String

  package init(_ name: String, _ reference: String) { (self.name, self.reference) = (name, reference) }
}

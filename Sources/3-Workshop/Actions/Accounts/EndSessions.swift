import Cooperation
import SQL
import Storage

/// Someone signs out in every browser, such as one that was left open or lost.
package struct EndSessions: Sendable {
  package init() {}

  /// The keys that they have given to programs go on.
  ///
  /// - Throws: `Denial.signIn`.
  package func run(on occasion: Occasion) throws {
    let account = try occasion.viewer.person()
    try occasion.change { change in
      try change.session.signIns.deleteBrowsers(of: account.id, except: nil)
      try change.record("sign-out-everywhere", account.id.text, for: nil)
    }
  }
}

/// Someone takes back a key that they have given to a program.
package struct EndKey: Sendable {
  let hash: String

  /// - Parameter hash: under which the key is kept.
  package init(_ hash: String) { self.hash = hash }

  /// - Throws: `Denial.signIn`; `Missing` for a key that is not theirs.
  package func run(on occasion: Occasion) throws {
    let account = try occasion.viewer.person()
    try occasion.change { change in
      guard let key = try change.session.signIns.keys(of: account.id).first(where: { $0.hash == hash }) else {
        throw Missing("key")
      }
      try change.session.signIns.delete(hash)
      try change.record("end-key", account.id.text, for: nil, detail: key.label)
    }
  }
}

/// A code as a file gives it, and what the code lists say of it.
package struct PublishedCode: Sendable, Hashable {
  /// As it stands in the file: `start-actual`, `Funding`, `15112`.
  package let published: String
  /// As version 2.03 has it: `2`, `1`, `15112`; the published one where it has no other.
  package let text: String
  package let standing: Standing

  package init(published: String, text: String? = nil, standing: Standing) {
    (self.published, self.text, self.standing) = (published, text ?? published, standing)
  }

  /// What the list of the code says.
  package enum Standing: Sendable {
    case known
    /// It was on the list once; new reports should not use it.
    case withdrawn
    case unknown
    /// Its list is somebody else's and not here.
    case unlisted
  }
}

/// A phrase of the interface: the English for it, and the key that other languages answer to.
///
/// `{name}` in it is a blank, filled from `blanks` after translation.
package struct Phrase: Hashable, Sendable {
  package let key: String
  package let english: String
  package let blanks: [String: String]

  package init(_ key: String, _ english: String, _ blanks: [String: String] = [:]) {
    (self.key, self.english, self.blanks) = (key, english, blanks)
  }
}

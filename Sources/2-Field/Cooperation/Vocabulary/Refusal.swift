/// The field's own rules saying no, in words that can be shown to whoever asked.
package protocol Refusal: Error, Sendable {
  var kind: RefusalKind { get }
  var words: Phrase { get }
}

/// What sort of no it is; each face of the product has its own way to say it.
package enum RefusalKind: Sendable {
  /// What was given cannot be read or cannot be true.
  case invalid
  /// The person may not.
  case forbidden
  /// There is no such thing.
  case missing
  /// It was possible once, or will be; now it is not.
  case conflict
  /// What it was based on has changed since.
  case stale
}

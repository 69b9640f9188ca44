/// A page of what must first be gathered: whoever asks too early is told to look again, and nobody keeps that.
package protocol Gathered: Page {
  var isGathering: Bool { get }
}

extension Reader {
  /// What a page says meanwhile.
  var gathering: String {
    self("matches.gathering", "The practices are being gathered. Look again in a minute.")
  }
}

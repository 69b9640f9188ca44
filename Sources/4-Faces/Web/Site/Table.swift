extension Site {
  /// Every address with what answers there, area by area.
  static let table: [Entry] = [
    operations,
    accounts,
    programming,
    seek,
    introductions,
    results,
    partnerships,
    learning,
    landscape,
    imports,
    openData,
  ].flatMap { $0 }
}

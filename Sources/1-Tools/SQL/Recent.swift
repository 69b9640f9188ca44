/// The most recently used of what was made, up to a bound.
struct Recent<Key: Hashable, Kept> {
  private struct Entry {
    let kept: Kept
    var used: Int
  }

  let bound: Int
  private var entries: [Key: Entry] = [:]
  private var clock = 0

  init(bound: Int) { self.bound = bound }

  /// What is kept under `key`, used now; nil where there is nothing.
  mutating func find(_ key: Key) -> Kept? {
    guard let place = entries.index(forKey: key) else { return nil }
    clock += 1
    entries.values[place].used = clock
    return entries.values[place].kept
  }

  /// - Returns: what had to go to make room, or was kept under the same key; nil where nothing.
  mutating func keep(_ kept: Kept, as key: Key) -> Kept? {
    clock += 1
    if let earlier = entries.updateValue(Entry(kept: kept, used: clock), forKey: key) { return earlier.kept }
    guard entries.count > bound, let oldest = entries.min(by: { $0.value.used < $1.value.used }) else { return nil }
    entries[oldest.key] = nil
    return oldest.value.kept
  }

  mutating func removeAll() { entries = [:] }
}

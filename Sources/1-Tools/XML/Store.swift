/// Plain values one after another, at addresses that stay until the next is added.
///
/// An array would check its owner, its bounds and its exclusivity at each of some ten million steps a second. It is
/// freed by whoever holds it.
struct Store<Element: BitwiseCopyable> {
  private(set) var base: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private var capacity: Int

  init(capacity: Int) {
    base = .allocate(capacity: capacity)
    self.capacity = capacity
  }

  func free() { base.deallocate() }

  subscript(place: Int) -> Element {
    precondition(place >= 0 && place < count, "Nothing has been read here.")
    return base[place]
  }

  mutating func append(_ element: Element) {
    if count == capacity { grow(to: count + 1) }
    base[count] = element
    count += 1
  }

  mutating func append(_ elements: UnsafePointer<Element>, _ number: Int) {
    if count + number > capacity { grow(to: count + number) }
    (base + count).update(from: elements, count: number)
    count += number
  }

  /// Forgets everything from `place` on.
  mutating func cut(at place: Int) { count = place }

  /// Forgets everything before `place`.
  mutating func drop(before place: Int) {
    base.update(from: base + place, count: count - place)
    count -= place
  }

  private mutating func grow(to least: Int) {
    let roomier = UnsafeMutablePointer<Element>.allocate(capacity: max(least, capacity * 2))
    roomier.update(from: base, count: count)
    base.deallocate()
    (base, capacity) = (roomier, max(least, capacity * 2))
  }
}

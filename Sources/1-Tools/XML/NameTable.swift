import CXML2

/// Numbers for the names of elements and attributes, found by the addresses that the library keeps its words at.
struct NameTable {
  /// What a number stands for.
  struct Entry {
    /// As it is written: `title`, `xml:lang`, `dc:creator`.
    let text: String
    /// Nil for none, and for the prefix `xml`.
    let namespace: String?
  }

  private(set) var entries: [Entry]
  private let most: Int
  private var numbers: [String: Int32] = [:]
  private var slots: [Slot]
  private var used = 0

  private struct Slot {
    var local: UInt = 0
    var prefix: UInt = 0
    var namespace: UInt = 0
    var number: Int32 = 0
  }

  /// The names in `known` get the numbers of their places.
  init(_ known: [String], most: Int) {
    entries = known.map { Entry(text: $0, namespace: nil) }
    self.most = most + known.count
    slots = Array(repeating: Slot(), count: 256)
    for (place, text) in known.enumerated() where numbers[text] == nil { numbers[text] = Int32(place) }
  }

  /// The number of a name; nil where there are too many names. The pointers stay valid as long as their parser.
  mutating func number(
    _ local: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?
  ) -> Int32? {
    let sought = Slot(
      local: UInt(bitPattern: local), prefix: UInt(bitPattern: prefix), namespace: UInt(bitPattern: namespace))
    var place = home(of: sought)
    while slots[place].local != 0 {
      let slot = slots[place]
      if slot.local == sought.local, slot.prefix == sought.prefix, slot.namespace == sought.namespace {
        return slot.number
      }
      place = (place + 1) & (slots.count - 1)
    }
    return add(sought, local, prefix, namespace)
  }

  /// The number of a name without a namespace, as it is written; nil where it has not been met.
  func number(of text: String) -> Int? { numbers[text].map(Int.init) }

  private mutating func add(
    _ slot: Slot, _ local: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?,
    _ namespace: UnsafePointer<xmlChar>?
  ) -> Int32? {
    guard let local, used < most else { return nil }
    let name = String(cString: local)
    let text = prefix.map { String(cString: $0) + ":" + name } ?? name
    let space = namespace.map { String(cString: $0) }.flatMap { $0 == Library.xmlNamespace ? nil : $0 }
    let key = space.map { text + "\n" + $0 } ?? text
    let number = numbers[key] ?? Int32(entries.count)
    if numbers.updateValue(number, forKey: key) == nil { entries.append(Entry(text: text, namespace: space)) }
    used += 1
    if used * 2 > slots.count { grow() }
    var slot = slot
    slot.number = number
    place(slot)
    return number
  }

  private mutating func place(_ slot: Slot) {
    var place = home(of: slot)
    while slots[place].local != 0 { place = (place + 1) & (slots.count - 1) }
    slots[place] = slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 2)
    for slot in old where slot.local != 0 { place(slot) }
  }

  private func home(of slot: Slot) -> Int {
    let mixed = (slot.local ^ slot.prefix &* 31 ^ slot.namespace &* 131) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 40) & (slots.count - 1)
  }
}

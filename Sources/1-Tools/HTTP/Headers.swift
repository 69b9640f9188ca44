/// The header fields of a request.
///
/// Kept in one run of bytes, because a request has a dozen of them and a handler asks for two or three.
package struct Headers: Sendable, ExpressibleByDictionaryLiteral {
  private var bytes: [UInt8] = []
  private var entries: [Entry] = []

  package init(dictionaryLiteral fields: (String, String)...) {
    for (name, value) in fields { append(name, value) }
  }

  /// Room for a usual head.
  init(capacity: Int) {
    bytes.reserveCapacity(capacity)
    entries.reserveCapacity(16)
  }

  /// The value of the field of that name, given in lower case; several of one name are joined by a comma and a space
  /// (cookies by a semicolon).
  package subscript(_ name: String) -> String? {
    get {
      var found: String?
      for entry in entries where matches(entry, name) {
        let value = value(of: entry)
        found = found.map { $0 + (name == "cookie" ? "; " : ", ") + value } ?? value
      }
      return found
    }
    set {
      entries = entries.filter { !matches($0, name) }
      if let newValue { append(name, newValue) }
    }
  }

  /// The values of the fields of that name, in the order they came.
  package func values(_ name: String) -> [String] {
    entries.filter { matches($0, name) }.map(value)
  }

  private func value(of entry: Entry) -> String {
    String(decoding: bytes[entry.nameEnd..<entry.valueEnd], as: UTF8.self)
  }

  package mutating func append(_ name: String, _ value: String) {
    var (name, value) = (name, value)
    name.withUTF8 { name in value.withUTF8 { append(name, $0) } }
  }

  mutating func append(_ name: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>) {
    let start = bytes.count
    for byte in name { bytes.append(UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte ? byte | 32 : byte) }
    bytes.append(contentsOf: value)
    entries.append(Entry(start: start, nameEnd: start + name.count, valueEnd: bytes.count))
  }

  package func contains(_ name: String) -> Bool { entries.contains { matches($0, name) } }

  /// How many fields there are.
  package var count: Int { entries.count }

  private func matches(_ entry: Entry, _ name: String) -> Bool {
    guard entry.nameEnd - entry.start == name.utf8.count else { return false }
    var place = entry.start
    for byte in name.utf8 {
      guard bytes[place] == byte else { return false }
      place += 1
    }
    return true
  }

  private struct Entry {
    let start: Int
    let nameEnd: Int
    let valueEnd: Int
  }
}

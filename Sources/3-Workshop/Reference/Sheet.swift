/// One of this module's data files: lines of values between tabs, under a line of column names; `#` begins a comment.
struct Sheet: Sendable {
  private let text: StaticString
  private let columns: [String]
  private let start: Int

  /// - Precondition: the file is there and has a line of column names.
  init(_ name: String) {
    guard let file = Embedded.files.first(where: { $0.path == "Data/" + name }) else {
      preconditionFailure("there is no \(name) among the reference data")
    }
    text = file.text
    let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    var place = 0
    while place < bytes.count, bytes[place] == UInt8(ascii: "#") { place = Self.lineEnd(bytes, place) + 1 }
    let end = Self.lineEnd(bytes, place)
    columns = Self.cells(bytes, place, end)
    start = end + 1
  }

  /// Where the column called `name` stands.
  ///
  /// - Precondition: there is one.
  func column(_ name: String) -> Int {
    guard let place = columns.firstIndex(of: name) else { preconditionFailure("there is no column \(name)") }
    return place
  }

  /// What `decode` makes of each line, in order; what it makes nil of is left out.
  func rows<Value>(_ decode: ([String]) -> Value?) -> [Value] {
    var values: [Value] = []
    each { cells in if let value = decode(cells) { values.append(value) } }
    return values
  }

  /// Hands the cells of each line to `body`, in order.
  func each(_ body: ([String]) throws -> Void) rethrows {
    let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    var place = start
    while place < bytes.count {
      let end = Self.lineEnd(bytes, place)
      if end > place { try body(Self.cells(bytes, place, end)) }
      place = end + 1
    }
  }

  private static func lineEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
  }

  private static func cells(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> [String] {
    bytes[start..<end].split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }
}

import Streams

/// Cuts bytes into rows and values; holds one row at a time.
struct RowScanner {
  /// The largest value, in bytes.
  static let longestValue = 1_000_000
  /// The largest row, in bytes.
  static let longestRow = 8_000_000
  static let mostColumns = 4_096

  /// The line that is being read, counted from 1.
  private(set) var line = 1
  /// The line that the row read last began on.
  private(set) var rowLine = 1

  private let source: ByteSource
  private let separator: UInt8
  private var piece: [UInt8]
  private var place = 0
  private var row: [UInt8] = []
  /// Where each value of `row` ends.
  private var ends: [Int] = []
  private var state = State.start
  private var quoteLine = 1
  private var isAfterCR = false

  private enum State { case start, plain, quoted, closed }

  init(_ source: ByteSource, _ beginning: Beginning) {
    (self.source, separator, piece) = (source, beginning.separator.rawValue, beginning.bytes)
  }

  /// Reads one row that has something in it; false at the end.
  mutating func scan() throws -> Bool {
    repeat {
      row.removeAll(keepingCapacity: true)
      ends.removeAll(keepingCapacity: true)
      (state, rowLine) = (.start, line)
      if try !readRow(), row.isEmpty { return false }
    } while row.isEmpty
    return true
  }

  /// The values of the row read last, without white space around them.
  func values() throws(TableError) -> [String] {
    var start = 0
    var values: [String] = []
    values.reserveCapacity(ends.count)
    for end in ends {
      guard let value = String(validating: row[start..<end], as: UTF8.self) else {
        throw TableError(line: rowLine, column: values.count + 1, .notUTF8(Self.stranger(in: row[start..<end])))
      }
      values.append(value.unguarded)
      start = end
    }
    return values
  }

  /// False where the bytes ended first.
  private mutating func readRow() throws -> Bool {
    while true {
      while place < piece.count {
        if try take(piece[place]) { return true }
      }
      guard let more = try source.next() else { break }
      (piece, place) = (more, 0)
    }
    if state == .quoted { throw TableError(line: quoteLine, column: ends.count + 1, .unclosedQuote) }
    ends.append(row.count)
    return false
  }

  /// Takes one byte, or a run of ordinary ones; true where it ends the row.
  private mutating func take(_ byte: UInt8) throws(TableError) -> Bool {
    if byte == 0x0A, isAfterCR {
      isAfterCR = false
      if state == .quoted { row.append(byte) }
      place += 1
      return false
    }
    isAfterCR = byte == 0x0D
    if byte == 0x0A || byte == 0x0D { line += 1 }
    if byte == 0 { throw TableError(line: line, column: ends.count + 1, .zero) }
    return state == .quoted ? try takeQuoted(byte) : try takePlain(byte)
  }

  private mutating func takeQuoted(_ byte: UInt8) throws(TableError) -> Bool {
    if byte == UInt8(ascii: "\"") {
      state = .closed
      place += 1
    } else if byte == 0x0D || byte == 0x0A {
      try append(until: place + 1)
    } else {
      try append(until: run { $0 == UInt8(ascii: "\"") })
    }
    return false
  }

  private mutating func takePlain(_ byte: UInt8) throws(TableError) -> Bool {
    switch byte {
    case separator:
      try endValue()
    case 0x0A, 0x0D:
      try endValue()
      return true
    case UInt8(ascii: "\"") where state == .start:
      (state, quoteLine) = (.quoted, line)
      place += 1
    case UInt8(ascii: "\"") where state == .closed:
      state = .quoted
      try append(until: place + 1)
    case 0x20 where state == .closed:
      place += 1
    default:
      if state == .closed { throw TableError(line: line, column: ends.count + 1, .strayQuote) }
      if byte != 0x20 { state = .plain }
      let separator = separator
      try append(until: state == .start ? place + 1 : run { $0 == separator })
    }
    return false
  }

  /// Where the run of bytes that mean nothing special ends; at least one byte on.
  private func run(until isSpecial: (UInt8) -> Bool) -> Int {
    var end = place + 1
    while end < piece.count, piece[end] != 0x0A, piece[end] != 0x0D, piece[end] != 0, !isSpecial(piece[end]) {
      end += 1
    }
    return end
  }

  private mutating func append(until end: Int) throws(TableError) {
    row.append(contentsOf: piece[place..<end])
    place = end
    guard row.count - (ends.last ?? 0) <= Self.longestValue, row.count <= Self.longestRow else {
      throw TableError(line: state == .quoted ? quoteLine : line, column: ends.count + 1, .tooLong)
    }
  }

  private mutating func endValue() throws(TableError) {
    place += 1
    state = .start
    ends.append(row.count)
    guard ends.count <= Self.mostColumns else { throw TableError(line: rowLine, column: ends.count, .tooLong) }
  }

  /// The first byte that is not UTF-8.
  private static func stranger(in bytes: ArraySlice<UInt8>) -> UInt8 {
    var rest = bytes
    while let byte = rest.first {
      let length = byte < 0x80 ? 1 : byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      guard String(validating: rest.prefix(length), as: UTF8.self) != nil else { return byte }
      rest = rest.dropFirst(length)
    }
    return 0
  }
}

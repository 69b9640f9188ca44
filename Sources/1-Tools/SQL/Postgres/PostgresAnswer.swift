import CPostgres
import Glibc

/// What the server answered.
struct Answer: ~Copyable {
  private let handle: OpaquePointer

  init(_ handle: OpaquePointer) { self.handle = handle }

  deinit { PQclear(handle) }

  var count: Int { Int(PQntuples(handle)) }

  /// How many rows were inserted, changed or deleted.
  var changed: Int {
    guard let tag = PQcmdStatus(handle), let count = PQcmdTuples(handle), strncmp(tag, "SELECT", 6) != 0 else {
      return 0
    }
    return Int(String(cString: count)) ?? 0
  }

  // It is borrowed for the whole call, so that no row outlives it.
  borrowing func each(_ body: (borrowing Row) throws -> Void) throws {
    for row in 0..<Int32(count) { try body(Row(PostgresColumns(answer: handle, row: row))) }
  }
}

/// The columns of one row of an answer, each of them a text.
struct PostgresColumns {
  let answer: OpaquePointer
  let row: Int32

  func utf8(_ column: Int) -> UnsafeBufferPointer<UInt8>? {
    guard let start = start(column) else { return nil }
    let bytes = UnsafeRawPointer(start).assumingMemoryBound(to: UInt8.self)
    return UnsafeBufferPointer(start: bytes, count: Int(PQgetlength(answer, row, Int32(column))))
  }

  func integer(_ column: Int) -> Int64? {
    guard let start = start(column) else { return nil }
    // A condition answers t or f.
    return start.pointee == CChar(bitPattern: UInt8(ascii: "t")) ? 1 : Int64(strtoll(start, nil, 10))
  }

  func double(_ column: Int) -> Double? { start(column).map { strtod($0, nil) } }

  private func start(_ column: Int) -> UnsafeMutablePointer<CChar>? {
    PQgetisnull(answer, row, Int32(column)) == 1 ? nil : PQgetvalue(answer, row, Int32(column))
  }
}

/// Texts as C takes many: each ended by a NUL, null where there is none, and a null pointer after the last.
struct CTexts {
  private var bytes: [CChar] = []
  private var starts: [Int?] = []

  init(_ values: [Value]) {
    for value in values {
      let text: String
      switch value {
      case .null:
        starts.append(nil)
        continue
      case .integer(let number): text = String(number)
      case .double(let number): text = String(number)
      case .text(let given): text = given
      }
      starts.append(bytes.count)
      bytes.append(contentsOf: text.utf8.lazy.map { CChar(bitPattern: $0) })
      bytes.append(0)
    }
  }

  func withPointers<Result>(_ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { bytes in
      let pointers = starts.map { start in start.flatMap { bytes.baseAddress?.advanced(by: $0) } } + [nil]
      return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
    }
  }
}

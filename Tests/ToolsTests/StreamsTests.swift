import Foundation
import Streams
import Testing

@Suite("Compressed bytes") struct InflatingTests {
  /// “Twinned cities” compressed twice into one file, each part with its own head.
  private let joined = InflatingTests.gzip("Twinned ") + InflatingTests.gzip("cities")

  @Test("unfold, joined files included, however they are cut")
  func unfold() throws {
    for size in 1...joined.count {
      var rest = joined[...]
      let source = ByteSource {
        defer { rest = rest.dropFirst(size) }
        return rest.isEmpty ? nil : Array(rest.prefix(size))
      }
      #expect(try text(source.inflated()) == "Twinned cities")
    }
  }

  @Test("that are not compressed come as they are", arguments: ["", "x", "plain text"])
  func plain(words: String) throws {
    #expect(try text(ByteSource(Array(words.utf8)).inflated()) == words)
  }

  @Test("that end too early or were changed are refused")
  func damaged() {
    let one = Self.gzip("Twinned cities, twice as good")
    for end in 2..<one.count {
      #expect(throws: StreamError.damaged) { try text(ByteSource(Array(one[..<end])).inflated()) }
    }
    var changed = one
    changed[one.count - 6] ^= 1
    #expect(throws: StreamError.damaged) { try text(ByteSource(changed).inflated()) }
  }

  @Test("may be followed by padding")
  func padded() throws {
    #expect(try text(ByteSource(joined + [0, 0, 0, 0]).inflated()) == "Twinned cities")
  }

  @Test("that would unfold beyond every reason are stopped on the way")
  func bomb() {
    // A stored block of deflate holds at most 65,535 bytes; the limit is set low instead.
    let source = ByteSource(Self.gzip(String(repeating: "0", count: 60_000)))
    #expect(throws: StreamError.bomb) { try text(source.inflated(within: .init(bytes: 59_999, ratio: 200, grace: 0))) }
  }

  @Test("of a file that is not there say so")
  func missing() {
    #expect(throws: StreamError.unreadable("No such file or directory")) { try ByteSource(file: "/nowhere/at/all") }
  }

  @Test("of a file come whole")
  func file() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "bytes-\(UInt64.random(in: 0 ... .max))").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let bytes = Data((0..<200_000).map { UInt8(truncatingIfNeeded: $0) })
    try bytes.write(to: URL(filePath: path))
    let source = try ByteSource(file: path)
    var read = Data()
    while let piece = try source.next() { read.append(contentsOf: piece) }
    #expect(read == bytes)
  }

  private func text(_ source: ByteSource) throws -> String {
    var bytes: [UInt8] = []
    while let piece = try source.next() { bytes += piece }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A gzip file with one stored block, small enough to be made by hand (RFC 1951, 1952).
  private static func gzip(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8), size = UInt16(bytes.count)
    let head: [UInt8] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]
    let block = [1, UInt8(size & 255), UInt8(size >> 8), UInt8(~size & 255), UInt8(~size >> 8)] + bytes
    return head + block + littleEndian(crc(bytes)) + littleEndian(UInt32(size))
  }

  private static func littleEndian(_ number: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }

  private static func crc(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~UInt32(0)) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
  }
}

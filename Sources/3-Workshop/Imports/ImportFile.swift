import Cooperation
import Secrets
import Streams
import Tables

/// A file that is to be read in: it can be read from its beginning as often as needed.
package struct ImportFile: Sendable {
  /// Its name, without its folder.
  package let name: String
  private let bytes: @Sendable () throws -> ByteSource

  /// A file on this machine, plain or compressed.
  package init(path: String) {
    name = path.split(separator: "/").last.map(String.init) ?? path
    bytes = { try ByteSource(file: path) }
  }

  /// - Parameter path: where the bytes lie, which may be another name than the one its owner gave it.
  package init(path: String, called name: String) {
    self.name = name
    bytes = { try ByteSource(file: path) }
  }

  /// A file that is all there.
  package init(_ bytes: [UInt8], called name: String) {
    self.name = name
    self.bytes = { ByteSource(bytes) }
  }

  /// Its bytes as they are.
  ///
  /// - Throws: `StreamError`.
  package func wholeBytes() throws -> [UInt8] {
    let source = try bytes()
    var all: [UInt8] = []
    while let piece = try source.next() { all += piece }
    return all
  }

  /// What is in it, unfolded where it is compressed.
  ///
  /// - Throws: `StreamError`.
  func content() throws -> ByteSource { try bytes().inflated() }

  /// The fingerprint of its bytes as they are, in 64 hexadecimal digits.
  ///
  /// - Throws: `StreamError`.
  func digest() throws -> String {
    let source = try bytes()
    var hash = SHA256()
    while let piece = try source.next() { hash.add(piece) }
    return hash.hex
  }

  /// What kind of file it is, told from how it begins; nil where nobody can tell.
  ///
  /// - Throws: `StreamError`.
  func kind() throws -> ImportRun.Kind? {
    let source = try content()
    var beginning: [UInt8] = []
    while beginning.count < 4096, let piece = try source.next() { beginning += piece }
    var first = beginning[...]
    if first.starts(with: [0xEF, 0xBB, 0xBF]) { first = first.dropFirst(3) }
    let white: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]
    first = first.drop { white.contains($0) }
    if first.first == UInt8(ascii: "<") { return .iati }
    guard let header = try? TableReader(Array(beginning)).header else { return nil }
    if TwinningLayout(header) != nil { return .twinning }
    return OrganisationColumns(header).areEnough ? .organisations : nil
  }
}

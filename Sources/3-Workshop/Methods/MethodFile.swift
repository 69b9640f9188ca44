package import Cooperation
import Markup

/// A method as it is written down: one file of JSON, which anyone may write.
package struct MethodFile: Sendable {
  package let method: Method
  /// What could be better, in the order of its lines.
  package let warnings: [MethodFinding]

  /// Reads a file of at most 1 MB.
  ///
  /// - Throws: with everything that is wrong at once, as far as it can be read.
  package init(reading bytes: [UInt8]) throws(MethodFileError) {
    var reader = MethodReader()
    let method = Self.read(bytes, &reader)
    let errors = reader.findings.filter { $0.level == .error }
    guard errors.isEmpty, let method else { throw MethodFileError(findings: reader.findings.sorted()) }
    self.method = method
    warnings = reader.findings.sorted()
  }

  /// What there is to say about a file: errors and warnings, in the order of its lines.
  package static func findings(in bytes: [UInt8]) -> [MethodFinding] {
    do throws(MethodFileError) {
      return try MethodFile(reading: bytes).warnings
    } catch {
      return error.findings
    }
  }

  private static func read(_ bytes: [UInt8], _ reader: inout MethodReader) -> Method? {
    guard bytes.count <= 1_000_000 else {
      reader.refuse(1, "too-large", "A method file has at most 1 MB.")
      return nil
    }
    do throws(JSONError) {
      return reader.method(try JSONValue(reading: bytes))
    } catch {
      reader.refuse(error.line, "not-json", "This is not JSON: \(error.words) (column \(error.column)).")
      return nil
    }
  }
}

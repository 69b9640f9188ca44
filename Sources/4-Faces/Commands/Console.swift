import Foundation

/// Where a command writes and what it reads of its surroundings: data to standard output, messages to standard error.
package struct Console: Sendable {
  let environment: [String: String]
  /// Whether standard error is a terminal, where progress may be shown.
  let isTerminal: Bool
  private let output: @Sendable ([UInt8]) throws -> Void
  private let errors: @Sendable ([UInt8]) -> Void

  package init(
    environment: [String: String], isTerminal: Bool, output: @escaping @Sendable ([UInt8]) throws -> Void,
    errors: @escaping @Sendable ([UInt8]) -> Void
  ) {
    (self.environment, self.isTerminal, self.output, self.errors) = (environment, isTerminal, output, errors)
  }

  /// The process's own.
  package static var standard: Console {
    Console(
      environment: ProcessInfo.processInfo.environment, isTerminal: isatty(2) == 1,
      output: { try FileHandle.standardOutput.write(contentsOf: Data($0)) },
      errors: { try? FileHandle.standardError.write(contentsOf: Data($0)) })
  }

  /// Data, a line of it.
  func print(_ line: String) throws { try output(Array((line + "\n").utf8)) }
  /// Data, as it is.
  func write(_ bytes: [UInt8]) throws { try output(bytes) }
  /// A message for the person at the terminal.
  func say(_ line: String) { errors(Array((line + "\n").utf8)) }

  /// Shows how far long work has come, where there is a terminal; overwritten by the next.
  func progress(_ line: String) { if isTerminal { errors(Array(("\r\u{1B}[K" + line).utf8)) } }
}

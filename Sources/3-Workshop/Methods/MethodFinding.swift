/// Something to say about a method file, and where.
package struct MethodFinding: Sendable, Equatable, Comparable {
  /// From 1.
  package let line: Int
  package let level: Level
  /// A short name for programs: `unknown-role`.
  package let code: String
  package let message: String

  package enum Level: String, Sendable {
    /// The file is not a method until it is mended.
    case error
    /// The method runs, and could be better.
    case warning
  }

  package static func < (a: MethodFinding, b: MethodFinding) -> Bool { (a.line, a.code) < (b.line, b.code) }
}

/// Why a file is not a method: everything that was found, in the order of its lines.
package struct MethodFileError: Error, Equatable {
  package let findings: [MethodFinding]
}

/// One command of `copolis`.
package struct Command: Sendable {
  /// As it is typed: `match`, `user add`.
  package let name: String
  /// What it does, in a line.
  let summary: String
  /// Its options and arguments as they are typed, and what each means.
  let options: [Option]
  /// What stands behind the options: `FILE…`; empty for nothing.
  let operands: String
  let example: String
  let run: @Sendable (Arguments, Console) throws -> Exit

  init(
    _ name: String, _ summary: String, _ operands: String = "", options: [Option] = [], example: String,
    run: @escaping @Sendable (Arguments, Console) throws -> Exit
  ) {
    (self.name, self.summary, self.operands, self.options) = (name, summary, operands, options)
    (self.example, self.run) = (example, run)
  }

  /// An option as it is typed.
  struct Option: Sendable {
    /// With its two hyphens.
    let name: String
    /// What its value is called in the help; nil where it takes none.
    let value: String?
    let meaning: String

    init(_ name: String, _ value: String? = nil, _ meaning: String) {
      (self.name, self.value, self.meaning) = (name, value, meaning)
    }
  }

  /// What `copolis NAME --help` prints.
  var help: String {
    var lines = [
      "copolis \(name)\(options.isEmpty ? "" : " [OPTION…]")\(operands.isEmpty ? "" : " " + operands)", "", summary,
    ]
    if !options.isEmpty { lines.append("") }
    for option in options {
      let typed = option.name + (option.value.map { " " + $0 } ?? "")
      lines.append("  " + typed + String(repeating: " ", count: max(2, 24 - typed.count)) + option.meaning)
    }
    return (lines + ["", "For example: \(example)"]).joined(separator: "\n") + "\n"
  }
}

/// How a command ends, as the shell sees it.
package enum Exit: Int32, Sendable {
  case done = 0
  /// A rule said no, or findings of error level.
  case refused = 1
  case wrongUsage = 2
  /// Disk, network or database.
  case failed = 3
}

/// What was typed wrongly, in words.
struct Misuse: Error {
  let words: String
  init(_ words: String) { self.words = words }
}

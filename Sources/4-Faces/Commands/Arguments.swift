/// What was typed after a command's name.
struct Arguments: Sendable {
  /// What stands beside the options, in order.
  let operands: [String]
  private let values: [String: [String]]

  /// - Throws: `Misuse` for an option that the command does not have, or one whose value is missing.
  init(_ words: some Sequence<String>, for command: Command) throws(Misuse) {
    var operands: [String] = [], values: [String: [String]] = [:]
    var rest = Array(words)[...]
    while let word = rest.popFirst() {
      guard word.hasPrefix("-"), word.count > 1 else {
        operands.append(word)
        continue
      }
      if word == "--" {
        operands += rest
        break
      }
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      let name = parts[0] == "-o" ? "--output" : parts[0]
      guard let option = command.options.first(where: { $0.name == name }) else {
        throw Misuse("copolis \(command.name) has no option \(name).")
      }
      if option.value == nil {
        guard parts.count == 1 else { throw Misuse("\(name) takes no value.") }
        values[name, default: []].append("")
      } else {
        guard let value = parts.count == 2 ? parts[1] : rest.popFirst() else { throw Misuse("\(name) needs a value.") }
        values[name, default: []].append(value)
      }
    }
    (self.operands, self.values) = (operands, values)
  }

  /// The value of an option, the last where it came several times; nil where it did not.
  subscript(_ name: String) -> String? { values[name]?.last }
  /// Every value of an option, in their order.
  func all(_ name: String) -> [String] { values[name] ?? [] }
  func has(_ name: String) -> Bool { values[name] != nil }

  /// An option as a whole number.
  ///
  /// - Throws: `Misuse` where it is none, or outside `range`.
  func number(_ name: String, in range: ClosedRange<Int>) throws(Misuse) -> Int? {
    guard let text = self[name] else { return nil }
    guard let number = Int(text), range.contains(number) else {
      throw Misuse("\(name) is a whole number from \(range.lowerBound) to \(range.upperBound), not \(text).")
    }
    return number
  }

  /// The operands, of which there is at least one.
  ///
  /// - Throws: `Misuse` naming what is missing.
  func some(_ what: String) throws(Misuse) -> [String] {
    guard !operands.isEmpty else { throw Misuse("\(what) is missing.") }
    return operands
  }
}

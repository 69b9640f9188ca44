/// The command line: `copolis COMMAND …`.
package enum CommandLineFace {
  /// Runs what was typed, and gives back how it ended.
  package static func run(_ words: [String], on console: Console = .standard) -> Exit {
    guard let first = words.first, first != "--help", first != "help" else {
      try? console.print(overview)
      return words.isEmpty ? .wrongUsage : .done
    }
    guard let command = command(in: words) else {
      console.say("copolis has no command \(first). See copolis --help.")
      return .wrongUsage
    }
    let rest = words.dropFirst(command.name.split(separator: " ").count)
    if rest.contains("--help") {
      try? console.write(Array(command.help.utf8))
      return .done
    }
    return run(command, rest, on: console)
  }

  private static func run(_ command: Command, _ words: ArraySlice<String>, on console: Console) -> Exit {
    do {
      return try command.run(try Arguments(words, for: command), console)
    } catch let misuse as Misuse {
      console.say("\(misuse.words) See copolis \(command.name) --help.")
      return .wrongUsage
    } catch {
      let told = Failure(error)
      console.say(told.words)
      return told.exit
    }
  }

  private static func command(in words: [String]) -> Command? {
    let two = words.prefix(2).joined(separator: " ")
    return all.first { $0.name == two } ?? all.first { $0.name == words[0] }
  }

  private static var overview: String {
    let width = (all.map(\.name.count).max() ?? 0) + 2
    let lines = all.map { "  " + $0.name + String(repeating: " ", count: width - $0.name.count) + $0.summary }
    return (["copolis COMMAND [OPTION…]", ""] + lines + ["", "copolis COMMAND --help says more, with an example."])
      .joined(separator: "\n")
  }
}

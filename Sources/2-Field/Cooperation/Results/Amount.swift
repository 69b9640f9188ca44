/// A figure of an indicator, exact to its last digit.
package struct Amount: Sendable, Hashable, CustomStringConvertible {
  /// As it is written: `-12`, `0.5`; at most 15 digits, of which at most 6 after the point.
  package let description: String

  /// Nil for what is not such a number. A comma is read as the decimal point.
  package init?(_ text: some StringProtocol) {
    var digits = 0, decimals = 0, points = 0
    var written = ""
    for (place, character) in text.enumerated() {
      switch character {
      case "-" where place == 0: written.append("-")
      case ".", ",":
        points += 1
        written.append(".")
      case "0"..."9" where character.isASCII:
        digits += 1
        decimals += points
        written.append(character)
      default: return nil
      }
    }
    guard (1...15).contains(digits), decimals <= 6, points <= 1, points == 0 || decimals > 0,
      !written.hasPrefix("."), !written.hasPrefix("-.")
    else { return nil }
    description = written
  }

  package var value: Double { Double(description) ?? 0 }
}

extension Amount {
  /// A figure as people write it: with a comma or a point, thousands apart by spaces, digits of the Arab world.
  ///
  /// - Parameter isTyped: by a person, for whom a lone point before three digits may part thousands.
  /// - Throws: `.unreadableAmount`, `.longAmount`, `.belowZero`, `.twoReadings` for 12.345.
  package init(counted text: String, isTyped: Bool = true) throws(Indicator.Refusal) {
    let plain = Self.plain(text)
    guard let amount = Amount(plain) else {
      let isLong = plain.count > 15 && plain.dropFirst().allSatisfy { $0.isNumber || $0 == "." || $0 == "," }
      throw isLong ? .longAmount : .unreadableAmount(String(text.prefix(40)))
    }
    guard amount.value >= 0 else { throw .belowZero(amount.description) }
    let parts = plain.split(whereSeparator: { $0 == "." || $0 == "," })
    let mayPartThousands = isTyped || plain.contains(",")
    if mayPartThousands, parts.count == 2, parts[1].count == 3, parts[0].count <= 3, parts[0] != "0" {
      throw .twoReadings(String(parts[0] + parts[1]), "\(parts[0]).\(parts[1])0")
    }
    self = amount
  }

  /// The text with western digits, and without the spaces that part its thousands.
  private static func plain(_ text: String) -> String {
    let groups = text.split(whereSeparator: \.isWhitespace).map { group in
      String(
        group.map { character in
          switch character {
          case "\u{660}"..."\u{669}", "\u{6F0}"..."\u{6F9}":
            character.wholeNumberValue.map { Character("\($0)") } ?? character
          case "\u{66B}": "."
          default: character
          }
        })
    }
    let isGrouped = groups.dropFirst().allSatisfy { group in
      group.prefix { $0 != "." && $0 != "," }.count == 3
    }
    return groups.joined(separator: isGrouped ? "" : " ")
  }
}

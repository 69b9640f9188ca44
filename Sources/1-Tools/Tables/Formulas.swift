/// What a table does with values that a spreadsheet would take for a formula.
package enum Formulas: Sendable {
  /// An apostrophe goes before `=`, `+`, `-`, `@`, tab and CR, except where the value is a number.
  case guarded
  /// They are written as they are.
  case kept
}

extension String {
  /// With an apostrophe before it if a spreadsheet could take it for a formula.
  ///
  /// A value that has an apostrophe before such a sign gets another, so that `unguarded` gives back every value.
  var guarded: String {
    let bare = utf8.drop { $0 == UInt8(ascii: "'") }
    guard let first = bare.first, Self.opens(first), !isNumber else { return self }
    return "'" + self
  }

  /// Without the white space around it and without the apostrophe that `guarded` put before it.
  var unguarded: String {
    guard let first = utf8.first, let last = utf8.last else { return self }
    if first == UInt8(ascii: "'"), let next = utf8.drop(while: { $0 == UInt8(ascii: "'") }).first, Self.opens(next) {
      return String(dropFirst())
    }
    guard first <= 0x20 || last <= 0x20 else { return self }
    let trimmed = utf8.drop { $0 <= 0x20 }.reversed().drop { $0 <= 0x20 }.reversed()
    return String(decoding: Array(trimmed), as: UTF8.self).unguarded
  }

  private static func opens(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D: true
    default: false
    }
  }

  /// Whether it is digits with one sign before and one point among them: nothing to run.
  private var isNumber: Bool {
    let digits = utf8.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    let signs = utf8.count - digits.count
    return signs <= 1 && !digits.isEmpty && digits.filter { $0 == UInt8(ascii: ".") }.count <= 1
      && digits.allSatisfy { ($0 >= 0x30 && $0 <= 0x39) || $0 == UInt8(ascii: ".") }
  }
}

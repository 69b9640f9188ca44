/// A date of the civil calendar, with no time zone: when a protocol was signed, when a visit begins.
package struct Day: Hashable, Sendable {
  /// Days since 1970-01-01, negative before.
  package let number: Int

  package init(number: Int) { self.number = number }

  /// Nil for a day that no calendar has. Years 1 to 9999 of the Gregorian calendar.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Self.length(of: month, in: year)
    else { return nil }
    number = Self.number(year, month, day)
  }

  /// Nil for what is not a day. Reads ISO 8601 only: `2013-04-18`.
  package init?(_ text: String) {
    var text = text
    guard let day = text.withUTF8({ Day(utf8: $0) }) else { return nil }
    self = day
  }

  /// The same from the bytes of a text.
  package init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = Self.digits(bytes[0..<4]), let month = Self.digits(bytes[5..<7]), let day = Self.digits(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The same for a part of a text.
  package init?(_ text: Substring) { self.init(String(text)) }

  package var year: Int { civil.year }
  package var month: Int { civil.month }
  package var day: Int { civil.day }

  /// The day `count` days later, or earlier where it is negative.
  package func adding(days count: Int) -> Day { Day(number: number + count) }

  /// The same day of a later month; the month's last where it has no such day.
  package func adding(months count: Int) -> Day {
    let (year, month, day) = civil
    let months = year * 12 + month - 1 + count
    let newYear = months / 12, newMonth = months % 12 + 1
    return Day(number: Self.number(newYear, newMonth, min(day, Self.length(of: newMonth, in: newYear))))
  }
}

extension Day: Comparable {
  package static func < (a: Day, b: Day) -> Bool { a.number < b.number }
}

extension Day: CustomStringConvertible {
  /// As ISO 8601 writes it: `2013-04-18`.
  package var description: String {
    String(unsafeUninitializedCapacity: Self.length) { room in
      write(into: room)
      return Self.length
    }
  }

  /// How many bytes a day is written in.
  static let length = 10

  /// Writes the day to the beginning of `room`; a year beyond those of the calendar loses its first digits.
  func write(into room: UnsafeMutableBufferPointer<UInt8>) {
    let (year, month, day) = civil
    Self.write(year, into: room, at: 0..<4)
    room[4] = UInt8(ascii: "-")
    Self.write(month, into: room, at: 5..<7)
    room[7] = UInt8(ascii: "-")
    Self.write(day, into: room, at: 8..<10)
  }

  /// Writes as many of a number's last digits as there is room for, with zeros before them.
  static func write(_ number: Int, into room: UnsafeMutableBufferPointer<UInt8>, at places: Range<Int>) {
    var rest = number.magnitude
    for place in places.reversed() {
      room[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
  }
}

extension Day {
  /// The first day of its quarter of the year.
  package var quarterStart: Day { Day(year: year, month: (month - 1) / 3 * 3 + 1, day: 1) ?? self }
}

// Days from and to the civil calendar after Howard Hinnant's "chrono-compatible low-level date algorithms".
extension Day {
  private var civil: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let ofEra = shifted - era * 146_097
    let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * ofYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, ofYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  private static func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + ofYear - 719_468
  }

  private static func length(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  static func digits(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    var value = 0
    for byte in text {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return value
  }
}

/// A moment, the same everywhere: when a need was published, when a step was taken.
package struct Instant: Hashable, Sendable {
  /// Microseconds since 1970-01-01T00:00:00Z.
  package let microseconds: Int64

  package init(microseconds: Int64) { self.microseconds = microseconds }

  /// Midnight, UTC, as `day` begins.
  package init(start day: Day) { microseconds = Int64(day.number) * 86_400_000_000 }

  /// Nil for what is not a moment. Reads ISO 8601 in UTC, to the second or finer: `2026-11-23T08:00:00.250Z`.
  package init?(_ text: String) {
    guard text.utf8.count >= 20, let day = Day(String(text.prefix(10))) else { return nil }
    var text = text
    let rest = text.withUTF8 { Self.timeOfDay($0) }
    guard let rest else { return nil }
    microseconds = Int64(day.number) * 86_400_000_000 + rest
  }

  /// The civil day at Greenwich.
  package var day: Day { Day(number: Int((Double(seconds.quotient) / 86_400).rounded(.down))) }

  package func adding(seconds count: Int) -> Instant { Instant(microseconds: microseconds + Int64(count) * 1_000_000) }
  package func adding(minutes count: Int) -> Instant { adding(seconds: count * 60) }
  package func adding(days count: Int) -> Instant { adding(seconds: count * 86_400) }

  /// Whole seconds from `earlier` to this moment; negative where `earlier` is later.
  package func seconds(since earlier: Instant) -> Int { Int((microseconds - earlier.microseconds) / 1_000_000) }
}

extension Instant: Comparable {
  package static func < (a: Instant, b: Instant) -> Bool { a.microseconds < b.microseconds }
}

extension Instant: CustomStringConvertible {
  /// As ISO 8601 writes it, in UTC, to the millisecond: sorts as text as it does in time.
  package var description: String {
    let day = day, (whole, fraction) = seconds
    let ofDay = Int(whole) - day.number * 86_400
    return String(unsafeUninitializedCapacity: 24) { room in
      let form: StaticString = "0000-00-00T00:00:00.000Z"
      _ = room.initialize(from: UnsafeBufferPointer(start: form.utf8Start, count: form.utf8CodeUnitCount))
      day.write(into: room)
      Day.write(ofDay / 3600, into: room, at: 11..<13)
      Day.write(ofDay / 60 % 60, into: room, at: 14..<16)
      Day.write(ofDay % 60, into: room, at: 17..<19)
      Day.write(Int(fraction) / 1000, into: room, at: 20..<23)
      return form.utf8CodeUnitCount
    }
  }
}

extension Instant {
  private var seconds: (quotient: Int64, remainder: Int64) {
    let (quotient, remainder) = microseconds.quotientAndRemainder(dividingBy: 1_000_000)
    return remainder < 0 ? (quotient - 1, remainder + 1_000_000) : (quotient, remainder)
  }

  /// The microseconds since midnight that follow the day: `T08:00:00.250Z`.
  private static func timeOfDay(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
    guard bytes.last == UInt8(ascii: "Z"), bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
      bytes[16] == UInt8(ascii: ":"), let hours = Day.digits(bytes[11..<13]), let minutes = Day.digits(bytes[14..<16]),
      let seconds = Day.digits(bytes[17..<19]), hours < 24, minutes < 60, seconds < 60,
      let fraction = fraction(bytes[19..<(bytes.count - 1)])
    else { return nil }
    return Int64(hours * 3600 + minutes * 60 + seconds) * 1_000_000 + fraction
  }

  private static func fraction(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int64? {
    guard let point = bytes.first else { return 0 }
    let digits = bytes.dropFirst()
    guard point == UInt8(ascii: "."), (1...6).contains(digits.count), let value = Day.digits(digits) else { return nil }
    return (digits.count..<6).reduce(Int64(value)) { value, _ in value * 10 }
  }
}

import Glibc

/// Moments as HTTP writes them (RFC 9110, 5.6.7), to the second: `Sun, 06 Nov 1994 08:49:37 GMT`.
enum HTTPDate {
  /// - Parameter seconds: since 1970-01-01T00:00:00Z.
  static func text(_ seconds: Int) -> String {
    var seconds = time_t(seconds), parts = tm()
    gmtime_r(&seconds, &parts)
    let day = days[Int(parts.tm_wday)], month = months[Int(parts.tm_mon)]
    let clock = [parts.tm_hour, parts.tm_min, parts.tm_sec].map(padded).joined(separator: ":")
    return "\(day), \(padded(parts.tm_mday)) \(month) \(Int(parts.tm_year) + 1900) \(clock) GMT"
  }

  /// Seconds since 1970; nil for what is not written so. The two forms of the last century are not read.
  static func seconds(_ text: String) -> Int? {
    let words = text.split(separator: " ").map(String.init)
    guard words.count == 6, words[5] == "GMT", words[0].hasSuffix(","), let month = months.firstIndex(of: words[2]),
      let day = Int32(words[1]), let year = Int32(words[3])
    else { return nil }
    let clock = words[4].split(separator: ":").compactMap { Int32($0) }
    guard clock.count == 3, (1...31).contains(day), (1900...9999).contains(year) else { return nil }
    var parts = tm()
    (parts.tm_year, parts.tm_mon, parts.tm_mday) = (year - 1900, Int32(month), day)
    (parts.tm_hour, parts.tm_min, parts.tm_sec) = (clock[0], clock[1], clock[2])
    return timegm(&parts)
  }

  private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  private static func padded(_ number: Int32) -> String { number < 10 ? "0\(number)" : String(number) }
}

import Cooperation
import Foundation
package import Markup

extension Reader {
  /// The address being read, with one of its settings changed; the page number goes back to the first.
  package func link(setting name: String, to value: String?) -> String {
    var kept = settings.filter { $0.name != name && $0.name != "page" }
    if let value { kept.append(Setting(name: name, value: Self.encoded(value))) }
    return link(kept)
  }

  /// The address being read, with `value` added to or taken from a setting that may come more than once.
  package func link(toggling name: String, _ value: String) -> String {
    let toggled = Setting(name: name, value: Self.encoded(value))
    var kept = settings.filter { $0.name != "page" }
    if let place = kept.firstIndex(of: toggled) { kept.remove(at: place) } else { kept.append(toggled) }
    return link(kept)
  }

  /// The address being read, on another page of its list.
  package func link(page: Int) -> String {
    let kept = settings.filter { $0.name != "page" }
    return link(page == 1 ? kept : kept + [Setting(name: "page", value: String(page))])
  }

  /// The whole list being read, narrowed as it is, at another address: `/needs.csv?theme=…`.
  package func link(wholeListAt address: String) -> String {
    let kept = settings.filter { !["page", "per", "sort", "lang", "done"].contains($0.name) }
    return kept.isEmpty ? address : address + "?" + kept.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
  }

  /// The settings of the address being read as hidden fields of a form, so that it keeps them.
  package func kept(but names: Set<String>) -> Written {
    var html = HTML(capacity: 128)
    for setting in settings where !names.contains(setting.name) && !setting.value.isEmpty {
      let value = cleaned(setting.value.removingPercentEncoding ?? "", limit: .max) ?? ""
      html << "<input type=\"hidden\" name=\"\(setting.name)\" value=\"\(value)\">"
    }
    return "\(html)"
  }

  private struct Setting: Equatable {
    let name: String
    let value: String
  }

  private var settings: [Setting] {
    query.split(separator: "&").map { part in
      let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return Setting(name: String(pair[0]), value: pair.count == 2 ? String(pair[1]) : "")
    }
  }

  private func link(_ settings: [Setting]) -> String {
    settings.isEmpty ? path : path + "?" + settings.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
  }

  /// `text` as it stands in a query: letters, digits and `-._~` as they are, all else with percent signs.
  package static func encoded(_ text: String) -> String {
    // Most are, and need no copy.
    if text.utf8.allSatisfy(isPlain) { return text }
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if isPlain(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"):
      true
    default: false
    }
  }
}

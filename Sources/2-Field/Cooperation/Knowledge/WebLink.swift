/// A page or a paper elsewhere, with what it is.
package struct WebLink: Sendable, Hashable {
  /// Begins with `https://` or `http://`.
  package let address: String
  /// What it is, in the words of whoever names it; empty for nothing but the address.
  package let title: String

  /// Nil for what is not the address of a page on the web. The title follows after a blank.
  package init?(_ text: String) {
    let parts = text.split(maxSplits: 1, whereSeparator: \.isWhitespace)
    guard let address = parts.first, address.utf8.count <= 1000, let host = Self.host(of: address), host.contains("."),
      address.utf8.allSatisfy({ $0 > 0x20 && ![0x22, 0x3C, 0x3E, 0x5C, 0x60].contains($0) })
    else { return nil }
    self.address = String(address)
    title = parts.count > 1 ? cleaned(String(parts[1])) ?? "" : ""
  }

  /// The address, and the title after a blank.
  package var line: String { title.isEmpty ? address : "\(address) \(title)" }

  /// The name of the server.
  package var host: String { Self.host(of: Substring(address)).map(String.init) ?? address }

  private static func host(of address: Substring) -> Substring? {
    guard let start = ["https://", "http://"].first(where: { address.lowercased().hasPrefix($0) }) else { return nil }
    let host = address.dropFirst(start.count).prefix { !"/?#".contains($0) }
    return host.contains("@") || host.isEmpty ? nil : host
  }
}

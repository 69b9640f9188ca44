extension Request {
  /// The value of a cookie; the first where a client sends several of one name.
  package func cookie(_ name: String) -> String? {
    for pair in headers["cookie"]?.split(separator: ";") ?? [] {
      let parts = pair.drop { $0 == " " }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, parts[0] == name else { continue }
      let value = parts[1]
      return String(value.count > 1 && value.first == "\"" && value.last == "\"" ? value.dropFirst().dropLast() : value)
    }
    return nil
  }
}

/// A cookie for a browser to keep (RFC 6265). No script can read it, and no other site's form sends it.
package struct SetCookie: Sendable, Equatable {
  package let name: String
  package let value: String
  package var path = "/"
  package var life: Life
  package var channel: Channel

  package enum Life: Sendable, Equatable {
    /// Until the browser is closed.
    case session
    case seconds(Int)
    /// The browser forgets it now.
    case over
  }

  /// What the cookie is sent over.
  package enum Channel: Sendable { case encrypted, any }

  /// - Precondition: name and value hold nothing that a cookie cannot: blanks, quotes, commas, semicolons, backslashes.
  package init(_ name: String, _ value: String, _ life: Life, over channel: Channel) {
    precondition((name + value).utf8.allSatisfy(SetCookie.allows), "\(name) cannot be a cookie.")
    (self.name, self.value, self.life, self.channel) = (name, value, life, channel)
  }

  package var header: Response.Header {
    var text = "\(name)=\(value); Path=\(path); HttpOnly; SameSite=Lax"
    if channel == .encrypted { text += "; Secure" }
    switch life {
    case .session: break
    case .seconds(let seconds): text += "; Max-Age=\(seconds)"
    case .over: text += "; Max-Age=0"
    }
    return Response.Header("Set-Cookie", text)
  }

  private static func allows(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...32, 34, 44, 59, 92, 127...: false
    default: true
    }
  }
}

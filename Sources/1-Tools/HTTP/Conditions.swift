extension Request {
  /// Whether the client has this version already and need not be sent it again (`If-None-Match`).
  package func has(_ tag: ETag) -> Bool {
    guard let field = headers["if-none-match"] else { return false }
    return field == "*" || ETag.all(in: field).contains { $0.value == tag.value }
  }

  /// Refuses a change to anything but the version that the client has seen (`If-Match`); a client that does not say
  /// which it has seen is let through.
  ///
  /// - Parameter tag: the version there is; nil where there is none.
  /// - Throws: a problem with status 412.
  package func mustKnow(_ tag: ETag?) throws(Problem) {
    guard let field = headers["if-match"] else { return }
    let known = tag.map { tag in
      field == "*" || tag.strength == .strong && ETag.all(in: field).contains(tag)
    }
    guard known == true else {
      throw Problem(
        "changed-meanwhile", 412, "Someone else has changed this meanwhile.",
        detail: "Load it again, and make your change on what it is now.")
    }
  }
}

extension Response {
  /// This answer under its mark, or 304 without a body where the client has it already.
  package func tagged(_ tag: ETag, for request: Request) -> Response {
    guard request.has(tag), request.verb == .get || request.verb == .head else { return with("ETag", tag.description) }
    let kept = headers.filter {
      ["cache-control", "vary", "expires", "last-modified", "set-cookie"].contains($0.name.lowercased())
    }
    return Response(304, headers: kept).with("ETag", tag.description)
  }

  /// This answer under its mark and its date, or 304 without a body where the client has it already: by the mark, or by
  /// the date where it gives no mark (RFC 9110, 13.1.3).
  ///
  /// - Parameter seconds: when what it tells changed last, in seconds since 1970.
  package func tagged(_ tag: ETag, changed seconds: Int, for request: Request) -> Response {
    let dated = with("Last-Modified", HTTPDate.text(seconds))
    guard request.verb == .get || request.verb == .head, !request.headers.contains("if-none-match"),
      let known = request.headers["if-modified-since"].flatMap({ HTTPDate.seconds($0) }), known >= seconds
    else { return dated.tagged(tag, for: request) }
    let kept = dated.headers.filter { ["cache-control", "vary", "last-modified"].contains($0.name.lowercased()) }
    return Response(304, headers: kept).with("ETag", tag.description)
  }

  /// This answer with one more header field.
  package func with(_ name: String, _ value: String) -> Response {
    var response = self
    response.headers.append(Header(name, value))
    return response
  }

  /// This answer, and when to ask again.
  package func retry(after seconds: Int) -> Response { with("Retry-After", String(seconds)) }
}

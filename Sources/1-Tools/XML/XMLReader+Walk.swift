extension XMLReader {
  /// Hands everything directly inside the element that just began to `body`: beginnings of elements, and texts.
  ///
  /// Where `body` does not read a child to its end, the rest of the child is passed over. Afterwards the reader stands
  /// at the element's end.
  package func contents(_ body: (XMLEvent) throws -> Void) throws {
    let inside = depth
    while let event = try next() {
      if depth < inside { return }
      try body(event)
      while depth > inside, try next() != nil {}
    }
  }

  /// Passes over the element that just began, to its end.
  package func skip() throws {
    let inside = depth
    while depth >= inside, try next() != nil {}
  }

  /// All the text directly inside the element that just began, which is read to its end; its children are passed over.
  package func textInside() throws -> String {
    var whole = ""
    try contents { event in
      if event == .text { whole += text }
    }
    return whole
  }
}

package import Cooperation
package import Markup

/// One page of the site: values in, HTML for people and JSON for programs out.
package protocol Page: Sendable {
  func head(for reader: Reader) -> Head
  /// Writes what stands between the frame's header and footer, inside `main`.
  func write(_ html: inout HTML, for reader: Reader)
  /// Writes the same as one JSON value.
  func write(_ json: inout JSON, for reader: Reader)
}

/// What a browser's tab, a search engine and the frame need to know of a page.
package struct Head: Sendable {
  package let title: String
  package let area: Area?
  /// One or two sentences for search engines; empty for none.
  package let description: String
  /// Whether it is for the signed-in only, and kept by nobody on the way.
  package let isPrivate: Bool
  /// Where the same can be had in another form.
  package let alternates: [Alternate]

  package init(
    _ title: String, in area: Area? = nil, description: String = "", isPrivate: Bool = false,
    alternates: [Alternate] = []
  ) {
    (self.title, self.area, self.description, self.isPrivate) = (title, area, description, isPrivate)
    self.alternates = alternates
  }
}

/// The same in another form, for browsers and readers of feeds to offer.
package struct Alternate: Sendable {
  let mediaType: String
  let address: String
  let title: String

  package init(_ mediaType: String, _ address: String, _ title: String) {
    (self.mediaType, self.address, self.title) = (mediaType, address, title)
  }
}

/// The four areas of the site, as the guide's framework has them.
package enum Area: String, Sendable, CaseIterable {
  case seek, sense, share, landscape

  package var name: Phrase {
    switch self {
    case .seek: Phrase("area.seek", "Seek")
    case .sense: Phrase("area.sense", "Sense")
    case .share: Phrase("area.share", "Share")
    case .landscape: Phrase("area.landscape", "Landscape")
    }
  }
}

extension Alternate {
  /// The list being read as a table.
  ///
  /// - Parameter address: that of the table.
  static func table(_ address: String, for reader: Reader) -> Alternate {
    Alternate("text/csv", reader.link(wholeListAt: address), "CSV")
  }
}

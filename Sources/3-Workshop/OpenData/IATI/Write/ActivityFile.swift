package import Cooperation
import Markup

/// An IATI 2.03 activity file that is written piece by piece, in memory that does not grow with it.
package struct ActivityFile {
  private let now: Instant

  /// A file written at `now`.
  package init(at now: Instant) { self.now = now }

  /// Writes a whole file: every activity that `reports` hands over, in that order, piece by piece.
  ///
  /// - Throws: what `reports` and `piece` throw.
  package func write(
    _ reports: ((ActivityReport) throws -> Void) throws -> Void, to piece: @escaping ([UInt8]) throws -> Void
  ) throws {
    var head = HTML(capacity: 256)
    head << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    head << "<iati-activities version=\"2.03\" generated-datetime=\"\(now.toTheSecond)\">\n"
    try piece(head.bytes)
    try reports { report in
      var writing = ActivityWriting(report)
      writing.activity()
      try piece(writing.xml.bytes)
    }
    try piece(Array("</iati-activities>\n".utf8))
  }
}

/// An IATI 2.03 organisation file: the organisations that report, and their pages.
package struct OrganisationFile {
  private let now: Instant

  /// A file written at `now`.
  package init(at now: Instant) { self.now = now }

  /// One organisation that reports on itself.
  package struct Report: Sendable, Equatable {
    package let body: ActivityReport.Body
    package let lastUpdated: Instant
    /// The address of its page; empty for none.
    package let page: String

    package init(body: ActivityReport.Body, lastUpdated: Instant, page: String = "") {
      (self.body, self.lastUpdated, self.page) = (body, lastUpdated, page)
    }
  }

  /// Writes a whole file: every organisation that `reports` hands over, in that order, piece by piece.
  ///
  /// - Throws: what `reports` and `piece` throw.
  package func write(
    _ reports: ((Report) throws -> Void) throws -> Void, to piece: @escaping ([UInt8]) throws -> Void
  ) throws {
    var head = HTML(capacity: 256)
    head << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    head << "<iati-organisations version=\"2.03\" generated-datetime=\"\(now.toTheSecond)\">\n"
    try piece(head.bytes)
    try reports { try piece(Self.written($0)) }
    try piece(Array("</iati-organisations>\n".utf8))
  }

  private static func written(_ report: Report) -> [UInt8] {
    let body = report.body, language = body.name.original
    var xml = HTML(capacity: 1024)
    xml
      << "<iati-organisation last-updated-datetime=\"\(report.lastUpdated.toTheSecond)\" xml:lang=\"\(language.tag)\">\n"
    xml << "<organisation-identifier>\(body.ref)</organisation-identifier>\n"
    xml << "<name>\(body.name.narratives(language))</name>\n"
    xml << "<reporting-org\(body.attributes)>\(body.name.narratives(language))</reporting-org>\n"
    if !report.page.isEmpty {
      xml << "<document-link format=\"text/html\" url=\"\(report.page)\">"
      xml << "<title>\(body.name.narratives(language))</title><category code=\"B16\"/></document-link>\n"
    }
    xml << "</iati-organisation>\n"
    return xml.bytes
  }
}

extension Instant {
  /// As XML Schema and RFC 3339 write it, to the second: `2026-11-23T08:00:00Z`.
  var toTheSecond: String { description.prefix(19) + "Z" }
}

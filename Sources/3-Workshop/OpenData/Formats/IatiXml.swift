extension Format {
  /// The IATI Standard, version 2.03.
  static let iatiXml = Format(
    "iati.xml", "application/xml; charset=utf-8",
    offering: { $0.shape == .activities || $0.shape == .organisationFile }
  ) { publication, piece in
    switch publication.content {
    case .activities(let reports): try ActivityFile(at: publication.now).write(reports, to: piece)
    case .organisations(let reports): try OrganisationFile(at: publication.now).write(reports, to: piece)
    case .rows, .updates, .catalogue: break
    }
  }
}

/// The names of elements and attributes that the reader knows, by number.
enum Word: Int, CaseIterable {
  case iatiActivities, iatiActivity, iatiOrganisations, iatiOrganisation
  case version, xmlLang, defaultCurrency, lastUpdatedDatetime
  case iatiIdentifier, organisationIdentifier, reportingOrg, title, name, description, participatingOrg
  case activityStatus, activityScope, activityDate, recipientCountry, recipientRegion, sector, tag, policyMarker
  case collaborationType, budget, transaction, result, documentLink, relatedActivity
  case narrative, ref, type, role, code, vocabulary, percentage, significance, status
  case isoDate, periodStart, periodEnd, value, currency, valueDate
  case transactionType, transactionDate, providerOrg, receiverOrg, activityId, providerActivityId, receiverActivityId
  case indicator, measure, ascending, baseline, year, period, target, actual, comment, dimension
  case url, format, category, language, secondaryReporter

  /// As they are written, in the order of the cases.
  static let texts: [String] = """
    iati-activities iati-activity iati-organisations iati-organisation
    version xml:lang default-currency last-updated-datetime
    iati-identifier organisation-identifier reporting-org title name description participating-org
    activity-status activity-scope activity-date recipient-country recipient-region sector tag policy-marker
    collaboration-type budget transaction result document-link related-activity
    narrative ref type role code vocabulary percentage significance status
    iso-date period-start period-end value currency value-date
    transaction-type transaction-date provider-org receiver-org activity-id provider-activity-id receiver-activity-id
    indicator measure ascending baseline year period target actual comment dimension
    url format category language secondary-reporter
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  var text: String { Self.texts[rawValue] }
}

import Cooperation
import Markup
import Reference

/// One activity on its way to XML: a function an element, in the order that the standard fixes.
struct ActivityWriting {
  private(set) var xml = HTML(capacity: 8192)
  private let report: ActivityReport
  private var language: Language { report.language }

  init(_ report: ActivityReport) { self.report = report }

  mutating func activity() {
    let currency: Written = report.currency.map { " default-currency=\"\($0.code)\"" } ?? .nothing
    xml << "<iati-activity last-updated-datetime=\"\(report.lastUpdated.toTheSecond)\" xml:lang=\"\(language.tag)\""
    xml << "\(currency)>\n"
    xml << "<iati-identifier>\(report.identifier)</iati-identifier>\n"
    xml << "<reporting-org\(report.reporter.attributes)>\(narratives(report.reporter.name))</reporting-org>\n"
    xml << "<title>\(narratives(report.title))</title>\n"
    report.descriptions.forEach { describe($0) }
    report.participants.forEach { participate($0) }
    ownIdentifier()
    xml << "<activity-status code=\"\(report.status)\"/>\n"
    for date in report.dates { xml << "<activity-date type=\"\(date.type)\" iso-date=\"\(date.day)\"/>\n" }
    contact()
    code("activity-scope", report.scope)
    places()
    subjects()
    code("collaboration-type", report.collaboration)
    if !report.aidType.isEmpty { xml << "<default-aid-type vocabulary=\"1\" code=\"\(report.aidType)\"/>\n" }
    report.budgets.forEach { budget($0) }
    report.transactions.forEach { transaction($0) }
    report.documents.forEach { document($0) }
    for other in report.related { xml << "<related-activity ref=\"\(other.identifier)\" type=\"\(other.type)\"/>\n" }
    report.results.forEach { result($0) }
    xml << "</iati-activity>\n"
  }

  private mutating func describe(_ description: ActivityReport.Description) {
    xml << "<description type=\"\(description.type)\">\(narratives(description.text))</description>\n"
  }

  private mutating func participate(_ participant: ActivityReport.Participant) {
    let activity: Written = participant.activity.isEmpty ? .nothing : " activity-id=\"\(participant.activity)\""
    xml << "<participating-org role=\"\(participant.role)\"\(participant.body.attributes)\(activity)>"
    xml << "\(narratives(participant.body.name))</participating-org>\n"
  }

  private mutating func ownIdentifier() {
    if !report.ownIdentifier.isEmpty { xml << "<other-identifier ref=\"\(report.ownIdentifier)\" type=\"A1\"/>\n" }
  }

  private mutating func contact() {
    guard !report.website.isEmpty else { return }
    xml << "<contact-info type=\"1\"><organisation>\(narratives(report.reporter.name))</organisation>"
    xml << "<website>\(report.website)</website></contact-info>\n"
  }

  private mutating func code(_ element: StaticString, _ code: String) {
    guard !code.isEmpty else { return }
    let name = Written(stringLiteral: element)
    xml << "<\(name) code=\"\(code)\"/>\n"
  }

  private mutating func places() {
    for country in report.countries {
      xml << "<recipient-country code=\"\(country.code)\" percentage=\"\(country.percent)\"/>\n"
    }
    for region in report.regions {
      xml << "<recipient-region vocabulary=\"1\" code=\"\(region.code)\" percentage=\"\(region.percent)\"/>\n"
    }
    for location in report.locations {
      xml << "<location>"
      if let number = location.geonames { xml << "<location-id vocabulary=\"G1\" code=\"\(number)\"/>" }
      xml << "<name>\(narratives(location.name))</name>"
      xml << "<point srsName=\"http://www.opengis.net/def/crs/EPSG/0/4326\">"
      // To five decimals, about a metre; `Double` in markup has only two.
      xml << "<pos>\(location.position.latitude.inDegrees) \(location.position.longitude.inDegrees)</pos></point>"
      xml << "<exactness code=\"2\"/></location>\n"
    }
  }

  private mutating func subjects() {
    for sector in report.sectors {
      xml << "<sector vocabulary=\"1\" code=\"\(sector.code)\" percentage=\"\(sector.percent)\"/>\n"
    }
    for tag in report.tags { xml << "<tag vocabulary=\"\(tag.vocabulary)\" code=\"\(tag.code)\"/>\n" }
  }

  private mutating func budget(_ budget: ActivityReport.Budget) {
    xml << "<budget type=\"1\" status=\"2\"><period-start iso-date=\"\(budget.start)\"/>"
    xml << "<period-end iso-date=\"\(budget.end)\"/>\(value(budget.value, budget.valueDate))</budget>\n"
  }

  private mutating func transaction(_ transaction: ActivityReport.Transaction) {
    xml << "<transaction ref=\"\(transaction.ref)\"><transaction-type code=\"\(transaction.type)\"/>"
    xml << "<transaction-date iso-date=\"\(transaction.day)\"/>\(value(transaction.value, transaction.day))"
    if let text = transaction.description { xml << "<description>\(narratives(text))</description>" }
    if let body = transaction.provider {
      xml << "<provider-org\(body.attributes)>\(narratives(body.name))</provider-org>"
    }
    if let body = transaction.receiver {
      xml << "<receiver-org\(body.attributes)>\(narratives(body.name))</receiver-org>"
    }
    xml << "</transaction>\n"
  }

  private func value(_ money: Money, _ day: Day) -> Written {
    let currency: Written = money.currency == report.currency ? .nothing : " currency=\"\(money.currency.code)\""
    return "<value\(currency) value-date=\"\(day)\">\(money.decimalText)</value>"
  }

  private mutating func document(_ document: ActivityReport.DocumentLink) {
    xml << "<document-link format=\"\(document.format)\" url=\"\(document.address)\">"
    xml << "<title>\(narratives(document.title))</title><category code=\"\(document.category)\"/></document-link>\n"
  }

  private func narratives(_ texts: Texts) -> HTML { texts.narratives(language) }
}

extension ActivityWriting {
  private mutating func result(_ result: ActivityReport.Result) {
    xml << "<result type=\"\(result.type)\"><title>\(narratives(result.title))</title>"
    if let text = result.description { xml << "<description>\(narratives(text))</description>" }
    xml << "\n"
    result.indicators.forEach { indicator($0) }
    xml << "</result>\n"
  }

  private mutating func indicator(_ indicator: ActivityReport.Indicator) {
    xml << "<indicator measure=\"\(indicator.measure)\" ascending=\"\(indicator.ascending ? "1" : "0")\">"
    xml << "<title>\(narratives(indicator.title))</title>"
    if let text = indicator.description { xml << "<description>\(narratives(text))</description>" }
    if let baseline = indicator.baseline {
      xml << "<baseline year=\"\(baseline.year)\"\(number(baseline.figure))>\(comment(baseline.figure))</baseline>"
    }
    for period in indicator.periods {
      xml << "<period><period-start iso-date=\"\(period.start)\"/><period-end iso-date=\"\(period.end)\"/>"
      if let figure = period.target { xml << "<target\(number(figure))>\(comment(figure))</target>" }
      if let figure = period.actual { xml << "<actual\(number(figure))>\(comment(figure))</actual>" }
      xml << "</period>"
    }
    xml << "</indicator>\n"
  }

  private func number(_ figure: ActivityReport.Figure) -> Written {
    figure.value.map { " value=\"\($0)\"" } ?? .nothing
  }

  private func comment(_ figure: ActivityReport.Figure) -> Written {
    figure.comment.map { "<comment>\(narratives($0))</comment>" } ?? .nothing
  }
}

extension ActivityReport.Body {
  /// Those that it has.
  var attributes: Written {
    let ref: Written = ref.isEmpty ? .nothing : " ref=\"\(self.ref)\""
    let type: Written = type.isEmpty ? .nothing : " type=\"\(self.type)\""
    return "\(ref)\(type)"
  }
}

extension Texts {
  /// The original first, then the others by language; `language` is what goes without saying.
  func narratives(_ language: Language) -> HTML {
    var xml = HTML(capacity: 256)
    for own in [original] + versions.keys.filter({ $0 != original }).sorted() {
      let tag: Written = own == language ? .nothing : " xml:lang=\"\(own.tag)\""
      xml << "<narrative\(tag)>\((versions[own] ?? "").asXML)</narrative>"
    }
    return xml
  }
}

extension String {
  /// Without the two characters that no XML document may hold and that escaping lets pass.
  var asXML: String {
    guard utf8.contains(0xEF) else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.filter { $0 != "\u{FFFE}" && $0 != "\u{FFFF}" }))
  }
}

extension Double {
  /// Degrees, to five decimals: about a metre.
  var inDegrees: String {
    let units = Int((self * 100_000).rounded()), size = units.magnitude
    var part = String(size % 100_000)
    part = String(repeating: "0", count: 5 - part.utf8.count) + part
    while part.last == "0" { part.removeLast() }
    return (units < 0 ? "-" : "") + "\(size / 100_000)" + (part.isEmpty ? "" : "." + part)
  }
}

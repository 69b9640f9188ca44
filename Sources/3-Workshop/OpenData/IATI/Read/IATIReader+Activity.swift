import Cooperation
import Reference
import XML

extension IATIReader {
  /// The activity that begins here, read to its end; nil where it has no identifier.
  func activity() throws -> Activity? {
    var found = Activity(line: reader.line, version: version)
    openActivity()
    (found.language, found.currency) = (language, currency)
    found.lastUpdated = reader.attribute(Word.lastUpdatedDatetime.rawValue).flatMap { Instant(dateOf: $0) }
    try children { word in try read(word, into: &found) }
    guard !found.identifier.isEmpty else {
      say(.noIdentifier(line: found.line))
      return nil
    }
    return found
  }

  private func read(_ word: Word, into found: inout Activity) throws {
    switch word {
    case .iatiIdentifier: found.identifier = try text()
    case .reportingOrg:
      found.isSecondHand = ["1", "true"].contains(trimmed(.secondaryReporter))
      found.reporter = try body(.activityId)
    case .title: try read(into: &found.title, as: .name)
    case .description: try description(into: &found.descriptions)
    case .participatingOrg:
      let role = code(.role, .role)
      found.participants.append(Activity.Participant(role: role, body: try body(.activityId)))
    case .activityStatus: found.status = code(.code, .status)
    case .activityScope: found.scope = code(.code, .scope)
    case .collaborationType: found.collaboration = code(.code, .collaboration)
    case .activityDate:
      if let date = try activityDate() { found.dates.append(date) }
    case .budget: found.budgets.append(try budget())
    case .transaction: found.transactions.append(try transaction())
    case .result: found.results.append(try result())
    case .documentLink: found.documents.append(try documentLink())
    case .relatedActivity:
      let type = code(.type, .relation)
      found.related.append(Activity.RelatedActivity(identifier: trimmed(.ref), type: type))
    default: try classify(word, into: &found)
    }
  }

  private func classify(_ word: Word, into found: inout Activity) throws {
    switch word {
    case .recipientCountry:
      if let country = try classification("", .country) { found.countries.append(country) }
    case .recipientRegion:
      let vocabulary = code(.vocabulary, .regionVocabulary)?.text ?? ""
      if let region = try classification(vocabulary, vocabulary == "" || vocabulary == "1" ? .region : nil) {
        found.regions.append(region)
      }
    case .sector:
      let vocabulary = code(.vocabulary, .sectorVocabulary)?.text ?? ""
      if let sector = try classification(vocabulary, Coding.sector(vocabulary)) { found.sectors.append(sector) }
    case .tag:
      let vocabulary = code(.vocabulary, .tagVocabulary)?.text ?? ""
      if let tag = try classification(vocabulary, Coding.tag(vocabulary)) { found.tags.append(tag) }
    case .policyMarker:
      let vocabulary = code(.vocabulary, .markerVocabulary)?.text ?? ""
      if let marker = code(.code, vocabulary == "" || vocabulary == "1" ? .marker : nil) {
        let significance = code(.significance, .significance)
        found.markers.append(.init(vocabulary: vocabulary, code: marker, significance: significance))
      }
    default: break
    }
  }

  private func classification(_ vocabulary: String, _ coding: Coding?) throws -> Activity.Classification? {
    let code = code(.code, coding), percentage = percentage()
    guard let code else { return nil }
    var found = Activity.Classification(vocabulary: vocabulary, code: code, percentage: percentage)
    try read(into: &found.name, as: .text)
    return found
  }

  /// Before 2.01, one description in two languages was two elements of one type.
  private func description(into descriptions: inout [Activity.Description]) throws {
    let type = code(.type, nil)
    if version == .v105, let known = descriptions.firstIndex(where: { $0.type == type }) {
      return try read(into: &descriptions[known].words, as: .text)
    }
    var found = Activity.Description(type: type)
    try read(into: &found.words, as: .text)
    descriptions.append(found)
  }

  private func activityDate() throws -> Activity.ActivityDate? {
    let kind = code(.type, .dateType), line = reader.line
    var day = day(.isoDate)
    // Before 2.01, the date could stand in the text alone.
    if day == nil, reader.attribute(Word.isoDate.rawValue) == nil { day = Day(try text()) }
    guard let kind else { return nil }
    guard let day else {
      say(.noDate(kind.published, line: line))
      return nil
    }
    return Activity.ActivityDate(kind: kind, day: day)
  }
}

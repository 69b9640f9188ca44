import Actions
import Addresses
import Cooperation
import HTTP
import Languages
import Methods
import Pages
import SQL
import Storage

extension Site {
  func showExchanges(_ visit: Visit) throws -> any Answer {
    let wanted = try Exchanges.Filter(visit.query), day = visit.now.day, words = visit.reader.words
    return Shown(
      try database.read { session in
        let span = visit.span
        let found = try session.exchanges.list(wanted, span, for: visit.viewer, on: day)
        let stages = try session.exchanges.stages(wanted, for: visit.viewer, on: day)
        let ids = Array(Set(found.items.flatMap(\.parties)))
        let briefs = try session.organisations.briefs(ids, in: words.language)
        let facet = Facet(
          "stage", visit.reader("exchanges.stage", "How far"),
          stages.map {
            .init($0.value.rawValue, words[$0.value.name], count: $0.number, isChosen: wanted.stage == $0.value)
          })
        return ExchangesPage(
          list: Listing(items: found.items, total: found.total, page: span.page, per: span.per), facets: [facet],
          methods: Methods.Library.methods,
          names: Dictionary(uniqueKeysWithValues: briefs.map { ($0.id, $0.name.text) }))
      })
  }

  func showStart(_ visit: Visit) throws -> any Answer {
    _ = try visit.viewer.person()
    var values = ["method": visit.query.values("method"), "language": [visit.reader.words.language.tag]]
    values["more"] = ["joins"]
    if let id = partnership(visit.query["partnership"]) {
      let parties = try database.read { session in try session.partnerships.find(id)?.parties.all ?? [] }
      values["party"] = parties.map(\.organisation.text)
    } else {
      values["party"] = visit.viewer.organisations(as: .editor).prefix(1).map(\.text)
      // Whoever comes from an introduction begins with the other side.
      let others = visit.query.values("with").compactMap { Organisation.ID($0) }
      let briefs = try database.read { session in
        try session.organisations.briefs(others, in: visit.reader.words.language)
      }
      if !briefs.isEmpty { values["party-names"] = [briefs.map(\.name.text).joined(separator: "\n")] }
    }
    if let id = visit.query["need"].flatMap({ Need.ID($0) }),
      let need = try database.read({ session in try session.needs.find(id, for: visit.viewer) })
    {
      values["need"] = [id.text]
      values["title"] = [visit.reader.words.reading(need.title).text]
      values["party"] = Array(Set((values["party"] ?? []) + [need.organisation.text])).sorted()
      values["host"] = [need.organisation.text]
    }
    return Shown(try startPage(visit, Filled(values: values), partnership(visit.query["partnership"])))
  }

  private func partnership(_ text: String?) -> Partnership.ID? { text.flatMap { Partnership.ID($0) } }

  private func startPage(_ visit: Visit, _ filled: Filled, _ partnership: Partnership.ID?) throws -> StartExchangePage {
    try database.read { session in
      let hosts = visit.viewer.organisations(as: .editor)
      var parties = hosts
      let partners =
        try partnership.flatMap { try session.partnerships.find($0)?.parties.all.map(\.organisation) } ?? []
      parties +=
        filled["need"].isEmpty
        ? []
        : (filled.values["party"] ?? []).compactMap { Organisation.ID($0) }
          .filter { !parties.contains($0) }
      parties += partners.filter { !parties.contains($0) }
      let briefs = try session.organisations.briefs(parties, in: visit.reader.words.language)
      let choices = briefs.map { StartExchangePage.Choice($0.id, $0.name.text) }
      return StartExchangePage(
        methods: Methods.Library.methods, hosts: choices.filter { hosts.contains($0.id) }, parties: choices,
        partnership: partnership, filled: filled)
    }
  }

  func startExchange(_ visit: Visit) throws -> any Answer {
    _ = try visit.viewer.person()
    var problems: [Filled.Problem] = []
    if let plan = try plan(visit, &problems) {
      do {
        let room = try StartExchange(plan).run(on: visit.occasion(in: self))
        let (_, standing) = try self.room(room.id, visit)
        return Changed(Address.exchange(room.id), try page(of: room, standing, visit), isNew: true, .opened)
      } catch let refusal as StartExchange.Refused {
        problems.append(.init(refusal == .titleMissing ? "title" : "host", visit.reader.words[refusal.words]))
      } catch let refusal as Exchange.Refusal {
        let isClock = if case .clockNotOffered = refusal { true } else { false }
        problems.append(.init(isClock ? "clock" : "party", visit.reader.words[refusal.words]))
      }
    }
    guard !visit.wantsJSON else {
      throw Problem(
        "form", 422, visit.reader("problem.form", "This cannot be taken as it is."),
        fields: problems.map { .init($0.field, $0.words) })
    }
    var values: [String: [String]] = [:]
    for field in visit.fields.all { values[field.name, default: []].append(field.value) }
    let filled = Filled(values: values, problems: problems)
    return Shown(try startPage(visit, filled, partnership(visit.fields["partnership"])), status: 422)
  }

  /// What the form says; nil where it cannot be read, and then why.
  private func plan(_ visit: Visit, _ problems: inout [Filled.Problem]) throws -> StartExchange.Plan? {
    let fields = visit.fields, reader = visit.reader
    let method = fields["method"].flatMap { Method.ID($0) }.flatMap { Methods.Library.method($0) }
    if method == nil { problems.append(.init("method", reader("start.no-method", "Choose a method."))) }
    let clock = fields["clock"].flatMap { Method.Clock(rawValue: $0) }
    if clock == nil { problems.append(.init("clock", reader("start.no-clock", "Choose how you meet."))) }
    let host = fields["host"].flatMap { Organisation.ID($0) }
    if host == nil { problems.append(.init("host", reader("start.no-host-chosen", "Choose who calls it."))) }
    let language = fields["language"].flatMap { Language($0) } ?? visit.reader.words.language
    if !Language.interface.contains(language) {
      problems.append(.init("language", reader("start.no-language", "Choose one of the languages.")))
    }
    let parties = try parties(visit, &problems)
    if cleaned(fields["title"] ?? "") == nil {
      problems.append(.init("title", reader.words[StartExchange.Refused.titleMissing.words]))
    }
    guard let method, let clock, let host, problems.isEmpty else { return nil }
    let more = fields.values("more")
    return StartExchange.Plan(
      method: method.id, title: fields["title"] ?? "", clock: clock, host: host, parties: parties,
      partnership: partnership(fields["partnership"]), need: fields["need"].flatMap { Need.ID($0) },
      language: language, isPublic: more.contains("public") || fields["public"] == "true",
      convenorJoins: more.contains("joins") || fields["joins"] == "true")
  }

  private func parties(_ visit: Visit, _ problems: inout [Filled.Problem]) throws -> [Organisation.ID] {
    var parties: [Organisation.ID] = []
    for text in visit.fields.values("party") {
      if let id = Organisation.ID(text) {
        if !parties.contains(id) { parties.append(id) }
      } else {
        problems.append(.init("party", text))
      }
    }
    let names = (visit.fields["party-names"] ?? "").split(whereSeparator: \.isNewline).compactMap { cleaned($0) }
    for name in names {
      let found = try database.read { session in try session.organisations.named(name) }
      guard let only = found.first, found.count == 1 else {
        let why = found.isEmpty ? Unnamed.unknown : Unnamed.several
        problems.append(.init("party-names", "\(name): \(visit.reader.words[why.words])"))
        continue
      }
      if !parties.contains(only.id) { parties.append(only.id) }
    }
    return parties
  }
}

extension Exchanges.Filter {
  /// By what the address of a list narrows it.
  static let names = ["stage", "method", "partnership", "party"]

  /// - Throws: `UnknownFilter`.
  fileprivate init(_ query: Fields) throws {
    self.init()
    stage = try query.filter("stage") { Exchange.Progressed(rawValue: $0) }
    method = try query.filter("method") { Method.ID($0) }
    partnership = try query.filter("partnership") { Partnership.ID($0) }
    party = try query.filter("party") { Organisation.ID($0) }
  }
}

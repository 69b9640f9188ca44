import Cooperation
import HTTP
import SQL
import Storage
import Testing

/// What the tests of Sense begin with: the cities of Seek, someone signed in for each of two, and one who only edits.
struct SenseWorld {
  let seek: SeekWorld
  /// Owns Nhamatare.
  let rui: Browser
  /// Owns Santa Clariva.
  let ines: Browser

  var site: TestSite { seek.site }

  init() throws {
    seek = try SeekWorld()
    rui = seek.browser
    ines = Browser(on: seek.site)
    ines.signIn("ines@santaclariva.example")
  }

  /// Someone else, signed in.
  func browser(_ email: String, for organisation: Organisation.ID, as role: Account.Role) throws -> Browser {
    try site.account(email, for: organisation, as: role)
    let browser = Browser(on: site)
    browser.signIn(email)
    return browser
  }

  static let proposal = [
    ("with", SeekWorld.clariva.id.text), ("title", "Valas e mangais"), ("original", "pt"),
    ("about", "Valas deles, mangais nossos."), ("form", "city-to-city"), ("themes", "drainage-and-floods"),
  ]

  /// Rui proposes to Santa Clariva.
  ///
  /// - Returns: the partnership's address.
  func proposed(_ more: (String, String)...) -> String {
    rui.open("/partnerships/new")
    let fields = Self.proposal.filter { field in !more.contains { $0.0 == field.0 } } + more
    let address = rui.send(fields, to: "/partnerships").leadsTo
    site.clock.pass(minutes: 1)
    return address
  }

  /// Rui proposes, and Inés accepts.
  func agreed() -> String {
    let address = proposed()
    ines.open(address)
    ines.send([], to: address + "/acceptance")
    site.clock.pass(minutes: 1)
    return address
  }

  static let agreement = [
    ("kind", "memorandum"), ("signed", "2026-11-20"), ("ends", "2029-11-19"),
    ("aspects", "Two wards stay dry\nTwo visits a year"),
    ("signatory.\(SeekWorld.nhamatare.id).name", "Amélia Tivane"),
    ("signatory.\(SeekWorld.nhamatare.id).title", "Mayor"),
    ("signatory.\(SeekWorld.clariva.id).name", "Jorge Alvia"), ("signatory.\(SeekWorld.clariva.id).title", "Alcalde"),
  ]

  /// A twinning that a list names, and nobody has spoken of.
  func inferred() throws -> String {
    let partnership = Partnership(
      id: .init(bits: 71), title: Texts("Nhamatare – Santa Clariva", in: "en"), form: .twinning,
      parties: try Parties([Party(SeekWorld.nhamatare.id), Party(SeekWorld.clariva.id)]), stage: .inferred)
    try site.database.transaction { session in
      try session.partnerships.insert(partnership, .imported, at: site.clock.now)
      try session.sources.insert(Source("wikidata-p190", "Q1-Q2"), of: partnership.id.text)
    }
    return "/partnerships/\(partnership.id)"
  }

  /// What a program reads at an address.
  func json(_ address: String, _ query: Fields = [:]) -> String { site.get(address + ".json", query: query).text }
}

extension Response {
  /// Where it leads, without what was done.
  var leadsTo: String { String((self[header: "Location"] ?? "").prefix { $0 != "?" }) }

  /// What was done.
  var done: String { String((self[header: "Location"] ?? "").split(separator: "=").last ?? "") }
}

extension Array where Element == (String, String) {
  /// The same fields with others in the place of those named.
  func with(_ more: (String, String)...) -> [(String, String)] {
    filter { field in !more.contains { $0.0 == field.0 } } + more
  }
}

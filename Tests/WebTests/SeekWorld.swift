import Cooperation
import HTTP
import SQL
import Storage
import Testing

/// What the tests of Seek begin with: a few cities in places, who speaks for them, and to what they belong.
struct SeekWorld {
  let site: TestSite
  let browser: Browser

  /// - Parameter signedIn: whether Rui, an owner of Nhamatare, is signed in.
  init(signedIn: Bool = true) throws {
    site = try TestSite()
    let now = site.clock.now
    try site.database.transaction { session in
      try session.places.insert([Self.inhambane, Self.hostile, Self.otherInhambane])
      for organisation in [Self.nhamatare, Self.clariva, Self.association] {
        try session.organisations.insert(organisation, at: now)
      }
      try session.memberships.insert(
        Membership(of: Self.nhamatare.id, in: Self.association.id, since: Day("2001-05-01")))
      try session.people.insert(Self.amelia)
      try session.mandates.insert(
        Mandate(
          id: .init(bits: 1), person: Self.amelia.id, organisation: Self.nhamatare.id, role: .politicalLeader,
          title: "Mayor", from: Day(number: 19_000)))
    }
    try site.account("rui@nhamatare.example", for: Self.nhamatare.id)
    try site.account("ines@santaclariva.example", for: Self.clariva.id)
    browser = Browser(on: site)
    if signedIn { browser.signIn("rui@nhamatare.example") }
  }

  /// When what these tests need is there.
  static let moment = Instant("2026-11-23T09:00:00Z") ?? Instant(microseconds: 0)

  static let mozambique = Country.Code("MZ"), ecuador = Country.Code("EC")

  static func place(_ number: Int, _ name: String, _ country: String, _ population: Int) -> Place {
    guard let country = Country.Code(country), let position = Position(latitude: -23.9, longitude: 35.4) else {
      preconditionFailure("a place of the tests is on the earth")
    }
    return Place(
      id: GeoNamesNumber(number), name: name, country: country, division: "04", position: position,
      population: population)
  }

  static let inhambane = place(1_045_110, "Inhambane", "MZ", 82_119)
  static let otherInhambane = place(77, "Inhambane Norte", "MZ", 12_000)
  static let hostile = place(78, "<script>alert(1)</script>", "MZ", 10)

  static let nhamatare = Organisation(
    id: .init(bits: 11), kind: .localGovernment,
    name: Texts("Município de Nhamatare", in: "pt", translations: ["en": "Municipality of Nhamatare"]),
    country: mozambique, place: inhambane.id, about: Texts("Uma cidade da costa.", in: "pt"),
    website: "https://nhamatare.example", languages: ["pt", "en"], identifiers: [.init(.wikidata, "Q1")])
  static let clariva = Organisation(
    id: .init(bits: 12), kind: .localGovernment, name: Texts("Santa Clariva", in: "es"), country: ecuador,
    languages: ["es"])
  static let association = Organisation(
    id: .init(bits: 13), kind: .association, name: Texts("Associação <b>Nacional</b>", in: "pt"), acronym: "ANAM",
    country: mozambique, languages: ["pt"])
  static let amelia = Person(
    id: .init(bits: 21), name: "Amélia Tivane", languages: ["pt"], contact: "amelia@nhamatare.example")
}

extension SeekWorld {
  var nhamatarePage: String { "/organisations/\(Self.nhamatare.id)" }
}

extension SeekWorld {
  /// A key with which a program does what whoever is signed in there may do; Rui where nobody is named.
  func key(_ other: Browser? = nil) throws -> String {
    let browser = other ?? browser
    browser.open("/account")
    let page = browser.send([("label", "a test")], to: "/account/tokens").text
    return try String(#require(page.firstMatch(of: #/<code>([^<]+)<\/code>/#)).1)
  }

  /// What the site answers to a program that sends JSON.
  func send(
    _ verb: Request.Verb, _ path: String, _ json: String, _ key: String, _ headers: [String: String] = [:]
  ) -> Response {
    var all: Headers = ["content-type": "application/json", "accept": "application/json"]
    all.append("authorization", "Bearer \(key)")
    for (name, value) in headers { all.append(name, value) }
    var request = Request(verb, path, headers: all)
    request.body = .bytes(Array(json.utf8))
    return site.respond(request)
  }
}

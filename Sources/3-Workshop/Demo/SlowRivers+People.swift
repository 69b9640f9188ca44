import Cooperation
import Storage

extension SlowRivers {
  /// Someone invented: what they may do here, and the mandate they hold.
  private struct Part {
    let email: String
    let name: String
    let city: String?
    let role: Account.Role
    let duty: Account.Duty?
    let mandate: Mandate.Role?
    let title: String
    let languages: [Language]
    let part: String
  }

  static let people: [Universe.SignIn] = parts.map { Universe.SignIn(email: $0.email, name: $0.name, part: $0.part) }

  private static let parts: [Part] = [
    Part(
      email: "rui@nhamatare.example", name: "Rui Macamo", city: "nhamatare", role: .owner, duty: nil, mandate: .officer,
      title: "Técnico de relações internacionais", languages: ["pt", "en"], part: "officer of Nhamatare"),
    Part(
      email: "amelia@nhamatare.example", name: "Amélia Tivane", city: "nhamatare", role: .editor, duty: nil,
      mandate: .politicalLeader, title: "Presidente do Conselho Municipal", languages: ["pt"],
      part: "mayor of Nhamatare"),
    Part(
      email: "ines@santaclariva.example", name: "Inés Vera", city: "clariva", role: .owner, duty: nil,
      mandate: .officer,
      title: "Directora de cooperación", languages: ["es", "pt"], part: "officer of Santa Clariva"),
    Part(
      email: "jorge@santaclariva.example", name: "Jorge Alvia", city: "clariva", role: .editor, duty: nil,
      mandate: .politicalLeader, title: "Alcalde", languages: ["es"], part: "mayor of Santa Clariva"),
    Part(
      email: "karim@ouedzitoun.example", name: "Karim Ben Salah", city: "zitoun", role: .owner, duty: nil,
      mandate: .technicalLeader,
      title: "Directeur technique", languages: ["ar", "fr"], part: "technician of Oued Zitoun"),
    Part(
      email: "lotte@ostrahaven.example", name: "Lotte Dekker", city: "ostra", role: .owner, duty: nil, mandate: .expert,
      title: "Water engineer", languages: ["nl", "en"], part: "engineer of Ostrahaven"),
    Part(
      email: "salma@qasr.example", name: "Salma Abdelrahman", city: "qasr", role: .owner, duty: nil, mandate: .officer,
      title: "International relations", languages: ["ar", "en"], part: "officer of Qasr an-Nahr"),
    Part(
      email: "celia@potoia.example", name: "Célia Prates", city: "potoia", role: .owner, duty: nil, mandate: .officer,
      title: "Coordenadora do orçamento participativo", languages: ["pt"], part: "officer of Potoia do Sul"),
    Part(
      email: "noor@slowrivers.example", name: "Noor Haddad", city: "network", role: .owner, duty: nil,
      mandate: .officer,
      title: "Programme officer", languages: ["en", "ar"], part: "officer of the network, who brings members together"),
    Part(
      email: "review@slowrivers.example", name: "Nadia Okoro", city: nil, role: .reader, duty: .reviewer, mandate: nil,
      title: "", languages: ["en", "fr"], part: "reviewer of imports"),
    Part(
      email: "admin@slowrivers.example", name: "Tomás Leal", city: nil, role: .reader, duty: .administrator,
      mandate: nil,
      title: "", languages: ["pt", "en"], part: "administrator of the instance"),
  ]

  /// Lets everyone in.
  ///
  /// - Returns: the people, by the part of their address before the @.
  func letIn() throws -> [String: Person] {
    var people: [String: Person] = [:]
    for part in Self.parts {
      let person = Person(
        id: world.identifier(), name: part.name, languages: part.languages, contact: part.email, showsContact: true)
      guard let email = Email(part.email) else { preconditionFailure("\(part.email) is an address") }
      let account = Account(
        id: world.identifier(), email: email, person: person.id,
        language: part.languages.first { Language.interface.contains($0) },
        duty: part.duty)
      try world.session.people.insert(person)
      try world.session.accounts.insert(account, password: hash, at: world.ago(400))
      if let city = part.city {
        let home = city == "network" ? network : self[city]
        try world.session.accounts.setRole(part.role, of: account.id, in: home.id)
        if let role = part.mandate {
          try world.session.mandates.insert(
            try Mandate(
              id: world.identifier(), person: person.id, organisation: home.id, role: role, title: part.title,
              from: Guide.day("2024-02-01")))
        }
      }
      people[String(part.email.prefix { $0 != "@" })] = person
    }
    return people
  }
}

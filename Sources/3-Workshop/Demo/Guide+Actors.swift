import Cooperation

extension Guide {
  /// An organisation that the guide names.
  struct Actor {
    let key: String
    let kind: Organisation.Kind
    let name: Texts
    let acronym: String
    let country: String?
    let place: Place.ID?
    let about: String
    let website: String
    let languages: [Language]

    init(
      _ key: String, _ kind: Organisation.Kind, _ name: String, in language: Language = "en",
      also: [Language: String] = [:], _ acronym: String = "", _ country: String? = nil, at place: Int? = nil,
      website: String = "", speaks languages: [Language] = [], about: String
    ) {
      (self.key, self.kind, self.acronym, self.country) = (key, kind, acronym, country)
      (self.about, self.website, self.languages) = (about, website, languages)
      self.name = Texts(name, in: language, translations: also)
      self.place = place.map { GeoNamesNumber($0) }
    }
  }

  /// The organisations of the glossary and of the three cases, in our own words.
  static let list: [Actor] = networks + associations + governments + others

  private static let networks: [Actor] = [
    Actor(
      "uclg", .network, "United Cities and Local Governments",
      also: ["fr": "Cités et Gouvernements Locaux Unis", "es": "Ciudades y Gobiernos Locales Unidos"],
      "UCLG", "ES", at: 3_128_760, website: "https://www.uclg.org", speaks: ["en", "fr", "es"],
      about:
        "The worldwide organisation of cities, local governments and their associations; it connects them so that they learn from one another."
    ),
    Actor(
      "uclg-africa", .network, "UCLG Africa", also: ["fr": "CGLU Afrique"], "UCLG-A", "MA", at: 2_538_475,
      speaks: ["fr", "en"],
      about:
        "The voice of local government in Africa: 40 national associations and the 2,000 cities of more than 100,000 people. It holds Africities every three years."
    ),
    Actor(
      "uclg-aspac", .network, "UCLG Asia-Pacific", "UCLG-ASPAC", "ID", at: 1_642_911, speaks: ["en"],
      about:
        "The largest regional section of UCLG and the hub for knowledge of local government in Asia and the Pacific."),
    Actor(
      "metropolis", .network, "Metropolis", "", "ES", at: 3_128_760, website: "https://www.metropolis.org",
      speaks: ["en", "fr", "es"],
      about:
        "The organisation of more than 140 cities and metropolitan regions of over a million people, founded in 1985."),
    Actor(
      "cib", .network, "UCLG Working Group on Capacity and Institution Building", "CIB", "NL", at: 2_747_373,
      speaks: ["en"],
      about:
        "A platform of professionals who build the capacity of local governments and their associations, and compare how they do it."
    ),
    Actor(
      "culture", .network, "UCLG Committee on Culture, Agenda 21 for Culture", "", "ES", at: 3_128_760,
      speaks: ["en", "fr", "es"],
      about:
        "Cities that learn from one another what culture does for sustainable development: leading cities, pilot cities, a toolkit of nine commitments."
    ),
    Actor(
      "digital", .network, "UCLG Committee of Digital and Knowledge-Based Cities", "CDC", "ES", at: 3_128_026,
      speaks: ["es", "en"],
      about:
        "Cities that put digital technology at the service of their citizens; it looked at 28 smart cities in six fields."
    ),
    Actor(
      "allas", .network, "Euro-Latin-American Alliance of Cooperation among Cities",
      also: ["es": "Alianza Eurolatinoamericana de Cooperación entre Ciudades"], "AL-LAs", "MX", at: 3_530_597,
      speaks: ["es"],
      about:
        "Eight Latin American cities and two European networks that think anew how cities act beyond their borders, since 2013."
    ),
    Actor(
      "cimes", .network, "Intermediary Cities Network", "CIMES", nil, speaks: ["en", "es"],
      about: "A network on planning in cities of middle size; it took part in the project of Brazil and Mozambique."),
  ]

  private static let associations: [Actor] = [
    Actor(
      "anamm", .association, "Associação Nacional dos Municípios de Moçambique", in: "pt",
      also: ["en": "National Association of Municipalities of Mozambique"], "ANAMM", "MZ", at: 1_040_652,
      speaks: ["pt"],
      about:
        "The association of Mozambique’s municipalities; it named land management, master plans and budgeting as what its members most needed."
    ),
    Actor(
      "fnp", .association, "Frente Nacional de Prefeitos", in: "pt", also: ["en": "National Front of Mayors"], "FNP",
      "BR", at: 3_469_058,
      speaks: ["pt"],
      about:
        "Brazil’s mayors and cities across all parties, since 1989; it carries South–South and triangular cooperation."),
    Actor(
      "cnm", .association, "Confederação Nacional de Municípios", in: "pt",
      also: ["en": "National Confederation of Municipalities"], "CNM", "BR",
      at: 3_469_058, speaks: ["pt"],
      about:
        "About 5,000 Brazilian municipalities, since 1980: studies, legal and technical advice, a yearly march to the capital."
    ),
    Actor(
      "salga", .association, "South African Local Government Association", "SALGA", "ZA", at: 964_137, speaks: ["en"],
      about:
        "The voice of all of South Africa’s municipalities, with a mandate from the constitution and a centre for leadership."
    ),
    Actor(
      "fcm", .association, "Federation of Canadian Municipalities",
      also: ["fr": "Fédération canadienne des municipalités"], "FCM", "CA", at: 6_094_817,
      speaks: ["en", "fr"], about: "The national voice of municipalities in which nine Canadians of ten live."),
    Actor(
      "vng", .association, "VNG International", "VNG", "NL", at: 2_747_373, speaks: ["nl", "en", "fr"],
      about:
        "The cooperation agency of the association of Dutch municipalities: five capabilities, benchmarking, local taxation."
    ),
    Actor(
      "famsi", .association, "Andalusian Fund of Municipalities for International Solidarity",
      also: ["es": "Fondo Andaluz de Municipios para la Solidaridad Internacional"],
      "FAMSI", "ES", at: 2_510_911, speaks: ["es"],
      about: "Andalusian municipalities that cooperate together; a partner of AL-LAs."),
    Actor(
      "cuf", .association, "Cités Unies France", in: "fr", also: ["en": "United Cities of France"], "CUF", "FR",
      at: 2_988_507, speaks: ["fr"],
      about: "French local governments that act abroad; a partner of AL-LAs."),
  ]
}
